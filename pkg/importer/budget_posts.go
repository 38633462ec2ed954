package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// draftPost is a post of the staff.
type draftPost struct {
	title, grade                        string
	fte, annual, monthly, months, count *money.Decimal // the share of full time in per cent
}

// postsRule is staff by post, in one column.
type postsRule struct {
	column *draftColumn
	posts  []draftPost
}

func (r *postsRule) amount(_ *figures, _ *draftLine, c *draftColumn) (money.Decimal, bool) {
	if c != r.column {
		return money.Zero, false
	}
	sum := money.Zero
	for _, p := range r.posts {
		sum = sum.Add(p.amount())
	}
	return sum, true
}

// amount is what the post costs.
func (p draftPost) amount() money.Decimal {
	twelfths := money.Zero // so that it is divided once
	months := money.New(12)
	if p.months != nil {
		months = *p.months
	}
	switch {
	case p.annual != nil:
		twelfths = p.annual.Mul(months)
	case p.monthly != nil:
		twelfths = p.monthly.Mul(months).Mul(money.New(12))
	}
	if p.count != nil {
		twelfths = twelfths.Mul(*p.count)
	}
	if p.fte != nil {
		twelfths = twelfths.Mul(*p.fte).Shift(-2)
	}
	return money.Div(twelfths, money.New(12))
}

func (r *postsRule) write(g *group, d *budgetDraft) {
	l := &list{}
	taken := map[string]bool{}
	columns := ofKind(d.columns, ofAmounts)
	for _, p := range r.posts {
		post := &group{}
		if id := lineID(p.title); id == "" || taken[id] {
			post.set("id", plain(unique(or(id, "post"), taken)))
		} else {
			taken[id] = true
		}
		post.set("title", shortProse(p.title))
		post.set("grade", p.grade)
		for _, k := range []struct {
			key, unit string
			value     *money.Decimal
		}{{"count", "", p.count}, {"fte", "%", p.fte}, {"months", "", p.months}} {
			if k.value != nil {
				post.set(k.key, plain(written(*k.value)+k.unit))
			}
		}
		for _, k := range []struct {
			key   string
			value *money.Decimal
		}{{"annual", p.annual}, {"monthly", p.monthly}} {
			if k.value != nil {
				post.set(k.key, columnValues(map[*draftColumn]money.Decimal{r.column: *k.value}, columns, ""))
			}
		}
		l.add(post)
	}
	g.set("posts", l)
}

// details returns the cells that a formula adds up, none of them of the budget itself: a
// cell that is the sum of others stands for them.
func (f *ruleFinder) details(of *formula, deep int) (cells []cellRef, ok bool) {
	const deepest = 3
	switch {
	case deep > deepest:
		return nil, false
	case of.op == "+", of.op == "call" && of.text == "SUM":
		for _, p := range of.parts {
			if of.op == "call" && p.op == "cells" && !p.isCell() {
				if !f.b.cells(p, func(r cellRef) bool {
					if v := f.b.value(r); v.kind == numberValue {
						cells = append(cells, r)
					}
					return true
				}) {
					return nil, false
				}
				continue
			}
			part, ok := f.details(p, deep)
			if !ok {
				return nil, false
			}
			cells = append(cells, part...)
		}
		return cells, len(cells) > 0 && !slices.ContainsFunc(cells, f.isLine)
	case of.op == "call" && of.text == "ROUND" && len(of.parts) == 2:
		return f.details(of.parts[0], deep)
	case of.op == "cells" && of.isCell() && !f.isLine(of.from):
		if in := f.b.formula(of.from); in != nil && (in.op == "+" || in.op == "call" && in.text == "SUM" || in.op == "cells") {
			if cells, ok := f.details(in, deep+1); ok {
				return cells, true
			}
		}
		return []cellRef{of.from}, f.b.value(of.from).kind == numberValue
	}
	return nil, false
}

// posts finds a line whose amount is the sum of the rows of a list: of posts, or of things.
func (f *ruleFinder) posts(l *draftLine, formulas map[*draftColumn]*formula) rule {
	columns := ofKind(f.d.columns, ofAmounts)
	slices.Reverse(columns)
	for _, c := range columns {
		if formulas[c] == nil {
			continue
		}
		cells, ok := f.details(formulas[c], 0)
		const most = 500
		if !ok || len(cells) > most || f.sameRow(l, cells) {
			continue
		}
		ref, _ := f.ref(l.row, c)
		from := ", from the formula =" + f.b.cell(ref).formula
		if posts := f.listPosts(cells); posts != nil {
			f.d.say(recognised, f.b.name(ref), l.id+": "+count(len(posts), "post", "posts")+from)
			return &postsRule{column: c, posts: posts}
		}
		if items := f.listItems(cells); items != nil {
			f.d.say(recognised, f.b.name(ref), l.id+": "+count(len(items), "item", "items")+from)
			r := &unitsRule{columns: []*draftColumn{c}}
			for _, i := range items {
				r.items = append(r.items, map[*draftColumn]draftItem{c: i})
			}
			return r
		}
	}
	return nil
}

// sameRow reports cells in the row of the line itself.
func (f *ruleFinder) sameRow(l *draftLine, cells []cellRef) bool {
	return slices.ContainsFunc(cells, func(r cellRef) bool {
		at, ok := f.rowAt[r.row]
		return r.sheet == f.sheet && ok && at == l.row
	})
}

// detailRow is a row of a list: its cells by what the heads of their columns say.
type detailRow struct {
	title   string
	titleAt cellRef
	cells   map[role]cellRef
	amount  money.Decimal
	at      cellRef
}

