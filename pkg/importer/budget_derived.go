package importer

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// ratioWords are heads of columns in per cent: none that say of how much, as "Grant (75%)" does.
var (
	ratioWords = words(`%|\bper ?cent(?:age)?\b`)
	givenRatio = words(`\d\s*(?:%|per ?cent)`)
)

// findDerived finds the columns that may follow from others: those in per cent, and those of
// figures of which no head says what they are. Whether they do is found by their figures.
func (t *budgetTable) findDerived(looks []columnLook, given map[int]role) {
	amounts := 0
	for c, l := range looks {
		if t.roles[c] == amountRole {
			amounts++
		}
		if _, told := given[c]; told || l.figures+l.percents <= l.words || t.heads[c] == "" || amounts == 0 {
			continue
		}
		isRatio := ratioWords().MatchString(t.heads[c]) && !givenRatio().MatchString(t.heads[c])
		switch {
		case isRatio && (t.roles[c] == amountRole || t.roles[c] == otherRole):
			t.roles[c] = ratioRole
		case t.roles[c] == otherRole && amounts > 1 && l.percents == 0 && postRole(t.heads[c]) == otherRole:
			t.roles[c] = differenceRole
		}
	}
}

// derive finds the columns that a ratio or a difference follows from, by their figures: nearly all
// rows have to have what follows.
func (c *draftColumn) derive(body []*bodyRow, of []*draftColumn) {
	for i := range of {
		for j := range of {
			if i == j || c.kind == ofDifference && i > j {
				continue
			}
			from := ratioOf(of[i], of[j])
			if c.kind == ofDifference {
				from = changeOf(of[j], of[i])
			}
			if nearly(body, c, from) {
				c.of = []*draftColumn{of[i], of[j]}
				return
			}
		}
	}
}

// nearly reports a column that has what follows from others in nine of ten rows, and in two
// that are not zero.
func nearly(body []*bodyRow, c *draftColumn, from func(*bodyRow) (money.Decimal, bool)) bool {
	rows, right, some := 0, 0, 0
	for _, r := range body {
		a := r.amounts[c]
		value, ok := from(r)
		if !ok || a.kind != isNumber && a.kind != isPercent && (a.kind != isNil || value.IsZero()) {
			continue
		}
		if rows++; near(a, value) {
			right++
			if !value.IsZero() {
				some++
			}
		}
	}
	return some > 1 && 10*right >= 9*rows
}

// ratioOf is the second in per cent of the first.
func ratioOf(a, b *draftColumn) func(*bodyRow) (money.Decimal, bool) {
	return func(r *bodyRow) (money.Decimal, bool) {
		of, part := r.amounts[a], r.amounts[b]
		if !of.isSum() || !part.isSum() || of.value.IsZero() {
			return money.Zero, false
		}
		return money.Div(part.value.Mul(money.Hundred), of.value), true
	}
}

// drop leaves out columns that follow from no others, and are no money that a head names. What
// they have is kept in comments.
func (d *budgetDraft) drop(t *budgetTable, body []*bodyRow) {
	d.columns = slices.DeleteFunc(d.columns, func(c *draftColumn) bool {
		if c.isMoney() || len(c.of) > 0 {
			return false
		}
		t.roles[c.at] = otherRole
		for _, r := range body {
			delete(r.amounts, c)
		}
		d.say(unsure, t.name+", column "+c.label, "it follows from no other columns, and is not taken for money; it is kept in comments")
		return true
	})
}

// isMoney reports a column of amounts, of sums or of changes.
func (c *draftColumn) isMoney() bool {
	return c.kind != ofRatio && c.kind != ofDifference && c.kind != ofPercent
}

// isPer reports a column in per cent.
func (c *draftColumn) isPer() bool { return c.kind == ofPercent || c.kind == ofRatio }
