package sheet

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// contributionsSheet is the sheet of what Parties pay.
const contributionsSheet = "Contributions"

// contributions writes what each Party pays, one table below the other. The amounts follow from
// the budget's sheet; adjusted rates follow from the scale where no ceiling or floor changes them.
func (b *book) contributions() {
	if len(b.Budget.Contributions) == 0 {
		return
	}
	_, err := b.file.NewSheet(contributionsSheet)
	b.keep(err)
	row, columns := 1, 0
	for _, c := range b.Budget.Contributions {
		t := &sharing{book: b, of: c, head: row + 1, payments: c.Payments(b.Budget)}
		t.write()
		row, columns = t.last()+2, max(columns, t.next-1)
	}
	b.wide(contributionsSheet, 1, wide)
	for c := 2; c <= columns; c++ {
		b.wide(contributionsSheet, c, narrow)
	}
	b.extent(contributionsSheet, columns, row)
}

// sharing writes the table of one amount that is shared out: its label, the heads, what is
// shared out, the Parties, and their sum.
type sharing struct {
	*book
	of       *budget.Contribution
	head     int // the row of the heads
	next     int // the next free column
	payments budget.Payments
	rate     int         // the column of the rates, 0 for none
	adjusted map[int]int // the column of the adjusted rates for one of the budget
	amounts  map[int]int // the column of the amounts
}

func (t *sharing) whole() int       { return t.head + 1 }
func (t *sharing) party(i int) int  { return t.head + 2 + i }
func (t *sharing) last() int        { return t.party(len(t.of.Parties)) }
func (t *sharing) at(c, r int) cell { return cell{contributionsSheet, c, r} }

func (t *sharing) write() {
	t.text(t.at(1, t.head-1), t.worded(t.of.Label)+" ("+string(t.Budget.Currency)+")", look{bold: true})
	t.text(t.at(1, t.head), "Party", look{bold: true})
	t.text(t.at(1, t.whole()), "Shared out", look{})
	for i := range t.of.Parties {
		t.text(t.at(1, t.party(i)), t.of.Parties[i].Label.Value, look{})
	}
	t.text(t.at(1, t.last()), t.Total, look{bold: true, ruled: true})
	t.next, t.adjusted, t.amounts = 2, map[int]int{}, map[int]int{}
	t.rates()
	for c := range t.Budget.Columns {
		t.column(c)
	}
	t.owed()
	t.ranks()
}

// add writes the head of a further column and its sum.
func (t *sharing) add(head, format string, sum money.Decimal) (column int) {
	column = t.next
	t.next++
	t.text(t.at(column, t.head), head, look{bold: true, right: true, wrap: true})
	t.number(t.at(column, t.last()), sum, t.sum(column), look{bold: true, ruled: true, format: format})
	return column
}

func (t *sharing) sum(column int) string {
	return fmt.Sprintf("SUM(%s:%s)", t.at(column, t.party(0)).name(), t.at(column, t.last()-1).name())
}

// rates writes the rates as they stand in the plan, and what becomes of them.
func (t *sharing) rates() {
	how, series := "Scale", func(p *plan.Party) cost.Series[money.Decimal] { return p.Scale }
	if t.of.Needs(plan.ByWeights) && !t.of.Needs(plan.ByScale) {
		how, series = "Weight", func(p *plan.Party) cost.Series[money.Decimal] { return p.Weight }
	}
	for _, at := range t.of.Adjustments(t.Budget) {
		id, places, sum := t.Budget.Columns[at].ID, int32(0), money.Zero
		for i := range t.of.Parties {
			value, _ := series(t.of.Parties[i].Party).In(id)
			places, sum = max(places, money.OwnPlaces(value.Value)), sum.Add(value.Value)
		}
		if t.of.Needs(plan.ByScale) || t.of.Needs(plan.ByWeights) {
			t.rate = t.add(how+t.in(at), numberFormat(places, cost.Number), sum)
			for i := range t.of.Parties {
				if value, ok := series(t.of.Parties[i].Party).In(id); ok {
					t.number(t.at(t.rate, t.party(i)), value.Value, "", look{blue: true, format: numberFormat(places, cost.Number)})
				}
			}
		}
		t.adjust(at)
	}
}

