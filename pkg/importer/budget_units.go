package importer

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// draftItem is so many of one thing at one price.
type draftItem struct {
	name                  string
	quantity, times, cost money.Decimal
}

func (i draftItem) amount() money.Decimal { return i.quantity.Mul(i.times).Mul(i.cost) }

// unitsRule is a line of counted things, in some columns.
type unitsRule struct {
	columns []*draftColumn
	items   []map[*draftColumn]draftItem // of each item, by column
}

func (r *unitsRule) amount(_ *figures, _ *draftLine, c *draftColumn) (money.Decimal, bool) {
	sum := money.Zero
	for _, item := range r.items {
		i, ok := item[c]
		if !ok {
			return money.Zero, false
		}
		sum = sum.Add(i.amount())
	}
	return sum, true
}

func (r *unitsRule) write(g *group, d *budgetDraft) {
	l, columns := &list{}, ofKind(d.columns, ofAmounts)
	taken := map[string]bool{}
	for _, item := range r.items {
		first := item[r.columns[0]]
		i := &group{}
		if id := lineID(first.name); id == "" || taken[id] {
			i.set("id", plain(unique(cmp.Or(id, "item"), taken)))
		} else {
			taken[id] = true
		}
		i.set("item", cmp.Or(shortProse(first.name), "Item"))
		i.set("quantity", r.series(item, columns, true, func(i draftItem) money.Decimal { return i.quantity }))
		if slices.ContainsFunc(r.columns, func(c *draftColumn) bool { return !item[c].times.Equal(money.New(1)) }) {
			i.set("times", r.series(item, columns, true, func(i draftItem) money.Decimal { return i.times }))
		}
		i.set("cost", r.series(item, columns, false, func(i draftItem) money.Decimal { return i.cost }))
		l.add(i)
	}
	g.set("units", l)
}

// series writes a number for each column of the rule, or one that may hold for all.
func (r *unitsRule) series(item map[*draftColumn]draftItem, columns []*draftColumn, all bool, of func(draftItem) money.Decimal) any {
	values := map[*draftColumn]money.Decimal{}
	for _, c := range r.columns {
		values[c] = of(item[c])
	}
	if all {
		columns = r.columns
	}
	return columnValues(values, columns, "")
}

// term is a product of numbers.
type term []factor

// factor is a number of a product; it may stand in a cell.
type factor struct {
	value money.Decimal
	ref   *cellRef
}

// terms takes a formula apart into products of numbers that are added up.
func (f *ruleFinder) terms(of *formula) (all []term, ok bool) {
	switch of.op {
	case "+":
		for _, p := range of.parts {
			part, ok := f.terms(p)
			if !ok {
				return nil, false
			}
			all = append(all, part...)
		}
		return all, true
	case "call":
		if of.text == "ROUND" && len(of.parts) == 2 {
			return f.terms(of.parts[0])
		}
		if of.text == "SUM" && !slices.ContainsFunc(of.parts, func(p *formula) bool { return p.op == "cells" && !p.isCell() }) {
			for _, p := range of.parts {
				part, ok := f.terms(p)
				if !ok {
					return nil, false
				}
				all = append(all, part...)
			}
			return all, len(all) > 0
		}
		if of.text == "PRODUCT" {
			return f.factors(of)
		}
		return nil, false
	}
	return f.factors(of)
}

// factors takes a product apart.
func (f *ruleFinder) factors(of *formula) ([]term, bool) {
	var t term
	var take func(*formula) bool
	take = func(p *formula) bool {
		switch {
		case p.op == "number":
			t = append(t, factor{value: p.number})
		case p.op == "%" && p.parts[0].op == "number":
			t = append(t, factor{value: p.parts[0].number.Shift(-2)})
		case p.op == "*" || p.op == "call" && p.text == "PRODUCT":
			for _, in := range p.parts {
				if !take(in) {
					return false
				}
			}
		case p.op == "cells" && (p.isCell() || p.from.row == p.to.row):
			return f.b.cells(p, func(r cellRef) bool {
				v := f.b.value(r)
				t = append(t, factor{value: v.number, ref: &r})
				return v.kind == numberValue && !f.isLine(r)
			})
		default:
			return false
		}
		return true
	}
	const most = 5
	return []term{t}, take(of) && len(t) <= most
}

