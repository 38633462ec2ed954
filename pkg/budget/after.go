package budget

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// afterer works out the rows below the total. Each may be made of the table, of the financing
// and of the rows before it, in all columns.
type afterer struct {
	computer
	months map[string]int // of each column of amounts; 0 where that is not known
	levels []bool         // rows that stand at a time
	byID   map[string]int
}

// after works the rows below the total out.
func (b *Budget) after(p *plan.Plan, opts Options) []diag.Finding {
	if len(b.After) == 0 {
		return nil
	}
	a := &afterer{computer: computer{budget: b, opts: opts, lines: b.After, after: true}, months: map[string]int{}, levels: make([]bool, len(b.After)), byID: map[string]int{}}
	for id, months := range p.MonthsByColumn() {
		a.months[id] = months
	}
	a.state, a.chain = make([]state, len(a.lines)), make([]int8, len(a.lines))
	a.ruled, a.together = map[int]cost.Step{}, map[int]*sharers{}
	for i := 0; i < len(a.lines); i++ {
		a.levels[i] = a.isLevel(i)
		a.byID[a.lines[i].ID.Value] = i
	}
	for at := 0; at < len(a.lines); at = a.lines[at].End {
		for c := range b.Columns {
			a.cell(at, c)
		}
	}
	b.levels = a.levels
	return a.findings.Sorted()
}

// cell works a row out in a column: a balance with its parts.
func (a *afterer) cell(at, column int) {
	a.column = column
	c := &a.budget.Columns[column]
	end := max(a.lines[at].End, at+1)
	for i := at; i < end; i++ {
		isClosing := i == at && a.lines[i].IsGroup()
		switch {
		case isClosing: // after its parts
		case c.Kind == AmountColumn:
			a.rule(at, i)
		case c.Kind == SumColumn && a.levels[i]:
			a.level(i)
		default:
			a.derive(a.lines[i].Figures, a.lines[i].Line)
		}
	}
	if !a.lines[at].IsGroup() {
		return
	}
	f := &a.lines[at].Figures[column]
	if c.Kind > SumColumn {
		a.derive(a.lines[at].Figures, a.lines[at].Line)
		return
	}
	f.Stated, _ = a.lines[at].Stated.In(c.ID)
	a.sum(f, at+1, end)
}

// rule works a row out by what it says, in the current column.
func (a *afterer) rule(at, i int) {
	column := &a.budget.Columns[a.column]
	a.ctx = cost.Context{Column: column.ID, Base: a.baseOf(i), Previous: a.closing(at), Standard: func(string) (cost.StandardCost, bool) { return cost.StandardCost{}, false }}
	a.path = []int{i}
	a.lines[i].Figures[a.column].Stated, _ = a.lines[i].Stated.In(column.ID)
	a.leaf(i)
}

// isLevel reports whether a row stands at a time: it says so, or is an average, the opening of
// a balance or a balance, or follows from a row that does.
func (a *afterer) isLevel(i int) bool {
	l := &a.lines[i]
	if l.IsGroup() || l.Average.Value || l.Level.Value {
		return true
	}
	for _, k := range l.Costs {
		if _, opens := k.(*cost.Opening); opens {
			return true
		}
		if _, flows := k.(*cost.Flow); flows {
			continue
		}
		for _, id := range k.Bases() {
			if at, known := a.byID[id.Value]; known && a.levels[at] {
				return true
			}
		}
	}
	return false
}

// follows reports whether a row stands at a time only since what it is made of does, so that it is
// made in a sum of columns as in each of them: what the total of both years is beyond the reserve.
func (a *afterer) follows(i int) bool {
	l := &a.lines[i]
	if l.IsGroup() || l.Average.Value || l.Level.Value || len(l.Costs) != 1 {
		return false
	}
	switch k := l.Costs[0].(type) {
	case *cost.Less:
		return true
	case *cost.Percentage:
		return k.Rate.All.IsSet()
	}
	return false
}

