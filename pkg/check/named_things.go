package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// named returns the index of the plan's named things, made when it is first asked for.
func (c *Context) named() *thingIndex {
	if c.index == nil {
		c.index = c.nameThings()
	}
	return c.index
}

func (c *Context) nameThings() *thingIndex {
	b := builder{Context: c, thingIndex: &thingIndex{entries: map[string]*entry{}, lengths: map[string][]int{}, past: map[string]*thing{}}}
	if c.Last != nil {
		b.last = refs.New(c.Last.Plan, c.Last.Budget)
	}
	for _, row := range c.amountRows() {
		if row.kind == aTotal {
			b.total()
		} else {
			b.row(&row)
		}
	}
	b.facts()
	return b.thingIndex
}

// builder makes the index.
type builder struct {
	*Context
	*thingIndex
	last *refs.Names // what could be quoted the year before; nil where it is not known
}

func (b *builder) total() {
	t := &thing{kind: aTotal, line: totalRow, label: func() string { return "the total of the budget" }}
	t.figures = []standing{b.amount("budget.total", b.Budget.Total, source.Span{})}
	b.sum = t
	b.remember(t)
	b.add("budget", t, false)
	b.add("total budget", t, false)
	b.add("grand total", t, false)
	b.add("total", t, true)
	b.add("cost", t, true)
}

// remember makes a row known by the amounts that it had in other years.
func (b *builder) remember(t *thing) {
	for _, p := range t.figures[0].was {
		if key := p.value.String(); b.thingIndex.past[key] == nil {
			b.thingIndex.past[key] = t
		}
	}
}

// amount returns what a row comes to, and came to in the other columns and the year before.
func (b *builder) amount(ref string, figures []budget.Figure, at source.Span) standing {
	scope := b.Budget.Scope()
	s := standing{measure: ofAmount, is: scope.Figure(figures).Printed, ref: ref, at: at}
	if !scope.IsShown() {
		s.ref = ""
	}
	for i := range b.Budget.Columns {
		column := &b.Budget.Columns[i]
		switch {
		case column.Kind > budget.SumColumn:
		case b.isInScope(i):
			s.parts = append(s.parts, figures[i].Printed)
		default:
			s.was = append(s.was, past{figures[i].Printed, "the column " + b.head(i), []string{column.ID, column.Label.Value}})
		}
	}
	s.was = append(s.was, b.before(ref)...)
	return s
}

// before returns what a reference stood for in the year before.
func (b *builder) before(ref string) []past {
	if b.last == nil || ref == "" {
		return nil
	}
	v, ok := b.last.Lookup(ref)
	if !ok || v.Kind != refs.Amount && v.Kind != refs.Number && v.Kind != refs.Percent {
		return nil
	}
	return []past{{v.Figure, "the plan of the year before", nil}}
}

// row names what has a row of amounts, and what a line is made of.
func (b *builder) row(r *amountRow) {
	what, label := r.what, r.label
	t := &thing{kind: r.kind, line: r.line, id: r.id, label: func() string { return what + " “" + b.label(label) + "”" }}
	if r.of == nil { // there may be hundreds, of which a text names few
		ref, figures, at := r.ref, r.figures, r.at
		t.later = func() standing { return b.amount(ref, figures, at) }
	} else {
		t.figures = append(t.figures, b.amount(r.ref, r.figures, r.at))
		b.remember(t)
		b.inside(t, r)
		b.add(spaced(r.of.ID.Value), t, true)
		b.turned(label.Value, t)
	}
	b.add(label.Value, t, false)
}

// inside names what a line is made of.
func (b *builder) inside(t *thing, r *amountRow) {
	l, at := r.of, r.line
	var q *quotables
	if len(l.Costs) > 0 {
		q = b.quotes(l, r.ref)
	}
	for _, k := range l.Costs {
		switch k := k.(type) {
		case *cost.Percentage:
			q.give(t, "rate", ofRate)
		case *cost.Units:
			b.items(l, at, k, q)
		case *cost.Posts:
			b.posts(at, k, q)
		}
	}
}

// turned names "Travel of staff" also "staff travel".
func (b *builder) turned(label string, t *thing) {
	head, of, ok := strings.Cut(label, " of ")
	if ok && len(strings.Fields(label)) == 3 {
		b.add(of+" "+head, t, true)
	}
}

func (b *builder) items(l *budget.Line, at int, u *cost.Units, q *quotables) {
	for i := range u.Items {
		item := &u.Items[i]
		name, label := item.Name, l.Label
		t := &thing{kind: anItem, line: at, label: func() string { return "“" + b.label(name) + "” of the line “" + b.label(label) + "”" }}
		q.give(t, item.ID.Value+".quantity", ofQuantity)
		q.give(t, item.ID.Value+".cost", ofUnitCost)
		if len(l.Costs) == 1 && len(u.Items) == 1 { // what all of them cost is what the line comes to
			t.figures = append(t.figures, b.amount("budget."+l.ID.Value, l.Figures, l.ID.Span()))
		}
		b.add(item.Name.Value, t, false)
	}
}

func (b *builder) posts(at int, p *cost.Posts, q *quotables) {
	for i := range p.Posts {
		post := &p.Posts[i]
		title := post.Title
		t := &thing{kind: aPost, line: at, label: func() string { return "the post “" + b.label(title) + "”" }}
		for _, f := range []struct {
			name string
			m    measure
		}{{"fte", ofShare}, {"months", ofMonths}, {"count", ofPosts}, {"annual", ofUnitCost}, {"monthly", ofUnitCost}} {
			q.give(t, post.ID.Value+"."+f.name, f.m)
		}
		b.add(title.Value, t, false)
		b.shortened(title.Value, t)
	}
}

// shortened gives a post the ends of its title that name an office too: Support Assistant,
// Assistant.
func (b *builder) shortened(title string, t *thing) {
	words := strings.Fields(title)
	for i := 1; i < len(words); i++ {
		if office().MatchString(words[len(words)-1]) {
			b.add(strings.Join(words[i:], " "), t, true)
		}
	}
}

func (b *builder) facts() {
	for id, f := range schema.Values(b.Plan.Facts) {
		value, ok := b.Names.Fact(id)
		if !ok {
			continue
		}
		t := &thing{kind: aFact, line: -1, label: func() string { return "the fact `" + id + "`" }}
		at := f.Value.Span()
		if !f.Value.IsSet() && len(f.Sum) > 0 {
			at = f.Sum[0].Span()
		}
		t.figures = []standing{{measure: ofFact, is: value, ref: "facts." + id, was: b.before("facts." + id), at: at}}
		b.add(spaced(id), t, false)
	}
}

// equalAny reports whether a value is one of several.
func equalAny(d money.Decimal, values ...money.Decimal) bool {
	for _, v := range values {
		if d.Equal(v) {
			return true
		}
	}
	return false
}
