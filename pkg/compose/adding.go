package compose

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// gapKind says why a printed sum is not the sum of what is printed.
type gapKind int

const (
	adds    gapKind = iota // it is
	rounded                // rounding shows: exact amounts were added up, or a stated sum is within the tolerance
	stated                 // the sum is printed as stated, and rounding does not explain it
)

// adder adds a printed table up as its reader does, down and across.
type adder struct {
	budget *budget.Budget
	lines  []budget.Line
	worst  gapKind
}

// addsUp returns the worst gap that a reader of a table would find by adding up its
// figures.
func addsUp(b *budget.Budget, lines []budget.Line, total []budget.Figure) gapKind {
	a := adder{budget: b, lines: lines}
	a.down(total, a.sum(0, len(lines)))
	return a.worst
}

// sum adds up the printed lines [from, to), and checks the groups among them and each row
// across.
func (a *adder) sum(from, to int) []money.Decimal {
	sums := make([]money.Decimal, len(a.budget.Columns))
	for at := from; at < to; at = a.lines[at].End {
		l := &a.lines[at]
		if !l.IsGroup() {
			a.across(l.Figures)
			for c := range sums {
				sums[c] = sums[c].Add(l.Figures[c].Printed)
			}
			continue
		}
		of := a.sum(at+1, l.End)
		a.down(l.Figures, of)
		for c := range sums {
			sums[c] = sums[c].Add(of[c])
		}
	}
	return sums
}

// down compares printed sums with the sums of the lines above them. In a column that
// follows from others, a difference has the cause that it has in those.
func (a *adder) down(sums []budget.Figure, of []money.Decimal) {
	a.across(sums)
	kinds := make([]gapKind, len(sums))
	for c := range sums {
		column := &a.budget.Columns[c]
		if column.Kind.IsPercent() || sums[c].Mark == cost.Blank || sums[c].Printed.Equal(of[c]) {
			continue
		}
		kinds[c] = a.cause(&sums[c])
		for _, from := range column.Of {
			kinds[c] = max(kinds[c], kinds[from])
		}
		a.worst = max(a.worst, kinds[c])
	}
}

// across compares the figures of a row that follow from others in it: what they were
// computed from are the others as printed.
func (a *adder) across(row []budget.Figure) {
	for c := range row {
		kind, f := a.budget.Columns[c].Kind, &row[c]
		isSum := kind.IsDerived()
		if isSum && f.Computed != nil && f.Mark != cost.Blank && !f.Printed.Equal(*f.Computed) {
			a.worst = max(a.worst, a.cause(f))
		}
	}
}

// cause says why a figure that does not add up is printed: it was computed from exact
// amounts, or it differs from that by no more than the plan's tolerance, or else somebody
// stated it.
func (a *adder) cause(f *budget.Figure) gapKind {
	if f.Computed != nil && (f.Printed.Equal(*f.Computed) || a.budget.IsTolerated(f)) {
		return rounded
	}
	return stated
}
