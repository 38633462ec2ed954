package importer

import (
	"github.com/isuplan/isuplan/pkg/money"
)

// rule computes a line's amounts.
type rule interface {
	// amount computes the amount in a column, exactly; it is false where the rule says
	// nothing of the column.
	amount(f *figures, l *draftLine, c *draftColumn) (money.Decimal, bool)
	// write sets the keys of the plan.
	write(g *group, d *budgetDraft)
	// moved is the rule for a document's line; nil where the document lacks what it needs.
	moved(j *joiner) rule
}

// figures computes what the plan will print, as far as the draft knows.
type figures struct {
	d    *budgetDraft
	done map[figureOf]money.Decimal
}

type figureOf struct {
	l *draftLine
	c *draftColumn
}

func (d *budgetDraft) figures() *figures { return &figures{d: d, done: map[figureOf]money.Decimal{}} }

// rounding is how the plan rounds.
func (d *budgetDraft) rounding() money.Rounding {
	return money.Rounding{To: money.New(1).Shift(-d.places), Mode: money.HalfUp}
}

// of returns the amount of a line in a column, as sums take it.
func (f *figures) of(l *draftLine, c *draftColumn) money.Decimal {
	at := figureOf{l, c}
	if v, ok := f.done[at]; ok {
		return v
	}
	f.done[at] = money.Zero // a line that is made of itself adds nothing
	v := f.exact(l, c)
	if !f.d.atTotal && !c.isPer() {
		v = f.d.rounding().Round(v)
	}
	f.done[at] = v
	return v
}

// exact computes an amount, unrounded.
func (f *figures) exact(l *draftLine, c *draftColumn) money.Decimal {
	if len(c.of) > 1 {
		switch c.kind {
		case ofSums:
			return f.sumOf(l, c.of)
		case ofChange:
			return f.of(l, c.of[1]).Sub(f.of(l, c.of[0]))
		case ofDifference:
			return f.of(l, c.of[0]).Sub(f.of(l, c.of[1]))
		case ofRatio:
			if of := f.of(l, c.of[0]); !of.IsZero() {
				return money.Rounding{To: money.New(1).Shift(-c.places), Mode: money.HalfUp}.Round(money.Div(f.of(l, c.of[1]).Mul(money.Hundred), of))
			}
			return money.Zero
		case ofPercent:
			if from := f.of(l, c.of[0]); !from.IsZero() {
				change := f.of(l, c.of[1]).Sub(from).Mul(money.Hundred)
				return money.Rounding{To: money.New(1).Shift(-c.places), Mode: money.HalfUp}.Round(money.Div(change, from.Abs()))
			}
			return money.Zero
		}
	}
	if l.group {
		return f.sum(l.lines, c)
	}
	given := l.amounts[c]
	if l.rule == nil {
		return given.value
	}
	if v, ok := l.rule.amount(f, l, c); ok && (given.kind != isNumber || f.d.agree(given, v)) {
		return v
	}
	return given.value // what is stated is what sums are made of
}

func (f *figures) sum(lines []*draftLine, c *draftColumn) money.Decimal {
	sum := money.Zero
	for _, l := range lines {
		sum = sum.Add(f.of(l, c))
	}
	return sum
}

func (f *figures) sumOf(l *draftLine, columns []*draftColumn) money.Decimal {
	sum := money.Zero
	for _, c := range columns {
		sum = sum.Add(f.of(l, c))
	}
	return sum
}

// agree reports a value that is printed as the file prints it.
func (d *budgetDraft) agree(a amount, v money.Decimal) bool {
	r := d.rounding()
	return r.Round(a.value).Equal(r.Round(v))
}

// total computes the plan's total in a column.
func (f *figures) total(c *draftColumn) money.Decimal {
	top := &draftLine{group: true, lines: f.d.lines}
	return f.of(top, c)
}

// columnValues writes one value for each column, or one for all where they are the same.
func columnValues(values map[*draftColumn]money.Decimal, columns []*draftColumn, unit string) any {
	var first *money.Decimal
	even, g := true, &group{}
	for _, c := range columns {
		v, ok := values[c]
		if !ok {
			even = false
			continue
		}
		if first == nil {
			first = &v
		}
		even = even && first.Equal(v)
		g.set(c.id, plain(written(v)+unit))
	}
	if even && first != nil {
		return plain(written(*first) + unit)
	}
	return g
}

// written is a number as plans have it.
func written(v money.Decimal) string { return money.Unmistakable(v.String()) }
