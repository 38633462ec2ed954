package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// A cell is wrong if changing it by the difference mends both the sum that it enters and
// another one.
var _ = explains(explanation{name: "other-cell", small: true, figure: func(g *gap) (list []cause) {
	if g.Exact.Op != cost.Sum && g.Exact.Op != cost.Change && g.Exact.Op != cost.Difference {
		return nil
	}
	for _, t := range g.addends {
		if t.cell.line == noRow || g.isBranch(t.cell.line) && g.direction(t.cell) == down && t.cell.line != g.Line {
			continue
		}
		list = append(list, g.otherCell(t)...)
	}
	return list
}})

func (g *gap) otherCell(t addend) []cause {
	change := g.difference.Mul(money.New(t.slope))
	e := g.weigh(t.cell, change)
	n := e.proves(g.direction(g.cell()))
	if n == 0 {
		return nil
	}
	right := t.value.Add(change)
	how := g.slip(t.value, right)
	if how != "" {
		n++
	}
	return []cause{{strength: proven + n, kind: ofInput, related: g.pointAt(t),
		text: fmt.Sprintf("%s: with %s in place of %s %s%s%s", g.name(t.cell), g.amount(t.cell.column, right), g.amount(t.cell.column, t.value), e.agreement(), with(how), g.unlessRounded())}}
}
