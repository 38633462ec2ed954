package importer

import (
	"fmt"
	"slices"
	"strings"
)

// sharesOut looks whether a passage is a table of contributions, and takes what stands right above
// it for what it is called.
func (f *filler) sharesOut(p *passage, above *passage) {
	if p.table == nil || p.posts != nil || p.work != nil {
		return
	}
	if p.shares = sharesOf(p.table, f.captionOf(above)); p.shares != nil {
		f.dropCaption(above)
	}
}

// captionOf is what stands right above a table, if it may be what the table is called.
func (f *filler) captionOf(above *passage) string {
	if above == nil || above.table != nil || above.kind != noMark || !isShort(above.text) || f.style.level(above, f.frame) != 0 {
		return ""
	}
	return above.printedText()
}

// dropCaption takes back that a text is a paragraph or stands below a table.
func (f *filler) dropCaption(above *passage) {
	if f.captionOf(above) == "" {
		return
	}
	if n := len(f.section.paragraphs); n > 0 && f.section.paragraphs[n-1].text == above.text {
		f.section.paragraphs = f.section.paragraphs[:n-1]
	}
	f.below = slices.DeleteFunc(f.below, func(b *passage) bool { return b == above })
}

// withoutShares leaves out a section of the file that has nothing but contributions, results, work or
// risks: the template has one for them.
func (b *placer) withoutShares(c *chapter) {
	n := len(b.draft.sections)
	s := b.draft.sections[n-1]
	if s.frame != nil || len(s.paragraphs) > 0 || len(s.marks) > 0 {
		return
	}
	switch {
	case slices.ContainsFunc(c.body, func(p *passage) bool { return p.shares != nil }):
		b.draft.sections = b.draft.sections[:n-1]
	case c.hasWork() || c.hasRisks():
		b.draft.sections = b.draft.sections[:n-1]
		c.heading.furniture = true
		b.remarks = append(b.remarks, fmt.Sprintf("the heading “%s” is left out: the template prints the table below it in a section of its own", c.heading.text))
	}
}

// sharesFirst takes the tables of contributions out of the workbook, too.
func (b *placer) sharesFirst(list []*passage) (tables []*passage) {
	for _, p := range list {
		if p.shares != nil {
			tables = append(tables, p)
		}
	}
	for i := range b.book {
		if strings.EqualFold(sheetName(b.book[i].name), strings.TrimSpace(b.options.sheet)) || b.options.skip[i] {
			continue
		}
		if s := sharesOf(&b.book[i], ""); s != nil {
			if b.options.skip == nil {
				b.options.skip = map[int]bool{}
			}
			b.options.skip[i] = true
			s.caption = strings.TrimSpace(currencyAtEnd().ReplaceAllString(s.caption, ""))
			tables = append(tables, &passage{table: &b.book[i], shares: s, where: b.book[i].name, near: "budget"})
		}
	}
	return tables
}

var currencyAtEnd = words(`\s*\([A-Z]{3}\)$`)

// readShares reads the tables of contributions once the budget is known. One that is not
// understood is kept for a person.
func (b *placer) readShares(tables []*passage) {
	for _, p := range tables {
		s := &shares{sharesTable: p.shares}
		why := ""
		switch {
		case b.shares != nil:
			why = "the plan has contributions already"
		case b.money == nil:
			why = "there is no budget that they belong to"
		case b.funds != nil:
			why = s.fit(b.money, b.funds.lines, b.funds.columns)
		default:
			why = s.fit(b.money, b.money.sources, b.money.columns)
		}
		if why != "" {
			p.placed = false
			b.remarks = append(b.remarks, p.where+": it says what Parties contribute, but "+why+"; it is kept in comments")
			b.loseTable(p)
			continue
		}
		if s.caption == "" {
			s.caption = "Contributions of the Parties"
		}
		if s.id = lineID(s.caption); s.id == "" || s.id == s.of {
			s.id = "contributions-by-party"
		}
		b.shares = s
	}
}
