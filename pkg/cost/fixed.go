package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "fixed", Key: "fixed", Doc: "an amount as it is, such as a contract or a ceiling",
	keys: []schema.Field[Line]{
		schema.Key("fixed", cellsType, func(l *Line) *Series[Cell] { return &of[Fixed](l).Amount },
			"the amount, in the budget's currency; nil prints a dash, blank prints nothing"),
	},
	more: []schema.Field[Line]{
		schema.Key("share", percentsType, func(l *Line) *numbers { return &of[Fixed](l).Share },
			"for fixed: the share of the amount that the line has, such as 50%; all of it where it is not given"),
	},
})

// Fixed is a lump sum, or a share of one.
type Fixed struct {
	Amount Series[Cell]
	Share  numbers
}

func (f *Fixed) complete(r *schema.Reader, l *Line) {
	if !f.Amount.IsWritten() && !l.IsGroup() {
		r.Add(diag.Finding{Rule: MissingPart, Span: f.Share.Node.Span(), Message: "this share does not say of what",
			Hint: "add \"fixed: …\" with the full amount"})
	}
}

// Bases returns nothing: a lump sum depends on no other line.
func (f *Fixed) Bases() []source.At[string] { return nil }

// Parts returns how many parts the cost is made of.
func (f *Fixed) Parts() int { return 0 }

// Compute returns the amount as written.
func (f *Fixed) Compute(c *Context) (Step, bool) {
	cell, ok := f.Amount.In(c.Column)
	all := cellStep("fixed amount", cell)
	share, isShared := f.Share.In(c.Column)
	if ok && all.Mark == Number && c.lacks(f.Share, "share", "") {
		return Step{}, false
	}
	if !ok || !isShared || all.Mark != Number {
		return all, ok
	}
	return Step{Op: Product, Label: "fixed", Value: all.Value.Mul(share.Value).Shift(-2), Of: []Step{all, given("share", PerCent, share)}}, true
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
	figures := []Quotable{{Name: "fixed", Value: cell.Value.Value, Adds: true, Node: cell.Node}}
	if share, ok := f.Share.In(column); ok {
		figures = append(figures, Quotable{Name: "share", Value: share.Value, Percent: true, Node: share.Node})
	}
	return figures
}

func cellStep(label string, cell source.At[Cell]) Step {
	return Step{Op: Given, Label: label, Value: cell.Value.Value, Mark: cell.Value.Mark, Node: cell.Node}
}

func (f *Fixed) columns() [][]source.At[string] {
	return [][]source.At[string]{f.Amount.Keys(), f.Share.Keys()}
}
