package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// shared writes the sheet of what is divided.
func (b *book) shared() {
	s := b.shares
	if s == nil {
		return
	}
	_, err := b.file.NewSheet(sharedSheet)
	b.keep(err)
	b.text(cell{sharedSheet, 1, 1}, "How lines are divided: tables follow from these amounts", look{bold: true})
	b.text(cell{sharedSheet, 1, headRow}, "Item", look{bold: true})
	b.text(cell{sharedSheet, 2, headRow}, "Share of", look{bold: true})
	for c := range b.Budget.Columns {
		if s.columns[c] == nil {
			continue
		}
		b.text(s.weight(c, headRow), b.Head(c)+", weight", look{bold: true, right: true, wrap: true})
		b.text(s.amount(c, headRow), b.Head(c), look{bold: true, right: true, wrap: true})
		b.text(s.loss(c, headRow), b.Head(c)+", lost by rounding down", look{bold: true, right: true, wrap: true})
	}
	for i := range s.groups {
		b.shareRows(&s.groups[i])
		for c := range b.Budget.Columns {
			if s.columns[c] != nil {
				b.division(&s.groups[i], c)
			}
		}
	}
	last := firstColumn + 3*len(b.Budget.Columns) - 1
	b.frame(sharedSheet, firstColumn-1, headRow)
	b.widths(sharedSheet, firstColumn, last)
	b.wide(sharedSheet, 1, wide)
	b.wide(sharedSheet, 2, wide)
	b.extent(sharedSheet, last, s.last)
}

// shareRows writes what the rows of a line or a part are of.
func (b *book) shareRows(group *shareGroup) {
	l := &b.Budget.Lines[group.line]
	if group.head > 0 {
		name := ""
		if parts, ok := l.Costs[0].(*cost.Parts); ok {
			name = parts.Name(group.part)
		}
		b.text(cell{sharedSheet, 1, group.head}, b.worded(l.Label), look{})
		b.text(cell{sharedSheet, 2, group.head}, "part "+name, look{})
	}
	for _, at := range group.places {
		row := b.shares.rows[shareKey{group.line, group.part, at}]
		b.text(cell{sharedSheet, 1, row}, b.worded(l.Label), look{})
		b.text(cell{sharedSheet, 2, row}, b.placed(at), look{indent: 1})
	}
}

// placed words a place.
func (b *book) placed(at budget.Place) string {
	var names []string
	for _, axis := range cost.Axes() {
		if at[axis] >= 0 {
			v := &b.Budget.Values(axis)[at[axis]]
			names = append(names, strings.TrimSpace(v.Number+" "+b.worded(v.Label)))
		}
	}
	return strings.Join(names, "; ")
}

// division writes the weights and the amounts of a line or a part in a column.
func (b *book) division(group *shareGroup, c int) {
	var d *budget.Division
	for i := range b.shares.columns[c][group.line] {
		if own := &b.shares.columns[c][group.line][i]; own.Part == group.part {
			d = own
		}
	}
	if d == nil {
		return
	}
	f := &formula{grid: b.grid, row: b.lines[b.Budget.Lines[group.line].ID.Value], column: c, home: sharedSheet}
	whole := divided{whole: f.name(b.printed(f.row, c)), own: b.Budget.Lines[group.line].Figures[c].Printed, rounding: b.Budget.Rounding}
	format := look{format: numberFormat(b.Budget.Columns[c].Places, cost.Number)}
	if group.head > 0 {
		whole.own, whole.whole = d.Amount.Value, b.shares.amount(c, group.head).name()
		b.number(b.shares.amount(c, group.head), whole.own, f.finish(f.step(d.Amount)), format)
	}
	b.portions(group, d, c, &whole, format)
}

