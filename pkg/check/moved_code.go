package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B246", Name: "moved-code", Severity: diag.Warning, Title: "two lines that have each other's codes",
		Why:   "Accounts are booked by code: where two codes changed places, all that is spent on one line stands on the other.",
		Since: "0.3",
		Last: `document:
  date: 2023-06-02
period: {from: 2024-01-01, to: 2024-12-31}
budget:
  lines:
    - {id: travel, code: "6100", label: Travel, fixed: 9000}
    - {id: rent, code: "6200", label: Rent, fixed: 12000}
`,
		Bad: `budget:
  lines:
    - {id: travel, code: «"6200"», label: Travel, fixed: 9000}
    - {id: rent, code: "6100", label: Rent, fixed: 12000}
`,
		Good: `budget:
  lines:
    - {id: travel, code: "6100", label: Travel, fixed: 9000}
    - {id: rent, code: "6200", label: Rent, fixed: 12000}
`},
	AboutThings: true,
	Run: func(c *Context) {
		if c.Last != nil {
			c.movedCodes(c.Last.Budget, "the year before")
		}
		if f := c.under(); f != nil && (c.Last == nil || f.Plan != c.Last.Plan) {
			c.movedCodes(f.Budget, "in the frame")
		}
	},
})

// movedCodes reports the first of two lines that another budget has with the code of the other.
func (c *Context) movedCodes(other *budget.Budget, when string) {
	codes := map[string]string{}
	for i := range c.Budget.Lines {
		if l := &c.Budget.Lines[i]; l.ID.IsSet() {
			codes[l.ID.Value] = l.Code.Value
		}
	}
	had := map[string]*budget.Line{}
	for i := range other.Lines {
		if l := &other.Lines[i]; l.Code.IsSet() && l.ID.IsSet() {
			had[l.Code.Value] = l
		}
	}
	said := map[string]bool{}
	for i := range c.Budget.Lines {
		l := &c.Budget.Lines[i]
		was := had[l.Code.Value]
		before, known := other.Line(l.ID.Value)
		if was == nil || !known || was.ID.Value == l.ID.Value || said[was.ID.Value] || codes[was.ID.Value] != before.Code.Value || !before.Code.IsSet() {
			continue
		}
		said[l.ID.Value] = true
		c.Report("budget/"+l.ID.Value, l.Code.Span(), fmt.Sprintf("%s has the code %s, which %s had %s, and the other way round", c.label(l.Label), l.Code.Value, c.label(was.Label), when),
			"give the codes back; nothing needs to be done where the accounts were numbered anew", diag.Related{Span: was.Code.Span(), Note: when})
	}
}
