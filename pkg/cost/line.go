// Package cost holds the kinds of cost that a budget line can have, one file
// each. A kind declares its keys, reads them, and computes an amount together
// with its derivation.
package cost

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Line is one cost line of a budget, as written.
type Line struct {
	schema.Origin
	ID     source.At[string]
	Label  source.At[string]
	Note   source.At[string]        // what the notes column says; prose
	Stated source.At[money.Decimal] // what the submitted document prints
	Costs  []Cost                   // the costs written for the line; one, or none where it is only stated
}

// Cost is what a line costs, by one kind.
type Cost interface {
	// Bases returns the ids of the lines that this cost is computed from.
	Bases() []source.At[string]
	// Compute returns the derivation of the amount, not rounded. It is false where the
	// plan does not say enough, such as posts without their annual cost. Base gives
	// the derivation of another line.
	Compute(base func(id string) (Step, bool)) (Step, bool)
	// Figures returns what prose may quote, such as the rate or a quantity.
	Figures() []Quotable
}

// Quotable is a figure inside a line that prose may quote by its name.
type Quotable struct {
	Name    string // behind the line's id: "rate", "quantity", "director.fte"
	Value   money.Decimal
	Percent bool // Value is in per cent
	Node    source.Node
}

// Kind is a kind of cost: its name, the keys that it adds to a line, and how it
// is recognized.
type Kind struct {
	Name string // as the documentation calls it
	Key  string // the key whose presence says that the line is of this kind
	Doc  string
	keys []schema.Field[Line]
}

var kinds []Kind

// register makes a kind known; each kind's file calls it once.
func register(k Kind) bool {
	kinds = append(kinds, k)
	return true
}

// Kinds returns all kinds of cost by name.
func Kinds() []Kind {
	sorted := slices.Clone(kinds)
	slices.SortFunc(sorted, func(a, b Kind) int { return cmp.Compare(a.Name, b.Name) })
	return sorted
}

// LineType reads a cost line: the keys that all lines have, and those of every kind.
func LineType() schema.Type[Line] {
	fields := []schema.Field[Line]{
		schema.Must("id", schema.ID, func(l *Line) *source.At[string] { return &l.ID }, "the line's name, the same every year"),
		schema.Must("label", schema.Text, func(l *Line) *source.At[string] { return &l.Label }, "what the cost column prints"),
	}
	for _, k := range Kinds() {
		fields = append(fields, k.keys...)
	}
	fields = append(fields,
		schema.Key("stated", schema.Signed, func(l *Line) *source.At[money.Decimal] { return &l.Stated }, "the amount that the submitted document prints"),
		schema.Key("note", schema.Text, func(l *Line) *source.At[string] { return &l.Note }, "what the notes column prints; prose"),
	)
	return schema.Group("a cost line", "a line of the budget; it has an amount by one kind of cost, a stated amount, or both", fields, oneKind)
}

// of returns the line's cost of type *T, which is added where it is not there yet.
func of[T any, P interface {
	*T
	Cost
}](l *Line) P {
	for _, c := range l.Costs {
		if found, ok := c.(P); ok {
			return found
		}
	}
	cost := P(new(T))
	l.Costs = append(l.Costs, cost)
	return cost
}

// NoAmount is reported for a line without any amount, TwoKinds for one with two.
var (
	NoAmount = diag.Rule{Name: "no-amount", Severity: diag.Error, Title: "a cost line without an amount",
		Why: "A line that prints nothing in the amount column cannot be part of a total."}
	TwoKinds = diag.Rule{Name: "two-kinds", Severity: diag.Error, Title: "a cost line of two kinds",
		Why: "Two ways to compute one amount would leave it open which of them holds."}
)

// Rules returns the rules that reading a cost line can report.
func Rules() []diag.Rule { return []diag.Rule{NoAmount, TwoKinds, MissingPart} }

// MissingPart is reported for a cost that lacks one of its keys.
var MissingPart = diag.Rule{Name: "incomplete-cost", Severity: diag.Error, Title: "a cost with a part missing",
	Why: "A percentage without its base, or a base without its percentage, is no amount."}

func oneKind(r *schema.Reader, l *Line) {
	switch {
	case len(l.Costs) == 0 && !l.wrote(amountKeys()...):
		r.Add(diag.Finding{Rule: NoAmount, Span: place(l), Message: "this cost line has no amount",
			Hint: "give it one of " + keyList() + ", or \"stated: …\" with the amount to print"})
	case len(l.Costs) > 1:
		r.Add(diag.Finding{Rule: TwoKinds, Span: place(l), Message: "this cost line is of two kinds at once",
			Hint: "keep one of " + keyList()})
	}
	for _, c := range l.Costs {
		if check, ok := c.(interface{ complete(*schema.Reader, *Line) }); ok {
			check.complete(r, l)
		}
	}
}

// wrote reports whether one of the keys stands in the file, whatever its value: a
// value that could not be read has a finding already.
func (l *Line) wrote(keys ...string) bool {
	for _, key := range keys {
		if !l.Node.Get(key).IsZero() {
			return true
		}
	}
	return false
}

// amountKeys returns the keys that give a line an amount.
func amountKeys() []string {
	keys := []string{"stated"}
	for _, k := range kinds {
		keys = append(keys, k.Key)
	}
	return keys
}

func place(l *Line) source.Span {
	if l.ID.IsSet() {
		return l.ID.Span()
	}
	return l.Span()
}

func keyList() string {
	list := ""
	for i, k := range Kinds() {
		if i > 0 {
			list += ", "
		}
		list += "`" + k.Key + "`"
	}
	return list
}
