package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// percentRule is a rate of other lines.
type percentRule struct {
	rates map[*draftColumn]money.Decimal // in per cent
	of    []*draftLine
}

func (r *percentRule) amount(f *figures, _ *draftLine, c *draftColumn) (money.Decimal, bool) {
	rate, ok := r.rates[c]
	if !ok {
		return money.Zero, false
	}
	return f.sum(r.of, c).Mul(rate).Shift(-2), true
}

func (r *percentRule) write(g *group, d *budgetDraft) {
	g.set("percent", columnValues(r.rates, ofKind(d.columns, ofAmounts), "%"))
	of := &list{short: true}
	for _, l := range r.of {
		of.add(plain(l.id))
	}
	g.set("of", of)
}

// percentage finds a rate of other lines, the same lines in each column.
func (f *ruleFinder) percentage(l *draftLine, formulas map[*draftColumn]*formula) rule {
	r := &percentRule{rates: map[*draftColumn]money.Decimal{}}
	columns := ofKind(f.d.columns, ofAmounts)
	slices.Reverse(columns) // the last one is the plan's
	for _, c := range columns {
		rate, of, ok := f.rateOf(l, c, formulas[c])
		if !ok || r.of != nil && !slices.Equal(of, r.of) {
			continue
		}
		r.rates[c], r.of = rate, of
		ref, _ := f.ref(l.row, c)
		f.d.say(recognised, f.b.name(ref), l.id+": "+written(rate)+"% of "+idsOf(of)+", from the formula ="+f.b.cell(ref).formula)
	}
	if r.of == nil {
		return nil
	}
	f.fillRates(l, r)
	return r
}

// fillRates gives the rate to the other columns that have what it comes to.
func (f *ruleFinder) fillRates(l *draftLine, r *percentRule) {
	if len(r.rates) != 1 {
		return
	}
	var rate money.Decimal
	for _, v := range r.rates {
		rate = v
	}
	for _, c := range ofKind(f.d.columns, ofAmounts) {
		if _, ok := r.rates[c]; ok || l.amounts[c].kind != isNumber {
			continue
		}
		base := money.Zero
		for _, b := range r.of {
			base = base.Add(b.amounts[c].value)
		}
		if near(l.amounts[c], base.Mul(rate).Shift(-2)) && !base.IsZero() {
			r.rates[c] = rate
		}
	}
}

// rateOf reads a formula that is a rate of lines of the same column.
func (f *ruleFinder) rateOf(l *draftLine, c *draftColumn, of *formula) (rate money.Decimal, lines []*draftLine, ok bool) {
	if of == nil {
		return rate, nil, false
	}
	form, ok := f.b.linear(of, f.isLine)
	times, even := form.same()
	rate = times.Shift(2)
	const places = 6
	if !ok || !even || !form.rest.IsZero() || rate.IsZero() {
		return rate, nil, false
	}
	if money.OwnPlaces(rate) > places { // of a division that does not come out even
		return rate, nil, false
	}
	for _, r := range form.order {
		if r.column != c.at+1 {
			return rate, nil, false
		}
		line := f.lines[f.rowAt[r.row]]
		if line == nil {
			if v := f.b.value(r); v.kind == blankValue || v.kind == numberValue && v.number.IsZero() || v.kind == textValue {
				continue
			}
			return rate, nil, false
		}
		if line == l || holds(line, l) {
			return rate, nil, false
		}
		lines = append(lines, line)
	}
	lines = gathered(lines, f.d.lines)
	named := map[*draftLine]bool{}
	for _, x := range lines {
		named[x] = true
	}
	for _, x := range lines {
		twice := false
		each(x.lines, func(in *draftLine) { twice = twice || named[in] })
		if twice {
			return rate, nil, false
		}
	}
	return rate, lines, len(lines) > 0
}

// holds reports a group that has a line, at any depth.
func holds(g, l *draftLine) bool {
	return slices.ContainsFunc(g.lines, func(in *draftLine) bool { return in == l || holds(in, l) })
}

// gathered names a group in the place of all of its lines.
func gathered(lines, in []*draftLine) []*draftLine {
	for _, g := range in {
		if !g.group {
			continue
		}
		lines = gathered(lines, g.lines)
		if len(g.lines) < 2 || slices.Contains(lines, g) {
			continue
		}
		all := true
		for _, l := range g.lines {
			all = all && slices.Contains(lines, l)
		}
		if !all {
			continue
		}
		at := slices.Index(lines, g.lines[0])
		lines = slices.Insert(slices.Clone(lines), at, g)
		lines = slices.DeleteFunc(lines, func(l *draftLine) bool { return slices.Contains(g.lines, l) })
	}
	return lines
}

func idsOf(lines []*draftLine) string {
	var ids []string
	for _, l := range lines {
		ids = append(ids, l.id)
	}
	return strings.Join(ids, ", ")
}