// adjust writes the parts in per cent, as a formula where they are simply in proportion.
func (t *sharing) adjust(at int) {
	format := numberFormat(t.of.AdjustedPlaces(t.Budget), cost.Number)
	column := t.add("Adjusted, per cent"+t.in(at), format, money.Hundred)
	for c := at; c < len(t.Budget.Columns); c++ {
		t.adjusted[c] = column
	}
	for i := range t.of.Parties {
		formula := ""
		if t.isProportional() {
			formula = fmt.Sprintf("%s/%s*100", t.at(t.rate, t.party(i)).name(), t.at(t.rate, t.last()).name())
		}
		t.number(t.at(column, t.party(i)), t.of.Parties[i].Adjusted[at], formula, look{format: format})
	}
}

// isProportional reports contributions by one scale without bounds.
func (t *sharing) isProportional() bool {
	c := t.of
	if ways := c.Ways(); t.rate == 0 || len(ways) != 1 || c.Cap.IsSet() || c.Floor.IsSet() || c.Below.IsSet() || c.LDC.IsSet() || c.Minimum.IsSet() {
		return false
	}
	for i := range c.Parties {
		if c.Parties[i].Party.Share.IsSet() {
			return false
		}
	}
	return true
}

// in names a column of the budget, where there are several.
func (t *sharing) in(column int) string {
	if len(t.of.Adjustments(t.Budget)) < 2 {
		return ""
	}
	return ", " + t.Head(column)
}

// column writes the amounts of a column of the budget.
func (t *sharing) column(c int) {
	total := &t.of.Total[c]
	format := func(f *budget.Figure) string { return numberFormat(t.shown(f.Printed, c), f.Mark) }
	column := t.add(t.Head(c), format(total), total.Printed)
	t.amounts[c] = column
	if t.Budget.Columns[c].Kind == budget.PercentColumn {
		t.number(t.at(column, t.last()), total.Printed, "", look{bold: true, ruled: true, format: format(total)})
	}
	whole := &t.of.Whole[c]
	t.number(t.at(column, t.whole()), whole.Printed, t.wholeFormula(c), look{format: format(whole)})
	parts := divided{whole: t.at(column, t.whole()).name(), own: whole.Printed, rounding: t.Budget.Rounding}
	for i := range t.of.Parties {
		f := &t.of.Parties[i].Figures[c]
		t.number(t.at(column, t.party(i)), f.Printed, t.formula(i, c, &parts), look{format: format(f)})
	}
}

// wholeFormula refers to what is shared out on the budget's sheet; "" where it stands nowhere.
func (t *sharing) wholeFormula(c int) string {
	column := &t.Budget.Columns[c]
	if !t.of.Of.IsSet() || t.of.Percent.IsSet() && column.Kind != budget.AmountColumn {
		return ""
	}
	id, whole := t.of.Of.Value, &t.of.Whole[c]
	for r := range t.rows {
		kind := t.book.rows[r].Kind
		if t.book.rows[r].ID == id && t.book.rows[r].Figures != nil && kind != HeadRow && kind != OutsideRow {
			text := budgetSheet + "!" + t.printed(r, c).name()
			if rate := whole.Exact; t.of.Percent.IsSet() && whole.Computed != nil && rate.Op == cost.Portion {
				head := &Row{ID: t.of.ID.Value, Label: t.worded(t.of.Label)}
				text = roundFormula(inputsSheet+"!"+t.given.cell(head, rate.Of[0], column.ID)+"*"+text, &rate, t.Budget.Rounding)
			}
			return text
		}
	}
	return ""
}

// formula writes what a Party pays.
func (t *sharing) formula(i, c int, parts *divided) string {
	f, column := &t.of.Parties[i].Figures[c], &t.Budget.Columns[c]
	own := func(of int) string { return t.at(t.amounts[of], t.party(i)).name() }
	switch {
	case column.Kind == budget.AmountColumn && f.Computed != nil && t.of.Whole[c].Computed != nil:
		return t.part(i, c, parts)
	case f.Differs() && !t.Recomputed:
		return ""
	case column.Kind == budget.SumColumn:
		text := ""
		for n, of := range column.Of {
			if n > 0 {
				text += "+"
			}
			text += own(of)
		}
		return text
	case column.Kind == budget.ChangeColumn && len(column.Of) == 2:
		return own(column.Of[1]) + "-" + own(column.Of[0])
	}
	return ""
}

