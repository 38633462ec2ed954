package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// newBudget lays out the columns and lines of a plan's budget, without figures.
func newBudget(p *plan.Plan) *Budget {
	b := &Budget{
		Currency: p.Budget.Currency.Value,
		Rounding: rounding(p.Budget.Rounding),
		Once:     p.Budget.Rounding.At.Value == "total",
		Outside:  p.Budget.Outside,
		rates:    p.Budget.Rates,
		long:     p.Period.IsLong(),
		ceiling:  p.Limits.Total,
	}
	if t := p.Budget.Rounding.Tolerance; t.IsSet() {
		b.Tolerance = t.Value.Mul(b.Rounding.To)
	}
	b.Columns = columns(p.Budget.Columns, b.Rounding)
	for i := range p.Budget.Columns {
		b.before = append(b.before, p.Budget.YearBefore(i))
	}
	b.Main = mainColumn(p.Budget.Columns, b.Columns)
	b.scope = b.mainScope(p)
	b.Lines = b.flatten(p.Budget.Lines, p.Budget.Rounding.Growth)
	b.Financing = b.flatten(p.Budget.Financing, p.Budget.Rounding.Growth)
	b.axes = newAxes(p, b.Lines)
	b.totalLabel = p.Budget.Total
	b.After = b.flatten(p.Budget.AfterTotal, p.Budget.Rounding.Growth)
	b.byID = make(map[string]int, len(b.Lines))
	for i := range b.Lines {
		if _, twice := b.byID[b.Lines[i].ID.Value]; !twice {
			b.byID[b.Lines[i].ID.Value] = i
		}
	}
	return b
}

// rounding returns the plan's rounding; to whole units, half up, if it has none.
func rounding(r plan.Rounding) money.Rounding {
	if !r.To.IsSet() || !r.To.Value.IsPositive() {
		return money.Rounding{To: money.New(1), Mode: money.HalfUp}
	}
	return money.Rounding{To: r.To.Value, Mode: money.Mode(r.Mode.Value)}
}

func columns(written []plan.Column, r money.Rounding) []Column {
	if len(written) == 0 {
		return []Column{{ID: plan.DefaultColumn, Rounding: r}}
	}
	list := make([]Column, 0, len(written))
	index := func(ids []plan.ID) (of []int) {
		for _, id := range ids {
			// Of a column that is not there, or further down, a finding tells.
			if at := slices.IndexFunc(list, func(c Column) bool { return c.ID == id.Value }); at >= 0 {
				of = append(of, at)
			}
		}
		return of
	}
	for i := range written {
		w := &written[i]
		c := Column{ID: w.ID.Value, Label: w.Label, Rounding: r}
		switch {
		case len(w.Sum) > 0:
			c.Kind, c.Of = SumColumn, index(w.Sum)
		case len(w.Change) > 0:
			c.Kind, c.Of = ChangeColumn, index(w.Change)
		case len(w.Percent) > 0:
			c.Kind, c.Of = PercentColumn, index(w.Percent)
		case len(w.Less) > 0:
			c.Kind, c.Of = LessColumn, index(w.Less)
		case len(w.Share) > 0:
			c.Kind, c.Of = ShareColumn, index(w.Share)
		}
		if c.Kind.IsPercent() {
			c.Rounding = money.Rounding{To: money.New(1).Shift(int32(-w.Places.Value)), Mode: r.Mode}
		}
		if !c.Label.IsSet() {
			c.Label = w.ID
		}
		list = append(list, c)
	}
	return list
}

// mainColumn returns the column that prose quotes: the one that says so, or the
// first sum, or the last column of amounts.
func mainColumn(written []plan.Column, columns []Column) int {
	for i := range written {
		if written[i].Main.Value {
			return i
		}
	}
	last := 0
	for i, c := range columns {
		switch c.Kind {
		case SumColumn:
			return i
		case AmountColumn:
			last = i
		}
	}
	return last
}

// flatten lists lines and the lines of their groups, each group before its own.
func (b *Budget) flatten(lines []cost.Line, growth source.At[string]) []Line {
	count, columns := 0, len(b.Columns)
	countLines(lines, &count)
	flat := make([]Line, 0, count)
	figures := make([]Figure, count*columns)
	flat = fill(flat, lines, 0, func() []Figure {
		own := figures[:columns:columns]
		figures = figures[columns:]
		return own
	})
	for i := range flat {
		b.round(&flat[i], growth)
	}
	return flat
}

// round says how a line is rounded, and what it grows from.
func (b *Budget) round(l *Line, growth source.At[string]) {
	own := &l.Line.Rounding
	l.Rounding, l.GrowsExact = own.Of(b.Rounding), b.Once
	if r := l.Rounding.Reach(); r.GreaterThan(b.reach) {
		b.reach = r
	}
	if own.To.IsSet() {
		l.GrowsExact = false
		for c := range l.Figures {
			if b.Columns[c].Kind == AmountColumn {
				l.Figures[c].Rounding = &l.Rounding
			}
		}
	}
	switch {
	case !slices.ContainsFunc(l.Costs, isGrowing):
		l.GrowsExact = false
	case own.Growth.IsSet():
		l.GrowsExact = cost.GrowsExact(own.Growth)
	case growth.IsSet():
		l.GrowsExact = cost.GrowsExact(growth)
	}
}

func countLines(lines []cost.Line, count *int) {
	*count += len(lines)
	for i := range lines {
		countLines(lines[i].Lines, count)
	}
}

func fill(flat []Line, lines []cost.Line, depth int, figures func() []Figure) []Line {
	for i := range lines {
		at := len(flat)
		flat = append(flat, Line{Line: &lines[i], Depth: depth, Figures: figures()})
		flat = fill(flat, lines[i].Lines, depth+1, figures)
		flat[at].End = len(flat)
	}
	return flat
}
