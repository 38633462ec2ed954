package importer

import (
	"github.com/isuplan/isuplan/pkg/money"
)

// linear is what a formula comes to: so many times each of some cells, and a number.
type linear struct {
	rest  money.Decimal
	times map[cellRef]money.Decimal
	order []cellRef
}

// add adds another one, so many times.
func (l *linear) add(o linear, times money.Decimal) {
	l.rest = l.rest.Add(o.rest.Mul(times))
	for _, r := range o.order {
		if _, ok := l.times[r]; !ok {
			l.order = append(l.order, r)
		}
		l.times[r] = l.times[r].Add(o.times[r].Mul(times))
	}
}

func newLinear() linear { return linear{times: map[cellRef]money.Decimal{}} }

// linear takes a formula apart into cells that are lines of the budget; all other cells are
// numbers to it. It is false for a formula of another kind.
func (b *bookCells) linear(f *formula, isLine func(cellRef) bool) (linear, bool) {
	l := newLinear()
	one := money.New(1)
	switch f.op {
	case "cells":
		if !f.isCell() {
			return l, false
		}
		if isLine(f.from) {
			l.order, l.times[f.from] = []cellRef{f.from}, one
			return l, true
		}
	case "+", "-":
		for i, p := range f.parts {
			part, ok := b.linear(p, isLine)
			if !ok {
				return l, false
			}
			sign := one
			if i == 1 && f.op == "-" {
				sign = one.Neg()
			}
			l.add(part, sign)
		}
		return l, true
	case "neg", "%":
		part, ok := b.linear(f.parts[0], isLine)
		times := one.Neg()
		if f.op == "%" {
			times = one.Shift(-2)
		}
		l.add(part, times)
		return l, ok
	case "*", "/":
		return b.linearProduct(f, isLine)
	case "call":
		if f.text == "ROUND" && len(f.parts) == 2 {
			return b.linear(f.parts[0], isLine)
		}
		if f.text == "SUM" || f.text == "SUBTOTAL" && len(f.parts) > 1 && isSubtotal(f.parts[0]) {
			return b.linearSum(f, isLine)
		}
	}
	v := b.eval(f)
	l.rest = v.number
	return l, v.kind == numberValue || v.kind == blankValue
}

// linearProduct takes a product of a number and of cells.
func (b *bookCells) linearProduct(f *formula, isLine func(cellRef) bool) (linear, bool) {
	l := newLinear()
	x, ok := b.linear(f.parts[0], isLine)
	y, okay := b.linear(f.parts[1], isLine)
	switch {
	case !ok || !okay:
		return l, false
	case f.op == "/":
		if len(y.order) > 0 || y.rest.IsZero() {
			return l, false
		}
		l.add(x, money.Div(money.New(1), y.rest))
	case len(y.order) == 0:
		l.add(x, y.rest)
	case len(x.order) == 0:
		l.add(y, x.rest)
	default:
		return l, false
	}
	return l, true
}

// linearSum takes a sum of cells.
func (b *bookCells) linearSum(f *formula, isLine func(cellRef) bool) (linear, bool) {
	l, parts := newLinear(), f.parts
	one := money.New(1)
	if f.text == "SUBTOTAL" {
		parts = parts[1:]
	}
	for _, p := range parts {
		if p.op != "cells" {
			part, ok := b.linear(p, isLine)
			if !ok {
				return l, false
			}
			l.add(part, one)
			continue
		}
		if !b.cells(p, func(r cellRef) bool {
			if isLine(r) {
				l.add(linear{order: []cellRef{r}, times: map[cellRef]money.Decimal{r: one}}, one)
				return true
			}
			v := b.value(r)
			l.rest = l.rest.Add(v.number)
			return v.kind != noValue
		}) {
			return l, false
		}
	}
	return l, true
}

// same returns by how much all cells are taken; false where they differ or there are none.
func (l *linear) same() (money.Decimal, bool) {
	if len(l.order) == 0 {
		return money.Zero, false
	}
	first := l.times[l.order[0]]
	for _, r := range l.order {
		if !l.times[r].Equal(first) {
			return money.Zero, false
		}
	}
	return first, true
}
