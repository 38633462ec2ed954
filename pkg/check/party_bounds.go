package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B168", Name: "party-bounds", Severity: diag.Warning, Title: "what a Party pays contradicts a ceiling, a floor or a rate",
		Why: "A reader takes a ceiling for the most that anybody pays, and a rate for a reason to pay. Where the plan says otherwise for a Party, " +
			"one of the two is wrong.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      cap: 40%
      parties: [{party: Norway, share: «50%»}, {party: Sweden, scale: 0.871}, {party: Finland, scale: 0.417}]
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      cap: 50%
      parties: [{party: Norway, share: 50%}, {party: Sweden, scale: 0.871}, {party: Finland, scale: 0.417}]
`},
	AboutThings:   true,
	NeedsComplete: true,
	Run: func(c *Context) {
		for _, shared := range c.Budget.Contributions {
			b := partyBounds{c, shared}
			if !b.idle() {
				b.leastDeveloped()
				b.shares()
			}
		}
	},
})

// partyBounds looks for contradictions in how one amount is shared out.
type partyBounds struct {
	*Context
	of *budget.Contribution
}

func (b *partyBounds) say(at source.Span, message, hint string) {
	b.Report(b.of.Path(), at, message, hint)
}

// idle reports bounds where nothing is shared out by rates, of which alone they are.
func (b *partyBounds) idle() bool {
	if b.of.Needs(plan.ByScale) || b.of.Needs(plan.ByWeights) {
		return false
	}
	for _, key := range []string{"cap", "floor", "minimum", "below", "ldc_cap"} {
		if b.of.Wrote(key) {
			b.say(b.of.Node.Get(key).Span(), fmt.Sprintf("`%s` has no effect here: it holds for what is shared out by scale or by weights", key), "take it out, or correct `how`")
		}
	}
	return true
}

// leastDeveloped compares the ceiling of least developed countries with the other bounds.
func (b *partyBounds) leastDeveloped() {
	most := b.of.LDC
	if !most.IsSet() {
		return
	}
	if b.of.Cap.IsSet() && most.Value.GreaterThan(b.of.Cap.Value) {
		b.say(most.Span(), fmt.Sprintf("`ldc_cap` is %s%%, above `cap`, which is %s%%: it has no effect", most.Value, b.of.Cap.Value), "correct one of the two")
	}
	if !b.of.Floor.IsSet() || !b.of.Floor.Value.GreaterThan(most.Value) {
		return
	}
	for i := range b.of.Parties {
		if p := b.of.Parties[i].Party; p.LDC.Value && b.pays(i) {
			b.say(b.of.Floor.Span(), fmt.Sprintf("`floor` is %s%%, above `ldc_cap`, which is %s%%: %s pays less than the least that a Party pays", b.of.Floor.Value, most.Value, p.Name.Value), "correct one of the two")
			return
		}
	}
}

// pays reports whether a Party pays anything in any column.
func (b *partyBounds) pays(party int) bool {
	for _, part := range b.of.Parties[party].Adjusted {
		if part.IsPositive() {
			return true
		}
	}
	return false
}

// shares compares given shares with the bounds, and with the rates for which they leave nothing.
func (b *partyBounds) shares() {
	if b.of.Needs(plan.ByShares) {
		return // they are of a part of the amount, the bounds of all
	}
	for i := range b.of.Parties {
		p := b.of.Parties[i].Party
		for _, share := range p.Share.Each() {
			switch {
			case b.of.Cap.IsSet() && share.Value.GreaterThan(b.of.Cap.Value):
				b.say(share.Span(), fmt.Sprintf("%s pays %s%%, more than `cap`, which is %s%%", p.Name.Value, share.Value, b.of.Cap.Value), "correct the `share` or the `cap`")
			case b.of.Floor.IsSet() && share.Value.IsPositive() && share.Value.LessThan(b.of.Floor.Value):
				b.say(share.Span(), fmt.Sprintf("%s pays %s%%, less than `floor`, which is %s%%", p.Name.Value, share.Value, b.of.Floor.Value), "correct the `share` or the `floor`")
			default:
				continue
			}
			break
		}
	}
	for col := range b.Budget.Columns {
		if b.Budget.Columns[col].Kind == budget.AmountColumn && b.nothingLeft(col) {
			return
		}
	}
}

// nothingLeft reports Parties with a rate where shares of others take all of a column.
func (b *partyBounds) nothingLeft(column int) bool {
	id, sum := b.Budget.Columns[column].ID, money.Zero
	rated, others := "", 0
	for i := range b.of.Parties {
		p := b.of.Parties[i].Party
		if share, ok := p.Share.In(id); ok {
			sum = sum.Add(share.Value)
			continue
		}
		for _, series := range []*cost.Series[money.Decimal]{&p.Scale, &p.Weight} {
			if rate, ok := series.In(id); ok && rate.Value.IsPositive() {
				if rated == "" {
					rated = p.Name.Value
				} else {
					others++
				}
			}
		}
	}
	if rated == "" || !sum.Equal(money.Hundred) {
		return false
	}
	switch {
	case others == 1:
		rated += " and 1 other with a rate"
	case others > 1:
		rated += fmt.Sprintf(" and %d others with a rate", others)
	}
	b.say(b.of.ID.Span(), fmt.Sprintf("the shares come to %s%%%s, and nothing is left for %s", sum, b.underHead(column), rated), "correct a `share`; write 0 as the rate of whoever pays nothing")
	return true
}
