package whatif

import (
	"cmp"
	"maps"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/source"
)

// Input is a value of the plan that can be given another one.
type Input struct {
	Line  string // the id of the line that it is for
	Name  string // what an assignment calls it, such as travel.trip.quantity or travel.trip.quantity.2019
	Part  string // the name without the line, and without the column
	Label string // the column that it is for, where it is not for all of them; "" otherwise
	Node  source.Node
}

// Inputs returns what can be set in a budget, in the order of its lines and of the file.
func Inputs(b *budget.Budget) (list []Input) {
	for i := range b.Lines {
		list = append(list, inputsOf(b, &b.Lines[i])...)
	}
	return list
}

// inputsOf returns the inputs of a line. A value that several columns share is one, and bears
// no column's name where all that have such a value share it.
func inputsOf(b *budget.Budget, l *budget.Line) (list []Input) {
	if l.ID.Value == "" {
		return nil
	}
	seen := map[source.Node]bool{}
	for at, c := range b.Columns {
		values := valuesIn(b, l, c.ID)
		for _, part := range slices.Sorted(maps.Keys(values)) {
			node := values[part]
			name := l.ID.Value + "." + part
			if seen[node] || b.Columns[at].Kind != budget.AmountColumn && part != "stated" {
				continue
			}
			seen[node] = true
			in := Input{Line: l.ID.Value, Name: name, Part: part, Node: node}
			if same, differs := holders(b, l, part, node); len(differs) > 0 && len(same) == 1 {
				in.Name, in.Label = name+"."+c.ID, c.ID
			} else if len(differs) > 0 {
				continue // one for some of the columns has no name of its own
			}
			if _, err := settable(b, in.Name); err == nil {
				list = append(list, in)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Input) int { return cmp.Compare(a.Node.Start().Offset, b.Node.Start().Offset) })
	return list
}