// part writes a Party's part of the amount that is shared out.
func (t *sharing) part(i, c int, parts *divided) string {
	f, rates := &t.of.Parties[i].Figures[c], t.adjusted[c]
	sum := func(to int) string {
		return fmt.Sprintf("SUM(%s:%s)", t.at(rates, t.party(0)).name(), t.at(rates, t.party(to)).name())
	}
	before := ""
	if i > 0 {
		before = sum(i - 1)
	}
	parts.all = t.at(rates, t.last()).name()
	text := parts.part(before, sum(i), f.Exact.Value, *f.Computed, i == len(t.of.Parties)-1)
	if f.Differs() && !t.Recomputed {
		return "" // it stands as stated
	}
	return text
}

// ranks writes what the Parties' parts lose when they are rounded down, and shares the amounts out
// by the largest remainder, wherever that gives what the plan has.
func (t *sharing) ranks() {
	for c := range t.Budget.Columns {
		unit, whole := t.Budget.Rounding.To, &t.of.Whole[c]
		if t.Budget.Columns[c].Kind != budget.AmountColumn || whole.Computed == nil || t.adjusted[c] == 0 {
			continue
		}
		weights, amounts := make([]money.Decimal, len(t.of.Parties)), make([]money.Decimal, len(t.of.Parties))
		for i := range t.of.Parties {
			p := &t.of.Parties[i]
			if weights[i] = p.Adjusted[c]; p.Figures[c].Computed != nil {
				amounts[i] = *p.Figures[c].Computed
			}
		}
		if !isRanked(whole.Printed, weights, amounts, unit) {
			continue
		}
		column := t.next
		t.next++
		t.text(t.at(column, t.head), t.Head(c)+", lost by rounding down", look{bold: true, right: true, wrap: true})
		r := ranked{whole: t.at(t.amounts[c], t.whole()).name(), all: t.at(t.adjusted[c], t.last()).name(), own: whole.Printed, unit: unit,
			lost: t.at(column, t.party(0)).name() + ":" + t.at(column, t.last()-1).name()}
		for i := range weights {
			weight, loss := t.at(t.adjusted[c], t.party(i)).name(), t.at(column, t.party(i))
			t.number(loss, lossOf(money.Div(whole.Printed.Abs().Mul(weights[i]), money.Sum(weights...)), unit, i+1), r.loss(weight, i+1), look{format: "0.0000"})
			if f := &t.of.Parties[i].Figures[c]; !f.Differs() || t.Recomputed {
				t.keep(t.file.SetCellFormula(contributionsSheet, t.at(t.amounts[c], t.party(i)).name(), r.part(weight, loss.name())))
			}
		}
	}
}

// owed writes what was paid and what is outstanding.
func (t *sharing) owed() {
	formatOf := func(list []money.Decimal) string {
		places := t.Budget.Rounding.Places()
		for _, d := range list {
			places = max(places, t.Budget.Rounding.PlacesOf(d))
		}
		return numberFormat(places, cost.Nil)
	}
	outstanding := make([]string, len(t.of.Parties))
	write := func(head string, of []money.Decimal, sign string) {
		format := formatOf(of)
		column := t.add(head, format, money.Sum(of...))
		for i := range of {
			t.number(t.at(column, t.party(i)), of[i], "", look{blue: true, format: format})
			outstanding[i] += sign + t.at(column, t.party(i)).name()
		}
	}
	for _, c := range t.payments.Columns {
		head := "Paid"
		if len(t.Budget.Columns) > 1 {
			head += ", " + t.Head(c)
		}
		for i := range outstanding {
			outstanding[i] += "+" + t.at(t.amounts[c], t.party(i)).name()
		}
		write(head, t.payments.Paid[c], "-")
	}
	if t.payments.Arrears != nil {
		write("Owed for earlier years", t.payments.Arrears, "+")
	}
	if t.payments.Outstanding == nil {
		return
	}
	format := formatOf(t.payments.Outstanding)
	column := t.add("Outstanding", format, money.Sum(t.payments.Outstanding...))
	for i, d := range t.payments.Outstanding {
		t.number(t.at(column, t.party(i)), d, outstanding[i][1:], look{format: format})
	}
}
