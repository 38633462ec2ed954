package cost

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "fixed", Key: "fixed", Doc: "an amount as it is, such as a contract or a ceiling",
	keys: []schema.Field[Line]{
		schema.Key("fixed", schema.Signed, func(l *Line) *source.At[money.Decimal] { return &of[Fixed](l).Amount },
			"the amount, in the budget's currency"),
	},
})

// Fixed is a lump sum.
type Fixed struct {
	Amount source.At[money.Decimal]
}

// Bases returns nothing: a lump sum depends on no other line.
func (f *Fixed) Bases() []source.At[string] { return nil }

// Compute returns the amount as written.
func (f *Fixed) Compute(func(string) (Step, bool)) (Step, bool) {
	return given("fixed amount", Money, f.Amount), f.Amount.IsSet()
}

// Figures returns nothing: the amount is quoted as the line's own.
func (f *Fixed) Figures() []Quotable { return nil }
