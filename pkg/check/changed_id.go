package check

import (
	"fmt"
	"iter"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S108", Name: "changed-id", Severity: diag.Warning, Title: "another id for the same thing",
		Why:   "Two years are compared by their ids: under another id, what stayed looks like one thing dropped and another added.",
		Since: "0.1",
		Last: `document:
  date: 2023-06-02
period: {from: 2024-01-01, to: 2024-12-31}
budget:
  lines:
    - {id: pay, label: Salaries, fixed: 340000}
`,
		Bad: `budget:
  lines:
    - {id: «salaries», label: Salaries, fixed: 345054}
`,
		Good: `budget:
  lines:
    - {id: pay, label: Salaries, fixed: 345054}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		if c.Last != nil {
			c.changedIDs(c.Last.Plan, [2]string{"the year before", "had"}, func(string) bool { return true })
		}
		if f := c.under(); f != nil { // what else the two share, its own rules compare
			c.changedIDs(f.Plan, [2]string{"in the frame", "has"}, func(kind string) bool { return kind == "indicators" })
		}
	},
})

// changedIDs reports what another plan has under another id, of the kinds that are asked for.
func (c *Context) changedIDs(other *plan.Plan, when [2]string, isAsked func(kind string) bool) {
	now, before, had := map[string]bool{}, map[string]identified{}, map[string]bool{}
	for k := range withIDs(c.Plan) {
		now[k.path()] = true
	}
	for k := range withIDs(other) {
		had[k.path()] = true
		if !now[k.path()] && isAsked(k.kind) {
			before[k.kind+" "+wording(k.text.Value)] = k
		}
	}
	for k := range withIDs(c.Plan) {
		old, same := before[k.kind+" "+wording(k.text.Value)]
		if !same || had[k.path()] {
			continue
		}
		c.Report(k.path(), k.id.Span(), fmt.Sprintf("the id is `%s`; %s, the same text %s `%s`", k.id.Value, when[0], when[1], old.id.Value),
			fmt.Sprintf("write `%s` again, also where it is referred to", old.id.Value), diag.Related{Span: old.id.Span(), Note: when[0]})
	}
}

// identified is a thing that has an id, and its text.
type identified struct {
	kind string
	id   plan.ID
	text plan.Prose
}

func (k identified) path() string { return k.kind + "/" + k.id.Value }

// withIDs walks what the plan gives ids to.
func withIDs(p *plan.Plan) iter.Seq[identified] {
	return func(yield func(identified) bool) {
		walk := &idWalk{yield: yield}
		walk.items("mandate", p.Mandate)
		walk.items("assumptions", p.Assumptions)
		walk.items("summary/objectives", p.Summary.Objectives)
		walk.items("budget/notes", p.Budget.Notes)
		for _, s := range p.Sections {
			walk.items("sections/"+s.ID.Value, s.Paragraphs)
		}
		for _, x := range p.Priorities {
			walk.add("priorities", x.ID, x.Heading)
			walk.items("priorities/"+x.ID.Value, x.Items)
		}
		for _, o := range p.Outcomes {
			walk.add("outcomes", o.ID, o.Text)
			for _, out := range o.Outputs {
				walk.add("outputs", out.ID, out.Text)
				for _, a := range out.Activities {
					walk.add("activities", a.ID, a.Text)
				}
			}
		}
		p.EachIndicator(func(in *plan.Indicator) {
			walk.add("indicators", in.ID, in.Text)
		})
		for i := range p.Risks {
			walk.add("risks", p.Risks[i].ID, p.Risks[i].Text)
		}
		for i := range p.Actors {
			walk.add("actors", p.Actors[i].ID, p.Actors[i].Label)
		}
		for _, f := range p.Facts {
			walk.add("facts", f.Key, f.Key)
		}
		walk.lines(p.Budget.Lines)
		walk.lines(p.Budget.Financing)
		for i := range p.Budget.Outside {
			walk.add("budget", p.Budget.Outside[i].ID, p.Budget.Outside[i].Label)
		}
	}
}

type idWalk struct {
	yield func(identified) bool
	over  bool
}

func (w *idWalk) add(kind string, id plan.ID, text plan.Prose) {
	if !w.over && id.IsSet() && text.IsSet() {
		w.over = !w.yield(identified{kind, id, text})
	}
}

func (w *idWalk) items(kind string, items []plan.Item) {
	for _, i := range items {
		w.add(kind, i.ID, i.Text)
	}
}

func (w *idWalk) lines(lines []cost.Line) {
	for i := range lines {
		w.add("budget", lines[i].ID, lines[i].Label)
		w.lines(lines[i].Lines)
	}
}
