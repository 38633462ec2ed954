package document

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// tableNotes returns the notes that the budget table needs by itself: that its
// figures may not add up, and the exchange rates used.
func (b *builder) tableNotes() []Text {
	var notes []Text
	if b.roundingShows() {
		notes = append(notes, b.word("rounding_note")...)
	}
	for i := range b.in.Plan.Budget.Rates {
		notes = append(notes, b.rateNote(&b.in.Plan.Budget.Rates[i])...)
	}
	return notes
}

// word composes a word of the language or the template; a template that does
// without it gets no note.
func (b *builder) word(id string, pairs ...string) []Text {
	word, ok := b.words[id]
	if !ok {
		return nil
	}
	return []Text{b.with(word, pairs...)}
}

// roundingShows reports whether some printed sum is not the sum of what is printed
// above it.
func (b *builder) roundingShows() bool {
	lines := b.in.Budget.Lines
	for c := range b.in.Budget.Columns {
		if b.in.Budget.Columns[c].Kind == budget.PercentColumn {
			continue
		}
		if b.isOff(b.in.Budget.Total[c], 0, len(lines), c) {
			return true
		}
		for i := range lines {
			if lines[i].IsGroup() && b.isOff(lines[i].Figures[c], i+1, lines[i].End, c) {
				return true
			}
		}
	}
	return false
}

func (b *builder) isOff(sum budget.Figure, from, to, column int) bool {
	lines := b.in.Budget.Lines
	printed, parts := money.Zero, int64(0)
	for at := from; at < to; at = lines[at].End {
		printed = printed.Add(lines[at].Figures[column].Printed)
		parts++
	}
	// Half a unit for each part and for the sum is all that rounding can do; what is
	// more is a mistake, and no note excuses it.
	diff := printed.Sub(sum.Printed).Abs()
	most := b.in.Budget.Rounding.To.Mul(money.New(parts + 1))
	return !diff.IsZero() && diff.LessThanOrEqual(most)
}

// rateNote says which rate a currency was converted at: "USD 1 = CHF 0.92 (1 June
// 2024, United Nations operational rate)". Of a rate for each column nothing is said.
func (b *builder) rateNote(r *plan.ExchangeRate) []Text {
	if !r.Rate.All.IsSet() {
		return nil
	}
	source := ""
	if r.Source.IsSet() {
		source = ", " + b.text(r.Source).String()
	}
	return b.word("rate_note", "from", string(r.Currency.Value), "to", string(b.in.Budget.Currency),
		"rate", b.language.Number(r.Rate.All.Value, 0), "date", b.language.day(r.On.Value), "source", source)
}
