package importer

import (
	"slices"
	"strconv"

	"github.com/isuplan/isuplan/pkg/language"
)

// readBudget reads the budget from the tables of the file. A table that is none has no place.
func (b *placer) readBudget(list []*passage) {
	var grids []grid
	var of []*passage
	for _, p := range list {
		if p.table != nil && p.placed {
			grids, of = append(grids, *p.table), append(of, p)
		}
	}
	year := ""
	if b.draft.periodFrom.Year() == b.draft.periodTo.Year() {
		year = strconv.Itoa(b.draft.periodFrom.Year())
	}
	b.options.year, b.options.currency = year, currencyOf(list)
	o := b.options
	for i := len(grids) - 1; i >= 0; i-- {
		if f := b.frame.financingOf(grids[i], o); f != nil && b.funds == nil {
			b.funds = f
			grids, of = slices.Delete(grids, i, i+1), slices.Delete(of, i, i+1)
		}
	}
	rounding := language.Entry(b.frame.language.Words, "rounding_note")
	o.rounded = slices.ContainsFunc(b.below, func(p *passage) bool { return same(p.text, rounding) })
	b.money, _ = readBudget(grids, b.book, o)
	for i, p := range of {
		if b.money == nil || !slices.Contains(b.money.tables, i) {
			p.placed = false
			b.loseTable(p)
		}
	}
	b.notesBelow()
	if b.money != nil && len(b.book) == 0 { // a workbook has its formulas
		b.money.ratesNoted()
	}
	if b.money == nil {
		b.draft.made = append(b.draft.made, "budget: the file has no table of the budget that could be read; this line stands for it")
	}
}

// loseTable keeps the cells of a table that has no place.
func (b *placer) loseTable(p *passage) {
	for _, row := range p.table.rows {
		text := ""
		for i, c := range row.cells {
			if i > 0 {
				text += " | "
			}
			text += c.text
		}
		b.lose(&passage{text: text, where: p.where + ", " + row.where + " of the table", near: "budget"})
	}
}

// budget writes the budget; where the file has none, a line that stands for it.
func (b *placer) budget() *group {
	if b.money != nil {
		g := b.money.tree()
		if b.funds != nil {
			g.set("financing", b.funds.sources())
		}
		return g
	}
	line := &group{}
	line.set("id", plain("budget"))
	line.set("label", "Budget")
	line.set("fixed", plain("0"))
	lines := &list{}
	lines.add(line)
	g := &group{}
	g.set("currency", plain("USD"))
	g.set("lines", lines)
	return g
}

// currencyOf finds the currency that the texts name, as the line of the summary does.
func currencyOf(list []*passage) string {
	for _, p := range list {
		if p.table != nil {
			continue
		}
		if c := currencyIn(p.text); c != "" {
			return c
		}
	}
	return ""
}

func (d *budgetDraft) lineCount() (n int) {
	if d == nil {
		return 0
	}
	each(d.lines, func(l *draftLine) {
		if !l.group {
			n++
		}
	})
	return n
}

func (d *budgetDraft) remarkList() []remark {
	if d == nil {
		return nil
	}
	return d.remarks
}

// notesBelow takes what stands below the table for the notes that marks of labels lead to.
func (b *placer) notesBelow() {
	if b.money == nil {
		return
	}
	for _, p := range b.below {
		b.money.footnoted(p.printedText())
	}
}
