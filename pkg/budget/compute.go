package budget

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Compute computes the budget of a plan: the lines, each rounded as the plan says, and
// the sums of what is printed; or, where the plan says so, of the exact amounts (Once).
// The findings say which lines cannot be computed, such as two that are percentages of
// each other. Such a line has the amount that the plan states for it, or 0.
func Compute(p *plan.Plan, opts Options) (*Budget, []diag.Finding) {
	b := newBudget(p)
	b.Frame = opts.Frame
	c := &computer{budget: b, opts: opts, lines: b.Lines, standard: map[string]cost.StandardCost{}}
	for _, s := range p.Budget.StandardCosts {
		c.standard[s.Grade.Value] = s
	}
	b.Total = c.table(p.Budget.StatedTotal)
	// Sources of money may be percentages of what they finance.
	f := &computer{budget: b, opts: opts, lines: b.Financing, financing: true, standard: c.standard}
	b.Funds = f.table(cost.Series[cost.Cell]{})
	c.findings.Add(f.findings.Sorted()...)
	c.findings.Add(b.contribute(p, opts)...)
	c.findings.Add(b.after(p, opts)...)
	b.checkBounds(&c.findings)
	c.findings.Add(checkBooks(p)...)
	b.align()
	c.findings.Add(b.actuals(p)...)
	posts, findings := staffing(p, opts)
	b.Staffing = posts
	c.findings.Add(unsaid(findings, c.findings.Listed())...)
	return b, c.findings.Sorted()
}

type state int8

const (
	untouched state = iota
	underway
	done
)

// computer works a table out, column by column, and in each column the lines in
// the order of their dependencies.
type computer struct {
	budget    *Budget
	lines     []Line
	after     bool // sums are of what is printed
	financing bool // bases are lines of the budget, not of this table
	opts      Options
	standard  map[string]cost.StandardCost
	findings  diag.List
	silent    bool // the current line lacks a figure, and another finding says why

	column int
	// ruled holds what the rules alone give for growing lines in the amount column before, by
	// line, where a stated amount that differs has come between.
	ruled   map[int]cost.Step
	byRules bool // growth goes on from there
	// together holds, for a line that is a percentage, all lines that are percentages of the
	// same amounts.
	together map[int]*sharers
	// chain is how many percentages of percentages the figure of a line follows from.
	chain []int8
	state []state
	path  []int // the lines being worked out, outermost first
	books bookkeeper
	ctx   cost.Context
}

// table works out every column and returns the totals.
func (c *computer) table(stated cost.Series[cost.Cell]) []Figure {
	totals := make([]Figure, len(c.budget.Columns))
	c.ctx = cost.Context{Base: c.base, Rest: c.restOf(), Previous: c.previous, Standard: func(grade string) (cost.StandardCost, bool) {
		s, ok := c.standard[grade]
		return s, ok
	}}
	c.state, c.chain = make([]state, len(c.lines)), make([]int8, len(c.lines))
	c.ruled = map[int]cost.Step{}
	c.findWholes()
	for col := range c.budget.Columns {
		c.column = col
		column := &c.budget.Columns[col]
		if column.Kind != AmountColumn {
			for i := range c.lines {
				c.derive(c.lines[i].Figures, c.lines[i].Line)
			}
			totals[col].Stated, _ = stated.In(column.ID)
			c.derive(totals, nil)
			continue
		}
		clear(c.state)
		clear(c.chain)
		c.ctx.Column, c.ctx.Before = column.ID, c.yearBefore(col)
		for i := range c.lines {
			c.line(i)
		}
		totals[col].Stated, _ = stated.In(column.ID)
		c.sum(&totals[col], 0, len(c.lines))
	}
	return totals
}

// line works out the line i in the current column and, first, the lines that it
// depends on. It is false where they lead back to i.
func (c *computer) line(i int) bool {
	switch c.state[i] {
	case done:
		return true
	case underway:
		c.cycle(i)
		return false
	}
	c.state[i] = underway
	c.path = append(c.path, i)
	l := &c.lines[i]
	f := &l.Figures[c.column]
	f.Stated, _ = l.Stated.In(c.ctx.Column)
	if l.IsGroup() {
		for at := i + 1; at < l.End; at = c.lines[at].End {
			c.line(at)
			c.chain[i] = max(c.chain[i], c.chain[at])
		}
		c.sum(f, i+1, l.End)
	} else {
		c.leaf(i)
	}
	c.path = c.path[:len(c.path)-1]
	c.state[i] = done
	return true
}

