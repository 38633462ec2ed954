package rollover

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// table rolls the columns of a table on. The oldest goes, the former main one becomes that of the
// year before, and the new one takes its inputs as start values, each line marked.
func (r *roller) table() {
	r.columns = r.slots()
	said := r.gone()
	ids := map[string]string{}
	for _, s := range r.columns {
		ids[s.old.ID.Value] = s.id
	}
	for _, s := range r.columns {
		if s.added {
			r.addColumn(s)
			continue
		}
		r.put(s.old.ID.Node, s.id)
		if s.old.Label.IsSet() {
			if label := later(s.old.Label.Value, s.delta); label != s.old.Label.Value {
				r.put(s.old.Label.Node, scalar(label))
			}
			r.known(s.old.Label.Node)
		}
		for _, list := range s.old.Rules() {
			for _, of := range list {
				r.put(of.Node, ids[of.Value])
			}
		}
	}
	for _, s := range r.columns {
		if s.from != "" {
			said = append(said, r.origin(s))
		}
	}
	r.review(r.plan.Budget.Columns[0].Span(), "the columns: %s", strings.Join(said, "; "))
	r.say("columns: %s", strings.Join(said, "; "))
	r.remove(r.plan.Budget.Node, "stated_outcomes")
	r.staffing("", r.fresh())
	r.sums()
	r.series(r.plan.Budget.Node, source.Node{}, source.Node{})
	for _, lines := range [][]budget.Line{r.budget.Lines, r.budget.Financing, r.budget.After} {
		for i := range lines {
			if lines[i].Node.IsZero() {
				continue // a row of a balance
			}
			r.columnsOf(&lines[i])
			r.opening(&lines[i])
		}
	}
	r.tables(ids)
	r.contributions("", "")
	r.booked("")
}

// addColumn keeps the one column that there was as that of the year before.
func (r *roller) addColumn(s slot) {
	list := r.plan.Budget.Node.Get("columns")
	text := "{id: " + s.id
	if s.old.Label.IsSet() {
		text += ", label: " + scalar(s.old.Label.Value)
	}
	text += "}, "
	if !list.IsFlow() {
		text = strings.TrimSuffix(text, ", ") + "\n" + strings.Repeat(" ", list.Start().Col-1) + "- "
	}
	r.edits = append(r.edits, editAt(r.file, s.old.Node.Start().Offset, text))
}

// origin says in words where the figures of a column come from.
func (r *roller) origin(s slot) string {
	from := s.from
	for _, o := range r.columns {
		if o.old.ID.Value == from && o.old.Label.IsSet() {
			from = o.old.Label.Value
		}
	}
	name := s.id
	if s.old.Label.IsSet() {
		name = later(s.old.Label.Value, s.delta)
	}
	switch {
	case s.fresh && s.id == s.from:
		return fmt.Sprintf("“%s” starts with its figures of the period before", name)
	case s.fresh:
		return fmt.Sprintf("“%s” is new and starts with the figures of “%s”", name, from)
	case s.id == s.from && name == from:
		return fmt.Sprintf("“%s” stays", name)
	}
	return fmt.Sprintf("“%s” has the figures of “%s”", name, from)
}

// gone returns the old columns whose figures no column has any more, in words.
func (r *roller) gone() []string {
	var list []string
	for _, o := range r.columns {
		used := func(s slot) bool { return s.from == o.old.ID.Value }
		if o.from == "" || slices.ContainsFunc(r.columns, used) {
			continue
		}
		name := o.old.ID.Value
		if o.old.Label.IsSet() {
			name = o.old.Label.Value
		}
		list = append(list, fmt.Sprintf("the figures of “%s” are gone", name))
	}
	return list
}

// fresh returns how the new columns are called in a remark.
func (r *roller) fresh() string {
	var names []string
	for _, s := range r.columns {
		if s.fresh {
			names = append(names, s.id)
		}
	}
	return strings.Join(names, ", ")
}

