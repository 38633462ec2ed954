package importer

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// balanceRows are the four rows of a balance: its opening, what comes in, what goes out and the
// closing.
type balanceRows struct {
	rows   [4]*bodyRow
	labels [4]string
}

// balanceLabels are what the rows are called where a plan does not say.
var balanceLabels = [4]string{"Opening balance", "Income", "Expenditure", "Closing balance"}

// balanceAt takes a head and four rows for a balance where all their figures follow: what goes out
// is the total, what comes in what the sources of money come to, and each column opens with what
// the one before closes with. It returns how many rows it took.
func (d *budgetDraft) balanceAt(b *builder, rows []*bodyRow) int {
	const high = 5
	if len(rows) < high || !rows[0].saysNothing() || oneLine(rows[0].label) == "" || d.total == nil {
		return 0
	}
	bal := &balanceRows{}
	for i, r := range rows[1:high] {
		if !r.hasFigures() || r.label == "" {
			return 0
		}
		bal.rows[i], bal.labels[i] = r, r.label
	}
	if !d.follows(bal) {
		return 0
	}
	if !d.inIs(bal, d.financed) {
		return 0
	}
	row := &afterRow{draftLine: b.line(rows[0]), balance: bal}
	for _, r := range bal.rows {
		b.t.useRow(r.at)
		d.placed++
	}
	d.say(recognised, rows[0].where, "\""+row.label+"\" is a balance: its figures follow from the total and what comes in")
	d.after = append(d.after, row)
	return high
}

// follows reports figures of a balance: in each column it closes with what it opens with, more by
// what comes in and less by the total, and the next opens with that.
func (d *budgetDraft) follows(bal *balanceRows) bool {
	var last *amount
	year := "" // balances are carried from year to year alone
	for _, c := range d.columns {
		opening, in, out, closing := bal.rows[0].amounts[c], bal.rows[1].amounts[c], bal.rows[2].amounts[c], bal.rows[3].amounts[c]
		if slices.ContainsFunc([]amount{opening, in, out, closing}, func(a amount) bool { return a.kind != isNumber }) {
			return false
		}
		if !opening.value.Add(in.value).Add(out.value).Equal(closing.value) || !out.value.Add(d.total.amounts[c].value).IsZero() {
			return false
		}
		switch {
		case c.kind == ofSums:
			if !opening.value.Equal(bal.rows[0].amounts[c.of[0]].value) || !closing.value.Equal(bal.rows[3].amounts[c.of[len(c.of)-1]].value) {
				return false
			}
		case c.kind != ofAmounts, last != nil && (!last.value.Equal(opening.value) || c.year <= year):
			return false
		default:
			last, year = &closing, c.year
		}
	}
	return true
}

// inIs reports whether what comes in is what a sum has, in each column.
func (d *budgetDraft) inIs(bal *balanceRows, sum map[*draftColumn]amount) bool {
	for _, c := range d.columns {
		if a, ok := sum[c]; !ok || a.kind != isNumber || !a.value.Equal(bal.rows[1].amounts[c].value) {
			return false
		}
	}
	return true
}

// write writes the balance.
func (bal *balanceRows) write(d *budgetDraft) *group {
	g := &group{}
	opening := money.Zero
	if columns := ofKind(d.columns, ofAmounts); len(columns) > 0 {
		opening = bal.rows[0].amounts[columns[0]].value
	}
	g.set("opening", plain(written(opening)))
	g.set("in", shortList("financing"))
	g.set("out", shortList("total"))
	labels := &group{}
	for i, key := range []string{"opening", "in", "out", "closing"} {
		if bal.labels[i] != balanceLabels[i] {
			labels.set(key, shortProse(bal.labels[i]))
		}
	}
	g.set("labels", labels)
	return g
}

// shortList is a list of names in one line.
func shortList(names ...string) *list {
	l := &list{short: true}
	for _, n := range names {
		l.add(plain(n))
	}
	return l
}
