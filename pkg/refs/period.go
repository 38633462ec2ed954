package refs

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/source"
)

// periodBudget is the budget of the period, as the summary has it: the total; for a plan of
// several years its years, or their sum, and which they are.
func (n *Names) periodBudget() Value {
	b := n.budget
	scope := b.Scope()
	shown, _ := scope.Shown()
	if !n.plan.Period.IsLong() || len(scope.Columns) == 0 {
		return n.amount(b.Total, shown)
	}
	v := Value{Kind: Yearly}
	add := func(column int, of source.At[string]) {
		v.Each = append(v.Each, InColumn{Label: of, Value: n.amount(b.Total, column)})
	}
	years := n.yearColumns(scope)
	if len(years) == 0 {
		add(shown, n.yearsOf(scope))
	}
	for _, c := range years {
		add(c, b.Columns[c].Label)
	}
	return v
}

// yearColumns returns the columns that are the years of the period, where no one column
// stands for all of it.
func (n *Names) yearColumns(scope budget.Scope) (years []int) {
	b, from, to := n.budget, n.plan.Period.From.Value.Year(), n.plan.Period.To.Value.Year()
	if !scope.IsShown() {
		return scope.Columns
	}
	first, last, named := b.Columns[scope.Columns[0]].Years()
	if len(scope.Columns) > 1 || !named || first <= from && last >= to {
		return nil
	}
	for i := range b.Columns {
		first, last, named := b.Columns[i].Years()
		if b.Columns[i].Kind == budget.AmountColumn && named && first >= from && last <= to {
			years = append(years, i)
		}
	}
	return years
}

// yearsOf names the years that an amount is of: by the head of its column, or as the period,
// or by the columns that it adds up.
func (n *Names) yearsOf(scope budget.Scope) source.At[string] {
	b, period := n.budget, source.At[string]{Value: "${period.year}"}
	shown, _ := scope.Shown()
	column := &b.Columns[shown]
	if _, _, named := column.Years(); named || column.Kind == budget.AmountColumn && column.Label.IsSet() {
		return column.Label
	}
	if len(scope.Columns) < 2 {
		return period
	}
	first, _, named := b.Columns[scope.Columns[0]].Years()
	_, last, ends := b.Columns[scope.Columns[len(scope.Columns)-1]].Years()
	if named && ends && first == n.plan.Period.From.Value.Year() && last == n.plan.Period.To.Value.Year() {
		return period
	}
	text := ""
	for i, c := range scope.Columns {
		if i > 0 {
			text += " + "
		}
		text += b.Columns[c].Label.Value
	}
	return source.At[string]{Value: text}
}