// detail reads a row of a list.
func (f *ruleFinder) detail(r cellRef, roleOf func(string) role) (d detailRow) {
	d = detailRow{cells: map[role]cellRef{}, at: r, amount: f.b.value(r).number}
	head := f.headAbove(r)
	const most = 60
	for column := 1; column <= most; column++ {
		at := cellRef{r.sheet, r.row, column}
		c := f.b.cell(at)
		if c == nil || c.text == "" {
			continue
		}
		if !c.isNum && d.title == "" && !codeForm().MatchString(c.text) {
			d.title, d.titleAt = c.text, at
			continue
		}
		if column == r.column {
			continue
		}
		h := f.b.cell(cellRef{r.sheet, head, column})
		if h == nil || h.text == "" {
			continue
		}
		if role := roleOf(h.text); role != otherRole {
			if _, ok := d.cells[role]; !ok {
				d.cells[role] = at
			}
		}
	}
	return d
}

// headAbove finds the row of heads above a cell of a list: the next row above that has a
// text in the cell's column.
func (f *ruleFinder) headAbove(r cellRef) int {
	for row := r.row - 1; row > 0 && row > r.row-mostRange; row-- {
		if c := f.b.cell(cellRef{r.sheet, row, r.column}); c != nil && c.text != "" && (!c.isNum || isYear(c.text)) {
			return row
		}
	}
	return 0
}

// number returns what a cell of the row has.
func (f *ruleFinder) number(d detailRow, r role) *money.Decimal {
	at, ok := d.cells[r]
	if !ok {
		return nil
	}
	if v := f.b.value(at); v.kind == numberValue {
		n := asShown(v.number)
		return &n
	}
	return nil
}

// listPosts reads rows as posts; nil where one of them is none, or costs something else.
func (f *ruleFinder) listPosts(cells []cellRef) (posts []draftPost) {
	var rows []detailRow
	for _, r := range cells {
		d := f.detail(r, postRole)
		rows = append(rows, d)
		p := draftPost{title: d.title, fte: f.number(d, fteRole), annual: f.number(d, annualRole), monthly: f.number(d, monthlyRole),
			months: f.number(d, monthsRole), count: f.number(d, countRole)}
		if at, ok := d.cells[gradeRole]; ok {
			p.grade = strings.Join(strings.Fields(f.b.cell(at).text), " ")
		}
		const long = 60
		if p.title == "" || len(p.grade) > long {
			return nil
		}
		if !p.settle(d.amount, f.headSays(r)) {
			return nil
		}
		posts = append(posts, p)
	}
	f.take(rows)
	return posts
}

// take notes the cells of rows that the plan has.
func (f *ruleFinder) take(rows []detailRow) {
	for _, d := range rows {
		f.lists[d.at], f.lists[d.titleAt] = true, true
		for _, r := range d.cells {
			f.lists[r] = true
		}
	}
}

// headSays returns what the head above a cell says of a list of posts.
func (f *ruleFinder) headSays(r cellRef) role {
	if c := f.b.cell(cellRef{r.sheet, f.headAbove(r), r.column}); c != nil {
		return postRole(c.text)
	}
	return otherRole
}

// settle makes the post cost what its row says; it is false where it does not. What a row
// has and its amount does not need, is not taken.
func (p *draftPost) settle(amount money.Decimal, head role) bool {
	one := money.New(1)
	if p.fte != nil && p.fte.LessThanOrEqual(one.Add(one)) { // 0.5 for 50%
		share := p.fte.Shift(2)
		p.fte = &share
	}
	if p.annual == nil && p.monthly == nil {
		if head != annualRole || p.fte != nil && !p.fte.Equal(money.Hundred) {
			return false
		}
		p.annual = &amount
	}
	if p.annual != nil && p.monthly != nil {
		for _, half := range []draftPost{{annual: p.annual}, {monthly: p.monthly}} {
			q := *p
			q.annual, q.monthly = half.annual, half.monthly
			if q.settle(amount, head) {
				*p = q
				return true
			}
		}
		return false
	}
	cent := one.Shift(-2)
	if p.months != nil && p.months.Equal(money.New(12)) {
		p.months = nil // as where it is not said
	}
	for _, drop := range [][]**money.Decimal{nil, {&p.months}, {&p.count}, {&p.months, &p.count}} {
		kept := *p
		for _, d := range drop {
			*d = nil
		}
		if p.amount().Sub(amount).Abs().LessThanOrEqual(cent) {
			return true
		}
		*p = kept
	}
	return false
}

// listItems reads rows as counted things; nil where one has no name.
func (f *ruleFinder) listItems(cells []cellRef) (items []draftItem) {
	one := money.New(1)
	var rows []detailRow
	for _, r := range cells {
		d := f.detail(r, headRole)
		i := draftItem{name: d.title, quantity: one, times: one, cost: asShown(d.amount)}
		if q, c := f.number(d, quantityRole), f.number(d, costRole); q != nil && c != nil {
			counted := draftItem{name: d.title, quantity: *q, times: one, cost: *c}
			if t := f.number(d, timesRole); t != nil {
				counted.times = *t
			}
			if counted.amount().Equal(asShown(d.amount)) {
				i = counted
			}
		}
		if i.quantity.Equal(one) { // the numbers beside it are not taken
			d.cells = nil
		}
		rows = append(rows, d)
		if i.name == "" || i.cost.IsNegative() || i.quantity.IsNegative() {
			return nil
		}
		items = append(items, i)
	}
	if len(items) == 1 && items[0].quantity.Equal(one) {
		return nil // a number that stands elsewhere
	}
	f.take(rows)
	return items
}
