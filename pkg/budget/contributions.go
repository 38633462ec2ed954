package budget

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Contribution is an amount that is shared out over Parties.
type Contribution struct {
	*plan.Contribution
	// Whole is the amount that is shared out, in each column.
	Whole   []Figure
	Parties []Share
	// Total is the sum of what the Parties pay, as printed.
	Total []Figure
}

// Share is what a Party pays.
type Share struct {
	// Line has the Party's name as its label, and its key as its id.
	Line
	Party *plan.Party
	// Adjusted is its part of the amount in per cent, in each column of amounts, with the
	// decimals of a division; zero in others.
	Adjusted []money.Decimal
}

// mostShares is how many amounts of Parties a budget may have, over all its columns.
const mostShares = 60_000

// contribute shares out what the plan says. The findings say what cannot be.
func (b *Budget) contribute(p *plan.Plan, opts Options) []diag.Finding {
	count := 0
	var findings diag.List
	for i := range p.Budget.Contributions {
		c := &p.Budget.Contributions[i]
		if count += len(c.Parties) * len(b.Columns); count > mostShares {
			findings.Add(diag.Finding{Rule: schema.TooMuch, Span: c.ID.Span(),
				Message: fmt.Sprintf("the contributions have more than %s amounts, counting each Party in each column", diag.Grouped(mostShares)), Hint: "leave out columns, or divide the plan"})
			break
		}
		s := &sharer{computer: computer{budget: b, opts: opts, financing: true}, of: newContribution(c, len(b.Columns))}
		s.all()
		b.Contributions = append(b.Contributions, s.of)
		findings.Add(s.findings.Sorted()...)
	}
	return findings.Sorted()
}

// newContribution lays contributions out, without figures.
func newContribution(c *plan.Contribution, columns int) *Contribution {
	out := &Contribution{Contribution: c, Whole: make([]Figure, columns), Total: make([]Figure, columns), Parties: make([]Share, len(c.Parties))}
	figures, adjusted := make([]Figure, columns*len(c.Parties)), make([]money.Decimal, columns*len(c.Parties))
	lines := make([]cost.Line, len(c.Parties))
	for i := range c.Parties {
		p := &c.Parties[i]
		lines[i] = cost.Line{Origin: p.Origin, Label: p.Name, Stated: p.Stated, ID: source.At[string]{Value: p.Key(), Node: p.Name.Node}}
		out.Parties[i] = Share{Line: Line{Line: &lines[i], End: i + 1, Figures: figures[:columns:columns]}, Party: p, Adjusted: adjusted[:columns:columns]}
		figures, adjusted = figures[columns:], adjusted[columns:]
	}
	return out
}

// sharer shares one amount out, column by column.
type sharer struct {
	computer
	of        *Contribution
	unfitting bool // bounds that no amount can keep; a finding says so

	// What the last column had; most columns have the same.
	last                     fit
	weighed, adjusted, rates []money.Decimal
}

// all works out every column.
func (s *sharer) all() {
	c := s.of
	s.checkPaid()
	s.checkBounds()
	for col := range s.budget.Columns {
		s.column, s.ctx.Column = col, s.budget.Columns[col].ID
		c.Total[col].Stated, _ = c.Stated.In(s.ctx.Column)
		if s.budget.Columns[col].Kind != AmountColumn {
			for i := range c.Parties {
				s.derive(c.Parties[i].Figures, c.Parties[i].Line.Line)
			}
			s.derive(c.Whole, nil)
			s.derive(c.Total, nil)
			continue
		}
		s.whole()
		s.shareOut()
		s.sum()
	}
}

// checkPaid reports what was paid without saying of which column, where there are several.
func (s *sharer) checkPaid() {
	amounts := 0
	for i := range s.budget.Columns {
		if s.budget.Columns[i].Kind == AmountColumn {
			amounts++
		}
	}
	for i := range s.of.Parties {
		if p := s.of.Parties[i].Party; amounts > 1 && p.Paid.All.IsSet() {
			s.fail(p.Paid.All.Span(), "this does not say of which column it was paid", "write the column with it, such as {2026: 5000}; in a file, the head of each column has it, such as Paid 2026")
			return
		}
	}
}

