package document

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
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
	style := b.in.Plan.Budget.Style
	thousands := b.language.Numbers.Thousands.Value
	point := b.language.Numbers.Decimal.Value
	if style.Thousands.IsSet() {
		thousands = separators[style.Thousands.Value]
		if thousands == point {
			point = ","
		}
	}
	if d.IsNegative() && style.Negative.Value == "parentheses" {
		return "(" + money.Number(d.Abs(), places, thousands, point) + ")"
	}
	return strings.Replace(money.Number(d, places, thousands, point), "-", "−", 1)
}
