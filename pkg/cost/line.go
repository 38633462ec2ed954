// Package cost holds the kinds of cost that a budget line can have, one file
// each. A kind declares its keys, reads them, and computes an amount together
// with its derivation.
package cost

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/registry"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Line is one cost line of a budget, or a group of lines, as written.
type Line struct {
	schema.Origin
	ID       source.At[string]
	Code     source.At[string] // account code
	Label    source.At[string]
	Note     source.At[string]         // what the notes column says; prose
	Footnote Footnotes                 // notes below the table; prose
	Stated   Series[Cell]              // what the submitted document prints
	In       source.At[money.Currency] // the currency of the costs, where it is not the budget's
	Costs    []Cost                    // the costs written for the line; one, or none if the amount is only stated
	Lines    []Line                    // the lines of a group
	Subtotal source.At[string]         // the label of a group's subtotal
	// Unsummed says that a group prints no row with its subtotal.
	Unsummed bool
	Shares   []Share
	Source   source.At[string] // for a source of money: the kind of money that it is
	AtMost   Bound             // the most that it may be
	AtLeast  Bound             // the least
	Rounding Rounding          // where the line is rounded otherwise than the budget
	// Splits say for each axis how the cost is divided over its values; nil where the plan says
	// nothing of any.
	Splits *[NumAxes]Split
	// Average says, of a row after the total, that its percentage is of the annual average, and
	// Level that it stands at a time.
	Average source.At[bool]
	Level   source.At[bool]
	Balance Balance
}

// Share is the part of a line's cost, in per cent, that goes to an outcome or an
// activity, named by its id or its path.
type Share = schema.Entry[source.At[money.Decimal]]

// IsGroup reports whether the line is a group of lines.
func (l *Line) IsGroup() bool { return len(l.Lines) > 0 }

// Cost is what a line costs, by one kind.
type Cost interface {
	// Bases returns the ids of the lines that this cost is computed from.
	Bases() []source.At[string]
	// Parts returns how many posts, items or lines the cost is made of.
	Parts() int
	// Compute returns the derivation of the amount in the context's column, not
	// rounded. It is false where the plan does not say enough, such as posts without
	// their cost; Lacking says what is missing, in words that follow a colon.
	Compute(*Context) (Step, bool)
	Lacking() string
	// Figures returns what prose may quote and what may be asked what-if questions
	// about, such as the rate or a quantity, for a column.
	Figures(column string) []Quotable
	// columns returns the columns that each of its values names.
	columns() [][]source.At[string]
}

// Context is what a cost may ask while it is computed.
type Context struct {
	Column string
	// Base returns the derivation of another line in the same column: of all of it, or of what a
	// fund pays of it.
	Base func(id, fund string) (Step, bool)
	// Previous returns the line's own derivation in the last amount column before that is not
	// blank, and the blank ones since; it is false where there is none.
	Previous func() (before Step, blank []string, ok bool)
	// Before is the year before the column, where lines may grow from that; "" for others.
	Before string
	// Rest returns what the other sources of money leave of the budget; nil where there are none.
	Rest func() (Step, bool)
	// Standard returns the plan's standard cost of a grade.
	Standard func(grade string) (StandardCost, bool)
	// Lack is why the cost at hand cannot be computed, where it is known better than Lacking
	// says.
	Lack Lack
}

// Quotable is a figure inside a line that prose may quote by its name.
type Quotable struct {
	Name    string // behind the line's id: "rate", "quantity", "director.fte"
	Value   money.Decimal
	Percent bool        // Value is in per cent
	Adds    bool        // it adds up over columns, as an amount or a number of units does
	Node    source.Node // where it was written; zero where it was not
}

// Kind is a kind of cost: its name, the keys that it adds to a line, and how it
// is recognized.
type Kind struct {
	Name string // as the documentation calls it
	Key  string // the key whose presence says that the line is of this kind
	Doc  string
	keys []schema.Field[Line]
	more []schema.Field[Line] // what it may have besides
}

// kinds stand in the order in which the program starts with them, which the JSON Schema
// shows.
var kinds = registry.Ordered(func(k Kind) string { return k.Name }, func(Kind, Kind) int { return 0 })

// register makes a kind known; each kind's file calls it once.
func register(k Kind) bool { return kinds.Add(k) } //nolint:unparam // a variable is declared with it: var _ = register(…)

// Kinds returns all kinds of cost by name.
func Kinds() []Kind {
	return slices.SortedFunc(slices.Values(kinds.All()), func(a, b Kind) int { return cmp.Compare(a.Name, b.Name) })
}

// line is the one type of all cost lines, which holds itself.
var line struct {
	once sync.Once
	is   schema.Type[Line]
}

// LineType reads a cost line: the keys that all lines have, and those of every kind.
func LineType() schema.Type[Line] {
	line.once.Do(func() { line.is = newLineType() })
	return line.is
}

