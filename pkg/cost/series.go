package cost

import (
	"iter"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Series is a value for each column of the budget: one for all of them, or one for
// each by the column's id.
type Series[T any] struct {
	Node source.Node
	All  source.At[T]
	By   []schema.Entry[source.At[T]]
}

// IsSet reports whether any value was written that could be read.
func (s Series[T]) IsSet() bool { return s.All.IsSet() || len(s.By) > 0 }

// IsWritten reports whether anything was written, readable or not.
func (s Series[T]) IsWritten() bool { return !s.Node.IsZero() }

// SetUnread records that values were written that could not be read.
func (s *Series[T]) SetUnread(n source.Node) { *s = Series[T]{Node: n} }

// In returns the value for a column; it is false where none was written.
func (s Series[T]) In(column string) (source.At[T], bool) {
	if s.All.IsSet() {
		return s.All, true
	}
	for _, e := range s.By {
		if e.Key.Value == column {
			return e.Value, true
		}
	}
	return source.At[T]{}, false
}

// Each walks the values and the columns that they are for; "" where one is for all.
func (s Series[T]) Each() iter.Seq2[string, source.At[T]] {
	return func(yield func(string, source.At[T]) bool) {
		if s.All.IsSet() {
			yield("", s.All)
			return
		}
		for _, e := range s.By {
			if !yield(e.Key.Value, e.Value) {
				return
			}
		}
	}
}

// Keys returns the columns that are named.
func (s Series[T]) Keys() []source.At[string] {
	keys := make([]source.At[string], len(s.By))
	for i, e := range s.By {
		keys[i] = e.Key
	}
	return keys
}

// SeriesType reads a series of values: one value, or a group of columns and values.
func SeriesType[T any](of schema.Type[source.At[T]]) schema.Type[Series[T]] {
	byColumn := schema.Convert(schema.MapBy(schema.Column, of), func(n source.Node, entries []schema.Entry[source.At[T]]) Series[T] {
		return Series[T]{Node: n, By: entries}
	})
	series := schema.Short(byColumn, "", of, func(one source.At[T]) Series[T] { return Series[T]{Node: one.Node, All: one} })
	return schema.With(series, schema.Named(of.Shape().Name+" by column", "one for all columns, or one for each by the column's id"))
}

// Mark distinguishes amounts that are no numbers: nothing is spent, or nothing is said.
type Mark uint8

// The marks of an amount.
const (
	Number Mark = iota
	Nil         // nothing, printed as a dash; written nil
	Blank       // not said, printed as nothing; written blank
)

// Cell is an amount as written: a number, nil or blank.
type Cell struct {
	Value money.Decimal
	Mark  Mark
}

// CellType reads an amount that may be nil or blank.
var CellType = schema.OrWord(schema.SignedMoney, func(d money.Decimal) Cell { return Cell{Value: d} },
	map[string]Cell{"nil": {Mark: Nil}, "blank": {Mark: Blank}})

type (
	numbers = Series[money.Decimal]
	cells   = Series[Cell]
)

var (
	numbersType  = SeriesType(schema.Amount)
	moneyType    = SeriesType(schema.Money)
	percentsType = SeriesType(schema.Percent)
	ratesType    = SeriesType(schema.SignedPercent)
	cellsType    = SeriesType(CellType)
)

// CellsType reads amounts, one for each column.
func CellsType() schema.Type[Series[Cell]] { return cellsType }
