package rollover

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// figures keeps the old figures as the column of the year before, beside the new
// year's. The columns of a budget that has some roll on.
func (r *roller) figures() {
	b := r.plan.Budget
	if len(b.Columns) > 0 {
		r.table()
		return
	}
	next := r.nextPeriod()
	of, its := r.plan.Period.YearName(r.plan.Period.From.Value.Year()), next.YearName(r.Year)
	old, now := strings.ReplaceAll(of, "/", "-"), strings.ReplaceAll(its, "/", "-")
	if len(b.Lines) == 0 { // posts alone
		r.staffing("", now)
		return
	}
	r.staffing(old, now)
	for k := range b.Node.Pairs() {
		if k.Text() == "lines" {
			indent := strings.Repeat(" ", k.Start().Col-1)
			text := fmt.Sprintf("columns:\n%s  - {id: %s, label: %q}\n%s  - {id: %s, label: %q, main: true}\n%s", indent, old, of, indent, now, its, indent)
			if b.Node.IsFlow() {
				text = fmt.Sprintf("columns: [{id: %s, label: %q}, {id: %s, label: %q, main: true}], ", old, of, now, its)
			}
			r.edits = append(r.edits, editAt(r.file, k.Start().Offset, text))
		}
	}
	for i := range r.budget.Lines {
		r.line(&r.budget.Lines[i], old, now)
	}
	for i := range r.budget.Financing {
		r.line(&r.budget.Financing[i], old, now)
	}
	for i := range r.budget.After {
		if l := &r.budget.After[i]; !l.Node.IsZero() && !l.IsGroup() {
			r.line(l, old, now)
		}
	}
	r.contributions(old, now)
	r.booked(old)
	if b.StatedTotal.All.IsSet() {
		r.put(b.StatedTotal.All.Node, fmt.Sprintf("{%s: %s}", old, b.StatedTotal.All.Node.Text()))
	}
	if len(b.StatedOutcomes) > 0 {
		r.remove(b.Node, "stated_outcomes")
	}
}

// line keeps what a line printed as its figure of the year before, and lets its rule
// hold for the new one.
func (r *roller) line(l *budget.Line, old, now string) {
	f := &l.Figures[r.budget.MainAmount()]
	stated := l.Stated.All
	node := l.Node.Get("stated")
	if f.Computed == nil && stated.IsSet() { // there is nothing but what was stated
		if !l.IsGroup() {
			r.put(node, fmt.Sprintf("{%s: %s, %s: %s}", old, stated.Node.Text(), now, stated.Node.Text()))
			r.review(l.ID.Span(), "the amount for %s, which is that of %s", now, old)
		}
		return
	}
	if stated.IsSet() {
		r.put(node, fmt.Sprintf("{%s: %s}", old, stated.Node.Text()))
	}
	if f.Computed != nil && stated.IsSet() && !f.Computed.Equal(stated.Value.Value) && !l.IsGroup() {
		r.only(l.Node, now)
		r.review(l.ID.Span(), "its rule gives %s for %s, where %s was printed", f.Computed, old, stated.Node.Text())
		return
	}
	kept := r.fixed(l.Node, old, now)
	for _, part := range l.Node.Get("parts").Items() {
		kept = r.fixed(part, old, now) || kept
	}
	if kept {
		r.review(l.ID.Span(), "the amount for %s, which is that of %s", now, old)
	}
}

// fixed keeps a fixed amount of a line, or of a part of one, and takes it for the new year too; it is
// false where there is none.
func (r *roller) fixed(n source.Node, old, now string) bool {
	fixed := n.Get("fixed")
	if fixed.Kind() != source.Scalar {
		return false
	}
	r.put(fixed, fmt.Sprintf("{%s: %s, %s: %s}", old, fixed.Text(), now, fixed.Text()))
	return true
}

// The prices and rates that make a figure.
var (
	ofLine = []string{"percent", "growth", "fixed"}
	ofItem = []string{"annual", "monthly", "cost"}
	priced = slices.Concat(ofLine, ofItem)
)

// only lets the inputs of a line hold for the new year alone.
func (r *roller) only(line source.Node, now string) {
	for _, key := range ofLine {
		if v := line.Get(key); v.Kind() == source.Scalar {
			r.edits = append(r.edits, diag.Edit{Span: v.Span(), Text: fmt.Sprintf("{%s: %s}", now, v.Text())})
		}
	}
	for _, part := range line.Get("parts").Items() {
		r.only(part, now)
	}
	for _, list := range []string{"posts", "units"} {
		for _, item := range line.Get(list).Items() {
			for _, key := range ofItem {
				if v := item.Get(key); v.Kind() == source.Scalar {
					r.edits = append(r.edits, diag.Edit{Span: v.Span(), Text: fmt.Sprintf("{%s: %s}", now, v.Text())})
				}
			}
		}
	}
}
