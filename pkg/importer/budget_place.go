package importer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/language"
)

// readBudget reads the budget from the tables of the file. A table that is none has no place.
func (b *placer) readBudget(list []*passage) {
	b.maybeBudget()
	var grids []grid
	var of []*passage
	for _, p := range list {
		if p.table != nil && p.placed && !p.asText && p.posts == nil && p.shares == nil && p.work == nil {
			grids, of = append(grids, *p.table), append(of, p)
		}
	}
	notes, posts, shares := footnotesOf(b.below), b.postsFirst(list), b.sharesFirst(list)
	for i := range grids {
		grids[i].lift(notes)
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
	var why []remark
	o.financed = b.funds
	if b.money, why = readBudget(grids, b.book, o); b.money == nil {
		b.keepBook(why)
	} else {
		b.money.inThousands(list)
		b.draft.columns = b.money.columnLabels()
	}
	for i, p := range of {
		if b.money == nil || !slices.Contains(b.money.tables, i) {
			p.placed = false
			b.loseTable(p)
		}
	}
	b.readPosts(list, posts, notes)
	b.readShares(shares)
	if b.money != nil && len(b.book) == 0 { // a workbook has its formulas
		b.money.ratesNoted()
	}
	if b.money == nil && b.staff == nil {
		b.draft.made = append(b.draft.made, "budget: the file has no table of the budget that could be read; this line stands for it")
	}
}

// loseTable keeps the cells of a table that has no place.
func (b *placer) loseTable(p *passage) {
	for _, row := range p.table.rows {
		if text := row.inOneLine(); text != "" {
			b.lose(&passage{text: text, where: p.where + ", " + row.where + " of the table", near: cmp.Or(p.near, "budget")})
		}
	}
}

// keepBook keeps what a workbook says in which no budget was found.
func (b *placer) keepBook(why []remark) {
	if len(b.book) == 0 {
		return
	}
	for _, r := range why {
		b.remarks = append(b.remarks, r.where+": "+r.text)
	}
	d := &budgetDraft{}
	d.otherSheets(b.book, -1, nil, b.options.skip)
	for _, s := range d.review {
		b.lose(&passage{text: s, where: "the workbook", near: "budget"})
	}
}

// inThousands marks a budget beside whose table the text says that its amounts are in thousands.
func (d *budgetDraft) inThousands(list []*passage) {
	for _, p := range list {
		if p.table == nil && p.near == "budget" && unitsOf().MatchString(p.text) {
			d.review = append(d.review, "the amounts are in thousands or millions: "+p.text)
			d.say(unsure, p.where, "the amounts are in thousands or millions; they are kept as they stand")
			return
		}
	}
}

var unitsOf = words(`\bin (?:thousands?|millions?)\b|\b(?:thousands?|millions?) of (?:us|united states|swiss|euros?|dollars|francs)|\((?:thousands?|millions?)\b|['’]000\b`)

// inOneLine is what a row says, "" for nothing.
func (r *gridRow) inOneLine() string {
	var said []string
	for _, c := range r.cells {
		if text := strings.TrimSpace(c.text + " " + commentOf(c)); !c.over {
			said = append(said, text)
		}
	}
	if text := strings.Join(said, " | "); strings.Trim(text, " |") != "" {
		return text
	}
	return ""
}

// rows places a table of figures in a section of the file's own, as an annex is: each row is a
// paragraph, to be looked at. It is false for a long one.
func (f *filler) rows(p *passage) bool {
	const most = 40
	if f.section.frame != nil || len(p.table.rows) > most {
		return false
	}
	for _, row := range p.table.rows {
		if text := row.inOneLine(); text != "" {
			p.asText = true
			f.section.paragraphs = append(f.section.paragraphs, said{text: text, marks: []string{"stood in a table, " + row.where}})
		}
	}
	return true
}

// budget writes the budget; where the file has none, a line that stands for it.
func (b *placer) budget() *group {
	if b.money != nil {
		g := b.money.tree()
		if b.funds != nil && len(b.money.sources) == 0 {
			g.set("financing", b.funds.sources())
			g.note(asked(b.funds.review)...)
		}
		if b.staff != nil {
			g.set("staffing", b.staff.tree(b.frame))
		}
		if b.shares != nil {
			g.set("contributions", b.shares.tree())
		}
		return g
	}
	if b.staff != nil { // posts alone
		g := &group{}
		if len(b.staff.columns) > 1 {
			g.set("columns", b.staff.columnList())
		}
		g.set("staffing", b.staff.tree(b.frame))
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

// columnLabels are what the columns of the budget are called, where it has several: their ids.
func (d *budgetDraft) columnLabels() map[string]string {
	out := map[string]string{}
	if len(d.columns) > 1 {
		for _, c := range d.columns {
			out[c.label] = c.id
		}
	}
	return out
}
