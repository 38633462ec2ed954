package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R109", Name: "rate-in-prose", Severity: diag.Warning, Title: "a rate in a text that is not the line's",
		Why:   "The text explains an amount of the table by a rate that it was not computed with.",
		Since: "0.2",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, note: A Director.}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
assumptions:
  - That social charges of «25 per cent» of salaries remain unchanged.
  - That the host State provides the rooms.
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, note: A Director.}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
assumptions:
  - "That social charges of ${budget.social-charges.rate} of salaries remain unchanged."
  - That the host State provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		c.eachSaid(func(r *reading, n *number.Number) {
			if n.Kind == number.Rate && n.Low == nil && r.isTyped(n) {
				c.rateSaid(r, n)
			}
		})
	},
})

// rateSaid holds a percentage against the rate of a line that is named right beside it.
func (c *Context) rateSaid(r *reading, n *number.Number) {
	own, isOwn := c.ownLine(r.Subject)
	for _, x := range r.namesNear(n) {
		t := x.things[0]
		f, ok := t.of(ofRate)
		if !ok || len(x.things) > 1 || x.weak && !strings.Contains(x.name, " ") || isOwn && t.id == own { // the note of its own: percent-in-note
			continue
		}
		s := r.say(n, t, f)
		if s.relation == equal || n.Hedged || c.isOfAnotherYear(r, n) || isChange(r, n) || c.isOfOthers(r, n) {
			return
		}
		if c.isSaidOf(r, x, n) {
			c.reportSaying(&s, f.is.String()+" per cent")
			return
		}
	}
}

// isOfOthers reports per cent of something that is no cost: "60 per cent of them".
func (c *Context) isOfOthers(r *reading, n *number.Number) bool {
	at := n.Next
	if at >= len(r.Words) || r.Words[at].Text != "of" {
		return false
	}
	for at++; at < len(r.Words); at++ {
		w := strings.ToLower(r.Words[at].Text)
		if !bases[w] {
			return len(c.named().lengths[singular(w)]) == 0
		}
		if w != "the" && w != "all" {
			return false
		}
	}
	return true
}

// bases are words that begin what a rate is taken of.
var bases = wordSet("the all annual gross net total direct base basic staff salary salaries cost costs lines above")

// isChange reports a percentage of growth or of a difference: "rise by 5 per cent", "5 per
// cent more".
func isChange(r *reading, n *number.Number) bool {
	const far = 3
	for i := max(0, n.First-far); i < min(len(r.Words), n.Next+far); i++ {
		w := strings.ToLower(r.Words[i].Text)
		for _, stem := range []string{"increas", "decreas", "ris", "rose", "fell", "fall", "grow", "grew", "reduc", "lower", "higher", "exceed", "more", "less", "cut"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}
