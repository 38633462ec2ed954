package check

import "fmt"

// A slip in one of the amounts that a sum is made of explains the sum. It is said only if
// no other amount has a slip as likely.
var _ = explains(explanation{name: "line-slip", bare: true, figure: func(g *gap) []cause {
	if !g.isSum() {
		return nil
	}
	amounts := g.amounts()
	at, how := misread(g.difference, amounts)
	if how == "" || g.loneSlip(amounts[at], amounts[at].Add(g.difference)) != how || how == mistyped && g.isOneDigit() {
		return nil
	}
	return []cause{g.lineSlip(g.addends[at], how)}
}})

// isOneDigit reports a difference that is so small that one changed digit in almost any
// line would explain it.
func (g *gap) isOneDigit() bool { return g.difference.Abs().LessThan(g.grain().Shift(1)) }

func (g *gap) lineSlip(t addend, how slip) cause {
	is, right := g.called(t)+", "+g.amount(g.Column, t.value), g.amount(g.Column, t.value.Add(g.difference))
	c := cause{strength: how.weight() - 12, kind: ofInput, related: g.pointAt(t)}
	switch how {
	case neighbours:
		c.text = fmt.Sprintf("two digits of %s, seem to be swapped: %s", is, right)
	case thousands, point:
		c.text = fmt.Sprintf("%s, seems to have its decimal point or its thousands in the wrong place: %s", is, right)
	default:
		c.text = fmt.Sprintf("%s, should perhaps be %s%s", is, right, with(how))
	}
	return c
}
