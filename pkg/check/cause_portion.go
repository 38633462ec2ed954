package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// wrongPortion guesses what went wrong with a percentage: another base, another
// rate, another rounding.
func (l *ledger) wrongPortion(f *figureAt) []cause {
	list := []cause{l.wrongRounding(f)}
	rate := f.Exact.Of[0].Value
	if c := l.otherBase(f, rate); c.text != "" {
		list = append(list, c)
	}
	return append(list, l.otherRate(f))
}

// gives reports whether a rate of a base, rounded, is the stated figure.
func (l *ledger) gives(f *figureAt, rate, base money.Decimal) bool {
	return !base.IsZero() && l.Budget.Rounding.Round(base.Mul(rate).Shift(-2)).Equal(f.Stated.Value.Value)
}

// otherBase looks for the base that the rate was really taken of.
func (l *ledger) otherBase(f *figureAt, rate money.Decimal) cause {
	base := f.Exact.Of[1]
	parts := baseParts(base)
	stated := base.Value
	for _, p := range parts {
		if i, ok := l.index(p.Line); ok {
			if r, known := l.residual(cell{i, f.Column}); known && l.isBranch(i) {
				stated = stated.Add(r)
			}
		}
	}
	if !stated.Equal(base.Value) && l.gives(f, rate, stated) {
		return cause{strength: witness + 8, kind: ofMaking, text: fmt.Sprintf("it was made with the base as stated, %s", l.money(stated))}
	}
	if c := l.withoutPart(f, rate, base.Value, parts); c.text != "" {
		return c
	}
	return l.columnsBase(f, rate, parts)
}

// baseParts returns the lines that a base is the sum of.
func baseParts(base cost.Step) []cost.Step {
	if base.Line == "" && base.Op == cost.Sum {
		return base.Of
	}
	return []cost.Step{base}
}

// withoutPart looks for the one line of the base that was left out of it.
func (l *ledger) withoutPart(f *figureAt, rate, base money.Decimal, parts []cost.Step) cause {
	if len(parts) == 1 && parts[0].Op == cost.Sum {
		parts = parts[0].Of
	}
	if len(parts) < 2 || len(parts) > mostAddends {
		return cause{}
	}
	found := cause{}
	for _, p := range parts {
		if p.Value.IsZero() || !l.gives(f, rate, base.Sub(p.Value)) {
			continue
		}
		if found.text != "" {
			return cause{} // more than one would do
		}
		name := oneLine(p.Label)
		if line, ok := l.Budget.Line(p.Line); ok {
			name = oneLine(line.Label.Value)
		}
		found = cause{strength: fitting + 5, kind: ofMaking,
			text: fmt.Sprintf("the base was taken without %s (%s)", name, l.money(p.Value))}
	}
	return found
}

// columnsBase looks for the base in another column, such as that of last year.
func (l *ledger) columnsBase(f *figureAt, rate money.Decimal, parts []cost.Step) cause {
	for col := range l.Budget.Columns {
		kind := l.Budget.Columns[col].Kind
		if col == f.Column || kind != budget.AmountColumn && kind != budget.SumColumn {
			continue
		}
		base, known := money.Zero, len(parts) > 0
		for _, p := range parts {
			line, ok := l.Budget.Line(p.Line)
			if known = known && ok; known {
				base = base.Add(line.Figures[col].Printed)
			}
		}
		if known && l.gives(f, rate, base) {
			return cause{strength: fitting + 5, kind: ofMaking,
				text: fmt.Sprintf("the base was taken from the column %s (%s)", oneLine(l.Budget.Columns[col].Label.Value), l.money(base))}
		}
	}
	return cause{}
}

// otherRate guesses at a rate in whole or half per cent; a rate with more places fits
// any amount.
func (l *ledger) otherRate(f *figureAt) cause {
	rate, base := f.Exact.Of[0].Value, f.Exact.Of[1].Value
	implied := money.Percent(f.Stated.Value.Value, base)
	text := implied.StringFixed(2)
	whole := strings.HasSuffix(text, ".00") || strings.HasSuffix(text, ".50")
	// Where the base is small, many amounts are near a whole rate.
	if !whole || implied.Equal(rate) || !l.gives(f, implied, base) || base.LessThan(l.Budget.Rounding.To.Mul(money.New(1000))) {
		return cause{}
	}
	return cause{strength: fitting + 4, kind: ofMaking, text: fmt.Sprintf("the rate is %s%%, not %s%%", implied, rate)}
}
