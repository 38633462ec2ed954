package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S150", Name: "mixed-levels", Severity: diag.Note, Title: "levels of risks in words, and others in numbers",
		Why:   "A reader cannot tell which of two risks is the likelier, and only those in numbers have a score.",
		Since: "0.3",
		Bad: `risks:
  - {id: late-money, text: Contributions arrive late, likelihood: high, impact: 4}
  - {id: no-rooms, text: No rooms are free, likelihood: «2», impact: 3}
  - {id: no-staff, text: A post stays vacant, likelihood: low, impact: 3}
`,
		Good: `risks:
  - {id: late-money, text: Contributions arrive late, likelihood: 4, impact: 4}
  - {id: no-rooms, text: No rooms are free, likelihood: 2, impact: 3}
  - {id: no-staff, text: A post stays vacant, likelihood: 2, impact: 3}
`},
	AboutThings: true,
	Run: func(c *Context) {
		c.mixedLevels("likelihood", func(r *plan.Risk) source.At[string] { return r.Likelihood })
		c.mixedLevels("impact", func(r *plan.Risk) source.At[string] { return r.Impact })
	},
})

// mixedLevels reports the first level of the kind that fewer risks have. A register whose likelihoods
// are all words and whose impacts are all numbers is of one kind in each column.
func (c *Context) mixedLevels(key string, of func(*plan.Risk) source.At[string]) {
	var words, numbers []*plan.Risk
	for i := range c.Plan.Risks {
		r := &c.Plan.Risks[i]
		if level := of(r); !level.IsSet() {
			continue
		} else if _, isNumber := plan.LevelNumber(level.Value); isNumber {
			numbers = append(numbers, r)
		} else {
			words = append(words, r)
		}
	}
	if len(words) == 0 || len(numbers) == 0 {
		return
	}
	few, many, kind, other := numbers, words, "a number", "a word"
	if len(words) < len(numbers) {
		few, many, kind, other = words, numbers, "a word", "a number"
	}
	odd, usual := of(few[0]), of(many[0])
	c.Report("risks/"+few[0].ID.Value, odd.Span(), fmt.Sprintf("the %s of `%s` is %s, and that of `%s` %s", key, few[0].ID.Value, kind, many[0].ID.Value, other),
		"write all of them in words, or all in numbers from 1 to 5", diag.Related{Span: usual.Span(), Note: other})
}