// leaf works out a line that is no group.
func (c *computer) leaf(i int) {
	l := &c.lines[i]
	f := &l.Figures[c.column]
	missing, before := "", c.findings.Len()
	c.silent = false
	for _, k := range l.Costs {
		c.ctx.Lack = cost.Lack{}
		step, ok := k.Compute(&c.ctx)
		if ok && l.In.IsSet() && l.In.Value != c.budget.Currency {
			step, ok = c.convert(l.Line, step)
		}
		if !ok {
			missing = cmp.Or(c.ctx.Lack.Text, k.Lacking())
			continue
		}
		f.Exact = step
		f.Computed = new(l.Rounding.Round(step.Value))
		if step.Op == cost.Growth {
			c.followRule(i, k)
		}
		c.roundTogether(i)
	}
	c.settle(f)
	c.keepRule(i)
	if f.Computed == nil && !f.Stated.IsSet() && c.findings.Len() == before && !c.silent && len(l.Costs)+len(l.Stated.By) > 0 {
		c.missing(l.Line, missing)
	}
}

// missing reports a line without a figure in the current column.
func (c *computer) missing(l *cost.Line, why string) {
	where := ""
	if len(c.budget.Columns) > 1 {
		where = " for " + c.ctx.Column
	}
	if why == "" {
		why = "no amount is stated for it; write nil or blank where there is none"
	}
	span := l.ID.Span()
	if at := c.ctx.Lack.Node; !at.IsZero() {
		span = at.Span()
	}
	c.findings.Add(diag.Finding{Rule: Underivable, Span: span, Subject: "budget/" + l.ID.Value,
		Message: fmt.Sprintf("the amount of %s%s cannot be computed: %s", called(l), where, why),
		Hint:    "add what is missing, or \"stated: …\" with the amount to print"})
}

// called names a line by its label, or by its id where the label quotes figures or has
// markup: those are filled in only after the budget is computed.
func called(l *cost.Line) string {
	if strings.ContainsAny(l.Label.Value, "$*_[<\\\n") {
		return "`" + l.ID.Value + "`"
	}
	return strconv.Quote(l.Label.Value)
}

// settle decides which amount is printed.
func (c *computer) settle(f *Figure) {
	f.asStated = f.Stated.IsSet() && (f.Computed == nil || !c.opts.Recompute)
	switch {
	case f.asStated:
		f.Printed, f.Mark = f.Stated.Value.Value, f.Stated.Value.Mark
	case f.Computed != nil:
		f.Printed, f.Mark = *f.Computed, f.Exact.Mark
	default:
		f.Mark = cost.Blank
	}
}

// sum adds up the lines [from, to), counting lines inside groups once. Sums are made of
// the lines as printed, or of their exact amounts where rounding is done once; a group's
// stated subtotal does not enter the sums above it, so that a wrong one is found where it
// stands.
func (c *computer) sum(f *Figure, from, to int) {
	count := 0
	for at := from; at < to; at = c.lines[at].End {
		count++
	}
	of := make([]cost.Step, 0, count)
	for at := from; at < to; at = c.lines[at].End {
		of = append(of, c.basis(at))
	}
	f.Exact = sumOf(of)
	if c.budget.Once && !c.after {
		f.Computed = new(c.budget.Rounding.Round(f.Exact.Value))
	} else {
		// What is printed is added up as it is, even where a stated amount is finer than
		// the rounding: a reader who adds the column up must find its sum.
		f.Computed = new(f.Exact.Value)
	}
	c.settle(f)
	if c.hasGap(from, to) {
		f.Computed = nil // of a sum with a part missing nothing can be said
	}
}

// hasGap reports whether one of the lines [from, to) has no figure.
func (c *computer) hasGap(from, to int) bool {
	for at := from; at < to; at = c.lines[at].End {
		if f := &c.lines[at].Figures[c.column]; f.Computed == nil && !f.Stated.IsSet() {
			return true
		}
	}
	return false
}

