package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B189", Name: "total-row", Severity: diag.Note, Title: "a last row or column of a table of the text that is called a total and is none",
		Why:   "A reader takes a total for what all rows above it come to.",
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
              - {id: africa, label: Africa, values: {visits: 3}}
              - {id: asia, label: Asia, values: {visits: 2}}
              - {id: all, label: Total, values: {visits: «6»}}
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
              - {id: africa, label: Africa, values: {visits: 3}}
              - {id: asia, label: Asia, values: {visits: 2}}
              - {id: all, label: Total, sum: [africa, asia]}
`},
	Run: func(c *Context) {
		for t := range c.Plan.TextTables() {
			if last := len(t.Rows) - 1; last > 1 && calledTotal().MatchString(strings.TrimSpace(t.Rows[last].Label.Value)) {
				c.totalRow(t, last)
			}
			if last := len(t.Columns) - 1; last > 1 && calledTotal().MatchString(strings.TrimSpace(t.Columns[last].Label.Value)) {
				c.totalColumn(t, last)
			}
		}
	},
})

// calledTotal is what rows of totals are called in the languages that come with isuplan; partOfRow what rows
// are called that say more of another one, or are a total themselves; noTotal what columns are called whose
// figures nobody adds up.
var (
	calledTotal = pattern.Lazy(`(?i)^(?:grand )?total(?: (?:général|general))?$|^(?:всего|итого)$|^(?:all|tou(?:te)?s les|tod[oa]s l[oa]s|все) [\p{L} -]+$`)
	partOfRow   = pattern.Lazy(`(?i)^\W*(?:of which|of whom|including|incl\.|thereof|dont|de los cuales|de las cuales|en particular|в том числе|из них)|total|всего|итого`)
	noTotal     = pattern.Lazy(`(?i)%|per cent|pour cent|por ciento|процент|average|moyenne|promedio|rate|taux|tasa`)
)

// totalRow looks at the figures of the row that is called a total, column by column.
func (c *Context) totalRow(t *plan.TextTable, last int) {
	all, row := t.Figures(), &t.Rows[last]
	for i := range last {
		if partOfRow().MatchString(t.Rows[i].Label.Value) && len(t.Rows[i].Sum) == 0 {
			return
		}
	}
	within := addedUp(t, row)
	for k := range t.Columns {
		f := &all[last][k]
		if f.Printed == nil || noTotal().MatchString(t.Columns[k].Label.Value) {
			continue
		}
		sum, rows, out := money.Zero, 0, ""
		for i := range last {
			if p := all[i][k].Printed; p != nil && len(t.Rows[i].Sum) == 0 {
				sum, rows = sum.Add(*p), rows+1
				if !within[t.Rows[i].ID.Value] {
					out = t.Rows[i].ID.Value
				}
			}
		}
		switch {
		case rows < 2 || f.Printed.Equal(sum):
		case len(row.Sum) > 0 && out != "":
			c.Report("tables/"+t.ID.Value, row.Sum[0].Span(), fmt.Sprintf("row `%s` is called %s and leaves `%s` out of its sum: it gives %s in column `%s`, and all rows above come to %s; the difference is %s",
				row.ID.Value, oneLine(row.Label.Value), out, f.Printed, t.Columns[k].ID.Value, sum, f.Printed.Sub(sum)), "add the row to the `sum`; or call it by what it is the sum of")
			return
		case len(row.Sum) == 0 && f.Given.IsSet():
			c.Report("tables/"+t.ID.Value, f.Given.Span(), fmt.Sprintf("row `%s` is called %s: it gives %s in column `%s`, and the rows above come to %s; the difference is %s",
				row.ID.Value, oneLine(row.Label.Value), f.Printed, t.Columns[k].ID.Value, sum, f.Printed.Sub(sum)), "correct the figure; with `sum` and the rows that it adds up, it is computed")
		}
	}
}

// totalColumn looks at the figures of the last column, which is called a total: where it is one of the columns
// before it in some row, a row in which it is not has a slip.
func (c *Context) totalColumn(t *plan.TextTable, last int) {
	if len(t.Columns[last].Sum) > 0 {
		return
	}
	isTotal, wrong, right := false, -1, money.Zero
	all := t.Figures()
	for i := range all {
		sum, parts := money.Zero, 0
		for k := range last {
			if p := all[i][k].Printed; p != nil && !noTotal().MatchString(t.Columns[k].Label.Value) {
				sum, parts = sum.Add(*p), parts+1
			}
		}
		f := &all[i][last]
		switch {
		case f.Printed == nil || parts < 2:
		case f.Printed.Equal(sum):
			isTotal = true
		case wrong >= 0:
			return // nobody knows what it adds up
		case f.Given.IsSet():
			wrong, right = i, sum
		}
	}
	if !isTotal || wrong < 0 {
		return
	}
	f := &all[wrong][last]
	c.Report("tables/"+t.ID.Value, f.Given.Span(), fmt.Sprintf("column `%s` is called %s: it gives %s in row `%s`, and the columns before it come to %s; the difference is %s",
		f.Column.ID.Value, oneLine(f.Column.Label.Value), f.Printed, f.Row.ID.Value, right, f.Printed.Sub(right)), "correct the figure; with `sum` and the columns that it adds up, it is computed")
}

// addedUp returns the rows that a sum adds up, and those that these do.
func addedUp(t *plan.TextTable, row *plan.TextRow) map[string]bool {
	sums, within := map[string]*plan.TextRow{}, map[string]bool{}
	for i := range t.Rows {
		sums[t.Rows[i].ID.Value] = &t.Rows[i]
	}
	open := []*plan.TextRow{row}
	for len(open) > 0 {
		next := open[len(open)-1]
		open = open[:len(open)-1]
		for _, id := range next.Sum {
			if part := sums[id.Value]; part != nil && !within[id.Value] {
				within[id.Value] = true
				open = append(open, part)
			}
		}
	}
	return within
}
