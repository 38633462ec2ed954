package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// afterRow is a row after the total: an amount, or a part of the total in per cent.
type afterRow struct {
	*draftLine
	level   bool           // a sum of columns shows the last of them
	percent *money.Decimal // of the total; nil for an amount
	balance *balanceRows   // nil for a single row
}

// behind takes the rows behind the total: contributions in kind, sources of money, and rows of
// the plan. What is none of these for certain is kept for a person, and of a workbook all that
// stands behind it, because a sheet may go on with anything.
func (d *budgetDraft) behind(b *builder, rows []*bodyRow) {
	t, last := b.t, 0
	if b.total != nil {
		last = t.number(b.total.row)
	}
	apart := false // what stands behind what is not understood is kept, and in a workbook what stands behind an empty row
	for i := 0; i < len(rows); {
		r := rows[i]
		apart = apart || t.book && t.number(r.at) > last+1
		if apart && !r.inKind && !inKindWords().MatchString(r.label) {
			d.keep(t, r, "stands behind the total")
			i++
			continue
		}
		if n := d.balanceAt(b, rows[i:]); n > 0 {
			i, last = i+n, t.number(rows[i+n-1].at)
			continue
		}
		if n := d.sourcesAt(b, rows[i:]); n > 0 {
			i, last = i+n, t.number(rows[i+n-1].at)
			continue
		}
		i, last = i+1, t.number(r.at)
		switch {
		case r.inKind, inKindWords().MatchString(r.label) && r.hasFigures():
			d.outsideRow(t, r)
		case r.saysNothing() && r.code == "" && r.note == "" && inKindWords().MatchString(r.label):
			d.outsideRow(t, r)
		case d.isAfter(t, r):
			d.afterRow(b, r)
		default:
			d.keep(t, r, "stands behind the total")
			apart = true
		}
	}
}

// number is the number that a workbook has for a row; 0 for none.
func (t *budgetTable) number(at int) int {
	if at < 0 || at >= len(t.rows) {
		return 0
	}
	for _, c := range t.rows[at].cells {
		if row, _, ok := xlsx.Position(c.ref); ok {
			return row
		}
	}
	return 0
}

// noMoneyWords are labels of figures that are no money, as a rate of exchange below a total, and of
// what comes in, which may be a source of money.
var noMoneyWords = words(`^(?:%|per ?cent|income|revenues?|receipts|funding|financing|sources?|contributions?)|\b(?:exchange|rates?|posts?|staff|fte|number of|participants|per capita|months?|days?)\b`)

// isAfter reports a row of amounts like those of the budget, which no label says to be something
// else.
func (d *budgetDraft) isAfter(t *budgetTable, r *bodyRow) bool {
	if r.hidden || !r.hasFigures() || oneLine(r.label) == "" || isTotal(r.label) || noMoneyWords().MatchString(r.label) {
		return false
	}
	for _, c := range d.columns {
		a := r.amounts[c]
		switch {
		case a.kind == isNumber && !c.isPer() && a.shown > d.places, a.kind == isPercent && !c.isPer(), a.kind == isTwofold, a.kind == noAmount && a.text != "":
			return false
		}
		if text := strings.TrimSpace(t.cell(r.at, c.at).text); text != "" && a.kind == noAmount {
			return false
		}
	}
	_, ok := d.levelOf(r)
	return ok
}

// levelOf says whether columns that follow from others have what they hold for a row: the sum of
// its amounts, or the last of them.
func (d *budgetDraft) levelOf(r *bodyRow) (level, ok bool) {
	sums, levels, n := 0, 0, 0
	for _, c := range d.columns {
		a := r.amounts[c]
		if c.kind != ofSums || a.kind != isNumber {
			continue
		}
		sum := money.Zero
		for _, o := range c.of {
			sum = sum.Add(r.amounts[o].value)
		}
		n++
		if a.value.Equal(sum) {
			sums++
		}
		if a.value.Equal(r.amounts[c.of[len(c.of)-1]].value) {
			levels++
		}
	}
	return sums < n, sums == n || levels == n
}

// afterRow takes a row after the total. Where its label says of what part of the total it is, and
// it has that in each column, it is that.
func (d *budgetDraft) afterRow(b *builder, r *bodyRow) {
	row := &afterRow{draftLine: b.line(r)}
	row.level, _ = d.levelOf(r)
	what := "with its amounts"
	if p := d.percentAfter(r); p != nil {
		row.percent, what = p, written(*p)+"% of the total, as its label says and its amounts are"
	}
	d.say(recognised, r.where, "\""+r.label+"\" is a row after the total, "+what)
	d.after = append(d.after, row)
}

// percentAfter is the rate that the label of a row says, if that of the total is what it has.
func (d *budgetDraft) percentAfter(r *bodyRow) *money.Decimal {
	m := percentIn().FindStringSubmatch(r.label)
	if m == nil || d.total == nil {
		return nil
	}
	rate, fault := money.Parse(m[1])
	if fault != nil || rate.IsZero() {
		return nil
	}
	for _, c := range ofKind(d.columns, ofAmounts) {
		a, of := r.amounts[c], d.total.amounts[c]
		if a.kind != isNumber || of.kind != isNumber || !d.rounding().Round(of.value.Mul(rate).Shift(-2)).Equal(a.value) {
			return nil
		}
	}
	return &rate
}

var percentIn = words(`(?:^|[^\d.,])(\d{1,2}(?:\.\d{1,3})?)\s*(?:%|per\s?cent)`)

// afterList writes the rows after the total.
func (d *budgetDraft) afterList() *list {
	l := &list{}
	for _, row := range d.after {
		g := &group{}
		g.set("id", plain(row.id))
		g.set("code", oneLine(row.code))
		g.set("label", shortProse(row.label))
		g.note(asked(row.review)...)
		switch {
		case row.balance != nil:
			g.set("balance", row.balance.write(d))
		case row.percent != nil:
			g.set("percent", plain(written(*row.percent)+"%"))
			of := &list{short: true}
			of.add(plain("total"))
			g.set("of", of)
		default:
			g.set("fixed", d.fixed(row.draftLine))
		}
		if row.level && row.balance == nil {
			g.set("level", plain("true"))
		}
		g.set("note", shortProse(row.note))
		g.set("footnote", d.footnotes(row.draftLine))
		l.add(g)
	}
	return l
}
