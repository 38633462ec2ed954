package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R115", Name: "table-in-prose", Severity: diag.Warning, Title: "a number in a text that is one of the table below it with two digits swapped",
		Why:   "Paragraph and table stand one above the other, and say two things.",
		Since: "0.3",
		Bad: `sections:
  - id: basis
    paragraphs:
      - text: In all, the Unit took «1,954» nets out of the rivers.
        tables:
          - id: nets
            label: Nets
            columns: [{id: nets, label: Nets}]
            rows:
              - {id: amazon, label: Amazon, values: {nets: 1305}}
              - {id: ganges, label: Ganges, values: {nets: 640}}
              - {id: all, label: Total, sum: [amazon, ganges]}
`,
		Good: `sections:
  - id: basis
    paragraphs:
      - text: "In all, the Unit took ${tables.nets.all.nets} nets out of the rivers."
        tables:
          - id: nets
            label: Nets
            columns: [{id: nets, label: Nets}]
            rows:
              - {id: amazon, label: Amazon, values: {nets: 1305}}
              - {id: ganges, label: Ganges, values: {nets: 640}}
              - {id: all, label: Total, sum: [amazon, ganges]}
`},
	Run: func(c *Context) {
		tables := map[int][]*plan.TextTable{}
		for t, item := range c.Plan.TextTables() {
			at := item.Text.Span().Start.Offset
			tables[at] = append(tables[at], t)
		}
		if len(tables) == 0 {
			return
		}
		cells := map[int]map[string]cellSaid{}
		c.eachNumber(func(r *reading, n *number.Number) {
			at := r.Prose.Span().Start.Offset
			below := tables[at]
			if below == nil || !r.isTyped(n) || n.InWords || n.Hedged || n.Low != nil || !r.isLong(n) {
				return
			}
			if cells[at] == nil {
				cells[at] = cellsOf(below)
			}
			c.cellSwapped(r, n, cells[at])
		})
	},
})

// isLong reports a number of which two swapped digits tell, and that is no year.
func (r *reading) isLong(n *number.Number) bool {
	said, figures := r.said(n), 0
	for _, d := range said {
		if d >= '0' && d <= '9' {
			figures++
		}
	}
	const long = 3
	return figures >= long && (!isYearText(said) || len(said) != 4)
}

// cellSaid is a figure of a table and how prose quotes it.
type cellSaid struct {
	ref    string
	figure money.Decimal
}

// cellsOf returns the figures of tables by what they come to.
func cellsOf(tables []*plan.TextTable) map[string]cellSaid {
	all := map[string]cellSaid{}
	for _, t := range tables {
		figures := t.Figures()
		for i := range figures {
			for k := range figures[i] {
				f := &figures[i][k]
				d, is := money.Zero, false
				if f.Printed != nil {
					d, is = *f.Printed, true
				} else if said, fault := money.Parse(strings.TrimSpace(f.Text.Value)); f.Text.IsSet() && fault == nil {
					d, is = said, true
				}
				if _, known := all[d.String()]; is && !known {
					all[d.String()] = cellSaid{"tables." + t.ID.Value + "." + f.Row.ID.Value + "." + f.Column.ID.Value, d}
				}
			}
		}
	}
	return all
}

func (c *Context) cellSwapped(r *reading, n *number.Number, cells map[string]cellSaid) {
	if _, is := cells[n.Value.String()]; is {
		return
	}
	var meant []cellSaid
	for d := range swaps(n.Value) {
		if cell, is := cells[d.String()]; is {
			meant = append(meant, cell)
		}
	}
	if len(meant) == 1 {
		c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("the text says “%s”, and the table below it has %s: two digits are swapped", r.said(n), money.Number(meant[0].figure, 0, ",", ".")),
			fmt.Sprintf("write ${%s} in its place, and the text follows the table", meant[0].ref))
	}
}
