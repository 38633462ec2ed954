package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	num "github.com/isuplan/isuplan/pkg/number"
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
			i.set("id", plain(unique(or(id, "item"), taken)))
		} else {
			taken[id] = true
		}
		i.set("item", shortProse(first.name))
		i.set("quantity", r.series(item, columns, true, func(i draftItem) money.Decimal { return i.quantity }))
		if slices.ContainsFunc(r.columns, func(c *draftColumn) bool { return !item[c].times.Equal(money.New(1)) }) {
			i.set("times", r.series(item, columns, true, func(i draftItem) money.Decimal { return i.times }))
		}
		i.set("cost", r.series(item, columns, false, func(i draftItem) money.Decimal { return i.cost }))
		l.add(i)
	}
	g.set("units", l)
}

// or returns the first of two texts that says something.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
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
		f.d.say(recognised, f.b.name(ref), l.id+": "+count(len(items), "item", "items")+" at unit cost, from the formula ="+f.b.cell(ref).formula)
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

// nameItems names the items by the words beside their numbers, where these are certain.
func (f *ruleFinder) nameItems(l *draftLine, items []draftItem, terms []term) {
	names := counted(items, l.note)
	if names == nil {
		names = counted(items, l.label)
	}
	for i := range items {
		unit := ""
		if at := f.t.has(unitRole); at >= 0 && l.row >= 0 {
			unit = strings.TrimSpace(f.t.cell(l.row, at).text)
		}
		switch {
		case names != nil:
			items[i].name = names[i]
		case len(terms[i]) == 1 && len(terms) > 1 || len(items) > 1:
			items[i].name = "item " + itoa(i+1)
		case unit != "":
			items[i].name = unit
			f.t.used[[2]int{l.row, f.t.has(unitRole)}] = true
		default:
			items[i].name = l.label
		}
		for _, x := range terms[i] {
			if x.ref != nil && x.ref.sheet == f.sheet {
				f.t.used[[2]int{f.rowAt[x.ref.row], x.ref.column - 1}] = true
			}
		}
	}
}

// counted reads the names of counted things in a text that has their numbers, all of them
// and no other, in order: 3 long and 3 short trips. Items of which there is one, and which
// the text does not name, are left without a name of their own.
func counted(items []draftItem, text string) (names []string) {
	read := num.Read(text)
	var wanted []int
	for i, item := range items {
		if len(items) == 1 || !item.quantity.Equal(money.New(1)) {
			wanted = append(wanted, i)
		}
	}
	if len(read.Numbers) != len(wanted) || len(wanted) == 0 {
		return nil
	}
	names = make([]string, len(items))
	last := ""
	for n := len(wanted) - 1; n >= 0; n-- {
		x := read.Numbers[n]
		if !x.Value.Equal(items[wanted[n]].quantity) || x.Low != nil || x.Kind == num.Amount || x.Kind == num.Rate {
			return nil
		}
		end := len(read.Words)
		if n+1 < len(read.Numbers) {
			end = read.Numbers[n+1].First
		}
		name := thing(read.Words[x.Next:end])
		if name == "" {
			return nil
		}
		if fields := strings.Fields(name); n+1 == len(wanted) {
			last = fields[len(fields)-1]
		} else if len(fields) == 1 && last != "" && len(wanted) > 1 && strings.Contains(text, " and ") && stem(fields[0]) == fields[0] && len(strings.Fields(names[wanted[len(wanted)-1]])) > 1 {
			name += " " + last
		}
		names[wanted[n]] = name
	}
	for i := range names {
		if names[i] == "" {
			names[i] = "other"
			if len(items)-len(wanted) > 1 {
				names[i] = "item " + itoa(i+1)
			}
		}
	}
	return names
}

// thing reads what is counted, in the singular: the words up to the end of the phrase.
func thing(words []num.Word) string {
	var said []string
	for _, w := range words {
		lower := strings.ToLower(w.Text)
		if w.Sort == num.Sign && w.Text != "-" || lower == "and" || lower == "at" || lower == "in" || lower == "for" || lower == "of" || lower == "to" || lower == "per" || lower == "with" {
			break
		}
		said = append(said, w.Text)
	}
	const most = 4
	if len(said) == 0 || len(said) > most {
		return ""
	}
	said[len(said)-1] = stem(said[len(said)-1])
	return strings.Join(said, " ")
}
