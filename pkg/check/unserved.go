package check

import (
	"fmt"
	"iter"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S104", Name: "unserved", Severity: diag.Warning, Title: "a mandate item or a priority without an activity",
		Why:   "The plan would promise what no activity brings about and no amount pays for.",
		Since: "0.1",
		Bad: `mandate:
  - {id: advice, text: Offer advice to States Parties.}
  - {id: records, text: «Keep records of the meetings.»}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/advice]}
`,
		Good: `mandate:
  - {id: advice, text: Offer advice to States Parties.}
  - {id: records, text: Keep records of the meetings.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/advice]}
          - {id: archive, text: Keep the archive., serves: [mandate/records]}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		served := c.served()
		if len(served) == 0 {
			return // this plan does not say which activity serves what
		}
		for i, item := range c.Plan.Mandate {
			if path := subject("mandate", i, item.ID); !served[path] {
				c.unserved(path, "mandate item", textSpan(item.Text))
			}
		}
		for _, p := range c.Plan.Priorities {
			c.priority(p, served)
		}
	},
})

// served returns the paths that activities serve, or mean to serve: where one serves what
// does not exist, what it most likely means is not said to be served by nobody as well.
func (c *Context) served() map[string]bool {
	served := map[string]bool{}
	paths := c.servable()
	for _, s := range c.servesNothing(paths) {
		served[diag.Suggest(s.Value, paths)] = true
	}
	for a := range c.activities() {
		for _, s := range a.Serves {
			served[s.Value] = true
		}
	}
	return served
}

// activities walks the activities of all outputs.
func (c *Context) activities() iter.Seq[plan.Activity] {
	return func(yield func(plan.Activity) bool) {
		for _, o := range c.Plan.Outcomes {
			for _, out := range o.Outputs {
				for _, a := range out.Activities {
					if !yield(a) {
						return
					}
				}
			}
		}
	}
}

// priority reports a priority that nothing serves, or those of its items that
// nothing serves where others are served by name.
func (c *Context) priority(p plan.Priority, served map[string]bool) {
	path := "priorities/" + p.ID.Value
	if served[path] {
		return
	}
	var missing []int
	for i, item := range p.Items {
		if !served[subject(path, i, item.ID)] {
			missing = append(missing, i)
		}
	}
	if len(missing) == len(p.Items) {
		c.unserved(path, "priority", textSpan(p.Heading))
		return
	}
	for _, i := range missing {
		if item := p.Items[i]; item.ID.IsSet() {
			c.unserved(subject(path, i, item.ID), "priority item", textSpan(item.Text))
		}
	}
}

func (c *Context) unserved(path, noun string, at source.Span) {
	c.Report(path, at, fmt.Sprintf("no activity serves this %s", noun),
		fmt.Sprintf("add an activity, or add `%s` to the `serves` of the one that does", path))
}
