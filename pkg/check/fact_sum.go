package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Name: "fact-sum", Severity: diag.Error, Title: "a sum of facts that cannot be worked out",
		Why: "The text that quotes the sum would print a wrong figure."},
	Run: func(c *Context) {
		facts := map[string]plan.Fact{}
		var ids []string
		for id, f := range schema.Values(c.Plan.Facts) {
			facts[id] = f
			ids = append(ids, id)
		}
		for id, f := range schema.Values(c.Plan.Facts) {
			c.addends(id, f, facts, ids)
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
		default:
			if circle := circleOf(facts, part.Value, []string{id}); circle != nil && slices.Min(circle) == id {
				c.Report(path, part.Span(), "these sums depend on each other in a circle: "+strings.Join(append(circle, id), " → "),
					"take one of them out of the `sum` of another")
			}
		}
	}
}

// circleOf follows sums from a fact back to the first of a path.
func circleOf(facts map[string]plan.Fact, id string, path []string) []string {
	if id == path[0] {
		return path
	}
	if slices.Contains(path, id) {
		return nil
	}
	for _, part := range facts[id].Sum {
		if circle := circleOf(facts, part.Value, append(slices.Clone(path), id)); circle != nil {
			return circle
		}
	}
	return nil
}
