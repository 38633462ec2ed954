package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

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
	if f.heads == nil {
		f.findHeads()
	}
	rows := f.heads[cellRef{r.sheet, 0, r.column}]
	at, _ := slices.BinarySearch(rows, r.row)
	if at == 0 || rows[at-1] <= r.row-mostRange {
		return 0
	}
	return rows[at-1]
}

// findHeads notes the cells with a text, of all sheets.
func (f *ruleFinder) findHeads() {
	f.heads = map[cellRef][]int{}
	for at, c := range f.b.at {
		if c.text != "" && (!c.isNum || isYear(c.text)) {
			column := cellRef{at.sheet, 0, at.column}
			f.heads[column] = append(f.heads[column], at.row)
		}
	}
	for _, rows := range f.heads {
		slices.Sort(rows)
	}
}

// number returns what a cell of the row has.
func (f *ruleFinder) number(d detailRow, r role) *money.Decimal {
	at, ok := d.cells[r]
	if !ok {
		return nil
	}
	if v := f.b.value(at); v.kind == numberValue {
		n := xlsx.AsShown(v.number)
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
	for _, n := range []*money.Decimal{p.fte, p.annual, p.monthly, p.months, p.count, &amount} {
		if n != nil && n.IsNegative() {
			return false
		}
	}
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
		i := draftItem{name: d.title, quantity: one, times: one, cost: xlsx.AsShown(d.amount)}
		if q, c := f.number(d, quantityRole), f.number(d, costRole); q != nil && c != nil {
			counted := draftItem{name: d.title, quantity: *q, times: one, cost: *c}
			if t := f.number(d, timesRole); t != nil {
				counted.times = *t
			}
			if counted.amount().Equal(xlsx.AsShown(d.amount)) {
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
