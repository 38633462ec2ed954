package budget

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// bookRules finds what is wrong with the axes of a plan's money, and with its tables.
type bookRules struct {
	diag.List
	p     *plan.Plan
	b     *plan.Budget
	known [cost.NumAxes][]string // what money can be booked on, as lines name it
}

// checkBooks reports funds, activities and other values that do not exist, shares that do not come
// to the whole, and tables that make none.
func checkBooks(p *plan.Plan) []diag.Finding {
	r := &bookRules{p: p, b: &p.Budget}
	for _, a := range cost.Axes() {
		r.known[a] = ownIDs(p, a)
	}
	if n := bookings(p); n > mostBookings {
		r.Add(diag.Finding{Rule: schema.TooMuch, Span: p.Budget.Node.Get("lines").At(0).Span(),
			Message: fmt.Sprintf("the lines are divided over %s places, counting each column and table; the most is %s", diag.Grouped(n), diag.Grouped(mostBookings)),
			Hint:    "leave out tables or columns, or divide the plan"})
		return r.Sorted()
	}
	r.sums()
	r.places()
	r.mains()
	for i := range r.b.Tables {
		r.form(&r.b.Tables[i])
		r.table(&r.b.Tables[i])
	}
	return r.Sorted()
}

func (r *bookRules) report(rule diag.Rule, n source.Node, message, hint string) {
	r.Add(diag.Finding{Rule: rule, Span: n.Span(), Message: message, Hint: hint})
}

// sums reports sums of values that do not exist, or are sums themselves.
func (r *bookRules) sums() {
	for _, a := range cost.Axes() {
		for _, v := range r.b.AxisValues(a) {
			if v.Sum != nil && len(v.Sum) == 0 {
				r.report(UnknownValue, v.ID.Node, fmt.Sprintf("`%s` is a sum of nothing", v.ID.Value), fmt.Sprintf("name what it adds up, of those in `%s`, or take `sum` out", a.Values()))
			}
			for _, id := range v.Sum {
				if !slices.Contains(r.known[a], id.Value) {
					r.report(UnknownValue, id.Node, fmt.Sprintf("`%s` has no `%s` that could be added up here", a.Values(), id.Value), diag.DidYouMean(id.Value, r.known[a]))
				}
			}
		}
	}
}

// places reports lines and parts that are booked on what the plan does not have.
func (r *bookRules) places() {
	var all func([]cost.Line, splits)
	all = func(lines []cost.Line, above splits) {
		for i := range lines {
			own := r.line(&lines[i], above)
			for _, c := range lines[i].Costs {
				if parts, ok := c.(*cost.Parts); ok {
					for n := range parts.List {
						r.line(&parts.List[n].Line, own)
					}
				}
			}
			all(lines[i].Lines, own)
		}
	}
	all(r.b.Lines, splits{})
	for _, list := range [][]cost.Line{r.b.Financing, r.b.AfterTotal} {
		for i := range list {
			r.ofFund(&list[i])
		}
	}
}

// mostPlacesOfLine is among how many places, such as an activity of a fund in a quarter, one line
// may be divided.
const mostPlacesOfLine = 2000

// line reports what is wrong with the places of a line or a part, and returns how it is divided.
func (r *bookRules) line(l *cost.Line, above splits) splits {
	for _, a := range cost.Axes() {
		if s := l.Split(a); s != nil && len(s.Shares) > 0 {
			r.split(a, s)
		}
	}
	own := splitsOf(l, above)
	if n := own.places(); n > mostPlacesOfLine {
		r.Add(diag.Finding{Rule: schema.TooMuch, Span: l.Span(), Message: fmt.Sprintf("this line is divided over %s places; the most is %s", diag.Grouped(n), diag.Grouped(mostPlacesOfLine)),
			Hint: "write it as `parts`, each with the places that it has"})
		return splits{}
	}
	r.ofFund(l)
	return own
}

// ofFund reports a percentage of a fund that does not exist.
func (r *bookRules) ofFund(l *cost.Line) {
	fund := l.OfFund()
	if !fund.IsSet() || slices.Contains(r.known[cost.Fund], fund.Value) {
		return
	}
	if of := r.sumOf(cost.Fund, fund.Value); of != "" {
		r.report(UnknownValue, fund.Node, fmt.Sprintf("`%s` is a sum of funds, and a percentage is of one fund or of all", fund.Value),
			"write a line, or a part of one, for each of its funds: "+of)
	} else {
		r.report(UnknownValue, fund.Node, fmt.Sprintf("the budget has no fund `%s`", fund.Value), diag.DidYouMean(fund.Value, r.known[cost.Fund]))
	}
}

