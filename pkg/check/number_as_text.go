package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B187", Name: "number-as-text", Severity: diag.Warning, Title: "a number in a table of the text that its sum leaves out",
		Why:   "A number under `texts` counts as a word, so that the total is less than what the reader adds up.",
		Since: "0.3",
		Bad: `sections:
  - id: basis
    paragraphs:
      - text: The Unit made these visits.
        tables:
          - id: visits
            label: Visits
            columns: [{id: visits, label: Visits}]
            rows:
              - {id: africa, label: Africa, values: {visits: 4}}
              - {id: asia, label: Asia, texts: {visits: «"12"»}}
              - {id: all, label: Total, sum: [africa, asia]}
`,
		Good: `sections:
  - id: basis
    paragraphs:
      - text: The Unit made these visits.
        tables:
          - id: visits
            label: Visits
            columns: [{id: visits, label: Visits}]
            rows:
              - {id: africa, label: Africa, values: {visits: 4}}
              - {id: asia, label: Asia, values: {visits: 12}}
              - {id: all, label: Total, sum: [africa, asia]}
`},
	Run: func(c *Context) {
		for t := range c.Plan.TextTables() {
			c.numbersAsText(t)
		}
	},
})

// bareNumber is a number and nothing else; a year is none, as a column may say since when.
var (
	bareNumber = pattern.Lazy(`^[-–−+]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?$`)
	bareYear   = pattern.Lazy(`^(?:19|20)\d\d$`)
)

// numbersAsText reports numbers written as texts in cells that a sum with figures of the same column, or
// of the same row, names.
func (c *Context) numbersAsText(t *plan.TextTable) {
	all, rows, columns, said := t.Figures(), map[string]int{}, map[string]int{}, map[*plan.TextFigure]bool{}
	for k := range t.Columns {
		columns[t.Columns[k].ID.Value] = k
	}
	for i := range t.Rows {
		for k := range t.Columns {
			f := &all[i][k]
			if f.Printed == nil {
				continue // a sum that has nothing here
			}
			if f.Down != nil {
				c.leavesOut(t, f, t.Rows[i].Sum, rows, func(at int) *plan.TextFigure { return &all[at][k] }, said)
			}
			if f.Across != nil && hasFigures(all, t.Columns[k].Sum, columns, i) {
				c.leavesOut(t, f, t.Columns[k].Sum, columns, func(at int) *plan.TextFigure { return &all[i][at] }, said)
			}
		}
		rows[t.Rows[i].ID.Value] = i
	}
}

// hasFigures reports whether every column of a sum has figures in other rows too: one of words, such as
// numbers of documents, has none.
func hasFigures(all [][]plan.TextFigure, of []source.At[string], columns map[string]int, but int) bool {
	for _, id := range of {
		k, ok := columns[id.Value]
		found := !ok
		for i := range all {
			found = found || i != but && all[i][k].Printed != nil
		}
		if !found {
			return false
		}
	}
	return true
}

// leavesOut reports the numbers among the texts that a sum names.
func (c *Context) leavesOut(t *plan.TextTable, sum *plan.TextFigure, of []source.At[string], known map[string]int, at func(int) *plan.TextFigure, said map[*plan.TextFigure]bool) {
	for _, id := range of {
		i, ok := known[id.Value]
		if !ok {
			continue
		}
		f := at(i)
		text := strings.TrimSpace(f.Text.Value)
		if !f.Text.IsSet() || said[f] || !bareNumber().MatchString(text) || bareYear().MatchString(text) {
			continue
		}
		said[f] = true
		c.Report("tables/"+t.ID.Value, f.Text.Span(), fmt.Sprintf("row `%s`, column `%s`: the number %s stands under `texts`, and the sum in row `%s`, column `%s`, leaves it out",
			f.Row.ID.Value, f.Column.ID.Value, text, sum.Row.ID.Value, sum.Column.ID.Value),
			"write it under `values`; if it is no figure to add up, leave it out of the `sum`")
	}
}
