package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R101", Name: "fact-sum", Severity: diag.Error, Title: "a sum of facts that is wrong or cannot be worked out",
		Why:   "The text that quotes the sum would print a wrong figure.",
		Since: "0.1",
		Bad: `facts:
  states_parties: {value: 101}
  signatories: {value: 18}
  states: {sum: [states_parties, signatories], value: «120»}
`,
		Good: `facts:
  states_parties: {value: 101}
  signatories: {value: 18}
  states: {sum: [states_parties, signatories], value: 119}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		facts := map[string]plan.Fact{}
		var ids []string
		for id, f := range schema.Values(c.Plan.Facts) {
			facts[id] = f
			ids = append(ids, id)
		}
		circles := circleFinder{c: c, facts: facts, state: map[string]int{}}
		for id, f := range schema.Values(c.Plan.Facts) {
			c.addends(id, f, facts, ids)
			circles.visit(id)
			c.statedSum(id, f, facts)
		}
	},
})

func (c *Context) addends(id string, f plan.Fact, facts map[string]plan.Fact, ids []string) {
	path := "facts/" + id
	for _, part := range f.Sum {
		other, known := facts[part.Value]
		switch {
		case !known:
			c.Report(path, part.Span(), fmt.Sprintf("the sum `%s` names the fact `%s`, which does not exist", id, part.Value),
				diag.DidYouMean(part.Value, ids))
		case other.Text.IsSet():
			c.Report(path, part.Span(), fmt.Sprintf("the sum `%s` names the fact `%s`, which is words and no figure", id, part.Value),
				"give that fact a `value`, or take it out of the sum", diag.Related{Span: other.Text.Span(), Note: "the words"})
		}
	}
}

// statedSum compares a sum with what the plan states for it.
func (c *Context) statedSum(id string, f plan.Fact, facts map[string]plan.Fact) {
	if !f.Value.IsSet() || len(f.Sum) == 0 {
		return
	}
	sum, known := c.Names.Sum(f)
	if !known || sum.Equal(f.Value.Value) {
		return
	}
	var parts []string
	var related []diag.Related
	for _, part := range f.Sum {
		if v, ok := c.Names.Fact(part.Value); ok {
			parts = append(parts, v.String())
			at := part.Span()
			if f := facts[part.Value]; f.Value.IsSet() {
				at = f.Value.Span()
			}
			related = append(related, diag.Related{Span: at, Note: part.Value + " " + v.String()})
		}
	}
	c.Report("facts/"+id, f.Value.Span(), fmt.Sprintf("the fact `%s` is stated as %s, but %s = %s", id, f.Value.Value.String(), strings.Join(parts, " + "), sum.String()),
		"correct the figure that is wrong, or leave `value` out: the sum is computed", related...)
}

// circleFinder finds sums that lead back to themselves, or that count a fact twice, each
// fact being looked at once.
type circleFinder struct {
	c       *Context
	facts   map[string]plan.Fact
	state   map[string]int // 1 while its sum is followed, 2 when that is done
	path    []string
	tally   plan.Tally
	tooMany bool
}

func (w *circleFinder) visit(id string) {
	if w.state[id] != 0 {
		return
	}
	w.state[id] = 1
	w.path = append(w.path, id)
	for _, part := range w.facts[id].Sum {
		if w.state[part.Value] == 1 {
			circle := append(slices.Clone(w.path[slices.Index(w.path, part.Value):]), part.Value)
			w.c.Report("facts/"+id, part.Span(), "these sums depend on each other in a circle: "+strings.Join(circle, " → "),
				"take one of them out of the `sum` of another")
			continue
		}
		w.visit(part.Value)
	}
	w.path = w.path[:len(w.path)-1]
	w.state[id] = 2
	w.count(id)
}

// count reports a sum that counts a fact twice, through other sums. One that names a fact
// twice by itself is found where lists are read.
func (w *circleFinder) count(id string) {
	sum := w.facts[id].Sum
	parts := make([]plan.Part, len(sum))
	for i, part := range sum {
		parts[i].Name = part.Value
	}
	twice, known := w.tally.Put(id, parts...)
	switch {
	case !known && !w.tooMany:
		w.tooMany = true
		w.c.Report("facts/"+id, sum[0].Span(), "these sums are made of each other too often to be followed", "name the facts themselves")
	case twice != nil && known:
		at := func(name string) source.Span {
			return sum[slices.IndexFunc(sum, func(part plan.ID) bool { return part.Value == name })].Span()
		}
		w.c.Report("facts/"+id, at(twice.Second), fmt.Sprintf("the sum `%s` counts the fact `%s` twice: %s", id, twice.Name, twice.Ways()),
			"take one of the two out, so that each fact counts once", diag.Related{Span: at(twice.First), Note: "the first"})
	}
}
