package budget

import (
	"slices"
	"time"

	"github.com/isuplan/isuplan/pkg/plan"
)

// Frame is the plan of several years that a plan stands under, with its budget.
type Frame struct {
	Plan   *plan.Plan
	Budget *Budget

	scope Scope // the columns that are of the time of the plan below; none where it has none
}

// NewFrame returns a plan of several years and its budget as the frame of another plan.
func NewFrame(above *plan.Plan, its *Budget, below *plan.Plan) *Frame {
	f := &Frame{Plan: above, Budget: its, scope: Scope{shown: -1}}
	if below.Period.IsIn(above.Period) && len(its.Lines) > 0 {
		f.scope = f.scopeOf(below.Period)
	}
	return f
}

// HasFigures reports whether the frame has figures of its own for the time of the plan below.
func (f *Frame) HasFigures() bool { return len(f.scope.Columns) > 0 }

// Figure returns a row's figure for the time of the plan below; nil where the frame has none.
func (f *Frame) Figure(row []Figure) *Figure {
	if !f.HasFigures() {
		return nil
	}
	return f.scope.Figure(row)
}

// Columns are the columns that these figures are of.
func (f *Frame) Columns() []int { return f.scope.Columns }

// scopeOf returns the column that is of a period, or else the columns of its years, one after the
// other. Where two columns may be meant, such as approved and revised, there are none.
func (f *Frame) scopeOf(p plan.Period) Scope {
	none := Scope{shown: -1}
	from, to := p.Years()
	isOfYears := begins(p) == newYear && p.To.Value.AddDate(0, 0, 1).YearDay() == 1 || from == to
	above := f.Plan.Period
	isCalendar := begins(above) == newYear || above.To.Value.AddDate(0, 0, 1).YearDay() == 1
	if begins(p) != begins(above) && (!isOfYears || !isCalendar) {
		return none // what their columns call a year may be another one
	}
	if at := f.columnOf(from, to); at >= 0 {
		return Scope{f.Budget.summands(at, nil), at}
	}
	if p.IsFiscal() && above.IsFiscal() {
		return f.fiscalScope(p)
	}
	if !isOfYears || !isCalendar {
		return none
	}
	var years []int
	for y := from; y <= to; y++ {
		at := f.columnOf(y, y)
		if at < 0 {
			return none
		}
		years = append(years, at)
	}
	return Scope{years, -1}
}

// fiscalScope returns the columns of the years of a period from July to June, one after the other, where each
// says that it is of such a year.
func (f *Frame) fiscalScope(p plan.Period) Scope {
	var years []int
	first, last := p.FiscalYears()
	for y := first; y <= last; y++ {
		at := f.columnWhere(func(c *plan.Column) bool {
			of, ok := f.Plan.FiscalYearOf(c)
			return ok && of == y
		})
		if at < 0 {
			return Scope{shown: -1}
		}
		years = append(years, at)
	}
	if len(years) == 1 {
		return Scope{f.Budget.summands(years[0], nil), years[0]}
	}
	return Scope{years, -1}
}

// columnOf returns the one column of amounts, or of their sum, that is of all these years; -1 where
// there is none, or more than one.
func (f *Frame) columnOf(from, to int) int {
	return f.columnWhere(func(c *plan.Column) bool {
		first, last, ok := c.WholeYears()
		return ok && first == from && last == to
	})
}

func (f *Frame) columnWhere(is func(*plan.Column) bool) int {
	found, parts := -1, []int(nil)
	for i := range slices.Backward(f.Budget.Columns) { // a sum stands behind its parts
		if i >= len(f.Plan.Budget.Columns) || f.Budget.Columns[i].Kind > SumColumn || slices.Contains(parts, i) {
			continue
		}
		if !is(&f.Plan.Budget.Columns[i]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found, parts = i, f.Budget.summands(i, nil)
	}
	return found
}

type monthDay struct {
	month time.Month
	day   int
}

var newYear = monthDay{time.January, 1}

func begins(p plan.Period) monthDay {
	return monthDay{p.From.Value.Month(), p.From.Value.Day()}
}
