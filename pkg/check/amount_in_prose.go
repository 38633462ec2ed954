package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R107", Name: "amount-in-prose", Severity: diag.Warning, Title: "an amount in a text that is not the table's",
		Why:   "A typed amount that was right last year, or has two digits swapped, contradicts the table beside it; States Parties pay by one and read the other.",
		Since: "0.2",
		Bad: `assumptions:
  - That the total budget of «CHF 345,045» is fully funded.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - "That the total budget of ${budget.total} is fully funded."
  - That the host State provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		c.eachNumber(func(r *reading, n *number.Number) {
			if !c.mayBeAmount(n) || !r.isTyped(n) {
				return
			}
			if s := c.amountSaid(r, n); s != nil && (s.relation == slipped || c.isEnglish()) {
				c.reportSaying(s, c.money(s.figure.is))
			}
		})
	},
})

// mayBeAmount reports money of the budget's currency, or a number without a currency that is
// too large and too odd to count anything.
func (c *Context) mayBeAmount(n *number.Number) bool {
	if n.Low != nil {
		return false
	}
	switch n.Kind {
	case number.Amount:
		return c.isCurrency(n.Currency)
	case number.Plain, number.Count:
		return !n.InWords && n.Value.GreaterThanOrEqual(money.New(10_000)) && isTelling(n.Value)
	}
	return false
}

// amountSaid returns what the amount is said of, where it contradicts the plan; nil where it
// does not, or where nobody can know.
func (c *Context) amountSaid(r *reading, n *number.Number) *saying {
	if c.isEachOf(r, n) || c.isAmountOf(r, n) || c.isSpent(r, n) {
		return nil
	}
	elsewhere := c.isOfAnotherYear(r, n)
	var weak *saying
	for _, x := range r.namesNear(n) {
		for _, t := range x.things[:min(len(x.things), enough)] {
			f, ok := t.of(ofAmount)
			if !ok {
				continue
			}
			s := r.say(n, t, f)
			s.direct = c.isSaidOf(r, x, n)
			if s.relation == equal || s.relation == rounded || s.isEachOfAll() {
				return nil
			}
			if elsewhere && s.relation != slipped || s.relation == other && (!s.direct || isOfReport(r.Subject) || !c.isWhole(r, x, n)) || s.relation == slipped && !s.isCertainSlip() {
				continue
			}
			if weak == nil || s.direct && !weak.direct {
				weak = &s
			}
		}
	}
	if weak == nil && !elsewhere && n.Kind == number.Amount {
		weak = c.amountUnnamed(r, n)
	}
	return weak
}

// isEachOfAll reports "six grants of CHF 75,000" where the line comes to 450,000.
func (s *saying) isEachOfAll() bool {
	from, to := s.near(s.number)
	for i := range s.Numbers {
		m := &s.Numbers[i]
		if m.Kind == number.Count && m.First >= from && m.First < to && s.figure.isEqual(m.Value.Mul(s.number.Value)) {
			return true
		}
	}
	return false
}

// isCertainSlip reports a slip that is none by chance: beside the name itself, or of digits in
// a number that is not round.
func (s *saying) isCertainSlip() bool {
	return s.direct || isTelling(s.number.Value) && (s.why == string(neighbours) || s.why == string(mistyped))
}

// isAmountOf reports an amount that the plan has somewhere: figure-in-prose speaks of it.
func (c *Context) isAmountOf(r *reading, n *number.Number) bool {
	for _, q := range c.printed()[n.Value.String()] {
		if !q.isPast || c.isOfAnotherYear(r, n) {
			return true
		}
	}
	return false
}

// isWhole reports that an amount beside a name is all of it, and not a part such as the
// contribution of one State or the budget of something else.
func (c *Context) isWhole(r *reading, x nameSaid, n *number.Number) bool {
	next := ""
	if n.Next < len(r.Words) {
		next = strings.ToLower(r.Words[n.Next].Text)
	}
	if parts[next] || x.weak || n.Kind != number.Amount && x.things[0].kind != aTotal || n.Hedged {
		return false
	}
	if _, before := r.between(x, n); !before {
		return x.things[0].kind == aLine && len(x.things) == 1
	}
	prior := ""
	if x.first > 0 {
		prior = strings.ToLower(r.Words[x.first-1].Text)
	}
	switch x.things[0].kind {
	case aTotal:
		return wholes[prior] || c.isOwnYear(prior) || c.isUnitWord(prior) || strings.HasPrefix(prior, "${period")
	case aSource:
		return false
	}
	return len(x.things) == 1 && !parts[prior]
}

var (
	parts  = wordSet("from by per each a an every additional further extra other of part half another more less higher lower")
	wholes = wordSet("the total overall proposed annual its entire full draft our")
)

// amountUnnamed holds an amount beside no name against the total, and against what lines were
// in other years, where it is too odd to be so by chance.
func (c *Context) amountUnnamed(r *reading, n *number.Number) *saying {
	if !isTelling(n.Value) || n.Value.LessThan(money.New(10_000)) {
		return nil
	}
	if t := c.named().past[n.Value.String()]; t != nil {
		f, _ := t.of(ofAmount)
		if s := r.say(n, t, f); s.relation == stale {
			return &s
		}
	}
	total := c.named().sum
	f, _ := total.of(ofAmount)
	if s := r.say(n, total, f); s.relation == slipped && s.why == string(neighbours) {
		return &s
	}
	return nil
}
