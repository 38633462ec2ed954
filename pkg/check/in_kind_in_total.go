package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B204", Name: "in-kind-in-total", Severity: diag.Warning, Title: "a contribution in kind inside the total",
		Why:   "What is given in kind is not paid by States Parties; inside the total they would be asked for it.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: rent, label: Office rent «in kind», fixed: 12000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  outside:
    - {id: rent, label: Office rent, provider: The host State, kind: in-kind}
`},
	Run: func(c *Context) {
		for i := range c.Budget.Lines {
			line := &c.Budget.Lines[i]
			if line.IsGroup() || !c.costs(line) {
				continue
			}
			for _, p := range []plan.Prose{line.Label, line.Note} {
				if at := inKind().FindStringIndex(p.Value); at != nil && !excludesInKind(p, at[0]) {
					c.Report("budget/"+line.ID.Value, p.Node.Part(at[0], at[1]),
						fmt.Sprintf("%q is called in kind, but its amount is part of the total", c.label(line.Label)),
						"move it to `outside`, where contributions in kind are shown without being added up; or word the note otherwise")
					break
				}
			}
		}
	},
})

var (
	inKind = pattern.Lazy(`(?i)\bin[- ]kind\b`)
	// Words by which a note says that what is given in kind is not part of the line's
	// amount.
	excluding = pattern.Lazy(`(?i)\b(?:not?|exclud\w*|addition\w*|outside|separate\w*|beside\w*|beyond|other than|except|without|supplement\w*|complement\w*|net of|less|after|reduced|below)\b`)
)

// excludesInKind reports whether the sentence says that what is given in kind is not part
// of the amount.
func excludesInKind(p plan.Prose, at int) bool {
	s, _ := sentence(p.Value, at)
	return excluding().MatchString(s)
}

// costs reports whether a line has an amount in any column of amounts.
func (c *Context) costs(line *budget.Line) bool {
	for i := range line.Figures {
		if c.Budget.Columns[i].Kind == budget.AmountColumn && !line.Figures[i].Printed.IsZero() {
			return true
		}
	}
	return false
}
