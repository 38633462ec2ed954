package budget

import "github.com/isuplan/isuplan/pkg/cost"

// paidBy returns what a fund pays of a line or a group: the sum of what each of its lines books
// on the fund.
func (c *computer) paidBy(i int, fund string) cost.Step {
	if c.books.b == nil || c.books.column != c.column {
		c.books = bookkeeper{b: c.budget, column: c.column}
	}
	at := c.budget.fund(fund)
	var of []cost.Step
	to := c.lines[i].End
	for n := i; n < to; n++ {
		if c.lines[n].IsGroup() {
			continue
		}
		if step, ok := c.ofFund(n, at); ok {
			of = append(of, step)
		}
	}
	step := cost.Step{Op: cost.Sum, Label: c.lines[i].ID.Value + ", paid by " + fund, Of: of}
	for n := range of {
		step.Value = step.Value.Add(of[n].Value)
	}
	return step
}

// ofFund returns what a line books on a fund; it is false where that is nothing.
func (c *computer) ofFund(i, fund int) (cost.Step, bool) {
	step, all := c.basis(i), true
	part := cost.Step{Op: cost.Apportioned, Line: step.Line, Of: []cost.Step{step}}
	booked := false
	for _, b := range c.books.of(i) {
		if b.At[cost.Fund] != fund {
			all = false
			continue
		}
		booked, part.Value = true, part.Value.Add(b.Amount)
	}
	if all {
		return step, booked
	}
	part.Of[0].Line = ""
	return part, booked
}

// roundPart rounds a part of a line as a line is rounded.
func (c *computer) roundPart(step cost.Step) cost.Step {
	value := c.budget.Rounding.Round(step.Value)
	if c.budget.Once || value.Equal(step.Value) {
		return step
	}
	return cost.Step{Op: cost.Rounded, Unit: step.Unit, Value: value, Of: []cost.Step{step}}
}
