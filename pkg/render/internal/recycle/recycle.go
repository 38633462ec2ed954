// Package recycle has the sign of recycling, which documents of the United Nations have at the
// foot of page one: three arrows that follow one another.
package recycle

import (
	"bytes"
	"fmt"
)

// Side is the length of the square that the sign stands in.
const Side = 1000

// Point is one of an outline: X from the left, Y from the top.
type Point struct{ X, Y int }

// Arrows are the outlines of the three arrows.
var Arrows = [3][]Point{
	{{352, 410}, {500, 154}, {547, 236}, {481, 274}, {736, 410}, {745, 122}, {679, 160}, {604, 29}, {396, 29}, {220, 334}},
	{{692, 486}, {840, 742}, {745, 742}, {745, 666}, {500, 819}, {745, 971}, {745, 895}, {896, 895}, {1000, 715}, {824, 410}},
	{{456, 742}, {160, 742}, {208, 661}, {274, 699}, {264, 410}, {9, 546}, {75, 584}, {0, 715}, {104, 895}, {456, 895}},
}

// Path is the sign as the path of a vector picture.
func Path() string {
	var b bytes.Buffer
	for _, arrow := range Arrows {
		for i, p := range arrow {
			fmt.Fprintf(&b, "%c%d %d", "ML"[min(i, 1)], p.X, p.Y)
		}
		b.WriteByte('z')
	}
	return b.String()
}