// level fills a sum of columns in for what stands at a time: the last of them, and of what
// opens a balance the first; of several funds those of each.
func (a *afterer) level(i int) {
	first, last := a.ends()
	if a.follows(i) && len(last) < len(a.budget.Columns[a.column].Of) {
		a.rule(i, i)
		return
	}
	l := &a.lines[i]
	if len(l.Costs) == 1 && isOpening(l.Costs[0]) {
		last = first
	}
	if len(last) == len(a.budget.summands(a.column, nil)) {
		a.derive(l.Figures, l.Line) // columns of which none goes on from another add up
		return
	}
	f := &l.Figures[a.column]
	f.Stated, _ = l.Stated.In(a.budget.Columns[a.column].ID)
	if len(last) > 0 {
		steps := make([]cost.Step, len(last))
		for k, at := range last {
			steps[k] = l.Figures[at].Step()
			steps[k].Line, steps[k].Column = l.ID.Value, a.budget.Columns[at].ID
		}
		f.Exact = sumOf(steps)
		f.Computed = new(f.Exact.Value)
	}
	a.settle(f)
}

// ends returns the columns in which what the current sum of columns is over begins, and in which
// it ends: years that are sums of funds are years.
func (a *afterer) ends() (first, last []int) {
	of := a.budget.Columns[a.column].Of
	if a.budget.isSequence(of) {
		return []int{slices.Min(of)}, []int{slices.Max(of)}
	}
	return a.budget.inSequence(a.budget.summands(a.column, nil))
}

func isOpening(k cost.Cost) bool {
	_, ok := k.(*cost.Opening)
	return ok
}

// closing returns what a balance closed with in the column from which this one goes on.
func (a *afterer) closing(at int) func() (cost.Step, []string, bool) {
	return func() (cost.Step, []string, bool) {
		before, found, sure := a.budget.previous(a.column)
		if !sure {
			a.unordered(at, before)
		}
		if !found {
			return cost.Step{}, nil, false
		}
		step := a.lines[at].Figures[before].Step()
		step.Line, step.Column = a.lines[at].ID.Value, a.budget.Columns[before].ID
		return step, nil, true
	}
}

// baseOf returns what a row's rule names, or what a fund pays of it: as printed, or its annual average.
func (a *afterer) baseOf(i int) func(string, string) (cost.Step, bool) {
	return func(id, fund string) (cost.Step, bool) {
		row, ok := a.named(i, id)
		if ok && fund != "" {
			row, ok = a.budget.paidRow(id, fund)
		}
		if !ok {
			return cost.Step{}, false
		}
		if a.lines[i].Average.Value {
			return a.average(i, row, func(step cost.Step, column string) cost.Step {
				if fund != "" {
					return inColumn(step, column)
				}
				step.Line, step.Column = id, column
				return step
			})
		}
		step := row[a.column].Step()
		if fund == "" {
			step.Line, step.Column = id, ""
		}
		return step, true
	}
}

func (a *afterer) named(i int, id string) ([]Figure, bool) {
	own := a.rowOf(i)
	if row, ok := a.budget.row(id); ok {
		switch at, isAfter := a.byID[id]; {
		case !isAfter || at < own:
			return row, true
		case at == own:
			return nil, a.ofItself(at)
		}
	}
	a.unknown(id, func() []string {
		ids := append(a.budget.IDs(), "total")
		if len(a.budget.Financing) > 0 {
			ids = append(ids, "financing")
		}
		for k := range a.budget.Financing {
			ids = append(ids, a.budget.Financing[k].ID.Value)
		}
		for k := range own {
			ids = append(ids, a.lines[k].ID.Value)
		}
		return ids
	})
	return nil, false
}

// inColumn says of every figure that a step is made of in which column it stands.
func inColumn(step cost.Step, column string) cost.Step {
	if step.Line != "" {
		step.Column = column
	}
	step.Of = slices.Clone(step.Of)
	for k := range step.Of {
		step.Of[k] = inColumn(step.Of[k], column)
	}
	return step
}

