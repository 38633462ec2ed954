package budget

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// Slack is by how much a sum of so many amounts may differ from what is stated for it: by the
// plan's tolerance, but by no more than rounding each of the amounts can do: half a unit, or a
// unit where it goes one way always, by the line that is rounded most.
func (b *Budget) Slack(amounts int) money.Decimal {
	if most := b.reach.Mul(money.New(int64(amounts))); b.Tolerance.GreaterThan(most) {
		return most
	}
	return b.Tolerance
}

// IsTolerated reports whether a stated amount differs from the computed one and the plan's
// tolerance passes the difference: it is a sum, in which rounding may show. Wherever that is
// so it is said.
func (b *Budget) IsTolerated(f *Figure) bool {
	return f.Differs() && f.IsSum() && f.Stated.Value.Mark == cost.Number &&
		f.Stated.Value.Value.Sub(*f.Computed).Abs().LessThanOrEqual(b.Slack(b.addends(&f.Exact)))
}

// addends returns how many rounded amounts a sum adds up: lines, the columns of a row, or the
// parts of a line's own cost.
func (b *Budget) addends(sum *cost.Step) int {
	n := 0
	for i := range sum.Of {
		of := &sum.Of[i]
		switch line, ok := b.byID[of.Line]; {
		case of.Column != "" && of.Line == "": // the total's row
			n = max(n, b.leaves(0, len(b.Lines)))
		case ok && of.Column != "":
			n = max(n, b.leaves(line, b.Lines[line].End))
		case ok:
			n += b.leaves(line, b.Lines[line].End)
		default:
			n++
		}
	}
	return max(n, len(sum.Of))
}

// leaves returns how many of the lines [from, to) are no groups.
func (b *Budget) leaves(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if !b.Lines[i].IsGroup() {
			n++
		}
	}
	return n
}
