package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
)

// Quoted is what a name inside a line stands for, such as a rate, over a scope of columns.
type Quoted struct {
	// Quotable is the one value: what all columns have, or, of what adds up such as a number
	// of units, the sum. It means nothing where the value differs.
	cost.Quotable
	Each []InColumn // the values by column
}

// InColumn is a value in a column.
type InColumn struct {
	cost.Quotable
	Column int
}

// Differs reports a value that cannot be quoted without its column: it is another in
// each and does not add up, as months, a rate or a price.
func (q *Quoted) Differs() bool {
	return !q.Adds && slices.ContainsFunc(q.Each, func(in InColumn) bool { return !in.Value.Equal(q.Value) })
}

// Quote returns what a name inside a line stands for; it is false where the line has no
// such value.
func (s Scope) Quote(b *Budget, l *Line, name string) (Quoted, bool) {
	for _, q := range s.Quotes(b, l) {
		if q.Name == name {
			return q, true
		}
	}
	return Quoted{}, false
}

// Quotes returns all values inside a line that prose may quote, each over the scope.
func (s Scope) Quotes(b *Budget, l *Line) (list []Quoted) {
	index := map[string]int{}
	for _, c := range s.Columns {
		for _, k := range l.Costs {
			for _, q := range k.Figures(b.Columns[c].ID) {
				at, known := index[q.Name]
				if !known {
					at = len(list)
					index[q.Name] = at
					list = append(list, Quoted{Quotable: q, Each: []InColumn{{q, c}}})
					continue
				}
				list[at].add(q, c)
			}
		}
	}
	return list
}

// add takes the value of a further column in.
func (q *Quoted) add(next cost.Quotable, column int) {
	q.Each = append(q.Each, InColumn{next, column})
	if q.Adds {
		q.Value = q.Value.Add(next.Value)
	}
}