// units finds a line that counts things. A plain number is none.
func (f *ruleFinder) units(l *draftLine, formulas map[*draftColumn]*formula) rule {
	var r *unitsRule
	columns := ofKind(f.d.columns, ofAmounts)
	slices.Reverse(columns)
	for _, c := range columns {
		if formulas[c] == nil {
			continue
		}
		items, ok := f.itemsOf(l, formulas[c])
		if !ok || r != nil && len(items) != len(r.items) {
			continue
		}
		if r == nil {
			r = &unitsRule{items: make([]map[*draftColumn]draftItem, len(items))}
		}
		r.columns = append(r.columns, c)
		for i := range items {
			if r.items[i] == nil {
				r.items[i] = map[*draftColumn]draftItem{}
			}
			r.items[i][c] = items[i]
		}
		ref, _ := f.ref(l.row, c)
		f.d.say(recognised, f.b.name(ref), l.id+": "+number(len(items), "item")+" at unit cost, from the formula ="+f.b.cell(ref).formula)
	}
	if r == nil {
		return nil
	}
	r.fill(l, columns)
	return r
}

// fill gives the items to the other columns that have what they come to.
func (r *unitsRule) fill(l *draftLine, columns []*draftColumn) {
	if len(r.columns) != 1 {
		return
	}
	from := r.columns[0]
	sum, _ := r.amount(nil, l, from)
	for _, c := range columns {
		if a := l.amounts[c]; c == from || a.kind != isNumber || !a.value.Equal(sum) {
			continue
		}
		r.columns = append(r.columns, c)
		for _, item := range r.items {
			item[c] = item[from]
		}
	}
}

// itemsOf reads the items of a formula.
func (f *ruleFinder) itemsOf(l *draftLine, of *formula) (items []draftItem, ok bool) {
	terms, ok := f.terms(of)
	if !ok || len(terms) == 1 && len(terms[0]) < 2 {
		return nil, false
	}
	for _, t := range terms {
		i, ok := f.item(t)
		if !ok {
			return nil, false
		}
		items = append(items, i)
	}
	f.nameItems(l, items, terms)
	return items, true
}

// item says which number of a product is the price, by the heads of their columns or else
// the largest.
func (f *ruleFinder) item(t term) (i draftItem, ok bool) {
	one := money.New(1)
	i = draftItem{quantity: one, times: one}
	price, counted := -1, -1
	for n, x := range t {
		if x.value.IsNegative() || x.value.LessThan(one) && f.roleOf(x) != costRole && f.roleOf(x) != quantityRole {
			return i, false // a share of something is no number of things
		}
		switch f.roleOf(x) {
		case costRole:
			price = n
		case quantityRole:
			counted = n
		}
	}
	for n, x := range t {
		if price < 0 || price != counted && f.roleOf(t[price]) != costRole && x.value.GreaterThan(t[price].value) && n != counted {
			price = n
		}
	}
	i.cost = t[price].value
	for n, x := range t {
		switch {
		case n == price:
		case n == counted || counted < 0 && i.quantity.Equal(one) && i.times.Equal(one):
			i.quantity = x.value
			counted = n
		default:
			i.times = i.times.Mul(x.value)
		}
	}
	return i, true
}

// roleOf says what the column of a factor holds.
func (f *ruleFinder) roleOf(x factor) role {
	if x.ref == nil || x.ref.sheet != f.sheet || x.ref.column > len(f.t.roles) {
		return otherRole
	}
	return f.t.roles[x.ref.column-1]
}
