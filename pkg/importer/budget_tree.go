package importer

import (
	"strings"
)

// builder makes lines and groups of the rows of a table.
type builder struct {
	d     *budgetDraft
	t     *budgetTable
	body  []*bodyRow
	nodes []*draftLine // so far, at the top
	open  []opened     // groups whose head was met, and whose end was not
	total *draftLine

	summed     map[int]bool // rows that formulas add up; nil before they were looked for
	withHidden bool         // the total has the hidden rows
}

// opened is a group that was begun.
type opened struct {
	line *draftLine
	from int          // its first line among the nodes
	rows map[int]bool // the rows that its formula adds up; nil where its end is found otherwise
}

// build makes lines of rows and returns the rows behind the total.
func (b *builder) build() (after []*bodyRow) {
	b.findTotal()
	for i, r := range b.body {
		if r.group != "" && b.total == nil && !r.hidden && !r.inKind {
			b.beginGroup(r)
		}
		switch {
		case b.total != nil:
			return b.body[i:]
		case r.hidden && !b.isNeeded(i):
			b.hide(r)
		case r.inKind:
			b.d.outsideRow(b.t, r)
		case b.closes(r):
			b.endNamed(r)
		case b.onTop(i):
		case b.isSum(i):
			b.sum(i)
		case b.isHead(i):
			b.endAtHead(r)
			b.open = append(b.open, opened{line: b.line(r), from: len(b.nodes)})
		case !r.hasFigures() && b.isBare(r) && i+1 == len(b.body):
			b.d.keep(b.t, r, "has no place in the budget")
		default:
			b.endBefore(r)
			b.nodes = append(b.nodes, b.line(r))
		}
	}
	return nil
}

// findTotal takes the last row with figures for the total where no row says that it is one,
// and all others come to it.
func (b *builder) findTotal() {
	var others tally
	var last *bodyRow
	for _, r := range b.body {
		if r.said || len(r.sum) > 0 {
			return
		}
		if !r.hasFigures() || r.inKind || r.hidden {
			continue
		}
		if last != nil {
			others.add(&draftLine{amounts: last.amounts})
		}
		last = r
	}
	if others.lines > 1 && others.comesTo(last.amounts) {
		last.said = true
		b.d.say(unsure, last.where, "\""+last.label+"\" is taken for the total: the rows above come to it")
	}
}

// beginGroup begins the group that a column of its own names.
func (b *builder) beginGroup(r *bodyRow) {
	b.endAtHead(r)
	b.endDeep()
	b.open = append(b.open, opened{line: &draftLine{label: r.group, row: -1, sumRow: -1, where: r.where, amounts: map[*draftColumn]amount{}}, from: len(b.nodes)})
}

// finish ends the groups that no subtotal ended.
func (b *builder) finish() {
	for len(b.open) > 0 {
		b.end(nil)
	}
	b.d.lines = b.nodes
	if b.total != nil {
		b.d.total = b.total
	}
}

// line makes a line of a row.
func (b *builder) line(r *bodyRow) *draftLine {
	l := &draftLine{code: r.code, label: r.label, note: r.note, amounts: r.amounts, row: r.at, sumRow: -1, where: r.where, footnotes: r.footnotes}
	l.noteFigures(b.t, r, b.d.columns)
	b.d.placed++
	if oneLine(l.label) == "" {
		l.label = "Without a label"
		l.review = append(l.review, "the file has no label here ("+r.where+")")
		b.d.say(unsure, r.where, "the row has amounts and no label")
	}
	b.marks(r, l)
	return l
}

