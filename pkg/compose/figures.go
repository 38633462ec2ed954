package compose

import (
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// figure writes a figure of a table: its mark, or its amount in the plan's style.
func (b *builder) figure(f *budget.Figure, column int) document.Text {
	return b.marked(f, b.in.Budget.Columns[column].Places)
}

// amount writes a figure that is an amount of the budget.
func (b *builder) amount(f *budget.Figure) document.Text {
	return b.marked(f, b.in.Budget.Rounding.PlacesOf(f.Printed))
}

func (b *builder) marked(f *budget.Figure, places int32) document.Text {
	switch f.Mark {
	case cost.Blank:
		return nil
	case cost.Nil:
		mark := b.nilMark()
		return document.Text{{Text: mark, Keep: true, Aloud: b.nilAloud(mark)}}
	}
	return document.Text{{Text: b.money(f.Printed, places), Keep: true, Aloud: b.moneyAloud(f.Printed, places)}}
}

// nilAloud is what is read aloud for an empty amount that is printed as a sign.
func (b *builder) nilAloud(mark string) string {
	if strings.ContainsFunc(mark, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return b.language.Aloud.Nil.Value
}

// nilMark is what stands for nothing.
func (b *builder) nilMark() string {
	if n := b.in.Plan.Budget.Style.Nil; n.IsSet() {
		return n.Value
	}
	return "–"
}

// separators are the thousands separators that a plan may choose.
var separators = map[string]string{"comma": ",", "space": " ", "apostrophe": "'", "point": ".", "none": ""}

// money writes an amount for a table: with the plan's separators and its style of
// negative figures, or else those of the language.
func (b *builder) money(d money.Decimal, places int32) string {
	if b.isBracketed(d) {
		return "(" + b.language.Number(d.Abs(), places) + ")"
	}
	return b.language.Number(d, places)
}

// moneyAloud is what is read aloud for an amount in brackets, which a listener would not
// hear; "" for others.
func (b *builder) moneyAloud(d money.Decimal, places int32) string {
	if !b.isBracketed(d) {
		return ""
	}
	return language.Fill(b.language.Aloud.Negative.Value, "number", b.language.Number(d.Abs(), places))
}

func (b *builder) isBracketed(d money.Decimal) bool {
	return d.IsNegative() && b.in.Plan.Budget.Style.Negative.Value == "parentheses"
}

// otherDecimal is the decimal separator beside a thousands separator that would be the same.
var otherDecimal = map[string]string{".": ",", ",": "."}

// inStyle returns a language with the thousands separator that a plan chooses, in
// tables and in prose alike.
func inStyle(l *language.Language, style plan.Style) *language.Language {
	if !style.Thousands.IsSet() {
		return l
	}
	own := *l
	own.Numbers.Thousands.Value = separators[style.Thousands.Value]
	if own.Numbers.Thousands.Value == own.Numbers.Decimal.Value {
		own.Numbers.Decimal.Value = otherDecimal[own.Numbers.Thousands.Value]
	}
	return &own
}
