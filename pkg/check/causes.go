package check

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

// How a figure that does not add up came to be so. What is found is a guess, made
// only of what the table itself says: the other figures that the same cell enters,
// and the few ways in which people miswrite and misadd.

// cause is a guess, and how much speaks for it.
type cause struct {
	strength int
	kind     causeKind
	text     string
	related  []diag.Related
}

type causeKind int

const (
	ofFigure causeKind = iota // the stated figure itself is wrong
	ofInput                   // a figure that enters it is wrong
	ofMaking                  // it was made in a wrong way
)

// How much speaks for a guess: proven by another row or column; almost surely, by a
// figure that was made with it; or only possible.
const (
	proven   = 90
	witness  = 80
	fitting  = 65
	possible = 35
)

const (
	mostCauses  = 2
	mostAddends = 2000 // of more amounts, some always fit by chance
)

// likely names the strongest guesses, two at most, for the end of a message.
func likely(causes []cause) (text string, related []diag.Related) {
	causes = slices.DeleteFunc(slices.Clone(causes), func(c cause) bool { return c.text == "" })
	slices.SortStableFunc(causes, func(a, b cause) int { return cmp.Compare(b.strength, a.strength) })
	for i, x := range causes {
		switch first := causes[0]; {
		case i == 0:
			text = x.text
		case i == mostCauses:
			return text, related
		case first.kind == ofFigure && x.kind == ofMaking && x.strength >= fitting-10:
			text += "; " + x.text // how that figure came to be wrong
		case first.strength >= proven && x.strength < first.strength, x.strength+30 < first.strength:
			return text, related
		default:
			text += "; or " + x.text
		}
		related = append(related, x.related...)
	}
	return text, related
}

// isSmall reports a difference that rounding some amounts can make.
func (c *Context) isSmall(difference money.Decimal, amounts int) bool {
	return difference.Abs().LessThanOrEqual(c.Budget.Rounding.To.Mul(money.New(int64(amounts))))
}

// with writes a slip behind what it explains.
func with(how slip) string {
	if how == "" {
		return ""
	}
	return " (" + string(how) + ")"
}

// merge adds places that a finding does not point at yet.
func merge(related, more []diag.Related) []diag.Related {
	for _, x := range more {
		if !slices.ContainsFunc(related, func(r diag.Related) bool { return r.Span.Start == x.Span.Start }) {
			related = append(related, x)
		}
	}
	return related
}
