package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
)

// waysOf returns the ways that the places of a line differ in; nil where they differ in one alone,
// in which they add up in any case.
func (b *Budget) waysOf(places []weighed) [][]int {
	if ways := b.waysOn(places); len(ways) > 1 {
		return ways
	}
	return nil
}

// waysOn says for each axis which value places have, from the coarse to the fine: the outcome
// before the activity, the sum before the fund. What a reader adds up, such as the halves of two
// funds, is rounded as such, whatever it is divided over besides.
func (b *Budget) waysOn(places []weighed) (ways [][]int) {
	add := func(value func(int) int) {
		way, n := grouped(len(places), value)
		if n > 1 && !slices.ContainsFunc(ways, func(other []int) bool { return slices.Equal(way, other) }) {
			ways = append(ways, way)
		}
	}
	for _, axis := range cost.Axes() {
		values := b.axes.values[axis]
		if axis == cost.For {
			for level := 1; level < 3; level++ {
				add(func(i int) int { return values.Ancestor(places[i].at[axis], level) })
			}
		} else {
			add(func(i int) int { return values.sumOf(places[i].at[axis]) })
		}
		add(func(i int) int { return places[i].at[axis] })
	}
	return ways
}

// sumOf returns the first value that adds a value up; itself where there is none.
func (v Values) sumOf(value int) int {
	if at := slices.IndexFunc(v, func(x Value) bool { return slices.Contains(x.Sum, value) }); at >= 0 {
		return at
	}
	return value
}

// grouped numbers the values of a list, in the order in which they come.
func grouped(n int, value func(int) int) (way []int, values int) {
	way = make([]int, n)
	index := map[int]int{}
	for i := range way {
		at, known := index[value(i)]
		if !known {
			at = len(index)
			index[value(i)] = at
		}
		way[i] = at
	}
	return way, len(index)
}
