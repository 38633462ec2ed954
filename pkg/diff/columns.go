package diff

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// columns shares the change of a line out, column by column: those that its amount adds up
// in one budget are compared with those of the other, by their ids, or where these are
// others by their order. If the amount is stated, or is no sum of its columns, nothing is
// known but the two amounts.
func (x *attribution) columns(old, now *budget.Line, before, after *Side) {
	was, is := before.Budget.Amount(old.Figures), after.Budget.Amount(now.Figures)
	a, b := before.Budget.Scope().Columns, after.Budget.Scope().Columns
	if len(a) < 2 && len(b) < 2 || !addsUp(was, old, a) || !addsUp(is, now, b) {
		x.split(derivation(was), derivation(is))
		return
	}
	for _, p := range pairColumns(before.Budget, a, after.Budget, b) {
		switch {
		case p.old < 0:
			x.add(New, now.Figures[p.now].Printed)
		case p.now < 0:
			x.add(Dropped, old.Figures[p.old].Printed.Neg())
		default:
			inside := &attribution{}
			a, b := derivation(&old.Figures[p.old]), derivation(&now.Figures[p.now])
			inside.split(a, b)
			name := columnName(after.Budget, p.now)
			if a.Op == cost.Given && b.Op == cost.Given {
				x.input(name, a, b)
			}
			x.take(inside, name+", ")
		}
	}
}

// take adds what was found inside a part, whose name stands before that of each input.
func (x *attribution) take(inside *attribution, name string) {
	for _, p := range inside.parts {
		x.add(p.Cause, p.Amount)
	}
	for _, i := range inside.inputs {
		if i.Label == BaseInput {
			continue // the part that is owed to the base says it
		}
		i.Label = name + i.Label
		x.inputs = append(x.inputs, i)
	}
}

// addsUp reports whether a figure is the sum of a line's figures in some columns.
func addsUp(f *budget.Figure, l *budget.Line, columns []int) bool {
	rest := f.Printed
	for _, c := range columns {
		rest = rest.Sub(l.Figures[c].Printed)
	}
	return rest.IsZero()
}

// derivation returns how a printed figure came about: by its rule, where the printed
// figure is the rule's, even if it is stated too.
func derivation(f *budget.Figure) cost.Step {
	if f.Computed != nil && f.Computed.Equal(f.Printed) {
		return f.Exact
	}
	return cost.Step{Op: cost.Given, Value: f.Printed, Node: f.Stated.Node}
}

func columnName(b *budget.Budget, column int) string { return clean(b.Columns[column].Label.Value) }

// columnPair is a column of the old budget and what became of it; -1 for none.
type columnPair struct{ old, now int }

// pairColumns matches columns of two budgets: where there are as many, but other ones, in
// their order, since next year's plan moves all years on; or else by their ids, and what is
// left in its order.
func pairColumns(old *budget.Budget, a []int, now *budget.Budget, b []int) (pairs []columnPair) {
	partner, taken := map[int]int{}, map[int]bool{}
	same := func(i, j int) bool { return old.Columns[i].ID == now.Columns[j].ID }
	known := func(j int) bool { return slices.ContainsFunc(a, func(i int) bool { return same(i, j) }) }
	shifted := len(a) == len(b) && slices.ContainsFunc(b, func(j int) bool { return !known(j) })
	for _, j := range b {
		for _, i := range a {
			if !shifted && !taken[i] && same(i, j) {
				partner[j], taken[i] = i, true
				break
			}
		}
	}
	next := 0
	for _, j := range b {
		if _, has := partner[j]; has {
			continue
		}
		for next < len(a) && taken[a[next]] {
			next++
		}
		if next < len(a) {
			partner[j], taken[a[next]] = a[next], true
		}
	}
	for _, j := range b {
		i, has := partner[j]
		if !has {
			i = -1
		}
		pairs = append(pairs, columnPair{i, j})
	}
	for _, i := range a {
		if !taken[i] {
			pairs = append(pairs, columnPair{i, -1})
		}
	}
	return pairs
}
