package importer

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
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
			post.set("id", plain(unique(cmp.Or(id, "post"), taken)))
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
		if p, ok := f.ownPost(l, c, formulas[c]); ok {
			ref, _ := f.ref(l.row, c)
			f.d.say(recognised, f.b.name(ref), l.id+": a post, from the formula ="+f.b.cell(ref).formula)
			return &postsRule{column: c, posts: []draftPost{p}}
		}
		cells, ok := f.details(formulas[c], 0)
		const most = 500
		if !ok || len(cells) > most || f.sameRow(l, cells) {
			continue
		}
		ref, _ := f.ref(l.row, c)
		from := ", from the formula =" + f.b.cell(ref).formula
		if posts := f.listPosts(cells); posts != nil {
			f.d.say(recognised, f.b.name(ref), l.id+": "+number(len(posts), "post")+from)
			return &postsRule{column: c, posts: posts}
		}
		if items := f.listItems(cells); items != nil {
			f.d.say(recognised, f.b.name(ref), l.id+": "+number(len(items), "item")+from)
			r := &unitsRule{columns: []*draftColumn{c}}
			for _, i := range items {
				r.items = append(r.items, map[*draftColumn]draftItem{c: i})
			}
			return r
		}
	}
	return nil
}

// ownPost reads a line that is a post itself, with its salary in columns beside the amount.
func (f *ruleFinder) ownPost(l *draftLine, c *draftColumn, of *formula) (p draftPost, ok bool) {
	terms, ok := f.factors(of)
	if of.op == "/" { // months / 12
		terms, ok = f.factors(of.parts[0])
	}
	if !ok {
		return p, false
	}
	p.title = l.label
	var used []int
	for _, x := range terms[0] {
		if x.ref == nil {
			continue
		}
		if at, ok := f.rowAt[x.ref.row]; !ok || at != l.row || x.ref.sheet != f.sheet || x.ref.column > len(f.t.heads) {
			return p, false
		}
		value := xlsx.AsShown(x.value)
		to := map[role]**money.Decimal{fteRole: &p.fte, annualRole: &p.annual, monthlyRole: &p.monthly, monthsRole: &p.months, countRole: &p.count}[postRole(f.t.heads[x.ref.column-1])]
		if to == nil || *to != nil {
			return p, false
		}
		*to = &value
		used = append(used, x.ref.column-1)
	}
	if p.annual == nil && p.monthly == nil || l.amounts[c].kind != isNumber || !p.settle(l.amounts[c].value, otherRole) {
		return p, false
	}
	for at, head := range f.t.heads {
		const long = 60
		if text := f.t.cell(l.row, at).text; postRole(head) == gradeRole && text != "" && len(text) <= long {
			p.grade, used = text, append(used, at)
		}
	}
	for _, at := range used {
		f.t.used[[2]int{l.row, at}] = true
	}
	return p, true
}

// sameRow reports cells in the row of the line itself.
func (f *ruleFinder) sameRow(l *draftLine, cells []cellRef) bool {
	return slices.ContainsFunc(cells, func(r cellRef) bool {
		at, ok := f.rowAt[r.row]
		return r.sheet == f.sheet && ok && at == l.row
	})
}
