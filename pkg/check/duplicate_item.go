package check

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S112", Name: "duplicate-item", Severity: diag.Warning, Title: "two items of one list that say the same",
		Why:   "An item that was copied and never changed stands in the place of another, which is now missing.",
		Since: "0.1",
		Bad: `assumptions:
  - That contributions are paid by 31 March.
  - «That contributions are paid by 31 March.»
`,
		Good: `assumptions:
  - That contributions are paid by 31 March.
  - That all posts are filled.
`},
	Run: func(c *Context) {
		p := c.Plan
		c.repeats("summary/objectives", p.Summary.Objectives, "objective")
		c.repeatedSummary()
		for i := range p.Sections {
			s := &p.Sections[i]
			c.repeats("sections/"+s.ID.Value, s.Paragraphs, "paragraph")
		}
		c.repeats("mandate", p.Mandate, "item of the mandate")
		for i := range p.Priorities {
			c.repeats(subject("priorities", i, p.Priorities[i].ID), p.Priorities[i].Items, "item of the priority")
		}
		c.repeatedPriorities()
		c.repeatedResults()
		c.repeatedMeasures()
		c.repeatedRisks()
		c.repeats("assumptions", p.Assumptions, "assumption")
		c.repeats("budget/notes", p.Budget.Notes, "note")
	},
})

// listItem is an item of a list: by what it is named, and the text that two must not share.
type listItem struct {
	subject, key string
	text         plan.Prose
}

// repeats reports items of one list with the same text. Two lists may repeat one another:
// the summary repeats the plan, and priorities may have items in common.
func (c *Context) repeats(path string, items []plan.Item, what string) {
	list := make([]listItem, len(items))
	for i := range items {
		list[i] = listItem{subject(path, i, items[i].ID), c.entry(items[i].Text), items[i].Text}
	}
	c.repeated(what, list)
}

func (c *Context) repeatedSummary() {
	var list []listItem
	for i := range c.Plan.Summary.Outcomes {
		o := &c.Plan.Summary.Outcomes[i]
		list = append(list, listItem{subject("summary/outcomes", i, o.Outcome), c.entry(o.Text), o.Text})
	}
	c.repeated("outcome of the summary", list)
}

// repeatedPriorities compares all that a priority says: many have a heading, and what
// matters is in their items.
func (c *Context) repeatedPriorities() {
	var list []listItem
	for i := range c.Plan.Priorities {
		p := &c.Plan.Priorities[i]
		text := p.Text
		if p.Heading.IsSet() {
			text = p.Heading
		}
		list = append(list, listItem{subject("priorities", i, p.ID), entryOf(p.Node), text})
	}
	c.repeated("priority", list)
}

// repeatedResults compares outcomes with one another, and the outputs of one outcome.
func (c *Context) repeatedResults() {
	var outcomes []listItem
	for i := range c.Plan.Outcomes {
		o := &c.Plan.Outcomes[i]
		outcomes = append(outcomes, listItem{subject("outcomes", i, o.ID), c.entry(o.Text), o.Text})
		var outputs []listItem
		for j := range o.Outputs {
			out := &o.Outputs[j]
			outputs = append(outputs, listItem{subject("outputs", j, out.ID), c.entry(out.Text), out.Text})
		}
		c.repeated("output", outputs)
	}
	c.repeated("outcome", outcomes)
}

// repeatedMeasures compares the indicators of one result, unit and all, and the milestones of one
// activity, with their dates: reports go out every quarter.
func (c *Context) repeatedMeasures() {
	c.Plan.EachMeasured(func(m *plan.Measures) {
		list := make([]listItem, len(m.Indicators))
		for i := range m.Indicators {
			in := &m.Indicators[i]
			list[i] = listItem{subject("indicators", i, in.ID), c.entry(in.Text) + "\n" + c.entry(in.Unit), in.Text}
		}
		c.repeated("indicator", list)
	})
	for a := range c.activities() {
		list := make([]listItem, len(a.Milestones))
		for i := range a.Milestones {
			m := &a.Milestones[i]
			list[i] = listItem{subject("activities/"+a.ID.Value, i, m.ID), c.entry(m.Text) + "\n" + m.Date.Node.Text(), m.Text}
		}
		c.repeated("milestone", list)
	}
}

func (c *Context) repeatedRisks() {
	list := make([]listItem, len(c.Plan.Risks))
	for i := range c.Plan.Risks {
		r := &c.Plan.Risks[i]
		list[i] = listItem{subject("risks", i, r.ID), c.entry(r.Text), r.Text}
	}
	c.repeated("risk", list)
}

func (c *Context) repeated(what string, list []listItem) {
	first := make(map[string]int, len(list))
	for i, x := range list {
		at, twice := first[x.key]
		switch {
		case x.key == "" || !x.text.IsSet():
		case !twice:
			first[x.key] = i
		default:
			c.Report(x.subject, textSpan(x.text), "this "+what+" stands twice in its list",
				"take one of the two out, or say what was meant", diag.Related{Span: textSpan(list[at].text), Note: "the first"})
		}
	}
}
