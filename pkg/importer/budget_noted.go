package importer

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var rateNoted = pattern.Lazy(`(?i)(?:^|[^\d.,])(\d{1,2}(?:\.\d{1,3})?)\s*(?:%|per\s?cent)\s+of\s+((?:the\s+|all\s+|annual\s+|gross\s+|net\s+|total\s+|basic\s+)*)(\pL{4,})(\s*(?:and|plus|et|&|\+|,)\s+\pL)?`)

// ratesNoted takes a rate that a note says in words, "at 20% of annual salary", for the rule of
// its line, if the word names just one other line and the rate gives what the table has. Where
// it gives another amount, the table's stays, and a person is asked.
func (d *budgetDraft) ratesNoted() {
	each(d.lines, func(l *draftLine) {
		m := rateNoted().FindStringSubmatch(l.note)
		if m == nil || m[4] != "" || l.rule != nil || l.group {
			return
		}
		base := d.called(m[3], l)
		rate, fault := money.Parse(m[1])
		if base == nil || fault != nil || rate.IsZero() {
			return
		}
		d.rateNoted(l, base, rate)
	})
}

// rateNoted compares the amounts of a line with a rate of another.
func (d *budgetDraft) rateNoted(l, base *draftLine, rate money.Decimal) {
	r := &percentRule{rates: map[*draftColumn]money.Decimal{}, of: []*draftLine{base}}
	for _, c := range ofKind(d.columns, ofAmounts) {
		has, from := l.amounts[c], base.amounts[c]
		if has.kind != isNumber || from.kind != isNumber || from.value.IsZero() {
			continue
		}
		gives := from.value.Mul(rate).Shift(-2)
		if !d.agree(has, gives) {
			share := money.Rounding{To: money.New(1).Shift(-2), Mode: money.HalfUp}.Round(money.Div(has.value.Mul(money.Hundred), from.value))
			text := fmt.Sprintf("the note has %s%% of %s, which is %s; the table has %s, which is %s%%", written(rate), base.label, written(gives), written(has.value), written(share))
			l.review = append(l.review, text)
			d.say(unsure, l.where, l.label+": "+text)
			return
		}
		r.rates[c] = rate
	}
	if len(r.rates) > 0 {
		l.rule = r
		d.say(recognised, l.where, l.id+": "+written(rate)+"% of "+base.id+", as its note says")
	}
}

// called returns the one line that is called by a word, but for a line itself.
func (d *budgetDraft) called(word string, but *draftLine) (found *draftLine) {
	n := 0
	each(d.lines, func(l *draftLine) {
		words := wordsOf(l.label)
		for i := range words {
			words[i] = singular(words[i])
		}
		if l != but && !l.group && slices.Contains(words, singular(word)) && l.rule == nil {
			found = l
			n++
		}
	})
	if n != 1 {
		return nil
	}
	return found
}
