package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Rest is what the other sources of money leave of the budget.
type Rest struct{ Is source.At[bool] }

func restKey() schema.Field[Line] {
	return schema.Key("rest", schema.With(schema.Flag, schema.Exactly("true")), func(l *Line) *source.At[bool] { return &of[Rest](l).Is },
		"true for the one source that is the rest of the budget: the total less the other sources")
}

func (s *Rest) complete(r *schema.Reader, _ *Line) {
	if s.Is.IsSet() && !s.Is.Value {
		r.Add(diag.Finding{Rule: schema.BadValue, Span: s.Is.Span(), Message: "a source of money that is not the rest does not say so", Hint: "write \"rest: true\", or take `rest` out"})
	}
}

// Bases returns nothing: it depends on all other sources.
func (s *Rest) Bases() []source.At[string] { return nil }

// Parts returns how many parts it is made of.
func (s *Rest) Parts() int { return 0 }

// Compute returns what the other sources leave.
func (s *Rest) Compute(c *Context) (Step, bool) {
	if c.Rest == nil {
		return Step{}, false
	}
	return c.Rest()
}

// Lacking says that another source is not known.
func (s *Rest) Lacking() string { return "another source of money has no amount" }

// Figures returns nothing: it has no values of its own.
func (s *Rest) Figures(string) []Quotable { return nil }

func (s *Rest) columns() [][]source.At[string] { return nil }
