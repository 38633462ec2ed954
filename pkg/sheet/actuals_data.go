package sheet

import (
	"encoding/csv"
	"slices"
	"strconv"
	"time"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
)

// csvSpent writes what was spent: a row for each amount, in the column of the budget that it is
// held against.
func (s Sheet) csvSpent(out *csv.Writer) error {
	for _, of := range s.spentTables() {
		for i := range of.rows {
			if err := s.csvSpentRow(out, of.prefix, &of.rows[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s Sheet) csvSpentRow(out *csv.Writer, prefix string, r *budget.ActualRow) error {
	a, width := s.Budget.Actuals, len(s.csvHead())
	if r.Kind == budget.ActualHead || prefix != "actuals." && r.Kind == budget.ActualTotal {
		return nil // by fund, the total is the same once more
	}
	for _, c := range spentColumns() {
		d, ok := c.of(r)
		if c.id == "planned" && !slices.Contains([]budget.ActualKind{budget.ActualFund, budget.ActualFunds, budget.ActualNoFund}, r.Kind) || c.id == "percent" || !ok {
			continue // the budget has it, or it follows
		}
		row := make([]string, width)
		copy(row, []string{"actual-" + spentKinds[r.Kind], harmless(prefix + spentID(r) + "." + c.id), harmless(r.Code().Value), harmless(s.spentLabel(r)), strconv.Itoa(r.Depth())})
		row[len(csvBefore)+a.Column] = money.Number(d, a.Places, "", ".")
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return nil
}

// spentKinds are names in files that other programs read.
var spentKinds = map[budget.ActualKind]string{budget.ActualLine: "line", budget.ActualHead: "group", budget.ActualRest: "rest",
	budget.ActualSum: "subtotal", budget.ActualOff: "none", budget.ActualTotal: "total", budget.ActualFund: "fund", budget.ActualFunds: "funds", budget.ActualNoFund: "no-fund"}

func spentID(r *budget.ActualRow) string {
	if r.Kind == budget.ActualRest {
		return r.ID() + ".rest"
	}
	return r.ID()
}

type jsonActuals struct {
	AsAt   string          `json:"as_at"`
	Column string          `json:"column"` // of the budget
	Final  bool            `json:"final"`
	Rows   []jsonActualRow `json:"rows"`
	Funds  []jsonActualRow `json:"funds,omitempty"`
}

type jsonActualRow struct {
	Kind      string  `json:"kind"`
	ID        string  `json:"id"`
	Code      string  `json:"code,omitempty"`
	Label     string  `json:"label"`
	Depth     int     `json:"depth"`
	Planned   *string `json:"planned"` // null where no line of the budget has it
	Spent     *string `json:"spent"`
	Committed *string `json:"committed"`
	Balance   *string `json:"balance"`
	Percent   *string `json:"percent"` // used, of the budget
}

func (s Sheet) jsonActuals() *jsonActuals {
	a := s.Budget.Actuals
	if a == nil {
		return nil
	}
	out := &jsonActuals{AsAt: a.AsAt.Value.Format(time.DateOnly), Column: s.Budget.Columns[a.Column].ID, Final: a.IsFinal, Rows: []jsonActualRow{}}
	for i := range a.Rows {
		out.Rows = append(out.Rows, s.jsonActual(&a.Rows[i]))
	}
	for i := range a.Funds {
		out.Funds = append(out.Funds, s.jsonActual(&a.Funds[i]))
	}
	return out
}

func (s Sheet) jsonActual(r *budget.ActualRow) jsonActualRow {
	row := jsonActualRow{Kind: spentKinds[r.Kind], ID: r.ID(), Label: s.spentLabel(r), Depth: r.Depth()}
	switch {
	case r.Line != nil:
		row.Code = r.Line.Code.Value
	case r.Fund != nil:
		row.Code = r.Fund.Code.Value
	}
	if r.Kind == budget.ActualHead {
		return row
	}
	row.Spent, row.Committed, row.Balance = decimal(r.Spent), decimal(r.Committed), decimal(r.Balance())
	if r.IsPlanned() {
		row.Planned = decimal(r.Planned)
	}
	if percent, ok := r.Percent(); ok {
		row.Percent = decimal(percent)
	}
	return row
}
