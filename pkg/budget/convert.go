package budget

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
)

// convert turns an amount in another currency into the budget's by the plan's
// rate: amount × rate, rounded only as a line.
func (c *computer) convert(l *cost.Line, step cost.Step) (cost.Step, bool) {
	if step.Mark != cost.Number || step.Op == cost.Growth || step.Op == cost.Portion {
		// What grows is the line's figure before, and a percentage is of what other lines
		// print: both are converted already.
		return step, true
	}
	for _, r := range c.budget.rates {
		rate, ok := r.Rate.In(c.ctx.Column)
		if r.Currency.Value != l.In.Value || !ok {
			continue
		}
		label := fmt.Sprintf("%s per %s on %s", c.budget.Currency, r.Currency.Value, r.On.Node.Text())
		if r.Source.IsSet() {
			label += ", " + r.Source.Value
		}
		step.Unit = cost.Count
		step.Label = string(l.In.Value)
		given := cost.Step{Op: cost.Given, Unit: cost.Count, Label: label, Value: rate.Value, Node: rate.Node}
		return cost.Step{Op: cost.Product, Value: step.Value.Mul(rate.Value), Of: []cost.Step{step, given}}, true
	}
	c.findings.Add(diag.Finding{Rule: NoRate, Span: l.In.Span(),
		Message: fmt.Sprintf("the budget has no rate for %s", l.In.Value),
		Hint:    fmt.Sprintf("add one to `rates`: {currency: %s, rate: …, on: …}", l.In.Value)})
	return cost.Step{}, false
}
