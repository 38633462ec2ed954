package sheet

import (
	"time"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// spentWords stand for words of the language where no document is at hand.
var spentWords = map[string]string{"actuals_planned": "Budget", "actuals_spent": "Spent", "actuals_committed": "Committed", "actuals_balance": "Balance",
	"actuals_percent": "Used (per cent)", "actuals_off": "On no line of the budget", "actuals_rest": "On none of these lines", "actuals_no_fund": "On no fund, or not known on which"}

// spentTitle is what stands above the table of what was spent.
func (s Sheet) spentTitle() string {
	day := s.Budget.Actuals.AsAt.Value.Format(time.DateOnly)
	if s.Words != nil {
		day = s.Words(source.At[string]{Value: "${actuals.as_at}"})
	}
	return s.word("budget_spent", "Spent as at") + " " + day + " (" + s.unit() + ")"
}

// spentLabel names a row of what was spent.
func (s Sheet) spentLabel(r *budget.ActualRow) string {
	switch r.Kind {
	case budget.ActualTotal:
		return s.Total
	case budget.ActualOff:
		return s.word("actuals_off", spentWords["actuals_off"])
	case budget.ActualRest:
		return s.word("actuals_rest", spentWords["actuals_rest"])
	case budget.ActualNoFund:
		return s.word("actuals_no_fund", spentWords["actuals_no_fund"])
	case budget.ActualSum:
		if r.Line.Subtotal.Value != "" {
			return s.worded(r.Line.Subtotal)
		}
	}
	return s.worded(r.Label())
}

// spentTables are those by line and by fund, with what stands above each.
func (s Sheet) spentTables() []spentRows {
	a := s.Budget.Actuals
	if a == nil {
		return nil
	}
	tables := []spentRows{{s.spentTitle(), a.Rows, "actuals."}}
	if len(a.Funds) > 0 {
		tables = append(tables, spentRows{s.word("budget_by_fund", "By fund:") + " " + s.spentTitle(), a.Funds, "actuals.funds."})
	}
	return tables
}

// spentRows are the rows of a table of what was spent, and what their ids begin with.
type spentRows struct {
	title  string
	rows   []budget.ActualRow
	prefix string
}

// spentColumn is a column of the table of what was spent.
type spentColumn struct {
	id, word string
	at       int // on the spreadsheet's sheet
	of       func(*budget.ActualRow) (money.Decimal, bool)
}

// spentColumns are those of all amounts; what has no budget shows none.
func spentColumns() []spentColumn {
	always := func(of func(*budget.ActualRow) money.Decimal) func(*budget.ActualRow) (money.Decimal, bool) {
		return func(r *budget.ActualRow) (money.Decimal, bool) { return of(r), true }
	}
	return []spentColumn{
		{"planned", "actuals_planned", spentPlanned, func(r *budget.ActualRow) (money.Decimal, bool) { return r.Planned, r.IsPlanned() }},
		{"spent", "actuals_spent", spentSpent, always(func(r *budget.ActualRow) money.Decimal { return r.Spent })},
		{"committed", "actuals_committed", spentCommitted, always(func(r *budget.ActualRow) money.Decimal { return r.Committed })},
		{"balance", "actuals_balance", spentBalance, always((*budget.ActualRow).Balance)},
		{"percent", "actuals_percent", spentPercent, (*budget.ActualRow).Percent},
	}
}

// spentTable is a table of what was spent as texts: its heads, and its rows.
func (s Sheet) spentTable(rows []budget.ActualRow) (table [][]string) {
	head := []string{s.word("budget_item", "Item")}
	for _, c := range spentColumns() {
		head = append(head, s.word(c.word, spentWords[c.word]))
	}
	table = append(table, head)
	for i := range rows {
		r := &rows[i]
		row := []string{s.spentLabel(r)}
		for _, c := range spentColumns() {
			row = append(row, s.spentFigure(r, &c))
		}
		table = append(table, row)
	}
	return table
}

func (s Sheet) spentFigure(r *budget.ActualRow, c *spentColumn) string {
	d, ok := c.of(r)
	switch {
	case !ok || r.Kind == budget.ActualHead:
		return ""
	case c.id == "percent":
		return s.number(d, budget.UsedPlaces)
	}
	return s.number(d, s.Budget.Actuals.Places)
}
