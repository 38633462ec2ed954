package plan

import (
	"iter"
	"slices"
	"time"

	"github.com/isuplan/isuplan/pkg/source"
)

// length is a column of amounts and how many months it has; 0 where that is not known.
type length struct {
	id     string
	months int
}

// lengths returns how long each column of amounts is: what its id or its label says in
// months or years, or else the plan's period. A part of a year that it names, years that
// the period has only in part, and columns that share a period that is no year are not known.
func (p *Plan) lengths() []length {
	period := p.Period.months()
	if len(p.Budget.Columns) == 0 {
		return []length{{DefaultColumn, period}}
	}
	added, covered, parts := p.Budget.addedUp(), p.isCoveredByColumns(), 0
	var list []length
	for i := range p.Budget.Columns {
		c := &p.Budget.Columns[i]
		if !c.IsAmount() || !c.ID.IsSet() {
			continue
		}
		l, years := length{id: c.ID.Value, months: period}, c.years()
		said, isSaid := c.said(years)
		_, isFiscal := p.FiscalYearOf(c)
		switch {
		case isFiscal:
			l.months = 12
		case isSaid:
			l.months = said
		case years.none() && period != 12 && added[c.ID.Value]:
			l.months = 0
		case years.none():
		case years.byLabel && years.count() == 1 && period != 12 && !covered:
			l.months = 0 // the year of a decision or of prices, perhaps
		default:
			l.months = p.Period.monthsOf(years)
			if years.count() == 1 && p.Period.hasPartOf(years) {
				parts++
			}
		}
		list = append(list, l)
	}
	if parts > 1 && period == 12 { // two years of the calendar in one of July to June
		for i := range list {
			list[i].months = 0
		}
	}
	return list
}

// addedUp returns the columns that a sum adds up with others.
func (b *Budget) addedUp() map[string]bool {
	added := map[string]bool{}
	for _, c := range b.Columns {
		for _, of := range c.Sum {
			added[of.Value] = added[of.Value] || len(c.Sum) > 1
		}
	}
	return added
}

// isCoveredByColumns reports whether the columns of amounts name every year of the period.
func (p *Plan) isCoveredByColumns() bool {
	if !p.Period.isSane() {
		return true
	}
	named := map[int]bool{}
	first, last := p.Period.From.Value.Year(), p.Period.To.Value.Year()
	for i := range p.Budget.Columns {
		if c := &p.Budget.Columns[i]; c.IsAmount() && !c.years().none() {
			for y := max(first, c.years().first); y <= min(last, c.years().last); y++ {
				named[y] = true
			}
		}
	}
	return len(named) == last-first+1
}

// isSane reports whether both dates are there and in order; otherwise they have their finding.
func (p *Period) isSane() bool { return inOrder(p.From, p.To) }

// IsLong reports a period of more than a year.
func (p *Period) IsLong() bool {
	return p.isSane() && !p.To.Value.Before(p.From.Value.AddDate(1, 0, 0))
}

func inOrder(from, to source.At[time.Time]) bool {
	return from.IsSet() && to.IsSet() && !to.Value.Before(from.Value)
}

// slip is by how much a date of the period may be wrong, which has its finding, and the
// period still have its months.
const slip = 3 * 24 * time.Hour

// months returns how many months the period has; 0 where it does not come out.
func (p *Period) months() int {
	if !p.isSane() {
		return 12
	}
	from, after := p.From.Value, p.To.Value.AddDate(0, 0, 1)
	months := 12*(after.Year()-from.Year()) + int(after.Month()) - int(from.Month())
	for _, m := range []int{months, months + 1, months - 1} {
		if after.Sub(from.AddDate(0, m, 0)).Abs() <= slip {
			return m
		}
	}
	return 0
}

// monthsOf returns how many months a column of years has in a plan of this period; 0 where
// that is not known. A budget that runs from July to June calls its year 2025 or 2025/26.
func (p *Period) monthsOf(y years) int {
	period := p.months()
	across := p.isSane() && p.From.Value.YearDay() > 1 && period%12 == 0 && period > 0
	switch {
	case across && y.count() > 1:
		return 12 * (y.count() - 1)
	case !p.hasPartOf(y):
		return 12 * y.count()
	case across && period == 12:
		return period
	}
	return 0
}

// hasPartOf reports years that the period has in part, and not in full.
func (p *Period) hasPartOf(y years) bool {
	if !p.isSane() {
		return false
	}
	begin, end := time.Date(y.first, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(y.last, 12, 31, 0, 0, 0, 0, time.UTC)
	apart := p.To.Value.Before(begin) || p.From.Value.After(end)
	within := p.From.Value.Sub(begin) <= slip && end.Sub(p.To.Value) <= slip
	return !apart && !within
}

// MonthsByColumn walks the columns of amounts and how many months each has; 0 where that is
// not known.
func (p *Plan) MonthsByColumn() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for _, l := range p.lengths() {
			if !yield(l.id, l.months) {
				return
			}
		}
	}
}

// MonthsOf returns how many months some columns of amounts have together; 0 where that is not known.
// Years follow one another; columns that are no years, such as those of two agencies, stand beside one
// another and are as long as the period.
func (p *Plan) MonthsOf(columns []string) int {
	months := map[string]int{}
	for _, l := range p.lengths() {
		months[l.id] = l.months
	}
	if len(columns) == 1 {
		return months[columns[0]]
	}
	sum, named, last := 0, 0, 0
	for i := range p.Budget.Columns {
		c := &p.Budget.Columns[i]
		if !slices.Contains(columns, c.ID.Value) {
			continue
		}
		y, n := c.years(), months[c.ID.Value]
		if y.none() {
			continue
		}
		if n == 0 || y.first <= last {
			return 0
		}
		sum, named, last = sum+n, named+1, y.last
	}
	switch {
	case named == 0 && len(columns) > 0:
		return p.Period.months()
	case named < len(columns):
		return 0
	}
	return sum
}
