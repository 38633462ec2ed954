package cost

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Balance is what is there at the beginning, what comes in and what goes out. What is there at
// the end opens the next column.
type Balance struct {
	schema.Origin
	Opening cells
	In, Out []source.At[string]
	Labels  BalanceLabels
}

// BalanceLabels are what the rows of a balance are called, where they have no usual names.
type BalanceLabels struct {
	schema.Origin
	Opening, In, Out, Closing source.At[string]
}

func balanceType() schema.Type[Balance] {
	return schema.Group("a balance", "what is there at the beginning, what comes in and what goes out",
		[]schema.Field[Balance]{
			schema.Must("opening", cellsType, func(b *Balance) *cells { return &b.Opening }, "the opening balance: of the first column, or by column where a later one does not open with what the one before closes with"),
			schema.Key("in", namesType(), func(b *Balance) *[]source.At[string] { return &b.In }, "what comes in: total, financing, ids of lines, of sources of money and of rows before this one"),
			schema.Key("out", namesType(), func(b *Balance) *[]source.At[string] { return &b.Out }, "what goes out"),
			schema.Key("labels", labelsType(), func(b *Balance) *BalanceLabels { return &b.Labels }, "what its rows are called"),
		}, flowsNothing)
}

// flowsNothing reports a list of what comes in or goes out that names nothing.
func flowsNothing(r *schema.Reader, b *Balance) {
	for _, key := range []string{"in", "out"} {
		if n := b.Node.Get(key); b.Wrote(key) && n.Kind() == source.Sequence && n.Len() == 0 {
			r.Report(schema.MissingKey, n, fmt.Sprintf("`%s` names nothing", key), "name the rows, or take it out")
		}
	}
}

func labelsType() schema.Type[BalanceLabels] {
	return schema.Group("the labels of a balance", "what the rows of a balance are called",
		[]schema.Field[BalanceLabels]{
			schema.Key("opening", schema.Label, func(b *BalanceLabels) *source.At[string] { return &b.Opening }, "Opening balance where it is not given"),
			schema.Key("in", schema.Label, func(b *BalanceLabels) *source.At[string] { return &b.In }, "Income where it is not given"),
			schema.Key("out", schema.Label, func(b *BalanceLabels) *source.At[string] { return &b.Out }, "Expenditure where it is not given"),
			schema.Key("closing", schema.Label, func(b *BalanceLabels) *source.At[string] { return &b.Closing }, "Closing balance where it is not given"),
		})
}

// bothWays reports what comes in and goes out again, and so counts for nothing.
func (b *Balance) bothWays(r *schema.Reader) {
	for _, out := range b.Out {
		for _, in := range b.In {
			if in.Value == out.Value {
				r.Add(diag.Finding{Rule: TwiceInBase, Span: out.Span(), Message: fmt.Sprintf("`%s` comes into this balance and goes out of it", out.Value),
					Hint: "keep it in one of `in` and `out`", Related: []diag.Related{{Span: in.Span(), Note: "it comes in"}}})
			}
		}
	}
}

// named reports a list of what comes in or goes out that names nothing.
func (b *Balance) named(r *schema.Reader) {
	for _, key := range []string{"in", "out"} {
		if n := b.Node.Get(key); n.Kind() == source.Sequence && n.Len() == 0 {
			r.Report(MissingPart, n, "this list names no row", "name what counts, such as [total], or take the key out")
		}
	}
}

// lines are the rows of a balance: a group whose sum is the closing balance.
func (b *Balance) lines(l *Line) []Line {
	row := func(name string, own source.At[string], usual string, c Cost) Line {
		return Line{ID: source.At[string]{Value: l.ID.Value + "." + name}, Label: orLabel(own, usual), Costs: []Cost{c}}
	}
	rows := []Line{row("opening", b.Labels.Opening, "Opening balance", &Opening{b})}
	if len(b.In) > 0 {
		rows = append(rows, row("in", b.Labels.In, "Income", &Flow{Of: b.In}))
	}
	if len(b.Out) > 0 {
		rows = append(rows, row("out", b.Labels.Out, "Expenditure", &Flow{Of: b.Out, Out: true}))
	}
	return rows
}

func orLabel(own source.At[string], usual string) source.At[string] {
	if own.IsSet() {
		return own
	}
	return source.At[string]{Value: usual}
}

// Opening is what a balance opens with.
type Opening struct{ *Balance }

// Bases returns nothing: it follows from the balance itself.
func (o *Opening) Bases() []source.At[string] { return nil }

// Parts returns how many parts it is made of.
func (o *Opening) Parts() int { return 0 }

// Compute returns what is given for the column, or what the column before closes with.
func (o *Opening) Compute(c *Context) (Step, bool) {
	before, _, hasBefore := c.Previous()
	if cell, ok := o.Opening.In(c.Column); ok && (!o.Opening.All.IsSet() || !hasBefore) {
		return cellStep("opening balance", cell), true
	}
	return before, hasBefore
}

// Lacking says that nothing opens the column.
func (o *Opening) Lacking() string {
	return "`opening` has no amount for it, and no column before it closes"
}

// Figures returns the opening balance that is given.
func (o *Opening) Figures(column string) []Quotable {
	cell, ok := o.Opening.In(column)
	if !ok || cell.Value.Mark != Number {
		return nil
	}
	return []Quotable{{Name: "opening", Value: cell.Value.Value, Node: cell.Node}}
}

func (o *Opening) columns() [][]source.At[string] {
	return [][]source.At[string]{o.Opening.Keys()}
}

// Flow is what comes into a balance, or goes out of it.
type Flow struct {
	Of  []source.At[string]
	Out bool
}

// Bases returns the rows that it adds up.
func (f *Flow) Bases() []source.At[string] { return f.Of }

// Parts returns how many there are.
func (f *Flow) Parts() int { return len(f.Of) }

// Compute adds the rows up; what goes out is less than nothing.
func (f *Flow) Compute(c *Context) (Step, bool) {
	step := Step{Op: Sum}
	if f.Out {
		step.Op = Outgo
	}
	for _, id := range f.Of {
		part, ok := c.Base(id.Value, "")
		if !ok {
			return Step{}, false
		}
		step.Of, step.Value = append(step.Of, part), step.Value.Add(part.Value)
	}
	if f.Out {
		step.Value = step.Value.Neg()
	}
	return step, true
}

// Lacking says that a row is not known.
func (f *Flow) Lacking() string { return "one of its rows has no amount" }

// Figures returns nothing: all of it stands in other rows.
func (f *Flow) Figures(string) []Quotable { return nil }

func (f *Flow) columns() [][]source.At[string] { return nil }
