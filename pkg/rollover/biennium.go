package rollover

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Where a column of several years, such as what was approved for 2024–2025, stands beside years and
// their sum, all years are new in the next plan, and that column takes the figures of the sum.

// compare gives columns beside the years their figures: those of the sum of the years. It is false
// where the table has no such columns.
func (r *roller) compare(amounts []*slot, years map[*slot]int) bool {
	var beside, yearly []*slot
	for _, s := range amounts {
		if years[s] == 0 {
			beside = append(beside, s)
		} else {
			yearly = append(yearly, s)
		}
	}
	sum := r.sumOfYears(yearly)
	own := map[*slot]int{}
	for _, s := range yearly {
		own[s] = years[s]
	}
	if sum == nil || len(beside) == 0 || len(yearly) < 2 || !distinct(own) || r.years < len(yearly) {
		return false
	}
	r.rollYears(yearly, years)
	for i, s := range beside {
		s.from, s.fresh = sum.ID.Value, i > 0
	}
	r.compared, r.summed = beside, sum
	return true
}

// sumOfYears returns the column that adds up just these columns; nil where none does.
func (r *roller) sumOfYears(yearly []*slot) *plan.Column {
	for i := range r.plan.Budget.Columns {
		c := &r.plan.Budget.Columns[i]
		if len(c.Sum) != len(yearly) || len(c.Sum) == 0 {
			continue
		}
		if !slices.ContainsFunc(yearly, func(s *slot) bool {
			return !slices.ContainsFunc(c.Sum, func(of text) bool { return of.Value == s.old.ID.Value })
		}) {
			return c
		}
	}
	return nil
}

type text = source.At[string]

// isCompared reports a column that has the figures of the sum of the years.
func (r *roller) isCompared(s slot) bool {
	return r.summed != nil && s.from == r.summed.ID.Value
}

// sums gives each line what the sum of its years printed, in the columns that are compared with them:
// as its amount where it has a fixed one or grows, or else as what was stated.
func (r *roller) sums() {
	if len(r.compared) == 0 {
		return
	}
	at, ok := r.budget.Column(r.summed.ID.Value)
	if !ok {
		return
	}
	r.done = map[source.Node]bool{}
	for _, lines := range [][]budget.Line{r.budget.Lines, r.budget.Financing, r.budget.After} {
		for i := range lines {
			if l := &lines[i]; !l.Node.IsZero() && !l.IsGroup() {
				r.sum(l, printed(&l.Figures[at]))
			}
		}
	}
}

// printed writes a figure as a plan does.
func printed(f *budget.Figure) string {
	switch f.Mark {
	case cost.Nil:
		return "nil"
	case cost.Blank:
		return "blank"
	}
	return f.Printed.String()
}

func (r *roller) sum(l *budget.Line, amount string) {
	n := l.Node
	fixed, base, stated := n.Get("fixed"), n.Get("base"), n.Get("stated")
	plain := n.Get("share").IsZero() && n.Get("in").IsZero()
	switch {
	case bare(n):
		r.replace(stated, amount)
	case plain && !fixed.IsZero() && stated.IsZero():
		r.replace(fixed, amount)
	case plain && !base.IsZero() && stated.IsZero():
		r.regrow(l, base, amount)
	case !isInput(n):
		// what follows from other rows alone needs nothing
	default:
		text := "{" + r.each(func(slot) string { return amount }, nil) + "}"
		if stated.IsZero() {
			for k := range n.Pairs() {
				r.edits = append(r.edits, editAt(r.file, k.Start().Offset, r.keyed(n, "stated: "+text)))
				break
			}
		} else {
			r.keepComments(stated, stated)
			r.put(stated, text)
			r.done[stated] = true
		}
		r.restrict(n)
	}
}

// keyed is a key and its value, to be put in front of the first key of a group.
func (r *roller) keyed(n source.Node, text string) string {
	if n.IsFlow() {
		return text + ", "
	}
	return text + "\n" + strings.Repeat(" ", n.Start().Col-1)
}

// isInput reports a line with values of its own that make its amount.
func isInput(n source.Node) bool {
	return slices.ContainsFunc(inputs, func(key string) bool { return key != "of" && !n.Get(key).IsZero() })
}

// each writes a value for each column: one for the compared ones, and one for the others; a column
// without a value is left out.
func (r *roller) each(compared, other func(slot) string) string {
	var parts []string
	for _, s := range r.columns {
		value := ""
		switch {
		case s.from == "":
		case r.isCompared(s) && compared != nil:
			value = compared(s)
		case !r.isCompared(s) && other != nil:
			value = other(s)
		}
		if value != "" {
			parts = append(parts, s.id+": "+value)
		}
	}
	return strings.Join(parts, ", ")
}

// in returns what a group by column, or one value for all, has for a column.
func in(n source.Node) func(slot) string {
	return func(s slot) string {
		if n.Kind() == source.Scalar {
			return n.Text()
		}
		if v := n.Get(s.from); !v.IsZero() {
			return v.Span().Text()
		}
		return ""
	}
}

// replace writes values anew: an amount for the compared columns, and for the others their own.
func (r *roller) replace(n source.Node, amount string) {
	r.keepComments(n, n)
	r.put(n, "{"+r.each(func(slot) string { return amount }, in(n))+"}")
	r.done[n] = true
}

// regrow lets a line grow from what it printed in the first of the years.
func (r *roller) regrow(l *budget.Line, base source.Node, amount string) {
	first := true
	r.keepComments(base, base)
	r.put(base, "{"+r.each(func(slot) string { return amount }, func(s slot) string {
		at, ok := r.budget.Column(s.from)
		if !first || !ok {
			return ""
		}
		first = false
		return printed(&l.Figures[at])
	})+"}")
	r.done[base] = true
}

// adding are numbers that add up over years.
var adding = []string{"quantity", "months"}

// restrict lets prices and rates hold for the years alone, and multiplies numbers of units and
// months that all years have.
func (r *roller) restrict(n source.Node) {
	for k, v := range n.Pairs() {
		switch key := k.Text(); {
		case v.Kind() != source.Scalar:
			if key == "parts" || key == "posts" || key == "units" {
				for _, item := range v.Items() {
					r.restrict(item)
				}
			}
		case slices.Contains(priced, key):
			r.put(v, "{"+r.each(nil, in(v))+"}")
		case slices.Contains(adding, key):
			if d, fault := money.Parse(v.Text()); fault == nil {
				all := d.Mul(money.New(int64(len(r.summed.Sum)))).String()
				r.put(v, "{"+r.each(func(slot) string { return all }, in(v))+"}")
			}
		}
	}
}

// combined is what a value by column is in a compared column: numbers that add up are added up, of
// prices and rates the amount is kept instead, and of all others the last year's stands.
func (r *roller) combined(key string, n source.Node) string {
	if slices.Contains(priced, key) && !r.checked {
		return ""
	}
	adds := slices.Contains(adding, key) || key == "paid" || key == "amount" || strings.HasPrefix(key, "stated")
	total, last, all := money.Zero, "", true
	for _, of := range r.summed.Sum {
		v := n.Get(of.Value)
		d, fault := money.Parse(v.Text())
		all = all && !v.IsZero() && fault == nil
		total = total.Add(d)
		if !v.IsZero() {
			last = v.Span().Text()
		}
	}
	switch {
	case adds && all:
		return total.String()
	case adds:
		return ""
	}
	return last
}
