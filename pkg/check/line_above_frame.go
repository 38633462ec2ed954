package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B242", Name: "line-above-frame", Severity: diag.Note, Title: "a line above what the plan of several years has for it",
		Why:   "A line may take from another one within the same total; whoever approved the frame asks why.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  columns:
    - {id: y2025, label: "2025"}
    - {id: y2026, label: "2026"}
  lines:
    - {id: salaries, label: Salaries, fixed: {y2025: 340000, y2026: 345000}}
    - {id: travel, label: Travel, fixed: {y2025: 20000, y2026: 25000}}
`,
		Bad: `frame: 2025-2028.yaml
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 330000}
    - {id: travel, label: Travel, fixed: «30000»}
`,
		Good: `frame: 2025-2028.yaml
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 340000}
    - {id: travel, label: Travel, fixed: 20000}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		f := c.moneyFrame()
		if f == nil || !f.HasFigures() {
			return
		}
		said := make([]bool, len(c.Budget.Lines)) // of a line, or of one in it
		for i := len(c.Budget.Lines) - 1; i >= 0; i-- {
			l := &c.Budget.Lines[i]
			for at := i + 1; at < l.End; at = max(at+1, c.Budget.Lines[at].End) {
				said[i] = said[i] || said[at]
			}
			if !said[i] {
				said[i] = c.lineAbove(f, l)
			}
		}
	},
})

// lineAbove reports a line that is above its figure in the frame.
func (c *Context) lineAbove(f *budget.Frame, l *budget.Line) bool {
	other, ok := f.Budget.Line(l.ID.Value)
	if !ok {
		return false
	}
	now, above := c.Budget.Amount(l.Figures), f.Figure(other.Figures)
	by, ok := c.aboveFrame(now, above)
	if !ok {
		return false
	}
	c.Report("budget/"+l.ID.Value, written(l, now),
		fmt.Sprintf("%s: %s is %s above the figure of the frame for %s, %s", c.label(l.Label), c.money(now.Printed), c.money(by), c.years(), c.money(above.Printed)),
		"check the line; if it may have more in this year, nothing need be done",
		diag.Related{Span: written(other, above), Note: "in the frame"}).Amount = by
	return true
}