func newLineType() schema.Type[Line] {
	own := append(axisFields(),
		schema.Key("lines", schema.With(schema.List(groupMember()), schema.NotEmpty), func(l *Line) *[]Line { return &l.Lines }, "for a group: its lines, which may be groups again"),
		schema.Key("subtotal", schema.OrSetting(schema.Label, noSubtotal), func(l *Line) *source.At[string] { return &l.Subtotal }, "for a group: the label of its subtotal; none where it prints no row for it"),
		schema.Key("shares", schema.MapUpTo(mostParts, schema.With(schema.Path, schema.To("outcomes", "activities")), schema.Percent), func(l *Line) *[]Share { return &l.Shares }, "how the cost is shared out over outcomes or activities, in per cent"))
	return schema.With(lineType("a cost line", "a line of the budget, or a group of lines; a line has an amount by one kind of cost, a stated amount, or both",
		Kinds(), own...), schema.Together(groupRules()...))
}

// groupMember reads the lines of a group, which are lines again.
func groupMember() schema.Type[Line] {
	return schema.Lazy("a cost line", "a line, or a group", LineType)
}

// lineSpace is the space of names that lines, sources of money and contributions share.
const lineSpace = "budget"

// lineType reads what cost lines and sources of money have in common.
func lineType(name, doc string, kinds []Kind, own ...schema.Field[Line]) schema.Type[Line] {
	check := func(r *schema.Reader, l *Line) { checkLine(r, l, kinds) }
	return schema.With(schema.Group(name, doc, lineFields(kinds, own), check), schema.Together(kindRules(kinds)...),
		schema.Space(lineSpace), schema.Printed("label", "note", "footnote"))
}

// lineFields are the keys of a line of some kinds of cost, and its own.
func lineFields(kinds []Kind, own []schema.Field[Line]) []schema.Field[Line] {
	fields := []schema.Field[Line]{
		schema.Must("id", schema.ID, func(l *Line) *source.At[string] { return &l.ID }, "the line's name, the same every year"),
		schema.Key("code", schema.Code, func(l *Line) *source.At[string] { return &l.Code }, "the account code, such as 1101"),
		schema.Must("label", schema.Label, func(l *Line) *source.At[string] { return &l.Label }, "what the cost column prints"),
	}
	for _, k := range kinds {
		fields = append(append(fields, k.keys...), k.more...)
	}
	fields = append(append(fields, own...), boundKeys()...)
	return append(fields,
		schema.Key("in", schema.Currency, func(l *Line) *source.At[money.Currency] { return &l.In }, "the currency of the line's costs, where it is not the budget's; `rates` has its rate"),
		schema.Key("rounding", roundingType(), func(l *Line) *Rounding { return &l.Rounding }, "how the line is rounded, where its source has it otherwise than the budget"),
		schema.Key("stated", cellsType, func(l *Line) *cells { return &l.Stated }, "the amount that the submitted document prints"),
		schema.Key("note", schema.Note, func(l *Line) *source.At[string] { return &l.Note }, "what the notes column prints; prose"),
		schema.Key("footnote", footnoteType, func(l *Line) *Footnotes { return &l.Footnote }, "a note below the table, or several, or notes on single figures by column; prose"),
	)
}

// AllCosts walks the line's costs and those of its parts.
func (l *Line) AllCosts() iter.Seq[Cost] {
	return func(yield func(Cost) bool) {
		for _, c := range l.Costs {
			if !yield(c) {
				return
			}
			parts, ok := c.(*Parts)
			for i := 0; ok && i < len(parts.List); i++ {
				for _, c := range parts.List[i].Costs {
					if !yield(c) {
						return
					}
				}
			}
		}
	}
}

// of returns the line's cost of type *T, and adds one if there is none yet.
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

// EachSeries calls show for each of the line's values, with the columns that it names and
// those that it may name: columns of amounts, or all of them for what is stated.
//
// What a line grows from may also be the amount of the year before the first column, which no
// column prints; before is that year, or "".
func (l *Line) EachSeries(amounts, all, before []string, see func(keys []source.At[string], known []string)) {
	see(l.Stated.Keys(), all)
	for _, bound := range []*Bound{&l.AtMost, &l.AtLeast} {
		if bound.IsSet() {
			see(bound.Amount.Keys(), all)
			see(bound.Rate.Keys(), all)
		}
	}
	if len(l.Footnote.By) > 0 {
		see(l.Footnote.Keys(), all)
	}
	for _, c := range l.Costs {
		if g, ok := c.(*Growing); ok {
			see(g.Base.Keys(), append(slices.Clip(amounts), before...))
		}
		for _, keys := range c.columns() {
			see(keys, amounts)
		}
	}
}
