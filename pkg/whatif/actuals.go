package whatif

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/source"
)

// spent returns what a name of the accounts stands for: may_exceed, stated.spent, or what the plan
// itself says of a line, as actuals.travel.spent, or of what a fund paid of it, as
// actuals.travel.core.spent. What stands in a file is set there.
func spent(b *budget.Budget, name, part string) (target, error) {
	a := b.Actuals
	if a == nil {
		return target{}, problemf("%s: the plan does not say what was spent", name)
	}
	values := map[string]source.Node{"may_exceed": a.MayExceed.Node, "stated.spent": a.Stated.Spent.Node, "stated.committed": a.Stated.Committed.Node}
	var names []string
	var own []string
	for i := range a.Lines {
		if l := &a.Lines[i]; !a.List.IsSet() {
			id := l.Line.Value
			if l.Fund.IsSet() {
				id += "." + l.Fund.Value
			}
			values[id+".spent"], values[id+".committed"] = l.Spent.Node, l.Committed.Node
			own = append(own, id+".spent", id+".committed")
		}
	}
	for _, key := range []string{"may_exceed", "stated.spent", "stated.committed"} {
		if !values[key].IsZero() {
			names = append(names, key)
		}
	}
	for _, key := range own {
		if node := values[key]; !node.IsZero() {
			names = append(names, key)
		}
	}
	node := values[part]
	switch _, isFigure := figure(a, part); {
	case !node.IsZero():
		return target{name: name, node: node}, nil
	case a.List.IsSet() && isFigure:
		return target{}, problemf("%s: what was spent stands in the file %s; change it there, or try another file in a copy of the plan", name, a.List.Value)
	case len(names) == 0:
		return target{}, problemf("%s: the plan has no such value of the accounts", name)
	}
	return target{}, problemf("%s: the plan has no such value of the accounts; it has actuals.%s", name, strings.Join(names[:min(len(names), mostNames)], ", actuals."))
}

// mostNames is how many names a message lists.
const mostNames = 8

// figure returns the row that the name of a figure of the accounts is of.
func figure(a *budget.Actuals, part string) (*budget.ActualRow, bool) {
	id, _, _ := strings.Cut(part, ".")
	if rest, ok := strings.CutPrefix(part, "funds."); ok {
		fund, _, _ := strings.Cut(rest, ".")
		return a.Fund(fund)
	}
	return a.Row(id)
}
