package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S110", Name: "heading-near-template", Severity: diag.Warning, Title: "a heading a letter away from the template's own",
		Why:   "A heading that differs from the standing one by a letter or two is a slip in the largest type on the page.",
		Since: "0.1",
		Bad: `sections:
  - {id: outcomes, heading: «Excepted outcomes»}
`,
		Good: `sections:
  - {id: outcomes, heading: Results expected of the Unit}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		for _, s := range c.Plan.Sections {
			own, known := c.Headings[s.ID.Value]
			if known && s.Heading.IsSet() && !strings.Contains(s.Heading.Value, "${") && nearly(oneLine(s.Heading.Value), own) {
				c.Mend("sections/"+s.ID.Value, textSpan(s.Heading), own,
					fmt.Sprintf("the heading “%s” is almost the template's own, “%s”", oneLine(s.Heading.Value), own),
					"is it a slip? The template's own heading is printed where `heading` is left out")
			}
		}
	},
})

// nearly reports whether a heading looks like a slip for another: it differs in a letter
// or two, and not only in a plural s.
func nearly(heading, own string) bool {
	const long = 12 // characters; longer texts may differ in two
	a, b := strings.ToLower(heading), strings.ToLower(own)
	most := 1
	if len(b) >= long {
		most = 2
	}
	distance := editDistance(a, b)
	return distance > 0 && distance <= most && len(b) > 4 && !onlyPlural(a, b)
}

// onlyPlural reports whether two texts differ in nothing but the s of plurals.
func onlyPlural(a, b string) bool {
	left, right := strings.Fields(a), strings.Fields(b)
	if len(left) != len(right) {
		return false
	}
	for i := range left {
		if strings.TrimSuffix(left[i], "s") != strings.TrimSuffix(right[i], "s") {
			return false
		}
	}
	return true
}
