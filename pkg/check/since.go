package check

import (
	"time"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// since is an amount and that of the year before.
type since struct {
	now      *budget.Figure
	at       source.Span
	column   string // the head of the column, where the amount is that of one of several years
	before   money.Decimal
	beforeAt source.Span
	when     string // when that was, in words
	// scaled says that the plan before is of another length, and its amount that of a
	// period as long as this plan's.
	scaled bool
}

// since returns a line's amount and that of the year before: over all of this plan and the
// plan before it, and, of a plan of several years, each year and the one before.
func (c *Context) since(line *budget.Line) []since {
	at := func(f *budget.Figure) source.Span { return written(line, f) }
	var last *budget.Line
	if c.hasLast() {
		last, _ = c.Last.Budget.Line(line.ID.Value)
	}
	if last == nil {
		return c.changes(line.Figures, nil, at, nil)
	}
	return c.changes(line.Figures, last.Figures, at, func(f *budget.Figure) source.Span { return written(last, f) })
}

// totalSince returns the same of the total.
func (c *Context) totalSince() []since {
	at := func(f *budget.Figure) source.Span {
		if f.Stated.IsSet() {
			return f.Stated.Span()
		}
		return c.Plan.Limits.TotalChange.Span()
	}
	if !c.hasLast() {
		return c.changes(c.Budget.Total, nil, at, nil)
	}
	return c.changes(c.Budget.Total, c.Last.Budget.Total, at, func(*budget.Figure) source.Span { return c.Last.Plan.Budget.Currency.Span() })
}

// hasLast reports whether the plan of the year before can be compared with.
func (c *Context) hasLast() bool {
	return c.Last != nil && c.Last.Budget.Currency == c.Budget.Currency
}

// changes pairs the amounts of a row with those of the year before.
func (c *Context) changes(row, last []budget.Figure, at, lastAt func(*budget.Figure) source.Span) (list []since) {
	now := c.Budget.Amount(row)
	if last != nil {
		f := c.Last.Budget.Amount(last)
		before, scaled := c.scaled(f.Printed)
		list = append(list, since{now: now, at: at(now), before: before, beforeAt: lastAt(f), when: c.whenLast(scaled), scaled: scaled})
	} else if col, ok := c.columnBefore(); ok && !c.hasLast() {
		f := &row[col]
		list = append(list, since{now: now, at: at(now), before: f.Printed, beforeAt: at(f), when: yearBefore})
	}
	for _, y := range c.yearPairs() {
		f, before := &row[y.now], &row[y.before]
		list = append(list, since{now: f, at: at(f), column: c.head(y.now), before: before.Printed, beforeAt: at(before), when: yearBefore})
	}
	return list
}

const yearBefore = "in the year before"

// whenLast says of what time the amounts of the plan before are.
func (c *Context) whenLast(scaled bool) string {
	const year = 12
	switch {
	case scaled:
		return "for as long a time in the plan before"
	case monthsOf(c.Plan.Period) > year:
		return "in the plan before"
	}
	return yearBefore
}

// columnBefore returns the column before those that the budget is counted over; it adds up
// as many of them.
func (c *Context) columnBefore() (int, bool) {
	own := c.Budget.Scope().Columns
	if len(own) == 0 {
		return 0, false
	}
	for i := own[0] - 1; i >= 0; i-- {
		if s, ok := c.Budget.ScopeOf(i); ok && len(s.Columns) == len(own) {
			return i, true
		}
	}
	return 0, false
}

// yearPair is a column of a year and that of the year before.
type yearPair struct{ now, before int }

// yearPairs returns the years of a plan of several, each with the year before it.
func (c *Context) yearPairs() (pairs []yearPair) {
	own := c.Budget.Scope().Columns
	if len(own) < 2 {
		return nil
	}
	of := map[int]int{}
	for i := range c.Budget.Columns {
		if year, ok := c.yearOf(i); ok {
			of[year] = i
		}
	}
	for _, i := range own {
		year, ok := c.yearOf(i)
		if before, has := of[year-1]; ok && has {
			pairs = append(pairs, yearPair{i, before})
		}
	}
	return pairs
}

// yearOf returns the year of a column of amounts; it is false for a column of several.
func (c *Context) yearOf(column int) (int, bool) {
	k := &c.Budget.Columns[column]
	from, to, ok := k.Years()
	return from, ok && from == to && k.Kind == budget.AmountColumn
}

// scaled returns an amount of the plan before for a period as long as this plan's; it is
// false where both are of one length.
func (c *Context) scaled(amount money.Decimal) (money.Decimal, bool) {
	now, before := monthsOf(c.Plan.Period), monthsOf(c.Last.Plan.Period)
	if now == before || now < 1 || before < 1 {
		return amount, false
	}
	return c.Budget.Rounding.Round(money.Div(amount.Mul(money.New(now)), money.New(before))), true
}

// monthsOf returns how many months a period has.
func monthsOf(p plan.Period) int64 {
	const year = 12
	from, to := p.From.Value, p.To.Value.AddDate(0, 0, 1)
	count := func(t time.Time) int64 { return int64(t.Year())*year + int64(t.Month()) }
	return count(to) - count(from)
}