// places returns over how many places splits divide an amount.
func (s *splits) places() int {
	n := 1
	for _, split := range s {
		if split != nil {
			n *= max(1, len(split.Shares))
		}
	}
	return n
}

// split reports shares of what does not exist, or of too much or too little.
func (r *bookRules) split(a cost.Axis, s *cost.Split) {
	known := r.known[a]
	sum := money.Zero
	for _, share := range s.Shares {
		sum = sum.Add(share.Value.Value)
		if n := countOf(known, share.Key.Value); n == 1 {
			continue
		} else if n > 1 {
			r.Add(diag.Finding{Rule: UnknownValue, Span: share.Key.Span(), Message: fmt.Sprintf("`%s` is the id of several results", share.Key.Value),
				Hint: fmt.Sprintf("say which is meant: activities/%[1]s, outputs/%[1]s or outcomes/%[1]s", share.Key.Value)})
			continue
		}
		if of := r.sumOf(a, share.Key.Value); of != "" {
			r.report(UnknownValue, share.Key.Node, fmt.Sprintf("`%s` is a sum of others in `%s`, and no line is booked on it", share.Key.Value, a.Values()), "write which of them it is, or their shares: "+of)
			continue
		}
		hint := diag.DidYouMean(share.Key.Value, known)
		if len(known) == 0 && a != cost.For {
			hint = fmt.Sprintf("declare it in the budget: %s: [{id: %s, label: …}]", a.Values(), share.Key.Value)
		}
		r.Add(diag.Finding{Rule: UnknownValue, Span: share.Key.Span(), Message: fmt.Sprintf("`%s: %s` names nothing that the plan has", a.Key(), share.Key.Value), Hint: hint})
	}
	r.twice(a, s)
	if !sum.Equal(money.Hundred) {
		r.Add(diag.Finding{Rule: SharesOverWhole, Span: s.Node.Span(), Message: fmt.Sprintf("the shares of `%s` add up to %s%%", a.Key(), sum), Hint: "write shares that come to 100%"})
	}
}

// sumOf returns what a value of an axis adds up, in words; "" where it is no sum.
func (r *bookRules) sumOf(a cost.Axis, id string) string {
	for _, v := range r.b.AxisValues(a) {
		if v.ID.Value == id && len(v.Sum) > 0 {
			const most = 12
			var of []string
			for _, part := range v.Sum[:min(most, len(v.Sum))] {
				of = append(of, part.Value)
			}
			return strings.Join(of, ", ")
		}
	}
	return ""
}

// twice reports a result that is named by its id and by its path among the shares of one line.
func (r *bookRules) twice(a cost.Axis, s *cost.Split) {
	if a != cost.For {
		return // a key that stands twice is found where it is read
	}
	for i, share := range s.Shares {
		for _, other := range s.Shares[:i] {
			short, long := share.Key.Value, other.Key.Value
			if len(short) > len(long) {
				short, long = long, short
			}
			if _, id, isPath := strings.Cut(long, "/"); isPath && id == short && countOf(r.known[a], short) == 1 {
				r.Add(diag.Finding{Rule: SharesOverWhole, Span: share.Key.Span(), Message: fmt.Sprintf("`%s` and `%s` are one and the same", other.Key.Value, share.Key.Value),
					Hint: "write it once, with the sum of the two shares", Related: []diag.Related{{Span: other.Key.Span(), Note: "the first"}}})
			}
		}
	}
}

// ownIDs returns what money can be booked on, as lines name it: values that are no sums, or
// results by their ids and paths.
func ownIDs(p *plan.Plan, a cost.Axis) (ids []string) {
	if a == cost.For {
		return p.ResultPaths()
	}
	for _, v := range p.Budget.AxisValues(a) {
		if len(v.Sum) == 0 {
			ids = append(ids, v.ID.Value)
		}
	}
	return ids
}

func countOf(list []string, id string) (n int) {
	for _, other := range list {
		if other == id {
			n++
		}
	}
	return n
}
