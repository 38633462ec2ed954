package check

import (
	"fmt"
	"iter"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R114", Name: "swapped-in-prose", Severity: diag.Warning, Title: "an amount in a text that is one of the plan's with two digits swapped",
		Why:   "Two digits that change places while a figure is typed are read over, and the text contradicts the table.",
		Since: "0.3",
		Bad: `outcomes:
  - id: support
    text: States Parties are supported.
    outputs: [{id: meetings, text: Meetings are held., activities: [{id: rooms, text: Rent the rooms.}]}]
assumptions:
  - That the «USD 72,230» for the meetings arrive in time.
budget:
  currency: USD
  lines:
    - {id: rent, label: Rent, for: rooms, fixed: 40300}
    - {id: staff, label: Interpreters, for: rooms, fixed: 32020}
    - {id: travel, label: Travel, fixed: 9500}
`,
		Good: `outcomes:
  - id: support
    text: States Parties are supported.
    outputs: [{id: meetings, text: Meetings are held., activities: [{id: rooms, text: Rent the rooms.}]}]
assumptions:
  - "That the ${outputs.meetings.cost} for the meetings arrive in time."
budget:
  currency: USD
  lines:
    - {id: rent, label: Rent, for: rooms, fixed: 40300}
    - {id: staff, label: Interpreters, for: rooms, fixed: 32020}
    - {id: travel, label: Travel, fixed: 9500}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		c.eachNumber(func(r *reading, n *number.Number) {
			if n.Kind == number.Amount && c.mayBeAmount(n) && r.isTyped(n) && !n.Hedged && isUneven(n.Value) && !c.isEachOf(r, n) {
				c.swapped(r, n)
			}
		})
	},
})

// isUneven reports an amount that is too odd to be near another one by chance.
func isUneven(d money.Decimal) bool {
	const large, some = 10_000, 1_000
	return d.GreaterThanOrEqual(money.New(large)) && isTelling(d) && !d.Mod(money.New(100)).IsZero() || d.GreaterThanOrEqual(money.New(some)) && !d.IsInteger()
}

// swapped reports an amount that is none of the plan's, and of which one swap makes the only one that it can
// be. Of what amount-in-prose says more nothing is said.
func (c *Context) swapped(r *reading, n *number.Number) {
	if c.isAmountOf(r, n) || c.isSpent(r, n) || c.isOfAnotherYear(r, n) || c.amountSaid(r, n) != nil {
		return
	}
	ref, is := "", money.Zero
	for d := range swaps(n.Value) {
		found := ""
		if list := c.printed()[d.String()]; len(list) > 0 && !list[0].isPast {
			found = list[0].ref
		} else if isOfReport(r.Subject) && c.Budget.Actuals != nil && len(c.spentFigures()[d.String()]) > 0 {
			found = c.spentFigures()[d.String()][0].ref
		}
		if found == "" {
			continue
		}
		if ref != "" {
			return
		}
		ref, is = found, d
	}
	if ref != "" {
		c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("the text says “%s”, and the plan has %s: two digits are swapped", r.said(n), c.money(is)),
			fmt.Sprintf("write ${%s} in its place, and the text follows the plan", ref))
	}
}

// swaps yields the amounts that are made of one by swapping two digits that stand side by side.
func swaps(d money.Decimal) iter.Seq[money.Decimal] {
	return func(yield func(money.Decimal) bool) {
		text := []byte(d.String())
		for i := range text {
			k := i + 1
			if k < len(text) && text[k] == '.' {
				k++
			}
			if text[i] == '.' || k >= len(text) || text[i] == text[k] {
				continue
			}
			text[i], text[k] = text[k], text[i]
			other, fault := money.Parse(string(text))
			text[i], text[k] = text[k], text[i]
			if fault == nil && !yield(other) {
				return
			}
		}
	}
}
