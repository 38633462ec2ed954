package document

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// figure writes a figure of a table: its mark, or its amount in the plan's style.
func (b *builder) figure(f *budget.Figure, column int) Text {
	switch f.Mark {
	case cost.Blank:
		return nil
	case cost.Nil:
		return Text{{Text: b.nilMark(), Keep: true}}
	}
	return Text{{Text: b.money(f.Printed, b.in.Budget.Columns[column].Rounding.Places()), Keep: true}}
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
	if !d.IsInteger() {
		places = max(places, 2)
	}
	if d.IsNegative() && b.in.Plan.Budget.Style.Negative.Value == "parentheses" {
		return "(" + b.language.Number(d.Abs(), places) + ")"
	}
	return strings.Replace(b.language.Number(d, places), "-", "−", 1)
}

// inStyle returns the language with the thousands separator that a plan chooses,
// in tables and in prose alike.
func (l *Language) inStyle(style plan.Style) *Language {
	if !style.Thousands.IsSet() {
		return l
	}
	own := *l
	own.Numbers.Thousands.Value = separators[style.Thousands.Value]
	if own.Numbers.Thousands.Value == own.Numbers.Decimal.Value {
		own.Numbers.Decimal.Value = ","
	}
	return &own
}
