package plan

import "time"

// AccountColumn returns the id of the column that the accounts are held against.
func (b *Budget) AccountColumn() string {
	if b.Actuals.Column.IsSet() {
		return b.Actuals.Column.Value
	}
	for i := range b.Columns {
		if b.Columns[i].IsAmount() {
			return b.Columns[i].ID.Value
		}
	}
	return ""
}

// AccountPeriod returns the first and the last day of the time that the accounts are for: that of the
// column that they are held against.
func (p *Plan) AccountPeriod() (from, to time.Time) {
	from, to, _ = p.AccountTime()
	return from, to
}

// AccountTime does the same, and says whether that is certain: the budget names no columns and is of the
// plan's period, or the column's name says of which years it is.
func (p *Plan) AccountTime() (from, to time.Time, isSaid bool) {
	if len(p.Budget.Columns) == 0 || !p.Budget.HasActuals() {
		return p.Period.From.Value, p.Period.To.Value, true
	}
	return p.timeOf(p.Budget.AccountColumn(), sumsDeep)
}

// sumsDeep is how deep sums of sums of columns are looked into for their time.
const sumsDeep = 3

// IsFinal reports accounts that go to the end of their time, so that a report of them is final.
func (p *Plan) IsFinal() bool {
	_, to := p.AccountPeriod()
	return !p.Budget.Actuals.AsAt.Value.Before(to)
}

// timeOf returns the time that a column of the budget is of: the years in its name, or of a sum that of
// all its columns, and else the plan's period. Sums may be of sums, to the given depth.
func (p *Plan) timeOf(id string, depth int) (from, to time.Time, isSaid bool) {
	from, to = p.Period.From.Value, p.Period.To.Value
	c := p.Budget.column(id)
	if c == nil || depth == 0 {
		return from, to, false
	}
	if year, ok := p.FiscalYearOf(c); ok {
		from = from.AddDate(year-from.Year(), 0, 0)
		return from, from.AddDate(1, 0, -1), true
	}
	if y := c.years(); !y.none() && !y.isUnclear {
		from, to, isSaid = p.Period.timeOf(y)
		_, _, isWhole := c.WholeYears()
		return from, to, isSaid && isWhole
	}
	for i, part := range c.Sum {
		first, last, said := p.timeOf(part.Value, depth-1)
		if i == 0 {
			from, to, isSaid = first, last, said
			continue
		}
		from, to, isSaid = earlier(from, first), later(to, last), isSaid && said
	}
	return from, to, isSaid
}

func (b *Budget) column(id string) *Column {
	for i := range b.Columns {
		if b.Columns[i].ID.Value == id {
			return &b.Columns[i]
		}
	}
	return nil
}

// timeOf returns the days of the years that a column names. Beside a period from July to June, 2024/25 is
// July 2024 to June 2025; a single year is not certain there, and neither is one beside half a year: of
// these the period counts, where it has any of it.
func (p Period) timeOf(y years) (from, to time.Time, isSaid bool) {
	from, to = p.From.Value, p.To.Value
	first, last := newYear(y.first), newYear(y.last+1).AddDate(0, 0, -1)
	begins, ends := p.Years()
	switch {
	case from.Equal(newYear(begins)) && to.Equal(newYear(ends+1).AddDate(0, 0, -1)):
		return first, last, true
	case y.count() > 1 && from.AddDate(ends-begins, 0, -1).Equal(to):
		return from.AddDate(y.first-begins, 0, 0), to.AddDate(y.last-ends, 0, 0), true
	case last.Before(from) || first.After(to):
		return first, last, false
	}
	return later(from, first), earlier(to, last), false
}

func newYear(year int) time.Time { return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC) }

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
