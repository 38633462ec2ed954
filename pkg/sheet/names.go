package sheet

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// The names below stand in files that other programs read. They never change;
// new ones may come.

var rowNames = map[RowKind]string{LineRow: "line", HeadRow: "group", SubtotalRow: "subtotal", TotalRow: "total",
	FundRow: "fund", FundsRow: "funds", OutsideRow: "outside", AfterRow: "after", BalanceRow: "balance", ClosingRow: "closing", PartyRow: "party", PartiesRow: "contributions", AllRow: "all"}

var columnNames = map[budget.ColumnKind]string{budget.AmountColumn: "amount", budget.SumColumn: "sum",
	budget.ChangeColumn: "change", budget.PercentColumn: "percent", budget.LessColumn: "difference", budget.ShareColumn: "percent_of"}

var markNames = map[cost.Mark]string{cost.Number: "number", cost.Nil: "nil", cost.Blank: "blank"}
