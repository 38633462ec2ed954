package compose

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
)

// tableNotes returns the notes that a table of lines needs by itself: that its
// figures do not add up, and the exchange rates that were used.
func (t *tabler) tableNotes(total []budget.Figure) (notes []document.Text) {
	switch addsUp(t.in.Budget, t.list, total) {
	case rounded:
		notes = t.word("rounding_note")
	case stated:
		notes = t.word("sum_note")
	}
	var seen []money.Currency // those with one rate for all columns
	for i := range t.in.Plan.Budget.Rates {
		r := &t.in.Plan.Budget.Rates[i]
		if !t.converts(r.Currency.Value) || slices.Contains(seen, r.Currency.Value) {
			continue
		}
		if r.Rate.All.IsSet() {
			seen = append(seen, r.Currency.Value)
		}
		notes = append(notes, t.rateNote(r)...)
	}
	return notes
}

// converts reports whether some line of the table has its costs in a currency that
// is not the budget's.
func (t *tabler) converts(c money.Currency) bool {
	for i := range t.list {
		if in := t.list[i].In; in.IsSet() && in.Value == c && c != t.in.Budget.Currency {
			return true
		}
	}
	return false
}

// word composes a word of the language or the template for a note. A language
// without it is reported: the note would be missing in silence.
func (t *tabler) word(id string, pairs ...string) []document.Text {
	word, ok := t.words[id]
	if !ok {
		t.findings.Add(diag.Finding{Rule: refs.Unknown, Span: t.spec.Block.Span(),
			Message: fmt.Sprintf("nothing is called `words.%s`, and a note below this table needs it", id),
			Hint:    "add it to the `words` of the language or of the template"})
		return nil
	}
	return []document.Text{t.with(word, pairs...)}
}

// rateNote says which rate a currency was converted at: "USD 1 = CHF 0.92 (1 June
// 2024, United Nations operational rate)", column by column where it differs.
func (t *tabler) rateNote(r *plan.ExchangeRate) (notes []document.Text) {
	source := ""
	if r.Source.IsSet() {
		source = ", " + t.text(r.Source).String()
	}
	day := t.language.Day(r.On.Value)
	note := func(rate money.Decimal, on string) {
		notes = append(notes, t.word("rate_note", "from", string(r.Currency.Value), "to", string(t.in.Budget.Currency),
			"rate", t.language.Number(rate, 0), "date", on, "source", source)...)
	}
	if r.Rate.All.IsSet() {
		note(r.Rate.All.Value, day)
		return notes
	}
	for _, e := range r.Rate.By {
		head := e.Key.Value
		if at, ok := t.in.Budget.Column(head); ok && t.in.Budget.Columns[at].Label.IsSet() {
			head = t.text(t.in.Budget.Columns[at].Label).String()
		}
		note(e.Value.Value, head+": "+day)
	}
	return notes
}