// whole works out what is shared out in the current column.
func (s *sharer) whole() {
	c, f := s.of, &s.of.Whole[s.column]
	switch {
	case c.Amount.IsSet():
		cell, ok := c.Amount.In(s.ctx.Column)
		if !ok {
			s.fail(c.Amount.Node.Span(), "the amount that is shared out"+s.where()+" is not given", "write nil or blank where there is none")
			return
		}
		f.Exact = cost.Step{Op: cost.Given, Label: "amount", Value: cell.Value.Value, Mark: cell.Value.Mark, Node: cell.Node}
	case c.Of.IsSet():
		step, ok := s.base()
		if !ok {
			return
		}
		f.Exact = step
		rate, ok := c.Percent.In(s.ctx.Column)
		if !ok && c.Percent.IsSet() {
			s.fail(c.Percent.Node.Span(), "the part of the amount that is shared out"+s.where()+" is not given", "write 0% where it is nothing, 100% where it is all")
			return
		}
		if ok {
			f.Exact = cost.Step{Op: cost.Portion, Value: step.Value.Mul(rate.Value).Shift(-2), Mark: step.Mark,
				Of: []cost.Step{{Op: cost.Given, Unit: cost.PerCent, Label: "rate", Value: rate.Value, Node: rate.Node}, step}}
		}
	default:
		return // a finding says so
	}
	f.Computed = new(s.budget.Rounding.Round(f.Exact.Value))
	s.settle(f)
}

// base returns the figure that is shared out.
func (s *sharer) base() (cost.Step, bool) {
	b, id := s.budget, s.of.Of.Value
	row, ok := b.rowOf(id)
	if !ok {
		s.findings.Add(diag.Finding{Rule: UnknownLine, Span: s.of.Of.Span(), Message: fmt.Sprintf("the budget has no line or source of money `%s`", id),
			Hint: diag.DidYouMean(id, b.payable())})
		return cost.Step{}, false
	}
	step := row[s.column].Step()
	step.Line = id
	return step, true
}

// rowOf returns the figures of a line, of a source of money or of a sum.
func (b *Budget) rowOf(id string) ([]Figure, bool) {
	switch l, ok := b.Line(id); {
	case ok:
		return l.Figures, true
	case id == "total":
		return b.Total, true
	case id == "financing" && len(b.Financing) > 0:
		return b.Funds, true
	}
	for i := range b.Financing {
		if b.Financing[i].ID.Value == id {
			return b.Financing[i].Figures, true
		}
	}
	return nil, false
}

// payable returns what contributions may be of.
func (b *Budget) payable() []string {
	ids := append(b.IDs(), "total")
	for i := range b.Financing {
		ids = append(ids, b.Financing[i].ID.Value)
	}
	return ids
}

// shareOut shares the amount of the current column out: exact parts, rounded together by the
// largest remainder, so that they add up to the last unit.
func (s *sharer) shareOut() {
	whole := &s.of.Whole[s.column]
	var weights []money.Decimal
	if len(s.of.Parties) > 0 && whole.Computed != nil && !s.unfitting {
		weights = s.weights(whole.Printed)
	}
	if weights == nil {
		s.unshared()
		return
	}
	total := money.Sum(weights...)
	parts := s.parts(whole.Printed, weights, total)
	base := whole.Step()
	base.Line, base.Label = "", "shared out"
	if s.of.Of.IsSet() && !s.of.Percent.IsSet() {
		base.Line = s.of.Of.Value
	}
	together, computed := &Whole{Amount: whole.Printed}, slices.Clone(parts)
	steps := make([]cost.Step, 0, 2*len(parts))
	s.adjust(weights, total)
	for i := range s.of.Parties {
		p := &s.of.Parties[i]
		p.Adjusted[s.column] = s.adjusted[i]
		f := &p.Figures[s.column]
		f.Stated, _ = p.Party.Stated.In(s.ctx.Column)
		steps = append(steps, cost.Step{Op: cost.Given, Unit: cost.PerCent, Label: "part in the whole", Value: s.rates[i], Node: rateNode(p.Party, s.ctx.Column)}, base)
		f.Exact = cost.Step{Op: cost.Portion, Value: money.Div(whole.Printed.Mul(weights[i]), total), Mark: whole.Mark, Of: steps[2*i : 2*i+2 : 2*i+2]}
		if weights[i].IsZero() && f.Exact.Mark == cost.Number {
			f.Exact.Mark = cost.Nil
		}
		f.Computed, f.Whole = &computed[i], together
		s.settle(f)
	}
}

