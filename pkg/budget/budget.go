// Package budget computes a plan's budget: each line's amount in each column, the
// subtotals and totals, and how every figure came about.
package budget

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Budget is a computed budget. Amounts are in Currency and rounded as Rounding says.
type Budget struct {
	Currency money.Currency
	Rounding money.Rounding
	// Once says that exact amounts are added up and rounded once, at the total, so
	// that the lines as printed may not add up.
	Once bool
	// Tolerance is by how much a stated sum may differ from the computed one owing to
	// rounding.
	Tolerance money.Decimal
	Columns   []Column
	Main      int    // the column that prose quotes
	Lines     []Line // groups and lines, each group before its lines
	Total     []Figure
	Financing []Line
	Funds     []Figure // the sum of the financing, by column
	Outside   []cost.InKind
	// After are the rows below the total, which are no part of it; a balance stands before its
	// parts, which add up to it.
	After []Line
	// levels says of each of them whether it stands at a time, as a reserve does.
	levels []bool
	// Contributions are amounts that are shared out over Parties.
	Contributions []*Contribution
	// Actuals are what was spent; nil where the plan does not say it.
	Actuals *Actuals
	// Staffing is the table of posts; nil where the plan asks for none.
	Staffing *Staffing
	// Counts says what is counted where it is no money: posts, fte or months; "" for money.
	Counts string
	// Frame is the plan of several years that the plan stands under; nil where it is not known.
	Frame *Frame

	byID  map[string]int
	rates []plan.ExchangeRate
	scope Scope
	long  bool // the plan's period is longer than a year
	// before are the years before columns, which lines may grow from; "" for most.
	before []string
	// ceiling is the most that the total may be.
	ceiling cost.Series[money.Decimal]
	// reach is the most that rounding can do to one amount.
	reach money.Decimal
	axes  *axes
	// totalLabel is what the plan calls the total, where that is not the template's own word.
	totalLabel source.At[string]
}

// ColumnKind says what a column holds.
type ColumnKind int

// The kinds of column.
const (
	AmountColumn  ColumnKind = iota // amounts of its own
	SumColumn                       // the sum of other columns
	ChangeColumn                    // the second of two columns less the first
	PercentColumn                   // that change in per cent of the first
	LessColumn                      // the first of several columns less the others
	ShareColumn                     // the second of two columns in per cent of the first
)

// IsPercent reports a kind whose figures are per cent, which do not add up.
func (k ColumnKind) IsPercent() bool { return k == PercentColumn || k == ShareColumn }

// IsDerived reports a kind whose figures are money that follows from other columns.
func (k ColumnKind) IsDerived() bool { return k == SumColumn || k == ChangeColumn || k == LessColumn }

// Column is a column of figures.
type Column struct {
	ID    string
	Label source.At[string] // not set for the one column of a budget that names none
	Kind  ColumnKind
	Of    []int // the columns that it follows from, each before it
	// Rounding is that of the budget, or, for a column of percentages, of its decimals.
	Rounding money.Rounding
	// Places is how many decimals every figure of the column shows: those of its rounding, or
	// of its finest figure.
	Places int32
}

// Line is a cost line or a group of lines, and its figure in each column.
type Line struct {
	*cost.Line
	// Rounding is the line's own, or that of the budget; GrowsExact says that the next column
	// grows from its exact amount.
	Rounding   money.Rounding
	GrowsExact bool

	Depth   int // 0 for a line that stands in no group
	End     int // for a group: the index behind its last line
	Figures []Figure
}

// Figure is an amount, by rule and as stated.
type Figure struct {
	// Printed is the amount that the document prints; Mark says where it prints a dash
	// or nothing instead.
	Printed money.Decimal
	Mark    cost.Mark
	// Computed is the amount by the plan's rules, rounded; nil where the plan does not
	// say enough to compute one.
	Computed *money.Decimal
	// Exact is the derivation before rounding; it means nothing where Computed is nil.
	Exact cost.Step
	// Whole is set where the amount is rounded together with other parts of one whole.
	Whole *Whole
	// Rounding is that of the line, where it is not that of the column.
	Rounding *money.Rounding
	// Stated is the amount in the submitted document, where the plan states one.
	Stated source.At[cost.Cell]

	asStated bool // the stated amount is the one that is printed
}

