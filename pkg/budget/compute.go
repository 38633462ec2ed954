package budget

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Rules of a budget that cannot be computed.
var (
	UnknownLine = diag.Rule{Name: "unknown-line", Severity: diag.Error, Title: "a percentage of a line that does not exist",
		Why: "The amount cannot be computed without its base."}
	Cycle = diag.Rule{Name: "cycle", Severity: diag.Error, Title: "lines that depend on each other in a circle",
		Why: "No order exists in which such amounts could be computed."}
	Underivable = diag.Rule{Name: "no-figure", Severity: diag.Error, Title: "a line whose amount cannot be computed",
		Why: "The amount column would be empty and the total too low."}
)

// Rules returns the rules that computing a budget can report.
func Rules() []diag.Rule { return []diag.Rule{UnknownLine, Cycle, Underivable} }

// Compute computes the budget of a plan. The findings say what keeps it from
// being whole; the budget has a figure for every line all the same.
func Compute(p *plan.Plan, opts Options) (*Budget, []diag.Finding) {
	c := computer{opts: opts, state: make([]state, len(p.Budget.Lines))}
	c.budget = &Budget{
		Currency: p.Budget.Currency.Value,
		Rounding: rounding(p.Budget.Rounding),
		Lines:    make([]Line, len(p.Budget.Lines)),
		Outside:  p.Budget.Outside,
		byID:     make(map[string]int, len(p.Budget.Lines)),
	}
	for i := range p.Budget.Lines {
		line := &p.Budget.Lines[i]
		c.budget.Lines[i].Line = line
		if _, twice := c.budget.byID[line.ID.Value]; !twice {
			c.budget.byID[line.ID.Value] = i
		}
	}
	for i := range c.budget.Lines {
		c.line(i)
	}
	c.budget.Total = c.total(p.Budget.StatedTotal)
	return c.budget, c.findings.Sorted()
}

type state int

const (
	untouched state = iota
	underway
	done
)

// computer works lines out in the order of their dependencies.
type computer struct {
	budget   *Budget
	opts     Options
	state    []state
	path     []int // the lines being worked out, outermost first
	findings diag.List
}

// line works out the line i and, first, the lines that it depends on. It is false
// where they lead back to i.
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
	line := &c.budget.Lines[i]
	line.Figure = Figure{Stated: line.Line.Stated}
	for _, k := range line.Costs {
		if step, ok := k.Compute(c.base(k)); ok {
			line.Exact = step
			line.Computed = new(c.budget.Rounding.Round(step.Value))
		}
	}
	c.settle(line)
	line.Step.Line = line.ID.Value
	c.path = c.path[:len(c.path)-1]
	c.state[i] = done
	return true
}

// base gives a cost the derivations of the lines that it needs.
func (c *computer) base(k cost.Cost) func(string) (cost.Step, bool) {
	where := func(id string) source.Span {
		for _, b := range k.Bases() {
			if b.Value == id {
				return b.Span()
			}
		}
		return source.Span{}
	}
	return func(id string) (cost.Step, bool) {
		i, known := c.budget.byID[id]
		if !known {
			c.findings.Add(diag.Finding{Rule: UnknownLine, Span: where(id),
				Message: fmt.Sprintf("the budget has no line `%s`", id),
				Hint:    diag.DidYouMean(id, c.budget.IDs())})
			return cost.Step{}, false
		}
		if !c.line(i) {
			return cost.Step{}, false
		}
		return c.budget.Lines[i].Step, true
	}
}

// settle decides which amount the line prints and derives it.
func (c *computer) settle(l *Line) {
	f := &l.Figure
	useStated := f.Stated.IsSet() && (f.Computed == nil || !c.opts.Recompute)
	switch {
	case useStated:
		f.Printed = f.Stated.Value
		f.Step = cost.Step{Op: cost.Stated, Label: l.Label.Value, Value: f.Printed, Node: f.Stated.Node}
	case f.Computed != nil:
		f.Printed = *f.Computed
		f.Step = c.rounded(l.Label.Value, f.Exact)
	default:
		if len(l.Costs) > 0 && len(c.path) > 0 && !c.blamed(l) {
			c.findings.Add(diag.Finding{Rule: Underivable, Span: l.ID.Span(), Subject: "budget/" + l.ID.Value,
				Message: fmt.Sprintf("the amount of %q cannot be computed: %s", l.Label.Value, lacking(l)),
				Hint:    "add what is missing, or \"stated: …\" with the amount to print"})
		}
		f.Step = cost.Step{Op: cost.Given, Label: l.Label.Value}
	}
}

// blamed reports whether a finding says already why the line has no amount.
func (c *computer) blamed(l *Line) bool {
	_, isPercentage := l.Costs[0].(*cost.Percentage)
	return isPercentage && c.findings.Len() > 0
}

func lacking(l *Line) string {
	switch l.Costs[0].(type) {
	case *cost.Posts:
		return "not every post has its annual cost"
	case *cost.Units:
		return "not every item has its unit cost"
	case *cost.Percentage:
		return "its base has no amount"
	}
	return "its amount is missing"
}

// rounded wraps a derivation in its rounding, where rounding changes anything.
func (c *computer) rounded(label string, exact cost.Step) cost.Step {
	value := c.budget.Rounding.Round(exact.Value)
	if value.Equal(exact.Value) {
		exact.Label = label
		return exact
	}
	return cost.Step{Op: cost.Rounded, Label: label, Value: value, Of: []cost.Step{exact}}
}

// total adds up the printed amounts, so that the column adds up as it is read.
func (c *computer) total(stated source.At[money.Decimal]) Figure {
	step := cost.Step{Op: cost.Sum, Value: money.Zero, Of: make([]cost.Step, 0, len(c.budget.Lines))}
	for i := range c.budget.Lines {
		step.Value = step.Value.Add(c.budget.Lines[i].Printed)
		step.Of = append(step.Of, c.budget.Lines[i].Step)
	}
	f := Figure{Computed: &step.Value, Exact: step, Stated: stated, Printed: step.Value, Step: step}
	if stated.IsSet() && !c.opts.Recompute {
		f.Printed = stated.Value
		f.Step = cost.Step{Op: cost.Stated, Value: stated.Value, Node: stated.Node}
	}
	return f
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
		line := c.budget.Lines[at].Line
		names = append(names, line.ID.Value)
		related = append(related, diag.Related{Span: line.ID.Span(), Note: "part of the circle"})
	}
	c.findings.Add(diag.Finding{Rule: Cycle, Span: c.budget.Lines[i].ID.Span(), Related: related[1 : len(related)-1],
		Message: "these lines depend on each other in a circle: " + strings.Join(names, " → "),
		Hint:    "take one of them out of the `of` of another"})
}
