package plan

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// WholeYears returns the first and the last year that a column is of, by its id or else its label. It
// is false where they name none, and where they say that it is of a part of one, such as a quarter.
func (c *Column) WholeYears() (from, to int, ok bool) {
	y := c.years()
	if y.none() || y.isUnclear {
		return 0, 0, false
	}
	if months, said := c.said(y); said && months != 12*y.count() {
		return 0, 0, false
	}
	return y.first, y.last, true
}

// IsIn reports whether the period lies in another one.
func (p Period) IsIn(other Period) bool {
	return !p.From.Value.Before(other.From.Value) && !p.To.Value.After(other.To.Value)
}

// Years returns the first and the last year of the period.
func (p Period) Years() (from, to int) { return p.From.Value.Year(), p.To.Value.Year() }

// ValueOf returns the value of an indicator under one of some keys; see KeysOf.
func ValueOf(values cost.Series[Measured], keys []string) (source.At[Measured], bool) {
	if values.All.IsSet() {
		return values.All, slices.Contains(keys, "")
	}
	for _, key := range keys {
		if v, ok := values.In(key); ok {
			return v, true
		}
	}
	return source.At[Measured]{}, false
}
