package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

// addend is an amount that enters a figure.
type addend struct {
	value money.Decimal
	slope int64 // how often it enters
	cell  cell  // its place in the table; in noRow where it has none
	step  *cost.Step
}

// made lists what a figure is made of: the figures of its row, the lines below it,
// those of groups that state no subtotal as well as these groups, or the parts of
// its own cost.
func (l *ledger) made(f *figureAt) (list []addend) {
	column := &l.Budget.Columns[f.Column]
	switch {
	case f.Line != noRow && column.Kind != budget.AmountColumn:
		for _, at := range column.Of {
			if n := factor(column, at); at >= 0 && n != 0 {
				x := cell{f.Line, at}
				list = append(list, addend{value: l.figure(x).Printed, slope: n, cell: x})
			}
		}
	case f.Line != noRow && l.isBranch(f.Line):
		list = l.below(nil, f.Line, f.Column)
	default:
		for i := range f.Exact.Of {
			list = append(list, addend{value: f.Exact.Of[i].Value, slope: 1, cell: cell{line: noRow}, step: &f.Exact.Of[i]})
		}
	}
	return list
}

func (l *ledger) below(list []addend, line, column int) []addend {
	for _, at := range l.children(line) {
		x := cell{at, column}
		f := l.figure(x)
		value := f.Printed
		if l.isBranch(at) {
			value = f.Exact.Value // sums are made of lines, not of stated subtotals
		}
		list = append(list, addend{value: value, slope: 1, cell: x})
		if l.isBranch(at) && !f.Stated.IsSet() {
			list = l.below(list, at, column)
		}
	}
	return list
}

// called names a term where the figure that it enters is named already: by its line
// in a column, by its column in a row.
func (l *ledger) called(f *figureAt, t addend) string {
	switch {
	case t.cell.line == noRow:
		return oneLine(t.step.Label)
	case t.cell.line == f.Line:
		return oneLine(l.Budget.Columns[t.cell.column].Label.Value)
	}
	return l.row(t.cell.line)
}

// place points at a term.
func (l *ledger) place(t addend) []diag.Related {
	if t.cell.line == noRow {
		return nil // parts of a line's own cost are related already
	}
	return l.see(t.cell)
}

// wrongSum guesses what went wrong with a sum.
func (l *ledger) wrongSum(f *figureAt) []cause {
	terms := l.made(f)
	if len(terms) > mostAddends {
		return nil
	}
	list := append(l.wrongCell(f, terms), l.madeAsStated(f, terms), l.roundedOnce(f))
	return append(list, l.misadded(f, terms)...)
}

// wrongCell looks for the one cell that, changed by the difference, makes its row
// and its column agree.
func (l *ledger) wrongCell(f *figureAt, terms []addend) (list []cause) {
	difference := f.Stated.Value.Value.Sub(*f.Computed)
	for _, t := range terms {
		if t.cell.line == noRow || l.isBranch(t.cell.line) && l.direction(t.cell) == down && t.cell.line != f.Line {
			continue
		}
		delta := difference.Mul(money.New(t.slope))
		e := l.weigh(t.cell, delta)
		n := e.proves(l.direction(cell{f.Line, f.Column}))
		if n == 0 {
			continue
		}
		right := t.value.Add(delta)
		how := slipOf(t.value, right)
		if how != "" {
			n++
		}
		list = append(list, cause{strength: proven + n, kind: ofInput, related: l.place(t),
			text: fmt.Sprintf("%s: with %s in place of %s %s%s", l.name(t.cell), l.amount(t.cell.column, right), l.amount(t.cell.column, t.value), e.agreement(), with(how))})
	}
	return list
}

// madeAsStated looks for the subtotal that is wrong in the same way: the sum was
// made with it as it is stated.
func (l *ledger) madeAsStated(f *figureAt, terms []addend) (c cause) {
	difference := f.Stated.Value.Value.Sub(*f.Computed)
	for _, t := range terms {
		if t.cell.line == noRow || t.cell.line == f.Line || !l.isBranch(t.cell.line) {
			continue
		}
		if r, known := l.residual(t.cell); known && r.Equal(difference) {
			if c.text != "" {
				return cause{}
			}
			c = cause{strength: witness + 8, kind: ofInput, related: l.place(t),
				text: fmt.Sprintf("it was made with %s as stated, %s", l.row(t.cell.line), l.amount(f.Column, l.figure(t.cell).Printed))}
		}
	}
	return c
}