// portions writes the weights and the amounts of the places of a division.
func (b *book) portions(group *shareGroup, d *budget.Division, c int, whole *divided, format look) {
	if len(d.Places) == 0 {
		return
	}
	s := b.shares
	row := func(p budget.Portion) int { return s.rows[shareKey{group.line, d.Part, p.At}] }
	places := slices.SortedFunc(slices.Values(d.Places), func(a, b budget.Portion) int { return row(a) - row(b) })
	weights, total := make([]money.Decimal, len(places)), money.Zero
	for i := range places {
		weights[i] = s.weightOf(&places[i], c)
		total = total.Add(weights[i])
	}
	first, last := s.weight(c, row(places[0])), len(places)-1
	sum := func(i int) string { return fmt.Sprintf("SUM(%s:%s)", first.name(), s.weight(c, row(places[i])).name()) }
	whole.all = sum(last)
	for i := range places {
		formula := b.weightFormula(&places[i], c)
		if d.OfParts {
			formula = b.added(s.ofParts(group.line, c, places[i].At))
		}
		b.number(s.weight(c, row(places[i])), weights[i], formula, look{format: "General"})
		if len(places[i].Of) > 0 { // of nothing there are no parts
			whole.all = "MAX(" + sum(last) + ",0.000001)"
		}
	}
	amounts := make([]money.Decimal, len(places))
	for i := range places {
		amounts[i] = places[i].Amount
	}
	if group.head > 0 {
		for i := range places {
			b.number(s.amount(c, row(places[i])), amounts[i], fmt.Sprintf("%s*%s/%s", whole.whole, s.weight(c, row(places[i])).name(), whole.all), look{format: "#,##0.00"})
		}
		return
	}
	text := b.oneByOne(whole, weights, amounts, sum)
	end := s.loss(c, row(places[last]))
	r := ranked{whole: whole.whole, all: whole.all, lost: s.loss(c, row(places[0])).name() + ":" + end.name(), own: whole.own, unit: b.Budget.Rounding.To}
	if d.OfParts && isAddedUp(whole.own, weights, amounts, r.unit) {
		r.added = whole.all
	}
	if r.added != "" || !d.OfParts && isRanked(whole.own, weights, amounts, r.unit) {
		for i := range places {
			exact := weights[i]
			if r.added == "" {
				exact = money.Div(whole.own.Abs().Mul(exact), total)
			}
			weight, loss := s.weight(c, row(places[i])).name(), s.loss(c, row(places[i]))
			b.number(loss, lossOf(exact, r.unit, i+1), r.loss(weight, i+1), look{format: "0.0000"})
			text[i] = r.part(weight, loss.name())
		}
	}
	for i := range places {
		b.number(s.amount(c, row(places[i])), amounts[i], text[i], format)
	}
}

// oneByOne writes the formulas of parts that are not simply rounded by the largest remainder.
func (b *book) oneByOne(whole *divided, weights, amounts []money.Decimal, sum func(int) string) []string {
	text, last, total := make([]string, len(weights)), len(weights)-1, money.Sum(weights...)
	for i := range weights {
		before := ""
		switch {
		case last == 0:
			text[i] = whole.whole
		case total.IsZero(): // all of it is booked on one place
			if !amounts[i].IsZero() {
				text[i] = whole.whole
			}
		default:
			if i > 0 {
				before = sum(i - 1)
			}
			text[i] = whole.part(before, sum(i), money.Div(whole.own.Mul(weights[i]), total), amounts[i], i == last)
		}
	}
	return text
}

// ofParts returns what the parts of a line have on a place.
func (s *shares) ofParts(line, c int, at budget.Place) (cells []cell) {
	for _, d := range s.columns[c][line] {
		if row, ok := s.rows[shareKey{line, d.Part, at}]; ok && d.Part >= 0 {
			for _, p := range d.Places {
				if p.At == at {
					cells = append(cells, s.amount(c, row))
				}
			}
		}
	}
	return cells
}

// weightOf returns the weight of a place.
func (s *shares) weightOf(p *budget.Portion, c int) money.Decimal {
	if len(p.Of) == 0 {
		return p.Weight
	}
	sum := money.Zero
	for _, of := range p.Of {
		for _, p := range s.whole(of.Line, c).Places {
			if p.At == of.At {
				sum = sum.Add(p.Amount)
			}
		}
	}
	return p.Weight.Mul(sum.Abs())
}

// weightFormula follows the amounts that a percentage is taken of.
func (b *book) weightFormula(p *budget.Portion, c int) string {
	if len(p.Of) == 0 {
		return ""
	}
	var cells []cell
	for _, of := range p.Of {
		if own := b.shares.on(of.Line, c, []budget.Place{of.At}); own != nil {
			cells = append(cells, own...)
		} else if row, ok := b.lines[b.Budget.Lines[of.Line].ID.Value]; ok {
			cells = append(cells, b.printed(row, c))
		}
	}
	return fmt.Sprintf("%s*ABS(%s)", p.Weight, b.added(cells))
}
