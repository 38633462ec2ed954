package budget

import (
	"iter"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// The names that references have for the sums of the table of posts: those of this budget,
// those that others pay, and all together.
const (
	StaffTotal  = plan.StaffTotal
	StaffOthers = plan.StaffOthers
	StaffAll    = plan.StaffAll
)

// Staffing is the table of posts. It is a budget whose amounts are posts: categories are
// groups, grades are lines, and posts that others pay are its financing, so that whatever
// reads a budget reads it too.
type Staffing struct {
	*Budget
	// All are the posts of this budget and those that others pay, by column; nil where others
	// pay none.
	All []Figure
	// Title and TotalLabel are the plan's own words for the table and its total.
	Title, TotalLabel source.At[string]
}

// Row returns the figures of a row by the name that references have for it: a grade, a
// category, the total, the posts of others or all together.
func (s *Staffing) Row(name string) ([]Figure, bool) {
	switch name {
	case plan.StaffTotal:
		return s.Total, true
	case plan.StaffOthers:
		return s.Funds, s.All != nil
	case plan.StaffAll:
		return s.All, s.All != nil
	}
	l, ok := s.Line(name)
	if !ok {
		l, ok = s.Line(plan.StaffName(name)) // P-3, as people write it
	}
	if !ok {
		return nil, false
	}
	return l.Figures, true
}

// Names returns the names of the rows that references have.
func (s *Staffing) Names() []string {
	names := append(s.IDs(), plan.StaffTotal)
	if s.All != nil {
		names = append(names, plan.StaffOthers, plan.StaffAll)
	}
	return names
}

// staffing computes the table of posts of a plan; nil where it asks for none.
func staffing(p *plan.Plan, opts Options) (*Staffing, []diag.Finding) {
	if !p.Budget.HasStaffing() {
		return nil, nil
	}
	at := p.Budget.Staffing.Node
	counted := &plan.Plan{Origin: p.Origin, Period: p.Period, Budget: plan.Budget{
		Columns: staffColumns(&p.Budget), Rounding: staffRounding(p), StatedTotal: p.Budget.Staffing.StatedTotal}}
	r := &roster{plan: p, at: at, months: map[string]int{}, posts: map[string][]cost.Counted{}, labels: map[string]source.At[string]{}}
	for column, months := range p.MonthsByColumn() {
		r.months[column] = months
	}
	r.count()
	counted.Budget.Lines = r.lines()
	counted.Budget.Financing = r.othersLines()
	b, findings := Compute(counted, opts)
	for i := range findings {
		findings[i].Subject = strings.Replace(findings[i].Subject, "budget/", "staffing/", 1)
	}
	findings = append(findings, unknownCategories(&p.Budget.Staffing)...)
	b.Counts = p.Budget.Staffing.Unit()
	s := &Staffing{Budget: b, Title: p.Budget.Staffing.Label, TotalLabel: p.Budget.Staffing.Total}
	if len(b.Financing) > 0 {
		s.addUp()
	}
	s.place(p.Budget.Staffing.Places)
	return s, findings
}

// unsaid leaves out what is said of a post's values already, where its line is computed.
func unsaid(findings, before []diag.Finding) []diag.Finding {
	return slices.DeleteFunc(findings, func(f diag.Finding) bool {
		return f.Rule.Code == Underivable.Code && slices.ContainsFunc(before, func(b diag.Finding) bool {
			return b.Rule.Code == Underivable.Code && b.Span == f.Span
		})
	})
}

// staffColumns returns the columns of the budget that the table of posts has.
func staffColumns(b *plan.Budget) (columns []plan.Column) {
	for _, id := range b.StaffColumns() {
		for i := range b.Columns {
			if b.Columns[i].ID.Value == id {
				columns = append(columns, b.Columns[i])
			}
		}
	}
	return columns
}

// staffRounding rounds posts to hundredths, or to the decimals that the plan asks for.
func staffRounding(p *plan.Plan) plan.Rounding {
	s := &p.Budget.Staffing
	places := 2
	if s.Places.IsSet() {
		places = s.Places.Value
	}
	return plan.Rounding{To: source.At[money.Decimal]{Value: money.New(1).Shift(int32(-places)), Node: s.Node}, //nolint:gosec // at most 4
		Mode: source.At[string]{Value: string(money.HalfUp), Node: s.Node}, At: p.Budget.Rounding.At}
}

// addUp adds the posts that others pay to those of this budget.
func (s *Staffing) addUp() {
	s.All = make([]Figure, len(s.Columns))
	for c := range s.Columns {
		own, others := s.Total[c].Step(), s.Funds[c].Step()
		own.Line, others.Line = plan.StaffTotal, plan.StaffOthers
		sum := sumOf([]cost.Step{own, others})
		s.All[c] = Figure{Printed: sum.Value, Mark: sum.Mark, Computed: new(sum.Value), Exact: sum}
	}
}

// place gives all figures of the table the same decimals: none where all are whole.
func (s *Staffing) place(places source.At[int]) {
	if places.IsSet() {
		return
	}
	whole := true
	see := func(row []Figure) {
		for i := range row {
			whole = whole && row[i].Printed.IsInteger()
		}
	}
	for _, lines := range [][]Line{s.Lines, s.Financing} {
		for i := range lines {
			see(lines[i].Figures)
		}
	}
	see(s.Total)
	if !whole {
		return
	}
	s.Rounding.To = money.New(1)
	for c := range s.Columns {
		s.Columns[c].Places = 0
	}
}

// Counted walks the posts that a row of the table of posts counts.
func (l *Line) Counted() iter.Seq[*cost.Counted] {
	return func(yield func(*cost.Counted) bool) {
		for _, c := range l.Costs {
			h, ok := c.(*cost.Headcount)
			for i := 0; ok && i < len(h.Posts); i++ {
				if !yield(&h.Posts[i]) {
					return
				}
			}
		}
	}
}
