package cost

import (
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "fixed", Key: "fixed", Doc: "an amount as it is, such as a contract or a ceiling",
	keys: []schema.Field[Line]{
		schema.Key("fixed", cellsType, func(l *Line) *Series[Cell] { return &of[Fixed](l).Amount },
			"the amount, in the budget's currency; nil prints a dash, blank prints nothing"),
	},
})

// Fixed is a lump sum.
type Fixed struct {
	Amount Series[Cell]
}

// Bases returns nothing: a lump sum depends on no other line.
func (f *Fixed) Bases() []source.At[string] { return nil }

// Parts returns how many parts the cost is made of.
func (f *Fixed) Parts() int { return 0 }

// Compute returns the amount as written.
func (f *Fixed) Compute(c *Context) (Step, bool) {
	cell, ok := f.Amount.In(c.Column)
	return cellStep("fixed amount", cell), ok
}

// Lacking says that the column has no amount.
func (f *Fixed) Lacking() string {
	return "`fixed` has no amount for it; write nil or blank where there is none"
}

// Figures returns the amount.
func (f *Fixed) Figures(column string) []Quotable {
	cell, ok := f.Amount.In(column)
	if !ok || cell.Value.Mark != Number {
		return nil
	}
	return []Quotable{{Name: "fixed", Value: cell.Value.Value, Adds: true, Node: cell.Node}}
}

func cellStep(label string, cell source.At[Cell]) Step {
	return Step{Op: Given, Label: label, Value: cell.Value.Value, Mark: cell.Value.Mark, Node: cell.Node}
}

func (f *Fixed) columns() [][]source.At[string] {
	return [][]source.At[string]{f.Amount.Keys()}
}
