package importer

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// growthRule is a line that grows from column to column.
type growthRule struct {
	rates map[*draftColumn]money.Decimal // in per cent, of the columns that grow
	base  map[*draftColumn]money.Decimal // of those that do not
}

func (r *growthRule) amount(f *figures, l *draftLine, c *draftColumn) (money.Decimal, bool) {
	if v, ok := r.base[c]; ok {
		return v, true
	}
	columns := ofKind(f.d.columns, ofAmounts)
	at := slices.Index(columns, c)
	rate, ok := r.rates[c]
	if !ok || at < 1 {
		return money.Zero, false
	}
	before := f.of(l, columns[at-1])
	return before.Add(before.Mul(rate).Shift(-2)), true
}

func (r *growthRule) write(g *group, d *budgetDraft) {
	columns := ofKind(d.columns, ofAmounts)
	if len(r.base) == 1 {
		g.set("base", plain(written(r.base[columns[0]])))
	} else {
		base := &group{}
		for _, c := range columns {
			if v, ok := r.base[c]; ok {
				base.set(c.id, plain(written(v)))
			}
		}
		g.set("base", base)
	}
	one := map[string]bool{}
	rates := &group{}
	last := ""
	for _, c := range columns {
		if rate, ok := r.rates[c]; ok {
			last = written(rate) + "%"
			one[last] = true
			rates.set(c.id, plain(last))
		}
	}
	if len(one) == 1 {
		g.set("growth", plain(last))
		return
	}
	for _, c := range columns { // each column needs one
		if _, ok := r.rates[c]; !ok {
			rates.pairs = append([]pair{{key: c.id, value: plain("0%")}}, rates.pairs...)
		}
	}
	g.set("growth", rates)
}

// growth finds a line each of whose columns is so much more than the one before.
func (f *ruleFinder) growth(l *draftLine, formulas map[*draftColumn]*formula) rule {
	columns := ofKind(f.d.columns, ofAmounts)
	r := &growthRule{rates: map[*draftColumn]money.Decimal{}, base: map[*draftColumn]money.Decimal{}}
	for i, c := range columns {
		if i > 0 && formulas[c] != nil {
			if rate, ok := f.growthOf(l, columns[i-1], formulas[c]); ok {
				r.rates[c] = rate
				continue
			}
		}
		if a := l.amounts[c]; a.kind == isNumber {
			r.base[c] = a.value
		} else {
			return nil
		}
	}
	if len(r.rates) == 0 || len(columns) == 0 {
		return nil
	}
	for i, c := range columns {
		if rate, ok := r.rates[c]; ok {
			ref, _ := f.ref(l.row, c)
			f.d.say(recognised, f.b.name(ref), l.id+": "+written(rate)+"% more than "+columns[i-1].label+", from the formula ="+f.b.cell(ref).formula)
		}
	}
	return r
}

// growthOf reads a formula that is so many times the column before.
func (f *ruleFinder) growthOf(l *draftLine, before *draftColumn, of *formula) (money.Decimal, bool) {
	form, ok := f.b.linear(of, f.isLine)
	times, even := form.same()
	rate := times.Sub(money.New(1)).Shift(2)
	const places = 6
	if !ok || !even || len(form.order) != 1 || !form.rest.IsZero() || money.OwnPlaces(rate) > places {
		return rate, false
	}
	r := form.order[0]
	return rate, r.column == before.at+1 && f.rowAt[r.row] == l.row
}
