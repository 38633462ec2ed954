package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// What the rules share that hold a plan to its frame, the plan of several years above it.

// frameSpan is where the plan names its frame.
func (c *Context) frameSpan() source.Span {
	if c.Plan.Frame.IsSet() {
		return c.Plan.Frame.Span()
	}
	return c.Plan.Period.Span()
}

// under returns the frame where the plan's period is a part of that of the frame, so that what the two
// say of these years can be compared; nil elsewhere.
func (c *Context) under() *budget.Frame {
	f := c.Budget.Frame
	if f == nil || !c.Plan.Period.IsIn(f.Plan.Period) || f.Plan.Period.IsIn(c.Plan.Period) {
		return nil
	}
	return f
}

// moneyFrame returns the frame where its money can be compared with the plan's; nil elsewhere.
func (c *Context) moneyFrame() *budget.Frame {
	f := c.under()
	if f == nil || f.Budget.Currency != c.Budget.Currency || f.Budget.Counts != c.Budget.Counts ||
		len(c.Budget.Lines) == 0 || len(f.Budget.Lines) == 0 || !c.isOfPeriod() {
		return nil
	}
	return f
}

// isOfPeriod reports whether the amounts of the budget are of the plan's period, as far as the heads
// of its columns say it.
func (c *Context) isOfPeriod() bool {
	first, last := c.Plan.Period.Years()
	for _, i := range c.Budget.Scope().Columns {
		if i >= len(c.Plan.Budget.Columns) {
			continue // the one column of a budget that names none
		}
		if from, to, ok := c.Plan.Budget.Columns[i].WholeYears(); ok && (from < first || to > last) {
			return false
		}
	}
	return len(c.Budget.Scope().Columns) > 0
}

// aboveFrame returns by how much an amount of the plan is above that of the frame; it is false where it
// is not, and where rounding may explain it.
func (c *Context) aboveFrame(now, above *budget.Figure) (by money.Decimal, ok bool) {
	if now.Mark != 0 && now.Printed.IsZero() || above.Mark == cost.Blank || now.Printed.IsNegative() || above.Printed.IsNegative() {
		return by, false
	}
	by = now.Printed.Sub(above.Printed)
	step := c.Budget.Rounding.To
	if other := c.Budget.Frame.Budget.Rounding.To; other.GreaterThan(step) {
		step = other
	}
	return by, by.GreaterThan(step)
}

// years says of which years the plan is: 2025, or 2025–2026, or 2025/26.
func (c *Context) years() string { return periodYears(c.Plan.Period) }

func periodYears(p plan.Period) string {
	from, to := p.FiscalYears()
	switch {
	case from == to:
		return p.YearName(from)
	case p.IsFiscal():
		return p.YearName(from) + " to " + p.YearName(to)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

// mostYears is how many years of a plan its indicators are compared in.
const mostYears = 20

// eachYear shows the years of the plan, with the keys of their values in the plan and in its frame.
func (c *Context) eachYear(see func(year int, own, above []string)) {
	f := c.under()
	if f == nil || !c.Plan.Period.BeginsAs(&f.Plan.Period) {
		return // what the frame calls a year may be another one
	}
	first, last := c.Plan.Period.FiscalYears()
	for y := first; y <= min(last, first+mostYears); y++ {
		see(y, c.Plan.KeysOf(y), f.Plan.KeysOf(y))
	}
}

// indicatorsOf returns the indicators of a plan by their ids.
func indicatorsOf(p *plan.Plan) map[string]*plan.Indicator {
	all := map[string]*plan.Indicator{}
	p.EachIndicator(func(in *plan.Indicator) {
		all[in.ID.Value] = in
	})
	return all
}

// outcomesOf returns the outcomes of a plan by their ids.
func outcomesOf(p *plan.Plan) map[string]*plan.Outcome {
	all := make(map[string]*plan.Outcome, len(p.Outcomes))
	for i := range p.Outcomes {
		all[p.Outcomes[i].ID.Value] = &p.Outcomes[i]
	}
	return all
}