// average is the annual average of a row over the years that are added up with the column.
func (a *afterer) average(i int, row []Figure, in func(cost.Step, string) cost.Step) (cost.Step, bool) {
	sum := cost.Step{Op: cost.Sum, Line: "", Label: "all years"}
	months := 0
	for _, c := range a.years() {
		has := a.months[a.budget.Columns[c].ID]
		if has == 0 {
			a.unclear(i, c)
			return cost.Step{}, false
		}
		months += has
		step := in(row[c].Step(), a.budget.Columns[c].ID)
		sum.Of, sum.Value = append(sum.Of, step), sum.Value.Add(step.Value)
	}
	const year = 12
	years := money.Div(money.New(int64(months)), money.New(year))
	return cost.Step{Op: cost.Average, Label: "annual average", Value: money.Div(sum.Value, years),
		Of: []cost.Step{sum, {Op: cost.Given, Unit: cost.Count, Label: "years", Value: years}}}, true
}

// years returns the columns of amounts that an average goes over: those that are added up with
// the current one, by a column or by the plan's period; or itself.
func (a *afterer) years() []int {
	for c := range a.budget.Columns {
		if a.budget.Columns[c].Kind != SumColumn {
			continue
		}
		if of := a.budget.summands(c, nil); slices.Contains(of, a.column) {
			if years := a.budget.sequence(of, a.column); len(years) > 1 {
				return years
			}
		}
	}
	if of := a.budget.scope.Columns; slices.Contains(of, a.column) && a.budget.isSequence(of) {
		return of
	}
	return []int{a.column}
}

func (a *afterer) unclear(i, column int) {
	a.silent = true
	if column != a.column {
		return // said once
	}
	l := a.lines[i].Line
	a.findings.Add(diag.Finding{Rule: Underivable, Span: l.Average.Span(), Subject: "budget/" + l.ID.Value,
		Message: fmt.Sprintf("the annual average of %s cannot be computed: how many years the column `%s` has is not known", called(l), a.budget.Columns[column].ID),
		Hint:    "let the column's `id` or `label` say its years, such as 2026–2027"})
}

// unordered reports a balance with one opening for several columns of which it cannot be known
// whether they come one after the other.
func (a *afterer) unordered(at, before int) {
	l := a.lines[at].Line
	if !l.Balance.Opening.All.IsSet() {
		return // each column has its own
	}
	a.silent = true
	a.findings.Add(diag.Finding{Rule: Underivable, Span: l.Balance.Opening.All.Span(), Subject: "budget/" + l.ID.Value,
		Message: fmt.Sprintf("it is not known whether the column `%s` comes after `%s`, and opens with what that one closes with", a.budget.Columns[a.column].ID, a.budget.Columns[before].ID),
		Hint:    fmt.Sprintf("let their ids or labels say the years, such as 2026, or write an opening balance for each column: opening: {%s: …, %s: …}", a.budget.Columns[before].ID, a.budget.Columns[a.column].ID)})
}

// AfterRow returns the row below the total of an id.
func (b *Budget) AfterRow(id string) (*Line, bool) {
	for i := range b.After {
		if b.After[i].ID.Value == id {
			return &b.After[i], true
		}
	}
	return nil, false
}

// rest returns what the other sources of money leave of the total.
func (c *computer) rest() (cost.Step, bool) {
	i := c.path[len(c.path)-1]
	step := c.budget.Total[c.column].Step()
	step.Line = "total"
	out := cost.Step{Op: cost.Difference, Value: step.Value, Of: []cost.Step{step}}
	for at := range c.lines {
		if at == i || slices.ContainsFunc(c.lines[at].Costs, isRest) {
			continue
		}
		c.line(at)
		f := &c.lines[at].Figures[c.column]
		if f.Computed == nil && !f.Stated.IsSet() {
			c.silent = true
			return cost.Step{}, false
		}
		part := f.Step()
		part.Line = c.lines[at].ID.Value
		out.Of, out.Value = append(out.Of, part), out.Value.Sub(part.Value)
	}
	c.silent = false
	return out, true
}

// restOf returns what works a rest out: only sources of money may be one.
func (c *computer) restOf() func() (cost.Step, bool) {
	if !c.financing {
		return nil
	}
	return c.rest
}

func isRest(k cost.Cost) bool {
	_, ok := k.(*cost.Rest)
	return ok
}
