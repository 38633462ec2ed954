package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// cells calls a function for the cells of a range, as long as it returns true; it is false
// for a range that is too large.
func (b *bookCells) cells(f *formula, do func(cellRef) bool) bool {
	from, to := f.from, f.to
	if from.row > to.row {
		from.row, to.row = to.row, from.row
	}
	if from.column > to.column {
		from.column, to.column = to.column, from.column
	}
	if (to.row-from.row+1)*(to.column-from.column+1) > mostRange {
		return false
	}
	for row := from.row; row <= to.row; row++ {
		for column := from.column; column <= to.column; column++ {
			if b.steps++; b.steps > mostSteps || !do(cellRef{from.sheet, row, column}) {
				return false
			}
		}
	}
	return true
}

// eval works out a formula.
func (b *bookCells) eval(f *formula) value {
	if b.steps++; b.steps > mostSteps {
		return value{}
	}
	switch f.op {
	case "number":
		return value{kind: numberValue, number: f.number}
	case "text":
		return value{kind: textValue, text: f.text}
	case "cells":
		if !f.isCell() {
			return value{}
		}
		return b.value(f.from)
	case "call":
		return b.call(f)
	case "=", "<>", "<", ">", "<=", ">=":
		return b.compare(f)
	}
	var numbers []money.Decimal
	for _, p := range f.parts {
		d, ok := b.eval(p).asNumber()
		if !ok {
			return value{}
		}
		numbers = append(numbers, d)
	}
	return operate(f.op, numbers)
}

// asNumber is a value in a computation: an empty cell is 0.
func (v value) asNumber() (money.Decimal, bool) {
	switch v.kind {
	case numberValue:
		return v.number, true
	case blankValue:
		return money.Zero, true
	}
	return money.Zero, false
}

func operate(op string, n []money.Decimal) value {
	var d money.Decimal
	switch op {
	case "+":
		d = n[0].Add(n[1])
	case "-":
		d = n[0].Sub(n[1])
	case "*":
		d = n[0].Mul(n[1])
	case "/":
		if n[1].IsZero() {
			return value{}
		}
		d = money.Div(n[0], n[1])
	case "neg":
		d = n[0].Neg()
	case "%":
		d = n[0].Shift(-2)
	default:
		return value{}
	}
	return tame(d)
}

// tame bounds the digits of a number.
func tame(d money.Decimal) value {
	const far = 30
	if d.Abs().GreaterThan(money.New(1).Shift(far)) {
		return value{}
	}
	if money.OwnPlaces(d) > money.Precision {
		d = money.Rounding{To: money.New(1).Shift(-money.Precision), Mode: money.HalfUp}.Round(d)
	}
	return value{kind: numberValue, number: d}
}

// call works out a function.
func (b *bookCells) call(f *formula) value {
	switch f.text {
	case "SUM":
		return b.sumOf(f.parts)
	case "SUBTOTAL":
		if len(f.parts) > 1 && isSubtotal(f.parts[0]) {
			return b.sumOf(f.parts[1:])
		}
	case "PRODUCT":
		d := value{kind: numberValue, number: money.New(1)}
		for _, p := range f.parts {
			n, ok := b.eval(p).asNumber()
			if !ok {
				return value{}
			}
			d = tame(d.number.Mul(n))
		}
		return d
	case "ROUND":
		if n, places, ok := b.rounded(f); ok {
			return value{kind: numberValue, number: money.Rounding{To: money.New(1).Shift(-places), Mode: money.HalfUp}.Round(n)}
		}
	case "MAX", "MIN", "AVERAGE", "ABS":
		return b.among(f)
	case "IF":
		if len(f.parts) > 1 {
			test, ok := b.eval(f.parts[0]).asNumber()
			switch {
			case !ok:
			case !test.IsZero():
				return b.eval(f.parts[1])
			case len(f.parts) > 2:
				return b.eval(f.parts[2])
			}
		}
	case "IFERROR":
		if len(f.parts) == 2 {
			if v := b.eval(f.parts[0]); v.kind != noValue {
				return v
			}
			return b.eval(f.parts[1])
		}
	}
	return value{}
}

// among works out the largest, the smallest or the middle of numbers, or one without sign.
func (b *bookCells) among(f *formula) value {
	var all []money.Decimal
	take := func(v value) bool {
		if v.kind == numberValue {
			all = append(all, v.number)
		}
		return v.kind != noValue
	}
	for _, p := range f.parts {
		if p.op == "cells" {
			if !b.cells(p, func(r cellRef) bool { return take(b.value(r)) }) {
				return value{}
			}
		} else if !take(b.eval(p)) {
			return value{}
		}
	}
	if len(all) == 0 {
		return value{}
	}
	switch f.text {
	case "AVERAGE":
		return tame(money.Div(money.Sum(all...), money.New(int64(len(all)))))
	case "ABS":
		return tame(all[0].Abs())
	}
	best := all[0]
	for _, d := range all[1:] {
		if d.GreaterThan(best) == (f.text == "MAX") {
			best = d
		}
	}
	return tame(best)
}

// isSubtotal reports the numbers by which SUBTOTAL is told to add up.
func isSubtotal(f *formula) bool {
	return f.op == "number" && (f.number.Equal(money.New(9)) || f.number.Equal(money.New(109)))
}

// rounded returns what ROUND rounds, and to how many places.
func (b *bookCells) rounded(f *formula) (n money.Decimal, places int32, ok bool) {
	if len(f.parts) != 2 {
		return n, 0, false
	}
	n, ok = b.eval(f.parts[0]).asNumber()
	to, okay := b.eval(f.parts[1]).asNumber()
	const most = 12
	if !ok || !okay || to.Abs().GreaterThan(money.New(most)) {
		return n, 0, false
	}
	return n, int32(to.IntPart()), true //nolint:gosec // at most 12
}

// sumOf adds up numbers and cells; of cells, texts are left out.
func (b *bookCells) sumOf(parts []*formula) value {
	sum := money.Zero
	for _, p := range parts {
		if p.op != "cells" {
			d, ok := b.eval(p).asNumber()
			if !ok {
				return value{}
			}
			sum = sum.Add(d)
			continue
		}
		if !b.cells(p, func(r cellRef) bool {
			v := b.value(r)
			sum = sum.Add(v.number)
			return v.kind != noValue
		}) {
			return value{}
		}
	}
	return tame(sum)
}

// compare works out a comparison: 1 where it holds.
func (b *bookCells) compare(f *formula) value {
	x, y := b.eval(f.parts[0]), b.eval(f.parts[1])
	if x.kind == noValue || y.kind == noValue {
		return value{}
	}
	order := 0
	if x.kind == textValue || y.kind == textValue {
		order = strings.Compare(strings.ToLower(x.text), strings.ToLower(y.text))
	} else {
		order = x.number.Cmp(y.number)
	}
	holds := map[string]bool{"=": order == 0, "<>": order != 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0}[f.op]
	if holds {
		return value{kind: numberValue, number: money.New(1)}
	}
	return value{kind: numberValue}
}
