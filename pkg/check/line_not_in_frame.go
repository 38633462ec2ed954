package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B245", Name: "line-not-in-frame", Severity: diag.Note, Title: "a line that the plan of several years has under another id",
		Why:   "Lines are held against each other by their ids: one that is called otherwise may be above its figure, and nobody is told.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  columns:
    - {id: y2025, label: "2025"}
    - {id: y2026, label: "2026"}
  lines:
    - {id: trips, label: Travel, fixed: {y2025: 10000, y2026: 10000}}
`,
		Bad: `frame: 2025-2028.yaml
budget:
  lines:
    - {id: «travel», label: Travel, fixed: 9000}
`,
		Good: `frame: 2025-2028.yaml
budget:
  lines:
    - {id: trips, label: Travel, fixed: 9000}
`},
	Run: func(c *Context) {
		f := c.moneyFrame()
		if f == nil {
			return
		}
		spare := c.spareLines(f.Budget)
		for i := range c.Budget.Lines {
			l := &c.Budget.Lines[i]
			if _, ok := f.Budget.Line(l.ID.Value); ok || !l.ID.IsSet() {
				continue
			}
			for by, name := range calledBy(l) {
				other := spare[by+name]
				if other == nil {
					continue
				}
				c.Report("budget/"+l.ID.Value, l.ID.Span(), fmt.Sprintf("the frame has no line `%s`; it calls the line of this %s `%s`", l.ID.Value, by, other.ID.Value),
					"call it `"+other.ID.Value+"` here too: an id is the same every year, and the two are held against each other",
					diag.Related{Span: other.ID.Span(), Note: "in the frame"})
				break
			}
		}
	},
})

// spareLines returns the lines of a frame that the plan does not have, by the codes and labels that one of
// them alone has.
func (c *Context) spareLines(above *budget.Budget) map[string]*budget.Line {
	spare, seen := map[string]*budget.Line{}, map[string]bool{}
	for i := range above.Lines {
		l := &above.Lines[i]
		for by, name := range calledBy(l) {
			if _, own := c.Budget.Line(l.ID.Value); seen[by+name] || own {
				delete(spare, by+name)
			} else {
				spare[by+name] = l
			}
			seen[by+name] = true
		}
	}
	return spare
}

// calledBy returns what a line is known by besides its id, and what each is called: its code before its label.
func calledBy(l *budget.Line) func(yield func(by, name string) bool) {
	return func(yield func(by, name string) bool) {
		if l.Code.IsSet() && !yield("code", l.Code.Value) {
			return
		}
		if label := wording(l.Label.Value); label != "" {
			yield("label", label)
		}
	}
}