// misadded looks for the slips of somebody who adds up.
func (l *ledger) misadded(f *figureAt, terms []addend) []cause {
	difference := f.Stated.Value.Value.Sub(*f.Computed)
	amounts := make([]money.Decimal, len(terms))
	for i, t := range terms {
		amounts[i] = t.value
	}
	list := []cause{
		l.blame(f, terms, leftOut(difference, amounts), fitting, "seems to be left out"),
		l.blame(f, terms, countedTwice(difference, amounts), fitting, "seems to be counted twice"),
		l.blame(f, terms, withSign(difference, amounts), fitting-1, "seems to be subtracted in place of added"),
	}
	if a, b, ok := twoLeftOut(difference, amounts); ok {
		list = append(list, l.blame(f, terms, []int{a, b}, fitting-15, "seem to be left out"))
	}
	if at, how := misread(difference, amounts); how != "" {
		list = append(list, l.misreadOf(f, terms[at], amounts[at].Add(difference), how))
	}
	return list
}

// misreadOf words a guess that one term was miswritten.
func (l *ledger) misreadOf(f *figureAt, t addend, right money.Decimal, how slip) cause {
	is := l.called(f, t) + ", " + l.amount(f.Column, t.value)
	c := cause{strength: how.weight() - 12, kind: ofInput, related: l.place(t)}
	switch how {
	case neighbours:
		c.text = fmt.Sprintf("two digits of %s, seem to be swapped: %s", is, l.amount(f.Column, right))
	case thousands, point:
		c.text = fmt.Sprintf("%s, seems to have its decimal point or its thousands in the wrong place: %s", is, l.amount(f.Column, right))
	default:
		c.text = fmt.Sprintf("%s, should perhaps be %s%s", is, l.amount(f.Column, right), with(how))
	}
	return c
}

// blame words a guess about one term, or about two; of more alike nothing is said.
func (l *ledger) blame(f *figureAt, terms []addend, at []int, strength int, what string) cause {
	if len(at) == 0 || len(at) > 2 {
		return cause{}
	}
	c := cause{strength: strength, kind: ofMaking}
	join := " and "
	if len(at) == 2 && what != "seem to be left out" {
		join = " or "
		c.strength -= 5
	}
	for i, x := range at {
		if i > 0 {
			c.text += join
		}
		c.text += l.called(f, terms[x]) + ", " + l.amount(f.Column, terms[x].value)
		c.related = append(c.related, l.place(terms[x])...)
	}
	c.text += ", " + what
	return c
}

// roundedOnce explains a sum of the exact amounts where the plan adds up rounded
// ones, or the other way round.
func (l *ledger) roundedOnce(f *figureAt) cause {
	if f.Line == noRow || l.direction(cell{f.Line, f.Column}) != down {
		return cause{}
	}
	from, to := 0, len(l.Budget.Lines)
	if f.Line != totalRow {
		from, to = f.Line+1, l.Budget.Lines[f.Line].End
	}
	stated := f.Stated.Value.Value
	if !l.isSmall(stated.Sub(*f.Computed), to-from) {
		return cause{}
	}
	exact, printed := l.bothSums(from, to, f.Column)
	switch {
	case l.Budget.Once && printed.Equal(stated):
		return cause{strength: witness + 5, kind: ofMaking, text: "the rounded amounts were added up; the plan rounds once, at the total"}
	case !l.Budget.Once && l.Budget.Rounding.Round(exact).Equal(stated):
		return cause{strength: witness + 5, kind: ofMaking, text: "the exact amounts were added up and rounded once; the plan adds up the amounts as printed"}
	}
	return cause{}
}

// bothSums adds up lines by their exact and by their printed amounts.
func (l *ledger) bothSums(from, to, column int) (exact, printed money.Decimal) {
	for i := from; i < to; i++ {
		if l.isBranch(i) {
			continue
		}
		f := &l.Budget.Lines[i].Figures[column]
		printed = printed.Add(f.Printed)
		if f.Computed != nil && !f.Differs() {
			exact = exact.Add(f.Exact.Value)
		} else {
			exact = exact.Add(f.Printed)
		}
	}
	return exact, printed
}