// series goes through all that is written by column, and rolls it on. Of what a document stated
// only the figures of columns that are still there are kept.
func (r *roller) series(n, key, parent source.Node) {
	if r.done[n] {
		return
	}
	if k := key.Text(); k == "columns" || k == "stated_outcomes" || k == "shares" {
		return
	}
	if isChecked(key.Text()) {
		r.checked = true
		defer func() { r.checked = false }()
	}
	for _, item := range n.Items() {
		r.series(item, source.Node{}, n)
	}
	if !r.byColumn(n) {
		for k, v := range n.Pairs() {
			r.series(v, k, n)
		}
		return
	}
	remark := key.Text() == "footnote" // said of the figure that stood there
	paid := key.Text() == "paid"
	stated := strings.HasPrefix(key.Text(), "stated") && (r.checked || !bare(parent)) || remark || paid
	var parts []string
	for i, s := range r.columns {
		value := n.Get(s.from)
		if r.isCompared(s) {
			if said := r.combined(key.Text(), n); said != "" {
				parts = append(parts, s.id+": "+said)
			}
			continue
		}
		switch {
		case s.from == "" || value.IsZero() || stated && s.fresh:
		case key.Text() == "growth" && i == 0: // there is nothing before it
		default:
			parts = append(parts, s.id+": "+value.Span().Text())
		}
	}
	r.keepComments(n, key)
	switch {
	case len(parts) > 0:
		r.put(n, "{"+strings.Join(parts, ", ")+"}")
	case stated:
		r.remove(parent, key.Text())
	default:
		r.put(n, nothing(key.Text(), n))
		r.review(key.Span(), "its figures were all of a column that is gone")
	}
}

// isChecked reports a part of the budget in which stated figures are only held against what the
// lines come to: the table of posts, and the values that lines are booked on.
func isChecked(key string) bool {
	return key == "staffing" || key != "" && slices.ContainsFunc(cost.Axes(), func(a cost.Axis) bool { return a.Values() == key })
}

// keepComments puts the comments of a group that is written anew above it.
func (r *roller) keepComments(n, key source.Node) {
	span := n.Span()
	if !strings.Contains(span.Text(), "#") {
		return
	}
	for _, c := range source.Comments(n, "") {
		if c.Span.Start.Offset > span.Start.Offset && c.Span.Start.Offset < span.End.Offset {
			r.note(key.Span(), "#"+c.Text)
		}
	}
}

// byColumn reports a group whose keys are columns.
func (r *roller) byColumn(n source.Node) bool {
	if n.Kind() != source.Mapping || n.Len() == 0 {
		return false
	}
	for k := range n.Pairs() {
		if !slices.ContainsFunc(r.columns, func(s slot) bool { return s.old.ID.Value == k.Text() }) {
			return false
		}
	}
	return true
}

// nothing is what is written in place of figures that are gone.
func nothing(key string, n source.Node) string {
	for _, v := range n.Pairs() {
		if strings.HasSuffix(v.Text(), "%") {
			return "0%"
		}
	}
	if key == "fixed" || key == "base" || strings.HasPrefix(key, "stated") {
		return "nil"
	}
	return "0"
}

// inputs are the keys by which a line has an amount of its own, beside what was stated.
var inputs = []string{"fixed", "base", "growth", "posts", "units", "percent", "amount", "of", "parts"}

// bare reports a line that has nothing but what was stated.
func bare(line source.Node) bool {
	return !line.Get("id").IsZero() && line.Get("lines").IsZero() && !slices.ContainsFunc(inputs, func(key string) bool { return !line.Get(key).IsZero() })
}

// columnsOf rolls on what a line has once for all columns, and marks its start values.
func (r *roller) columnsOf(l *budget.Line) {
	if stated := l.Stated.All; stated.IsSet() && !bare(l.Node) {
		r.onlyKept(l.Node, "stated", stated.Node)
	}
	if base := l.Node.Get("base"); base.Kind() == source.Scalar {
		r.base(l, base)
	} else {
		r.yearBefore(l, base)
	}
	own := slices.ContainsFunc([]string{"fixed", "base", "posts", "units", "parts"}, func(key string) bool { return !l.Node.Get(key).IsZero() })
	if own || bare(l.Node) || l.Node.Get("percent").Kind() == source.Mapping {
		r.review(l.ID.Span(), "the figures for %s, which are those of the period before", r.fresh())
	}
}

// onlyKept leaves a figure that was stated for all columns to those that are still there.
func (r *roller) onlyKept(parent source.Node, key string, stated source.Node) {
	var parts []string
	for _, s := range r.columns {
		if s.from != "" && !s.fresh {
			parts = append(parts, s.id+": "+stated.Text())
		}
	}
	if len(parts) == 0 {
		r.remove(parent, key)
		return
	}
	r.put(stated, "{"+strings.Join(parts, ", ")+"}")
}

// base gives a line that grows the amount of the column that is the first now.
func (r *roller) base(l *budget.Line, base source.Node) {
	i := slices.IndexFunc(r.columns, func(s slot) bool { return s.from != "" })
	s := r.columns[i]
	if s.from == s.old.ID.Value || r.done[base] {
		return // it still is the first, or starts anew
	}
	if at, ok := r.budget.Column(s.from); ok && l.Figures[at].Mark == cost.Number {
		r.put(base, l.Figures[at].Printed.String())
	}
}
