package cost

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Rounding says how a line's amount is rounded, where its source has it otherwise than the
// budget.
type Rounding struct {
	schema.Origin
	To     source.At[money.Decimal]
	Mode   source.At[string]
	Growth source.At[string] // what the next column grows from; not set: as the budget says
}

// growsExact is the word for growth from the exact amount.
const growsExact = "exact"

// GrowthFrom reads what the next column grows from.
func GrowthFrom() schema.Type[source.At[string]] {
	return schema.Choice("what growth goes on from", "printed", growsExact)
}

// GrowsExact reports whether growth goes on from the exact amount, as written for a line or
// for the budget.
func GrowsExact(written source.At[string]) bool { return written.Value == growsExact }

// UnitType reads the unit that amounts are rounded to.
func UnitType() schema.Type[source.At[money.Decimal]] {
	return schema.With(schema.Amount, schema.Named("a unit to round to", "a number above 0, such as 1 or 0.05"), schema.Above("0"))
}

func roundingType() schema.Type[Rounding] {
	return schema.Group("a line's rounding", "how a line is rounded, where its source has it otherwise than the budget",
		[]schema.Field[Rounding]{
			schema.Must("to", UnitType(), func(r *Rounding) *source.At[money.Decimal] { return &r.To }, "the unit that its amounts are rounded to, such as 10"),
			schema.Must("mode", schema.Choice("a rounding mode", money.Modes()...), func(r *Rounding) *source.At[string] { return &r.Mode }, "half-up, half-even, up (away from zero) or down (towards zero)"),
			schema.Key("growth", GrowthFrom(), func(r *Rounding) *source.At[string] { return &r.Growth }, "what the next column grows from: the printed amount, or the exact one; as the budget's rounding says where it is not given"),
		}, func(r *schema.Reader, d *Rounding) { CheckUnit(r, d.To) })
}

// CheckUnit reports a unit of 0.
func CheckUnit(r *schema.Reader, to source.At[money.Decimal]) {
	if to.IsSet() && !to.Value.IsPositive() {
		r.Report(schema.BadNumber, to.Node, "amounts cannot be rounded to 0", "write 1 for whole units, 0.01 for cents")
	}
}

// Of returns the rounding of a line, given that of the budget.
func (r *Rounding) Of(budget money.Rounding) money.Rounding {
	if !r.To.IsSet() || !r.To.Value.IsPositive() {
		return budget
	}
	return money.Rounding{To: r.To.Value, Mode: money.Mode(r.Mode.Value)}
}
