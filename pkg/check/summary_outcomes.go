package check

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S101", Name: "summary-outcomes", Severity: diag.Warning, Title: "a summary that promises other outcomes than the plan",
		Why:   "Many delegations read the summary only; an outcome that stands there and nowhere else has no activities and no budget behind it.",
		Since: "0.1",
		Bad: `summary:
  outcomes:
    - {outcome: universal, text: The Convention has become more universal.}
    - «The presidency has led the work of the Convention.»
`,
		Good: `summary:
  outcomes:
    - {outcome: universal, text: The Convention has become more universal.}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		if len(c.Plan.Summary.Outcomes) == 0 {
			return // the summary prints the plan's own outcomes
		}
		worded := map[string]bool{}
		for i, s := range c.Plan.Summary.Outcomes {
			if id, ok := c.outcomeMeant(s); ok {
				worded[id] = true
			} else {
				c.noOutcome(i, s)
			}
		}
		for _, o := range c.Plan.Outcomes {
			if !worded[o.ID.Value] {
				c.notInSummary(o)
			}
		}
	},
})

// outcomeMeant returns the outcome that the summary words: the one that it names,
// or one of the same wording.
func (c *Context) outcomeMeant(s plan.SummaryOutcome) (string, bool) {
	for _, o := range c.Plan.Outcomes {
		named := s.Outcome.IsSet() && s.Outcome.Value == o.ID.Value
		if named || !s.Outcome.IsSet() && wording(s.Text.Value) == wording(o.Text.Value) {
			return o.ID.Value, true
		}
	}
	return "", false
}

// telling is the least likeness of two texts that may be wordings of one thing.
const telling = 60

func (c *Context) noOutcome(i int, s plan.SummaryOutcome) {
	subject := "summary/outcomes/" + strconv.Itoa(i+1)
	if s.Outcome.IsSet() {
		c.Report(subject, s.Outcome.Span(),
			fmt.Sprintf("the summary names the outcome `%s`, which does not exist", s.Outcome.Value),
			diag.DidYouMean(s.Outcome.Value, c.outcomeIDs()))
		return
	}
	best, like := plan.Outcome{}, 0
	for _, o := range c.Plan.Outcomes {
		if l := likeness(s.Text.Value, o.Text.Value); l > like {
			best, like = o, l
		}
	}
	hint := "leave it out of the summary, or add an outcome with its outputs and activities"
	var related []diag.Related
	if like > 0 {
		related = []diag.Related{{Span: textSpan(best.Text), Note: fmt.Sprintf("the most alike: outcome `%s`", best.ID.Value)}}
	}
	if like >= telling {
		hint = fmt.Sprintf("%s; if outcome `%s` is meant, say so: \"outcome: %s\"", hint, best.ID.Value, best.ID.Value)
	}
	c.Report(subject, textSpan(s.Text), fmt.Sprintf("the summary's outcome %d is none of the plan's %s",
		i+1, count(len(c.Plan.Outcomes), "outcome")), hint, related...)
}

func (c *Context) notInSummary(o plan.Outcome) {
	best, like, number := plan.SummaryOutcome{}, 0, 0
	for i, s := range c.Plan.Summary.Outcomes {
		if l := likeness(s.Text.Value, o.Text.Value); !s.Outcome.IsSet() && l > like {
			best, like, number = s, l, i+1
		}
	}
	hint := fmt.Sprintf("add it to the summary with \"outcome: %s\"", o.ID.Value)
	var related []diag.Related
	if like > 0 {
		related = []diag.Related{{Span: textSpan(best.Text), Note: fmt.Sprintf("the most alike: the summary's outcome %d", number)}}
	}
	if like >= telling {
		hint += fmt.Sprintf(", or write that line to the summary's outcome %d if it is the one", number)
	}
	c.Report("outcomes/"+o.ID.Value, textSpan(o.Text), fmt.Sprintf("the summary does not have the outcome `%s`", o.ID.Value), hint, related...)
}

func (c *Context) outcomeIDs() []string {
	var ids []string
	for _, o := range c.Plan.Outcomes {
		ids = append(ids, o.ID.Value)
	}
	return slices.Clip(ids)
}
