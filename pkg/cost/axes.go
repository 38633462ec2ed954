package cost

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Axis is one of the ways in which money is told apart beside its line and its column.
type Axis int

// The axes of money.
const (
	For  Axis = iota // the activity, output or outcome that it is spent on
	Fund             // the fund that it is taken from
	By               // the party that pays or spends it
	When             // the part of the year
)

// NumAxes is the number of axes.
const NumAxes = 4

// Axes returns all axes.
func Axes() []Axis { return []Axis{For, Fund, By, When} }

// Key returns the key that says the axis's value of a line.
func (a Axis) Key() string { return [...]string{"for", "fund", "by", "when"}[a] }

// Values returns the key of the budget under which the values of the axis are declared; ""
// for what the results chain declares.
func (a Axis) Values() string { return [...]string{"", "funds", "parties", "calendar"}[a] }

// Split says how a cost is divided over the values of an axis: all of it to one, or shares
// in per cent.
type Split struct {
	Node   source.Node
	Shares []Share
}

// IsWritten reports whether the plan says anything of the axis.
func (s *Split) IsWritten() bool { return s != nil && !s.Node.IsZero() }

// SetUnread records that something was written that could not be read.
func (s *Split) SetUnread(n source.Node) { *s = Split{Node: n} }

// mostSplit is over how many values of an axis one line may be divided.
const mostSplit = 200

// splitType reads the value of an axis, or shares of several.
func splitType(axis Axis, name schema.Type[source.At[string]]) schema.Type[Split] {
	shares := schema.Convert(schema.MapUpTo(mostSplit, name, schema.Percent), func(n source.Node, list []Share) Split {
		return Split{Node: n, Shares: list}
	})
	split := schema.Short(shares, "", name, func(one source.At[string]) Split {
		return Split{Node: one.Node, Shares: []Share{{Key: one, Value: source.At[money.Decimal]{Value: money.Hundred, Node: one.Node}}}}
	})
	return schema.Instead(split, axis.misread)
}

// valueOf is a reference to a value that the budget declares under a key.
func valueOf(space string) schema.Type[source.At[string]] {
	return schema.With(schema.Reference, schema.Identifying, schema.To(space), schema.Except("sum"))
}

// axisFields are the keys by which a line, or a part of it, says whose money it is.
func axisFields() []schema.Field[Line] {
	at := func(a Axis) func(*Line) *Split { return func(l *Line) *Split { return l.split(a) } }
	purpose := schema.With(schema.Path, schema.Identifying, schema.To("outcomes", "outputs", "activities"))
	return []schema.Field[Line]{
		schema.Key("for", splitType(For, purpose), at(For), "the activity, output or outcome that the cost is for; several with shares in per cent"),
		schema.Key("fund", splitType(Fund, valueOf("funds")), at(Fund), "the fund that pays, of those in `funds`; several with shares in per cent"),
		schema.Key("by", splitType(By, valueOf("parties")), at(By), "who pays or spends it, of those in `parties`; several with shares in per cent"),
		schema.Key("when", splitType(When, valueOf("calendar")), at(When), "the quarter or other time, of those in `calendar`; several with shares in per cent"),
	}
}

// split returns the line's division over an axis, to be filled.
func (l *Line) split(a Axis) *Split {
	if l.Splits == nil {
		l.Splits = new([NumAxes]Split)
	}
	return &l.Splits[a]
}

// Split returns how the plan divides the line over an axis; nil where it does not say.
func (l *Line) Split(a Axis) *Split {
	if l.Splits == nil || !l.Splits[a].IsWritten() {
		return nil
	}
	return &l.Splits[a]
}

// OfFund returns the fund of which the line is a percentage, where it is of one alone.
func (l *Line) OfFund() source.At[string] {
	for _, c := range l.Costs {
		if p, ok := c.(*Percentage); ok && p.Fund.IsSet() {
			return p.Fund
		}
	}
	return source.At[string]{}
}