// marks notes at a line what a person should look at: comments, amounts that cannot be read.
func (b *builder) marks(r *bodyRow, l *draftLine) {
	for c := range b.t.rows[r.at].cells {
		cell := b.t.cell(r.at, c)
		if cell.comment != "" {
			l.review = append(l.review, "comment at "+b.cellName(r, c)+": "+cell.comment)
			b.d.say(unsure, b.cellName(r, c), "a comment says: "+cell.comment)
		}
	}
	if r.hidden {
		l.review = append(l.review, "the row is hidden in the file ("+r.where+")")
		b.d.say(unsure, r.where, "this row is hidden, and a sum needs it: "+r.label)
	}
	for _, c := range b.d.columns {
		a := r.amounts[c]
		b.t.used[[2]int{r.at, c.at}] = true
		switch {
		case a.kind == isTwofold:
			l.review = append(l.review, c.label+": the file has "+a.text+", which reads "+strings.Join(a.readings, " or "))
			b.d.say(unsure, b.cellName(r, c.at), a.text+" can be read as "+strings.Join(a.readings, " or as ")+"; the amount is left blank")
		case strings.HasPrefix(a.text, "=") && b.t.book: // its formula is looked at later
		case a.kind == noAmount && a.text != "", a.kind == isPercent && !c.isPer():
			l.review = append(l.review, c.label+": the file has "+a.text)
			b.d.say(unsure, b.cellName(r, c.at), "\""+a.text+"\" is no amount; it is left blank")
		case a.kind == isBlank && a.text != "":
			l.review = append(l.review, c.label+": the file has "+a.text)
		case a.kind == isNumber && b.t.book && !b.t.cell(r.at, c.at).isNum:
			b.d.say(recognised, b.cellName(r, c.at), "\""+a.text+"\" is a text; read as "+a.value.String())
		}
	}
}

// cellName says where a cell stands.
func (b *builder) cellName(r *bodyRow, column int) string {
	if ref := b.t.cell(r.at, column).ref; ref != "" {
		return sheetName(b.t.name) + "!" + ref
	}
	return r.where
}

// hide keeps a hidden row that no sum needs in a comment.
func (b *builder) hide(r *bodyRow) {
	text := "hidden " + r.where + ": " + b.t.rowText(r.at)
	b.d.review = append(b.d.review, text)
	b.t.useRow(r.at)
	b.d.say(unplaced, r.where, "this row is hidden and in no sum; it is kept in a comment: "+b.t.rowText(r.at))
}

// isNeeded reports a hidden row that a sum has.
func (b *builder) isNeeded(i int) bool {
	r := b.body[i]
	if !r.hasFigures() || !someAmount(r) {
		return false
	}
	if b.summed == nil {
		b.findSummed()
	}
	if len(b.summed) > 0 {
		return b.summed[r.at]
	}
	return b.withHidden
}

// findSummed finds the rows that formulas add up, and whether the total has the hidden rows
// where no formula says.
func (b *builder) findSummed() {
	b.summed = map[int]bool{}
	for _, s := range b.body {
		for _, at := range s.sum {
			b.summed[at] = b.summed[at] || at != s.at
		}
	}
	var all tally
	for _, s := range b.body {
		switch {
		case s.said && grandWords().MatchString(s.label):
			b.withHidden = all.comesTo(s.amounts)
			return
		case !s.said && !s.inKind:
			all.add(&draftLine{amounts: s.amounts})
		}
	}
}

// someAmount reports a row with an amount other than zero.
func someAmount(r *bodyRow) bool {
	for _, a := range r.amounts {
		if a.kind == isNumber && !a.value.IsZero() {
			return true
		}
	}
	return false
}

// isBare reports a row with nothing but words in one cell.
func (b *builder) isBare(r *bodyRow) bool { return r.saysNothing() && r.code == "" && r.note == "" }

// isHead reports the head of a group: words without figures above lines.
func (b *builder) isHead(i int) bool {
	r := b.body[i]
	if !r.saysNothing() || r.label == "" || i+1 == len(b.body) {
		return false
	}
	next := b.body[i+1]
	if next.inKind || next.said && !next.hasFigures() {
		return false
	}
	if r.bold || strings.HasSuffix(r.label, ":") || strings.ToUpper(r.label) == r.label || r.note == "" && len(r.amounts) > 1 {
		return true
	}
	if r.code != "" && strings.HasPrefix(next.code, strings.TrimRight(r.code, "0.")) {
		return true
	}
	for _, later := range b.body[i+1:] { // a subtotal before the total ends it
		switch {
		case later.said && (subtotalWords().MatchString(later.label) || !grandWords().MatchString(later.label)):
			return true
		case later.said:
			return r.note == "" && next.hasFigures() && b.hasHeads()
		}
	}
	return false
}

// hasHeads reports a table that has several rows of words alone, as groups have.
func (b *builder) hasHeads() bool {
	n := 0
	for _, r := range b.body {
		if r.saysNothing() && r.note == "" && !r.inKind {
			n++
		}
	}
	return n > 1
}
