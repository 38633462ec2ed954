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
	for n := i; n < c.lines[i].End; n++ {
		if step, ok := c.books.ofFund(n, at, c.basis); ok {
			of = append(of, step)
		}
	}
	return paid(c.lines[i].ID.Value, fund, of)
}

// paidRow returns what a fund pays of the total, of a line or of a group, in each column of amounts,
// where the table is worked out; it is false for what is booked on no fund, as sources of money are.
func (b *Budget) paidRow(id, fund string) ([]Figure, bool) {
	from, to := 0, len(b.Lines)
	if id != "total" {
		l, ok := b.byID[id]
		if !ok {
			return nil, false
		}
		from, to = l, b.Lines[l].End
	}
	row, at := make([]Figure, len(b.Columns)), b.fund(fund)
	for c := range b.Columns {
		if b.Columns[c].Kind != AmountColumn {
			continue
		}
		books := bookkeeper{b: b, column: c}
		var of []cost.Step
		for n := from; n < to; n++ {
			step, ok := books.ofFund(n, at, func(n int) cost.Step {
				step := b.Lines[n].Figures[c].Step()
				step.Line = b.Lines[n].ID.Value
				return step
			})
			if ok {
				of = append(of, step)
			}
		}
		step := paid(id, fund, of)
		row[c] = Figure{Printed: step.Value, Computed: new(step.Value), Exact: step}
	}
	return row, true
}

// paid adds up what a fund pays.
func paid(id, fund string, of []cost.Step) cost.Step {
	step := cost.Step{Op: cost.Sum, Label: id + ", paid by " + fund, Of: of}
	for n := range of {
		step.Value = step.Value.Add(of[n].Value)
	}
	return step
}

// ofFund returns what a line books on a fund, given its figure; it is false where that is nothing,
// and for groups.
func (k *bookkeeper) ofFund(i, fund int, figure func(int) cost.Step) (cost.Step, bool) {
	if k.b.Lines[i].IsGroup() {
		return cost.Step{}, false
	}
	step, all := figure(i), true
	part := cost.Step{Op: cost.Apportioned, Line: step.Line, Of: []cost.Step{step}}
	if fund >= 0 {
		part.Fund = k.b.axes.values[cost.Fund][fund].ID
	}
	booked := false
	for _, b := range k.of(i) {
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
