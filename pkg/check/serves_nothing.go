package check

import (
	"fmt"
	"iter"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S105", Name: "serves-nothing", Severity: diag.Error, Title: "an activity that serves what does not exist",
		Why:   "The link between mandate and activity would be lost, and the mandate item counted as served by nobody.",
		Since: "0.1",
		Bad: `mandate:
  - {id: advice, text: Offer advice to States Parties.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/advice]}
          - {id: archive, text: Keep the archive., serves: [«mandate/advise»]}
`,
		Good: `mandate:
  - {id: advice, text: Offer advice to States Parties.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/advice]}
          - {id: archive, text: Keep the archive., serves: [mandate/advice]}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		paths := c.servable()
		for a, s := range c.servesNothing(paths) {
			c.Report("activities/"+a.ID.Value, s.Span(),
				fmt.Sprintf("activity `%s` serves `%s`, which does not exist", a.ID.Value, s.Value),
				diag.DidYouMean(s.Value, paths))
		}
	},
})

// servesNothing walks the activities that serve what is not among the paths.
func (c *Context) servesNothing(paths []string) iter.Seq2[plan.Activity, source.At[string]] {
	known := make(map[string]bool, len(paths))
	for _, p := range paths {
		known[p] = true
	}
	return func(yield func(plan.Activity, source.At[string]) bool) {
		for a := range c.activities() {
			for _, s := range a.Serves {
				if !known[s.Value] && !yield(a, s) {
					return
				}
			}
		}
	}
}

// servable returns the paths that an activity can serve.
func (c *Context) servable() []string {
	var paths []string
	for i, item := range c.Plan.Mandate {
		paths = append(paths, subject("mandate", i, item.ID))
	}
	for _, p := range c.Plan.Priorities {
		path := "priorities/" + p.ID.Value
		paths = append(paths, path)
		for i, item := range p.Items {
			paths = append(paths, subject(path, i, item.ID))
		}
	}
	return paths
}
