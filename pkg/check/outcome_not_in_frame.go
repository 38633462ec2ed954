package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S140", Name: "outcome-not-in-frame", Severity: diag.Warning, Title: "an outcome that the plan of several years does not have",
		Why:   "A plan of a year carries out what was adopted for several; an outcome of its own needs a decision, or its id has a slip.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Bad: `frame: 2025-2028.yaml
outcomes:
  - id: «universality»
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Good: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`},
	Run: func(c *Context) {
		f := c.under()
		if f == nil || len(f.Plan.Outcomes) == 0 { // it may be one of money alone
			return
		}
		known, worded := outcomesOf(f.Plan), map[string]*plan.Outcome{}
		for i := range f.Plan.Outcomes {
			worded[wording(f.Plan.Outcomes[i].Text.Value)] = &f.Plan.Outcomes[i]
		}
		ids := make([]string, len(f.Plan.Outcomes))
		for i := range ids {
			ids[i] = f.Plan.Outcomes[i].ID.Value
		}
		for i := range c.Plan.Outcomes {
			o := &c.Plan.Outcomes[i]
			if known[o.ID.Value] != nil {
				continue
			}
			message, hint := fmt.Sprintf("the frame has no outcome `%s`", o.ID.Value), "if it is new, write it in the frame too, or add a waiver that says who approved it"
			if slip := diag.Suggest(o.ID.Value, ids); slip != "" {
				hint = "did you mean `" + slip + "`?"
			}
			var related []diag.Related
			if same := worded[wording(o.Text.Value)]; same != nil {
				message += fmt.Sprintf("; it calls the outcome of this text `%s`", same.ID.Value)
				hint = "call it `" + same.ID.Value + "` here too: an id is the same every year"
				related = append(related, diag.Related{Span: same.ID.Span(), Note: "in the frame"})
			}
			c.Report("outcomes/"+o.ID.Value, o.ID.Span(), message, hint, related...)
		}
	},
})
