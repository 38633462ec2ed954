package cost

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Op says how a step's value came about. The zero Op says nothing.
type Op uint8

// The operations of a derivation.
const (
	Given       Op = iota + 1 // read from the plan
	Stated                    // what the submitted document prints
	Sum                       // of the steps below
	Product                   // of the steps below
	Portion                   // the first step below, in per cent, of the second
	Growth                    // the first step below, grown by the second, in per cent
	Change                    // the second step below less the first
	Rate                      // the change from the first step below to the second, in per cent of the first
	Rounded                   // the step below, rounded as the plan says
	Apportioned               // the step below, rounded together with the other parts of one whole
	Difference                // the first step below less the others
	Outgo                     // the steps below, added up and taken away
	Average                   // the first step below, divided by the second
	Ratio                     // the second step below in per cent of the first
)

// String returns the operation's name, as other programs read it.
func (o Op) String() string {
	return [...]string{"", "given", "stated", "sum", "product", "percent", "growth", "change", "rate", "rounded", "apportioned", "difference", "outgo", "average", "percent_of"}[o]
}

// Unit says what a step's value counts.
type Unit uint8

// The units of a value.
const (
	Money    Unit = iota // the budget's currency
	PerCent              // per cent
	Count                // a bare number, such as trips
	Twelfths             // months of a year
	Divisor              // a bare number that divides, such as the months of a column
)

// Step is a figure and how it came about, down to what stands in the file.
type Step struct {
	Op   Op
	Unit Unit
	Mark Mark // Nil or Blank for an amount that is no number; its value is 0
	// Ruled says that this is what the rule of another figure gives, where the table prints
	// something else.
	Ruled bool
	Label string
	Value money.Decimal // exact; only a Rounded step holds a rounded value
	Of    []Step
	// Line is the id of the line whose figure this is, "" for a step inside a line; Column
	// is its column, if that is another than the one of the figure above.
	Line, Column string
	// Fund is the id of the fund whose part of the line it is, "" for all of the line.
	Fund string
	Node source.Node // where a given or stated value was written
}

// given is a step for a value read from the plan.
func given(label string, unit Unit, at source.At[money.Decimal]) Step {
	return Step{Op: Given, Unit: unit, Label: label, Value: at.Value, Node: at.Node}
}

// Sums adds steps up. A single step stands for itself.
func Sums(label string, steps []Step) Step {
	if len(steps) == 1 {
		return steps[0]
	}
	total := money.Zero
	for i := range steps {
		total = total.Add(steps[i].Value)
	}
	return Step{Op: Sum, Label: label, Value: total, Of: steps}
}
