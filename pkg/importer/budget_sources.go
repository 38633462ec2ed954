package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
)

// sourcesAt takes rows that come to a total of their own, which is that of the budget, for its
// sources of money. It returns how many rows it took.
func (d *budgetDraft) sourcesAt(b *builder, rows []*bodyRow) int {
	end := slices.IndexFunc(rows, func(r *bodyRow) bool { return r.said })
	if end < 1 || d.total == nil || len(d.sources) > 0 {
		return 0
	}
	var all tally
	for _, r := range rows[:end] {
		if !r.hasFigures() || r.inKind || oneLine(r.label) == "" {
			return 0
		}
		all.add(&draftLine{amounts: r.amounts})
	}
	for _, c := range d.columns {
		if a, of := rows[end].amounts[c], d.total.amounts[c]; c.kind == ofAmounts && (a.kind != isNumber || of.kind != isNumber || !a.value.Equal(of.value)) {
			return 0
		}
	}
	if !all.comesTo(rows[end].amounts) {
		return 0
	}
	for _, r := range rows[:end] {
		s := b.line(r)
		kind := sourceKind(r.label)
		if kind == "" {
			kind = "other"
			s.review = append(s.review, "the file does not say of which kind this money is: "+strings.Join(cost.Sources(), ", "))
		}
		s.source = kind
		d.sources = append(d.sources, s)
	}
	b.t.useRow(rows[end].at)
	d.placed++
	d.financed = rows[end].amounts
	d.say(recognised, rows[end].where, number(end, "row")+" behind the total come to it: they are the sources of money")
	return end + 1
}

// sourceKind is the kind of money that a label names; "" where it names none.
func sourceKind(label string) string {
	switch {
	case hostWords().MatchString(label):
		return "host"
	case voluntaryWords().MatchString(label):
		return "voluntary"
	case assessedWords().MatchString(label):
		return "assessed"
	case reserveWords().MatchString(label):
		return "reserve"
	case carriedWords().MatchString(label):
		return "carry-over"
	case drawnWords().MatchString(label):
		return "draw-down"
	}
	return ""
}

var (
	hostWords      = words(`\bhost (?:country|government)\b`)
	voluntaryWords = words(`\bvoluntary\b`)
	assessedWords  = words(`\bassessed\b|\bcontributions? (?:of|from|by) (?:the )?(?:states )?parties\b`)
	reserveWords   = words(`\breserve\b`)
	carriedWords   = words(`\b(?:carr(?:y|ied)[- ]?over|carried forward|balance brought forward)\b`)
	drawnWords     = words(`\bdraw[- ]?down\b`)
)

// sourceList writes the sources of money that stand in the table of the budget.
func (d *budgetDraft) sourceList() *list {
	l := d.lineList(d.sources, d.figures())
	for i := range l.items {
		if g, ok := l.items[i].value.(*group); ok {
			g.set("source", plain(d.sources[i].source))
		}
	}
	return l
}
