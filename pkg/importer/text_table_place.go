package importer

import (
	"slices"
	"strings"
)

// textTable places a table that is no budget below the paragraph before it, and reports whether it
// could. The cells of one without figures come one by one.
func (f *filler) textTable(p *passage) bool {
	g := p.of
	if p.table != nil {
		g = p.table
	}
	switch {
	case g == nil:
		f.lastTable = nil
		return false
	case p.table == nil && g == f.inTable:
		return true
	case p.table == nil && g == f.notTable:
		return false
	}
	f.lastTable = nil
	t := textTableOf(g)
	if t == nil || g.hasResults(f) || p.table != nil && !f.isOfText(p) {
		f.notTable = g
		return false
	}
	n := len(f.section.paragraphs)
	caption := f.captionOfTable(f.above)
	if caption != "" && n > 1 && f.section.paragraphs[n-1].text == f.above.text {
		t.label = caption
		f.section.paragraphs = f.section.paragraphs[:n-1]
	}
	if n = len(f.section.paragraphs); n == 0 || len(f.section.paragraphs[n-1].tables) == mostTables || f.priority != nil || f.inNotes || f.listed {
		f.notTable = g
		return false
	}
	if t.label == "" {
		t.label = strings.TrimPrefix(strings.Join(t.heads(), ", "), ", ")
		t.marks = append(t.marks, "nothing above this table in the file says what it is called: write it")
	}
	at := &f.section.paragraphs[n-1]
	at.tables = append(at.tables, t)
	f.inTable, f.lastTable = g, t
	if p.table != nil {
		p.asText = true
		f.draft.textTables = append(f.draft.textTables, placedTable{p, t})
	}
	return true
}

// placedTable is a table with figures that was placed below a paragraph.
type placedTable struct {
	passage *passage
	table   *textTable
}

func (t *textTable) heads() []string {
	heads := []string{t.head}
	for _, c := range t.columns {
		heads = append(heads, c.label)
	}
	return heads
}

// captionOfTable is what stands right above a table and is no paragraph: set off as such, or unlike the
// paragraphs around, which are numbered.
func (f *filler) captionOfTable(above *passage) string {
	if above == nil || above.table != nil || above.of != nil || above.kind != noMark || above.level > 0 {
		return ""
	}
	if above.emphasised {
		return above.printedText()
	}
	if strings.HasSuffix(above.text, ":") {
		return ""
	}
	return f.captionOf(above)
}

// hasResults reports a table with lines of the results chain.
func (g *grid) hasResults(f *filler) bool {
	for _, r := range g.rows {
		for _, c := range r.cells {
			if m := resultAt().FindStringSubmatch(c.text); m != nil && f.frame.results[strings.ToLower(m[1])] > 0 {
				return true
			}
		}
	}
	return false
}

// isOfText reports a table of figures that is no budget: outside of the section that has the budget, or
// where no word around it or in it speaks of money.
func (f *filler) isOfText(p *passage) bool {
	if f.prints["budget"] {
		return f.above != nil && f.above.emphasised && p.table.isMoneyless()
	}
	if f.hasBudget {
		return true
	}
	caption := f.captionOfTable(f.above)
	return !moneyHead().MatchString(f.section.heading) && !moneyHead().MatchString(caption) && currencyIn(caption) == "" && p.table.isMoneyless()
}

// isMoneyless reports a table that names no currency, and none of whose heads and rows speaks of money.
func (g *grid) isMoneyless() bool {
	for i, r := range g.rows {
		for c := range r.cells {
			text := r.cells[c].text
			isHead := i == 0 && (moneyHead().MatchString(text) || itemHeads().MatchString(text))
			isName := c == 0 && i > 0 && !isTotal(text) && moneyHead().MatchString(text)
			if isHead || isName || currencyIn(text) != "" {
				return false
			}
		}
	}
	return true
}

// findBudget looks whether a chapter that is the budget's has a table of money, or there is a workbook.
func (b *placer) findBudget(all []*chapter, frames []*sectionFrame) {
	b.hasBudget = len(b.book) > 0
	for i, c := range all {
		if frames[i] == nil || !frames[i].prints["budget"] {
			continue
		}
		for _, p := range c.body {
			b.hasBudget = b.hasBudget || p.table != nil && p.work == nil && p.table.isMoney()
		}
	}
}

var itemHeads = words(`\b(?:items?|lines?|descriptions?|particulars|objects?|categor(?:y|ies)|components?)\b`)

// noteOfTable reads what stands right below a table of the text, where paragraphs are numbered and it
// is not.
func (f *filler) noteOfTable(p *passage) bool {
	t := f.lastTable
	if t == nil || p.of != nil || p.table != nil || p.kind != noMark || p.level > 0 || p.emphasised || p.result != nil || !f.numbered {
		return false
	}
	if next := f.next; next != nil && (next.table != nil || next.of != nil && next.of != f.inTable) {
		return false // it may be what the next table is called
	}
	t.notes = append(t.notes, p.said())
	return true
}

// maybeBudget takes back a table of the text where the file has no other that may be the budget and this
// one has a total: the two cannot be told apart.
func (b *placer) maybeBudget() {
	if len(b.book) > 0 || slices.ContainsFunc(b.draft.tables, func(g *grid) bool { return g.isMoney() }) {
		return
	}
	for _, p := range b.draft.textTables {
		if !slices.ContainsFunc(p.passage.table.rows, func(r gridRow) bool { return isTotal(textAt(r, 0)) }) || !p.table.hasAmounts() {
			continue
		}
		p.table.dropped, p.passage.asText = true, false
		b.draft.made = append(b.draft.made, "budget: it is read from “"+p.table.label+"”, the only table with a total; it may be a table of the text")
		return
	}
}

// hasAmounts reports a table with a column that may have amounts, such as one of a year.
func (t *textTable) hasAmounts() bool {
	return slices.ContainsFunc(t.columns, func(c textColumn) bool { return headRole(c.label) == amountRole })
}
