// Package budget computes a plan's budget: each line's amount, the total, and how
// every figure came about.
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
	Lines    []Line
	Outside  []cost.InKind
	Total    Figure

	byID map[string]int
}

// Line is a cost line and its figure.
type Line struct {
	*cost.Line
	Figure
}

// Figure is an amount, by rule and as stated.
type Figure struct {
	// Printed is the amount that the document prints.
	Printed money.Decimal
	// Computed is the amount by the plan's rules, rounded; nil where the plan does not
	// say enough to compute one.
	Computed *money.Decimal
	// Exact is the derivation before rounding. Its zero value means that nothing was computed.
	Exact cost.Step
	// Stated is the amount in the submitted document, where the plan states one.
	Stated source.At[money.Decimal]
	// Step is the derivation of Printed.
	Step cost.Step
}

// Differs reports whether a stated amount contradicts the computed one.
func (f Figure) Differs() bool {
	return f.Stated.IsSet() && f.Computed != nil && !f.Computed.Equal(f.Stated.Value)
}

// Line returns the line of an id.
func (b *Budget) Line(id string) (Line, bool) {
	i, ok := b.byID[id]
	if !ok {
		return Line{}, false
	}
	return b.Lines[i], true
}

// IDs returns the ids of the lines, in their order.
func (b *Budget) IDs() []string {
	ids := make([]string, len(b.Lines))
	for i, l := range b.Lines {
		ids[i] = l.ID.Value
	}
	return ids
}

// Options say which budget is wanted.
type Options struct {
	// Recompute prints what the rules give in place of what is stated, wherever a rule
	// gives anything.
	Recompute bool
}

// rounding returns the plan's rounding; whole units, half up, where it has none.
func rounding(r plan.Rounding) money.Rounding {
	if !r.To.IsSet() || !r.To.Value.IsPositive() {
		return money.Rounding{To: money.New(1), Mode: money.HalfUp}
	}
	return money.Rounding{To: r.To.Value, Mode: money.Mode(r.Mode.Value)}
}