// basis returns what other figures compute with: a group's sum, a line as printed,
// or, where rounding is done once, its exact amount.
func (c *computer) basis(i int) cost.Step {
	l := &c.lines[i]
	f := &l.Figures[c.column]
	step := f.Exact
	if !l.IsGroup() && (c.after || !c.budget.CarriesExact(f)) {
		step = f.Step()
	}
	if f.Computed != nil && step.Value.Equal(*f.Computed) {
		step.Value = *f.Computed // with no more decimals than it needs
	}
	step.Line, step.Column = l.ID.Value, "" // of this column, even where it is what another one closed with
	return step
}

// base returns the figure of another line, or what a fund pays of it, which is worked out first.
func (c *computer) base(id, fund string) (cost.Step, bool) {
	if c.financing {
		return c.financed(id, fund)
	}
	i, known := c.budget.byID[id]
	if !known {
		c.unknown(id, c.budget.IDs)
		return cost.Step{}, false
	}
	if !c.line(i) || !c.follows(i) {
		return cost.Step{}, false
	}
	if f := &c.lines[i].Figures[c.column]; f.Computed == nil && !f.Stated.IsSet() {
		c.silent = true
		return cost.Step{}, false
	}
	c.silent = false
	if fund != "" {
		return c.paidBy(i, fund), true
	}
	return c.basis(i), true
}

// longestChain is how many percentages may follow from one another: each carries the way to
// its figure, and where nothing is rounded between them, its digits.
const longestChain = 20

// follows counts that the line being worked out follows from the line i. It is false, with a
// finding, where too many lines stand behind that one.
func (c *computer) follows(i int) bool {
	at := c.path[len(c.path)-1]
	c.chain[at] = max(c.chain[at], c.chain[i]+1)
	if c.chain[at] <= longestChain {
		return true
	}
	l := c.lines[at].Line
	c.findings.Add(diag.Finding{Rule: schema.TooMuch, Span: l.ID.Span(), Subject: "budget/" + l.ID.Value,
		Message: fmt.Sprintf("%s is a percentage of percentages, one of the other, more than %d times", called(l), longestChain),
		Hint:    "take it of the line that they begin with"})
	c.silent = true
	return false
}

// financed returns the figure of the budget that a source of money is a part of, or what a fund
// pays of it.
func (c *computer) financed(id, fund string) (cost.Step, bool) {
	if fund != "" {
		if row, ok := c.budget.paidRow(id, fund); ok {
			return row[c.column].Step(), true
		}
	}
	if id == "total" {
		step := c.budget.Total[c.column].Step()
		step.Line = "total"
		return step, true
	}
	if l, ok := c.budget.Line(id); ok {
		step := l.Figures[c.column].Step()
		step.Line = id
		return step, true
	}
	c.unknown(id, func() []string { return append(c.budget.IDs(), "total") })
	return cost.Step{}, false
}

func (c *computer) unknown(id string, known func() []string) {
	if c.findings.IsFull(UnknownLine) {
		c.findings.Count(UnknownLine, 1)
		return
	}
	by := costLine
	switch {
	case c.financing:
		by = sourceOfMoney
	case c.after:
		by = rowAfter
	}
	message, hint := c.budget.notTaken(id, by, known())
	c.findings.Add(diag.Finding{Rule: UnknownLine, Span: c.baseSpan(id), Message: message, Hint: hint})
}

// baseSpan returns where the current line names a base.
func (c *computer) baseSpan(id string) source.Span {
	l := c.lines[c.path[len(c.path)-1]].Line
	for _, k := range l.Costs {
		for _, b := range k.Bases() {
			if b.Value == id {
				return b.Span()
			}
		}
	}
	return l.ID.Span()
}

// cycle reports the lines that lead from i back to i.
func (c *computer) cycle(i int) {
	from := 0
	for c.path[from] != i {
		from++
	}
	var names []string
	var related []diag.Related
	for _, at := range append(c.path[from:len(c.path):len(c.path)], i) {
		line := c.lines[at].Line
		names = append(names, line.ID.Value)
		related = append(related, diag.Related{Span: line.ID.Span(), Note: "part of the circle"})
	}
	c.findings.Add(diag.Finding{Rule: Cycle, Span: c.lines[i].ID.Span(), Related: related[1 : len(related)-1],
		Message: "these lines depend on each other in a circle: " + strings.Join(names, " → "),
		Hint:    "take one of them out of the `of` of another"})
}
