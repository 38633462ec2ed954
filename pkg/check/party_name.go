package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/states"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B161", Name: "party-name", Severity: diag.Note, Title: "a Party whose name is not that of the United Nations",
		Why: "Documents call States by their short names in the United Nations (un.org, member States and observers, 1 January 2025). " +
			"Another name may be a slip; it may also be right, so this is only noted, and not at all for documents from before 2023.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Norway, scale: 0.679}
        - {party: «Sweeden», scale: 0.871}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Norway, scale: 0.679}
        - {party: Sweden, scale: 0.871}
`},
	AboutThings: true,
	Run: func(c *Context) {
		if !c.isEnglish() { // the list has the English names
			return
		}
		if c.Plan.Document.Date.Value.Format("2006-01-02") < states.Since {
			return
		}
		for _, shared := range c.Budget.Contributions {
			for i := range shared.Parties {
				p := &shared.Parties[i]
				switch short, known := states.Find(p.Label.Value); {
				case !known:
					hint := "nothing need be done where it is right"
					if near := diag.Suggest(p.Label.Value, states.Names()); near != "" {
						hint = "did you mean `" + near + "`?"
					}
					c.Report(shared.Path(), p.Label.Span(), fmt.Sprintf("%s is not among the names of States in the United Nations (%s)", p.Label.Value, states.Date), hint)
				case !states.IsUsual(p.Label.Value):
					c.Report(shared.Path(), p.Label.Span(), fmt.Sprintf("the United Nations call %s %s", p.Label.Value, short), "write `"+short+"`, unless this treaty has the other name")
				}
			}
		}
	},
})
