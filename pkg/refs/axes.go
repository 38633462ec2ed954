package refs

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// booked is what is booked on the values of an axis.
type booked struct{ figures [][]budget.Figure }

// costOf stands behind a result's name and asks for what it costs.
const costOf = "cost"

// onAxis returns what a name of a fund, a party, a time or a result stands for: funds.core,
// funds.core.2026, activities.workshops.cost, activities.workshops.cost.2026.
func (n *Names) onAxis(name string) (Value, bool) {
	for _, a := range cost.Axes() {
		for v, value := range n.budget.Values(a) {
			own, ok := axisName(a, value)
			rest, is := strings.CutPrefix(name, own)
			if !ok || !is || rest != "" && rest[0] != '.' {
				continue
			}
			row := n.bookedOn(a)
			if row == nil {
				return Value{}, true // nothing is booked there: it has no value
			}
			if rest == "" {
				return n.main(own, row[v]), true
			}
			if column, ok := n.budget.Column(rest[1:]); ok {
				return n.amount(row[v], column), true
			}
		}
	}
	return Value{}, false
}

// axisName returns the name by which prose quotes a value of an axis.
func axisName(a cost.Axis, v budget.Value) (string, bool) {
	if a != cost.For {
		return a.Values() + "." + v.ID, v.ID != ""
	}
	return strings.Replace(v.ID, "/", ".", 1) + "." + costOf, true
}

func (n *Names) bookedOn(a cost.Axis) [][]budget.Figure {
	if n.axes[a] == nil {
		n.axes[a] = &booked{n.budget.OnAxis(a)}
	}
	return n.axes[a].figures
}

// axisNames returns the names of all values that something is booked on.
func (n *Names) axisNames() (all []string) {
	for _, a := range cost.Axes() {
		if !n.budget.Books(a) {
			continue
		}
		for _, v := range n.budget.Values(a) {
			if name, ok := axisName(a, v); ok {
				all = append(all, name)
			}
		}
	}
	return all
}

// Booking returns what a line has to say so that the name of a fund, a party, a time or a result has
// a value, such as `for: workshops`; it is false for other names.
func Booking(name string) (string, bool) {
	keys := strings.Split(name, ".")
	if len(keys) < 2 {
		return "", false
	}
	for _, a := range cost.Axes() {
		isResult := len(keys) > 2 && keys[2] == costOf && (keys[0] == "outcomes" || keys[0] == "outputs" || keys[0] == "activities")
		if a == cost.For && isResult || a != cost.For && keys[0] == a.Values() {
			return a.Key() + ": " + keys[1], true
		}
	}
	return "", false
}
