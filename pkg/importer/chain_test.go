package importer

import (
	"maps"
	"testing"
)

// TestChainColumns: a head that names two depths of the results chain is always of the upper one.
func TestChainColumns(t *testing.T) {
	s := &splitter{results: map[string]int{"outcome": 1, "output": 2, "activity": 3}}
	for _, c := range []struct {
		heads []string
		want  map[int]int
	}{
		{[]string{"Outcome", "Outputs and activities", "By when"}, map[int]int{1: 1, 2: 2}},
		{[]string{"Outcomes", "Activities and outputs", "Activity"}, map[int]int{1: 1, 2: 2, 3: 3}},
		{[]string{"Outcomes", "Who", "Outputs"}, map[int]int{1: 1, 3: 2}},
		{[]string{"Outcomes", "Activities"}, nil},
	} {
		g := &grid{rows: make([]gridRow, 2)}
		for _, h := range c.heads {
			g.rows[0].cells = append(g.rows[0].cells, cell{text: h})
		}
		for range 30 { // maps have another order each time
			if got := s.chainColumns(g); !maps.Equal(got, c.want) {
				t.Fatalf("%v: got %v, want %v", c.heads, got, c.want)
			}
		}
	}
}
