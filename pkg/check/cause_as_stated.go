package check

import (
	"fmt"
	"slices"
)

// A sum that was made with wrongly stated subtotals is wrong by the same amount.
var _ = explains(explanation{name: "as-stated", figure: func(g *gap) []cause {
	if g.Line == noRow {
		return nil
	}
	c := cause{strength: witness + 8, kind: ofInput, text: "it was made with "}
	var lines []int
	for line, use := range g.madeOf(g.cell()).of {
		switch branch := g.isBranch(line); {
		case use == unclear, use == asComputed && !branch:
			return nil // in another way too, or with a line as its rule gives it
		case use == asStated && branch:
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 || len(lines) > 2 {
		return nil
	}
	slices.Sort(lines)
	for i, line := range lines {
		if i > 0 {
			c.text += ", and "
		}
		x := cell{line, g.Column}
		c.text += fmt.Sprintf("%s as stated, %s", g.row(line), g.amount(g.Column, g.figure(x).Printed))
		c.related = append(c.related, g.see(x)...)
	}
	return []cause{c}
}})
