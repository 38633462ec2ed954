package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S102", Name: "outcome-wording", Severity: diag.Warning, Title: "one outcome in two wordings",
		Why:   "The summary, the list of expected outcomes and the results chain speak of one commitment; two wordings make it two.",
		Since: "0.1",
		Bad: `outcomes:
  - id: meetings
    text: Meetings are held with the sponsorship programme.
    expected: Meetings are held with the sponsorship «programmes».
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}
`,
		Good: `outcomes:
  - id: meetings
    text: Meetings are held with the sponsorship programme.
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		for _, o := range c.Plan.Outcomes {
			c.outcomeWording(o)
		}
	},
})

// version is one of the wordings of an outcome in the plan.
type version struct {
	where string
	passage
}

// versions returns the wordings of an outcome: its text first.
func (c *Context) versions(o plan.Outcome) []version {
	var all []version
	add := func(where string, p plan.Prose) {
		if p.IsSet() {
			all = append(all, version{where, *c.passage(newText("outcomes/"+o.ID.Value, p, schema.AsListed))})
		}
	}
	add("the results chain", o.Text)
	add("the list of expected outcomes", o.Expected)
	for _, s := range c.Plan.Summary.Outcomes {
		if s.Outcome.Value == o.ID.Value {
			add("the summary", s.Text)
		}
	}
	return all
}

// outcomeWording reports each wording that differs from the most frequent one, or from the
// outcome's own text if no wording occurs twice.
func (c *Context) outcomeWording(o plan.Outcome) {
	all := c.versions(o)
	right, shared := all[0], 0
	for _, v := range all {
		n := 0
		for _, other := range all {
			if wording(v.read) == wording(other.read) {
				n++
			}
		}
		if n > shared {
			right, shared = v, n
		}
	}
	for _, v := range all {
		if wording(v.read) != wording(right.read) {
			c.wordedOtherwise(o, v, right)
		}
	}
}

func (c *Context) wordedOtherwise(o plan.Outcome, v, right version) {
	span, here := v.difference(right)
	other, there := right.difference(v)
	says := fmt.Sprintf("%s in %s, %s in %s", here, v.where, there, right.where)
	switch {
	case here == "":
		says = fmt.Sprintf("%s, which %s has, is missing in %s", there, right.where, v.where)
	case there == "":
		says = fmt.Sprintf("%s, which %s has, is missing in %s", here, v.where, right.where)
	}
	c.Report("outcomes/"+o.ID.Value, span, fmt.Sprintf("outcome `%s` has two wordings: %s", o.ID.Value, says),
		"use one wording in all places; leave `expected` out where it is the same",
		diag.Related{Span: other, Note: right.where})
}

// difference returns the words of a version that another does not have, and their span. If
// it has no such words, it returns none and the span of all its text.
func (v version) difference(other version) (source.Span, string) {
	mine, _ := unlike(wordsOf(v.read), wordsOf(other.read))
	if len(mine) == 0 {
		return textSpan(v.Prose), ""
	}
	from, to := mine[0].from, mine[len(mine)-1].to
	return v.span(from, to), "“" + oneLine(v.read[from:to]) + "”"
}
