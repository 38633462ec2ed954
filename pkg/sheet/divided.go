package sheet

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// divided is a whole that a spreadsheet shares out by weights, part by part. A spreadsheet cannot
// round by the largest remainder without ranking all parts. So what the parts up to one come to
// is rounded, and what those before it come to taken from it: each part is its exact amount,
// rounded up or down, and all add up to the whole whatever is changed. For the plan's own amount
// the parts are those of the plan.
type divided struct {
	whole    string // the cell that is shared out
	all      string // the sum of the weights
	own      money.Decimal
	rounding money.Rounding
	done     money.Decimal // what the parts so far come to exactly
}

// part writes the formula of a part, given the sums of the weights before it and up to it; "" for
// none before it. exact is what it comes to exactly, and printed what the plan prints.
func (d *divided) part(before, upTo string, exact, printed money.Decimal, isLast bool) string {
	nearest := money.Rounding{To: d.rounding.To, Mode: money.HalfUp}
	round := func(weights string, value money.Decimal) string {
		return roundFormula(fmt.Sprintf("%s*%s/%s", d.whole, weights, d.all), &cost.Step{Op: cost.Portion, Value: value}, nearest)
	}
	text, by := d.whole, printed.Sub(d.own)
	end := d.done.Add(exact)
	if !isLast {
		text, by = round(upTo, end), printed.Sub(nearest.Round(end))
	}
	if before != "" {
		text, by = text+"-"+round(before, d.done), by.Add(nearest.Round(d.done))
	}
	if d.done = end; !by.IsZero() {
		text += fmt.Sprintf("+IF(%s=%s,%s,0)", d.whole, d.own, by)
	}
	return text
}
