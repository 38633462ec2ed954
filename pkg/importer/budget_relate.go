package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// relate finds what the columns of changes and sums are made of, by their figures. A column
// of changes of which that is not known becomes one of amounts.
func (d *budgetDraft) relate(body []*bodyRow) {
	for i, c := range d.columns {
		before := ofKind(d.columns[:i], ofAmounts)
		sums := slices.DeleteFunc(slices.Clone(d.columns[:i]), func(c *draftColumn) bool { return c.kind != ofAmounts && c.kind != ofSums })
		switch c.kind {
		case ofChange:
			c.of = bestPair(sums, func(a, b *draftColumn) int { return fits(body, c, changeOf(a, b)) })
		case ofPercent:
			c.scale(body, sums)
			c.places = shownIn(body, c)
			c.of = bestPair(sums, func(a, b *draftColumn) int { return fits(body, c, percentOf(a, b)) })
		case ofRatio:
			c.places = shownIn(body, c)
			c.derive(body, sums)
		case ofDifference:
			c.derive(body, sums)
		case ofAmounts:
			c.sumOf(before, body)
		}
		if len(c.of) == 0 && c.kind == ofChange {
			d.say(unsure, "column "+c.label, "no two columns have this change, so that it is kept as figures")
			c.kind = ofAmounts
		}
	}
}

// upToTotal are the rows up to the total: what stands behind it need not add up.
func upToTotal(body []*bodyRow) []*bodyRow {
	const few = 3
	for i, r := range body {
		if i+1 >= few && r.hasFigures() && grandWords().MatchString(strings.TrimSpace(r.label)) {
			return body[:i+1]
		}
	}
	return body
}

func ofKind(columns []*draftColumn, kind columnKind) (of []*draftColumn) {
	for _, c := range columns {
		if c.kind == kind {
			of = append(of, c)
		}
	}
	return of
}

// bestPair returns the two columns that fit the most rows, the last two where none does.
func bestPair(all []*draftColumn, count func(a, b *draftColumn) int) (of []*draftColumn) {
	best := 0
	for i := range all {
		for j := range all {
			if n := count(all[i], all[j]); i != j && n > best {
				best, of = n, []*draftColumn{all[i], all[j]}
			}
		}
	}
	if of == nil && len(all) > 1 {
		of = all[len(all)-2:]
	}
	return of
}

// fits counts the rows in which a column has what follows from others.
func fits(body []*bodyRow, c *draftColumn, from func(*bodyRow) (money.Decimal, bool)) (n int) {
	for _, r := range body {
		a := r.amounts[c]
		value, ok := from(r)
		if ok && (a.kind == isNumber || a.kind == isPercent || a.kind == isNil) && near(a, value) {
			n++
		}
	}
	return n
}

// near reports an amount that is a value as the file shows it.
func near(a amount, value money.Decimal) bool {
	return a.value.Sub(value).Abs().LessThanOrEqual(money.New(1).Shift(-a.shown))
}

func changeOf(a, b *draftColumn) func(*bodyRow) (money.Decimal, bool) {
	return func(r *bodyRow) (money.Decimal, bool) {
		return r.amounts[b].value.Sub(r.amounts[a].value), r.amounts[a].isSum() && r.amounts[b].isSum()
	}
}

func percentOf(a, b *draftColumn) func(*bodyRow) (money.Decimal, bool) {
	return func(r *bodyRow) (money.Decimal, bool) {
		from, to := r.amounts[a], r.amounts[b]
		if !from.isSum() || !to.isSum() || from.value.IsZero() {
			return money.Zero, false
		}
		return money.Div(to.value.Sub(from.value).Mul(money.Hundred), from.value.Abs()), true
	}
}

// sumOf makes a column one of sums, where its head says total and all rows have it: of all columns
// before it, or of the last of them.
func (c *draftColumn) sumOf(before []*draftColumn, body []*bodyRow) {
	total := strings.Contains(strings.ToLower(c.label), "total")
	if !total && !slices.ContainsFunc(before, func(b *draftColumn) bool { return b.year != "" }) {
		return
	}
	for from := range before {
		if len(before)-from < 2 || from > 0 && !total {
			return
		}
		if c.adds(before[from:], body) {
			c.kind, c.of = ofSums, slices.Clone(before[from:])
			return
		}
	}
}

// adds reports a column that is the sum of others in nine of ten rows.
func (c *draftColumn) adds(others []*draftColumn, body []*bodyRow) bool {
	rows, n := 0, 0
	for _, r := range body {
		if r.amounts[c].kind != isNumber {
			continue
		}
		sum := money.Zero
		for _, b := range others {
			sum = sum.Add(r.amounts[b].value)
		}
		if rows++; near(r.amounts[c], sum) {
			n++
		}
	}
	return n > 1 && 10*n >= 9*rows
}

// scale makes per cent of a column of changes that has shares, such as 0.02 for 2%.
func (c *draftColumn) scale(body []*bodyRow, all []*draftColumn) {
	count := func() (n int) {
		for i := range all {
			for j := range all {
				if i != j {
					n = max(n, fits(body, c, percentOf(all[i], all[j])))
				}
			}
		}
		return n
	}
	times := func(places int32) {
		for _, r := range body {
			if a := r.amounts[c]; a.kind == isNumber {
				a.value = a.value.Shift(places)
				if a.shown -= places; a.shown < 0 || a.shown > 4 {
					a.shown = 1
				}
				r.amounts[c] = a
			}
		}
	}
	for _, r := range body {
		if r.amounts[c].kind == isPercent { // it says what it is
			return
		}
	}
	shown := map[*bodyRow]amount{}
	for _, r := range body {
		shown[r] = r.amounts[c]
	}
	before := count()
	if times(2); count() > before {
		return
	}
	for _, r := range body {
		r.amounts[c] = shown[r]
	}
}

// shownIn is how many decimals a column shows.
func shownIn(body []*bodyRow, c *draftColumn) (places int32) {
	for _, r := range body {
		places = max(places, r.amounts[c].shown)
	}
	return min(places, 6)
}

// findMain marks the column of the plan's year, or else of the last year.
func (d *budgetDraft) findMain(year string) {
	amounts := ofKind(d.columns, ofAmounts)
	if sums := ofKind(d.columns, ofSums); len(sums) > 0 || len(amounts) < 2 {
		return
	}
	last := amounts[len(amounts)-1]
	latest := last
	for i := len(amounts) - 1; i >= 0; i-- {
		c := amounts[i]
		if year != "" && c.year == year {
			latest = c
			break
		}
		if c.year != "" && latest.year != "" && c.year > latest.year {
			latest = c
		}
	}
	if latest != last {
		latest.main = true
	}
}
