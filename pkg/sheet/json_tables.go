package sheet

import (
	"github.com/isuplan/isuplan/pkg/budget"
)

// jsonTable is a table that the plan asks for beside the budget's own.
type jsonTable struct {
	ID      string            `json:"id"`
	Label   string            `json:"label"`
	Columns []jsonTableColumn `json:"columns"`
	Rows    []jsonTableRow    `json:"rows"`
}

type jsonTableColumn struct {
	Head   string `json:"head"`
	Upper  string `json:"upper,omitempty"` // the head above it, of columns of two kinds
	Column string `json:"column"`          // the column of the budget that it is of
}

type jsonTableRow struct {
	Kind    string   `json:"kind"`
	Depth   int      `json:"depth"`
	Label   string   `json:"label"`
	Figures []string `json:"figures,omitempty"` // as decimals; nil, or "" for blank
}

var tableRowNames = map[budget.RowKind]string{budget.ValueRow: "row", budget.HeadRow: "group", budget.SubtotalRow: "subtotal", budget.TotalRow: "total"}

func (s Sheet) jsonTables() (list []jsonTable) {
	for i := range s.Tables {
		t := &s.Tables[i]
		out := jsonTable{ID: t.Plan.ID.Value, Label: s.titled(t), Columns: []jsonTableColumn{}, Rows: []jsonTableRow{}}
		for n := range t.Columns {
			c := &t.Columns[n]
			column := jsonTableColumn{Head: s.headOf(c.Outer), Column: s.Budget.Columns[c.Column].ID}
			if c.HasInner() {
				column.Head, column.Upper = s.headOf(c.Inner), s.headOf(c.Outer)
			}
			out.Columns = append(out.Columns, column)
		}
		for n := range t.Rows {
			r := &t.Rows[n]
			row := jsonTableRow{Kind: tableRowNames[r.Kind], Depth: r.Depth, Label: s.labelOf(t, r)}
			for c := range r.Figures {
				row.Figures = append(row.Figures, s.plain(r.Figures[c].Printed, r.Figures[c].Mark, t.Columns[c].Column))
			}
			out.Rows = append(out.Rows, row)
		}
		list = append(list, out)
	}
	return list
}
