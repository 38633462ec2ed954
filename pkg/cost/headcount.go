package cost

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// What a table of posts counts.
const (
	HeadsOnly  = "posts"  // how many there are, whatever their hours
	FullTime   = "fte"    // full-time equivalents
	WorkMonths = "months" // of full time
)

// Headcount counts posts as other costs count money, so that a table of posts is computed,
// stated and traced like a budget.
type Headcount struct {
	Unit   string                  // what is counted
	Length func(column string) int // the months that a column has; 0 where that is not known
	Posts  []Counted
}

// Counted is a post, and which part of it is counted.
type Counted struct {
	*Post
	Others bool   // the part that others pay
	Own    bool   // it is written for the table of posts, and no cost line has it
	Name   string // of its values in the row: "" for a row's one post
}

// Compute adds up the posts. It is false where it is not known how long a column is.
func (h *Headcount) Compute(c *Context) (Step, bool) {
	var parts []Step
	exact, length := money.Zero, h.Length(c.Column)
	for i := range h.Posts {
		part, count, ok := h.step(c, &h.Posts[i], length)
		if !ok {
			return Step{}, false
		}
		parts = append(parts, part)
		exact = exact.Add(count)
	}
	total := Sums("posts", parts)
	if total.Value = exact; h.Unit == FullTime && length > 0 {
		total.Value = money.Div(exact, money.New(int64(length))) // once for all, so that it is exact
	}
	if total.Value.IsZero() {
		total.Mark = Nil
	}
	return total, true
}

// step counts a post; the second result is the count times the months of the column, where
// full-time equivalents are counted, which is exact.
func (h *Headcount) step(c *Context, p *Counted, length int) (s Step, exact money.Decimal, ok bool) {
	column := c.Column
	if p.lacksAny(c) {
		return s, exact, false
	}
	s = Step{Op: Product, Label: p.called(), Node: p.Node, Unit: Count}
	count, written := p.Count.In(column)
	if !written {
		count.Value = money.New(1)
	}
	s.Value, s.Of = count.Value, []Step{given("posts", Count, count)}
	if fte, ok := p.FTE.In(column); ok && h.Unit != HeadsOnly {
		s.per(fte.Value, given("full-time equivalent", PerCent, fte))
	}
	if share, ok := p.Share.In(column); ok && !p.PaidBy.IsSet() {
		own := given("share of this budget", PerCent, share)
		if p.Others {
			own = Step{Op: Change, Unit: PerCent, Label: "share of others", Value: money.Hundred.Sub(share.Value),
				Of: []Step{own, {Op: Given, Unit: PerCent, Label: "all of the post", Value: money.Hundred}}}
		}
		s.per(own.Value, own)
	}
	if h.Unit == HeadsOnly {
		return s, s.Value, true
	}
	return h.inMonths(s, p, column, length)
}

// per multiplies a step by a rate in per cent.
func (s *Step) per(rate money.Decimal, of Step) {
	s.Value = s.Value.Mul(rate).Shift(-2)
	s.Of = append(s.Of, of)
}

// inMonths counts the months of a post, or what part they are of those that the column has.
func (h *Headcount) inMonths(s Step, p *Counted, column string, length int) (Step, money.Decimal, bool) {
	months, written := p.Months.In(column)
	if !written {
		months.Value = money.New(int64(length))
	}
	if length == 0 && (h.Unit == FullTime) == written {
		return s, money.Zero, false // the length is needed, and not known
	}
	of := given("months", Count, months)
	if h.Unit == WorkMonths {
		s.Value = s.Value.Mul(months.Value)
		s.Of = append(s.Of, of)
		return s, s.Value, true
	}
	if !written || length == 0 { // all of the column
		if length == 0 {
			return s, s.Value, true
		}
		return s, s.Value.Mul(months.Value), true
	}
	exact := s.Value.Mul(months.Value)
	s.Value = money.Div(exact, money.New(int64(length)))
	s.Of = append(s.Of, of, Step{Op: Given, Unit: Divisor, Label: "months of the column", Value: money.New(int64(length))})
	return s, exact, true
}

// called names a post in a derivation.
func (p *Counted) called() string {
	name := p.Grade.Value
	if p.Title.IsSet() {
		name = p.label()
	}
	if p.PaidBy.IsSet() {
		name += ", paid by " + strings.Join(strings.Fields(p.PaidBy.Value), " ")
	}
	return strings.TrimPrefix(name, ", ")
}

// Bases returns nothing: a count depends on no other row.
func (h *Headcount) Bases() []source.At[string] { return nil }

// Parts returns how many posts are counted.
func (h *Headcount) Parts() int { return len(h.Posts) }

// Lacking says what is needed to count the posts.
func (h *Headcount) Lacking() string {
	return "not every post has its `count` for each column, or it is not known how many months the column has"
}

// Figures returns what may be asked what-if questions about: the values of posts that no cost
// line has.
func (h *Headcount) Figures(column string) (figures []Quotable) {
	for i := range h.Posts {
		p := &h.Posts[i]
		if !p.Own {
			continue
		}
		for _, f := range []struct {
			name    string
			series  numbers
			percent bool
		}{{"count", p.Count, false}, {"fte", p.FTE, true}, {"months", p.Months, false}, {"share", p.Share, true}} {
			if v, ok := f.series.In(column); ok {
				figures = append(figures, Quotable{Name: p.Name + f.name, Value: v.Value, Percent: f.percent, Node: v.Node})
			}
		}
	}
	return figures
}

func (h *Headcount) columns() [][]source.At[string] { return nil }