// Step returns the derivation of Printed. It is made when it is asked for: most
// figures of a large budget are only ever added up.
func (f *Figure) Step() cost.Step {
	switch {
	case f.asStated:
		return cost.Step{Op: cost.Stated, Value: f.Printed, Mark: f.Mark, Node: f.Stated.Node}
	case f.Exact.Op == 0:
		return cost.Step{Op: cost.Given, Mark: cost.Blank}
	case f.Computed != nil && !f.Printed.Equal(f.Exact.Value) && f.Whole != nil:
		return cost.Step{Op: cost.Apportioned, Unit: f.Exact.Unit, Value: f.Printed, Of: []cost.Step{f.Exact}}
	case f.Computed != nil && !f.Printed.Equal(f.Exact.Value):
		return cost.Step{Op: cost.Rounded, Unit: f.Exact.Unit, Value: f.Printed, Of: []cost.Step{f.Exact}}
	}
	return f.Exact
}

// Differs reports whether a stated amount contradicts the computed one.
func (f *Figure) Differs() bool {
	return f.Stated.IsSet() && f.Computed != nil && !f.Computed.Equal(f.Stated.Value.Value)
}

// IsSum reports whether the figure adds up others, so that rounding may show in it.
func (f *Figure) IsSum() bool { return f.Exact.Op == cost.Sum && f.Computed != nil }

// CarriesExact reports whether other figures compute with a line's exact amount, not with
// the printed one: where rounding is done once, for as long as what is stated agrees. A line with a rounding of
// its own counts as it is printed.
func (b *Budget) CarriesExact(f *Figure) bool {
	return b.Once && f.Rounding == nil && f.keepsExact()
}

// keepsExact reports whether the exact amount is what the rules give, and nothing that was
// stated contradicts it.
func (f *Figure) keepsExact() bool { return f.Computed != nil && (!f.asStated || !f.Differs()) }

// GrowsFromExact reports whether the next column of a line grows from the exact amount of a
// figure of it.
func (l *Line) GrowsFromExact(f *Figure) bool { return l.GrowsExact && f.keepsExact() }

// Rounded rounds an amount as a figure of a column is rounded.
func (b *Budget) Rounded(f *Figure, column int, amount money.Decimal) money.Decimal {
	of := struct{ Rounding money.Rounding }{b.RoundingOf(f, column)}
	return of.Rounding.Round(amount)
}

// RoundingOf returns how a figure of a column is rounded.
func (b *Budget) RoundingOf(f *Figure, column int) money.Rounding {
	if f.Rounding != nil {
		return *f.Rounding
	}
	return b.Columns[column].Rounding
}

// Line returns the line or group of an id; it is false where there is none.
func (b *Budget) Line(id string) (*Line, bool) {
	i, ok := b.byID[id]
	if !ok {
		return nil, false
	}
	return &b.Lines[i], true
}

// IDs returns the ids of the lines and groups, in their order.
func (b *Budget) IDs() []string {
	ids := make([]string, len(b.Lines))
	for i := range b.Lines {
		ids[i] = b.Lines[i].ID.Value
	}
	return ids
}

// Column returns the index of the column of an id.
func (b *Budget) Column(id string) (int, bool) {
	for i := range b.Columns {
		if b.Columns[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// MainAmount returns the first of the columns of amounts that the budget is counted over.
// It is for what can only be said of one column; amounts are asked of Scope.
func (b *Budget) MainAmount() int {
	if len(b.scope.Columns) == 0 {
		return b.Main
	}
	return b.scope.Columns[0]
}

// Options say which budget is wanted.
type Options struct {
	// Recompute prints what the rules give instead of what is stated, wherever a rule
	// gives anything.
	Recompute bool
	// Frame is the plan of several years above; nil where there is none.
	Frame *Frame
}
