package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B221", Name: "unit-cost-in-prose", Severity: diag.Warning, Title: "a text that names another unit cost than the line",
		Why:   "The note explains an amount by a price that it was not computed with.",
		Since: "0.2",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, units: [{item: mission, quantity: 6, cost: 3000}], note: "Six missions at «CHF 2,500» each."}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, units: [{item: mission, quantity: 6, cost: 3000}], note: "Six missions at CHF ${budget.travel.mission.cost} each."}
`},
	Run: func(c *Context) {
		c.eachSaid(func(r *reading, n *number.Number) {
			inMoney := n.Kind == number.Amount && c.isCurrency(n.Currency)
			odd := n.Kind == number.Plain && !n.InWords && n.Value.GreaterThan(money.Hundred)
			if (inMoney || odd) && n.Low == nil && r.isTyped(n) && !r.isPerMeasure(n) && (c.isEachOf(r, n) || c.isAtPrice(r, n) || c.isCostOfOne(r, n)) {
				c.unitCost(r, n)
			}
		})
	},
})

// isEachOf reports an amount for each of something: "each", "per mission", "a month".
func (c *Context) isEachOf(r *reading, n *number.Number) bool {
	next := func(i int) string {
		if n.Next+i < len(r.Words) {
			return strings.ToLower(r.Words[n.Next+i].Text)
		}
		return ""
	}
	switch next(0) {
	case "each", "apiece", "monthly", "annually", "yearly":
		return true
	case "per", "a", "an", "for":
		return next(0) != "for" || next(1) == "each" || next(1) == "every" || next(1) == "one"
	}
	for i := n.First - 1; i >= max(0, n.First-3); i-- {
		if w := strings.ToLower(r.Words[i].Text); w == "each" {
			return true
		}
	}
	return false
}

// isPerMeasure reports a price by the day or the page, of which one of what is counted takes
// several.
func (r *reading) isPerMeasure(n *number.Number) bool {
	if n.Next+1 >= len(r.Words) || !perOne[strings.ToLower(r.Words[n.Next].Text)] {
		return false
	}
	measure := strings.ToLower(r.Words[n.Next+1].Text)
	if !measures[measure] {
		return false
	}
	for _, x := range r.namesNear(n) {
		if len(x.of(anItem)) > 0 && strings.HasSuffix(" "+x.name, " "+measure) {
			return false
		}
	}
	return true
}

var (
	perOne   = wordSet("per a an each")
	measures = wordSet("day night hour week kilometre page word")
)

// isAtPrice reports "ten missions at USD 5,800" in a line's own note, where the amount is far
// from all that the line comes to.
func (c *Context) isAtPrice(r *reading, n *number.Number) bool {
	own, isOwn := c.ownLine(r.Subject)
	if !isOwn || n.Kind != number.Amount {
		return false
	}
	line, _ := c.Budget.Line(own)
	if c.Budget.Amount(line.Figures).Printed.LessThan(n.Value.Mul(two)) {
		return false
	}
	for _, x := range r.namesNear(n) {
		if words, before := r.between(x, n); !before || len(words) != 1 || !strings.EqualFold(words[0].Text, "at") {
			continue
		}
		for i := range r.Numbers {
			if m := &r.Numbers[i]; m.Kind == number.Count && m.Next == x.first {
				return true
			}
		}
	}
	return false
}

// isCostOfOne reports "A visit costs CHF 4,150" and "the cost of each visit is put at CHF 4,150".
func (c *Context) isCostOfOne(r *reading, n *number.Number) bool {
	for _, x := range r.namesNear(n) {
		if x.first == 0 || len(x.of(anItem)) == 0 || !ones[strings.ToLower(r.Words[x.first-1].Text)] {
			continue
		}
		words, before := r.between(x, n)
		if !before || len(words) == 0 {
			continue
		}
		costs := x.first > 2 && strings.EqualFold(r.Words[x.first-3].Text, "cost") && r.Words[x.first-2].Text == "of"
		linked := true
		for i := range words {
			w := strings.ToLower(words[i].Text)
			costs = costs || w == "costs"
			linked = linked && pricing[w]
		}
		if costs && linked {
			return true
		}
	}
	return false
}

var (
	ones    = wordSet("a an one each every per")
	pricing = wordSet("costs is are put at set estimated budgeted to be about on average comes")
)

// unitCost holds an amount for each of something against the items and posts named beside it,
// and against those of the line whose note it is.
func (c *Context) unitCost(r *reading, n *number.Number) {
	own, isOwn := c.ownLine(r.Subject)
	var found *saying
	var at nameSaid
	for _, x := range r.namesNear(n) {
		for _, t := range x.things[:min(len(x.things), enough)] {
			f, ok := t.of(ofUnitCost)
			if !ok || isOwn && c.Budget.Lines[t.line].ID.Value != own {
				continue
			}
			s := r.say(n, t, f)
			if s.relation == equal || c.isPartPrice(t, n.Value) {
				return
			}
			if !isOwn && s.relation == other && len(x.things) > 1 {
				return
			}
			if found == nil || r.isNearer(x, at, n) {
				found, at = &s, x
			}
		}
	}
	if found == nil && isOwn {
		found = c.ownUnitCost(r, n, own)
	}
	if found == nil || found.relation == rounded && found.number.Hedged || c.isOfAnotherYear(r, n) {
		return
	}
	c.reportSaying(found, c.money(found.figure.is))
}

// isNearer reports that a name, rather than another, is what an amount is the price of: right
// behind it, as in "per mission", or else the last before it.
func (r *reading) isNearer(x, y nameSaid, n *number.Number) bool {
	const per = 3
	behind := func(x nameSaid) bool { return x.first >= n.Next && x.first-n.Next < per }
	return behind(x) && !behind(y) || !behind(y) && x.next <= n.First
}

// isPartPrice reports an amount that the thing's line has otherwise: another item's price, a
// price times days, a product, or the line's amount.
func (c *Context) isPartPrice(t *thing, value money.Decimal) bool {
	line := &c.Budget.Lines[t.line]
	if equalAny(value, c.Budget.Amount(line.Figures).Printed) {
		return true
	}
	column := c.Budget.Scope().Columns
	if len(column) == 0 {
		return true
	}
	for _, k := range line.Costs {
		figures := k.Figures(c.Budget.Columns[column[0]].ID)
		for i := range figures[:min(len(figures), 4*enough)] {
			if figures[i].Value.Equal(value) || i > 0 && figures[i-1].Value.Mul(figures[i].Value).Equal(value) || isTwelfth(k, &figures[i], value) {
				return true
			}
		}
	}
	return false
}

// isTwelfth reports a post's cost by the month where the plan has it by the year, or the other
// way round.
func isTwelfth(k cost.Cost, f *cost.Quotable, value money.Decimal) bool {
	_, isPosts := k.(*cost.Posts)
	year := money.New(12)
	return isPosts && (f.Value.Mul(year).Equal(value) || value.Mul(year).Equal(f.Value))
}

// ownUnitCost holds an amount in a note that names no item against the line's only one.
func (c *Context) ownUnitCost(r *reading, n *number.Number, own string) *saying {
	line, _ := c.Budget.Line(own)
	for _, k := range line.Costs {
		units, ok := k.(*cost.Units)
		if !ok || len(units.Items) != 1 {
			continue
		}
		if e := c.named().entries[strings.Join(nameStems(units.Items[0].Name.Value), " ")]; e != nil {
			for _, t := range e.things[:min(len(e.things), enough)] {
				f, ok := t.of(ofUnitCost)
				if !ok || c.Budget.Lines[t.line].ID.Value != own {
					continue
				}
				s := r.say(n, t, f)
				if s.relation == equal || c.isPartPrice(t, n.Value) {
					return nil
				}
				return &s
			}
		}
	}
	return nil
}
