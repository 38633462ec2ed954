package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B186", Name: "table-sum", Severity: diag.Error, Title: "a stated sum of a table of the text that its figures do not make",
		Why:   "A reader adds the figures up, and finds that one of them must be wrong.",
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
              - {id: all, label: Total, sum: [africa, asia], values: {visits: «6»}}
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
			all := t.Figures()
			for i := range all {
				for k := range all[i] {
					if f := &all[i][k]; f.Down != nil {
						c.tableSum(t, f, f.Down, "rows")
					} else {
						c.tableSum(t, f, f.Across, "columns")
					}
				}
			}
		}
	},
})

// tableSum reports a figure that the plan gives and that is not the sum of what it adds up. What is computed
// adds up down and across, unless something that is given does not.
func (c *Context) tableSum(t *plan.TextTable, f *plan.TextFigure, sum *plan.TextSum, what string) {
	if sum == nil || !f.Given.IsSet() || f.Printed == nil || f.Printed.Equal(sum.Sum) || f.IsNil() && sum.Sum.IsZero() {
		return
	}
	related := make([]diag.Related, 0, len(sum.Parts))
	parts := make([]string, 0, len(sum.Parts))
	for _, p := range sum.Parts {
		parts = append(parts, p.Printed.String())
		if p.Given.IsSet() {
			related = append(related, diag.Related{Span: p.Given.Span(), Note: "part of the sum"})
		}
	}
	const most = 8
	if len(parts) > most {
		parts = append(parts[:most:most], "…")
	}
	c.Report("tables/"+t.ID.Value, f.Given.Span(), fmt.Sprintf("row `%s`, column `%s`: stated %s, but the sum of the %s is %s (%s); the difference is %s",
		f.Row.ID.Value, f.Column.ID.Value, f.Printed, what, sum.Sum, strings.Join(parts, " + "), f.Printed.Sub(sum.Sum)),
		"correct the figure or its parts; or take the figure out, and the sum is computed; one that is no sum, such as a rate, belongs under `texts`", related...)
}