// adjust works out the parts of the Parties in per cent, exact and as they are shown to whoever
// asks. Most scales are the same in all columns.
func (s *sharer) adjust(weights []money.Decimal, total money.Decimal) {
	if slices.EqualFunc(weights, s.weighed, money.Decimal.Equal) {
		return
	}
	s.weighed, s.adjusted, s.rates = weights, make([]money.Decimal, len(weights)), make([]money.Decimal, len(weights))
	rounding := money.Rounding{To: money.New(1).Shift(-6), Mode: money.HalfUp}
	for i, w := range weights {
		s.adjusted[i] = money.Div(w.Mul(money.Hundred), total)
		s.rates[i] = rounding.Round(s.adjusted[i])
	}
}

// parts rounds the parts of an amount together. A part that is stated as its exact amount,
// rounded up or down, stays so, and the others add up to the rest: the largest remainder is one
// way to be right.
func (s *sharer) parts(amount money.Decimal, weights []money.Decimal, total money.Decimal) []money.Decimal {
	unit := s.budget.Rounding.To
	parts := money.Apportion(amount, weights, unit)
	if s.opts.Recompute || !slices.ContainsFunc(s.of.Parties, func(p Share) bool { _, ok := p.Party.Stated.In(s.ctx.Column); return ok }) {
		return parts
	}
	left, settled := amount, make([]money.Decimal, len(parts))
	var open []int
	var rest []money.Decimal
	for i := range parts {
		stated, _ := s.of.Parties[i].Party.Stated.In(s.ctx.Column)
		if cell := stated.Value; stated.IsSet() && cell.Mark == cost.Number && cell.Value.Mul(total).Sub(amount.Mul(weights[i])).Abs().LessThan(unit.Mul(total)) {
			settled[i], left = cell.Value, left.Sub(cell.Value)
			continue
		}
		open, rest = append(open, i), append(rest, weights[i])
	}
	if len(open) == len(parts) || len(open) > 0 && !money.Sum(rest...).IsPositive() {
		return parts
	}
	for n, part := range money.Apportion(left, rest, unit) {
		if part.Mul(total).Sub(amount.Mul(rest[n])).Abs().GreaterThanOrEqual(unit.Mul(total)) {
			return parts // what is stated leaves others more than a unit off
		}
		settled[open[n]] = part
	}
	return settled
}

// unshared leaves the Parties with what is stated for them.
func (s *sharer) unshared() {
	for i := range s.of.Parties {
		f := &s.of.Parties[i].Figures[s.column]
		f.Stated, _ = s.of.Parties[i].Party.Stated.In(s.ctx.Column)
		s.settle(f)
	}
}

// sum adds up what the Parties pay.
func (s *sharer) sum() {
	f := &s.of.Total[s.column]
	of := make([]cost.Step, len(s.of.Parties))
	for i := range s.of.Parties {
		p := &s.of.Parties[i]
		of[i] = cost.Step{Op: cost.Given, Label: p.Label.Value, Value: p.Figures[s.column].Printed, Mark: p.Figures[s.column].Mark, Node: p.Label.Node}
	}
	f.Exact = sumOf(of)
	f.Computed = new(f.Exact.Value)
	s.settle(f)
}

func (s *sharer) where() string {
	if len(s.budget.Columns) > 1 {
		return " for " + s.ctx.Column
	}
	return ""
}

func (s *sharer) fail(at source.Span, message, hint string) {
	s.findings.Add(diag.Finding{Rule: plan.WrongContribution, Span: at, Subject: s.of.Path(), Message: message, Hint: hint})
}

// Contribution returns the contributions of an id.
func (b *Budget) Contribution(id string) (*Contribution, bool) {
	for _, c := range b.Contributions {
		if c.ID.Value == id {
			return c, true
		}
	}
	return nil, false
}

// Share returns what the Party of a key pays.
func (c *Contribution) Share(key string) (*Share, bool) {
	for i := range c.Parties {
		if c.Parties[i].ID.Value == key {
			return &c.Parties[i], true
		}
	}
	return nil, false
}
