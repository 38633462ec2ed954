package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// joiner takes the rules of a workbook's budget for the lines of a document's.
type joiner struct {
	d, book *budgetDraft
	lines   map[*draftLine]*draftLine     // of the workbook → of the document
	columns map[*draftColumn]*draftColumn // likewise
}

// join takes the rules of a workbook: labels, notes and printed amounts are the document's.
func (d *budgetDraft) join(book *budgetDraft) {
	j := &joiner{d: d, book: book, lines: map[*draftLine]*draftLine{}, columns: map[*draftColumn]*draftColumn{}}
	if d.currency == "" {
		d.currency = book.currency
	}
	d.remarks = append(d.remarks, book.remarks...)
	d.review = append(d.review, book.review...)
	j.matchColumns()
	j.matchLines()
	each(book.lines, j.line)
	j.outside()
	j.leftColumns()
	each(d.lines, func(l *draftLine) {
		if !l.group && j.of(l) == nil {
			d.say(unsure, l.where, "\""+l.label+"\" is not in the workbook")
		}
	})
}

// of returns the workbook's line of one of the document's.
func (j *joiner) of(l *draftLine) *draftLine {
	for from, to := range j.lines {
		if to == l {
			return from
		}
	}
	return nil
}

// matchColumns finds the document's columns in the workbook: by year, by words, or the main
// ones.
func (j *joiner) matchColumns() {
	mine, theirs := ofKind(j.d.columns, ofAmounts), ofKind(j.book.columns, ofAmounts)
	taken := map[*draftColumn]bool{}
	for _, fits := range []func(a, b *draftColumn) bool{
		func(a, b *draftColumn) bool { return same(a.label, b.label) },
		func(a, b *draftColumn) bool { return a.year != "" && a.year == b.year },
		func(a, b *draftColumn) bool {
			return len(mine) == 1 && b == j.book.mainColumn() && (a.year == "" || b.year == "")
		},
		func(a, b *draftColumn) bool {
			return len(mine) == len(theirs) && slices.Index(mine, a) == slices.Index(theirs, b) && (a.year == "" || b.year == "")
		},
	} {
		for _, a := range mine {
			for _, b := range theirs {
				if j.columns[b] == nil && !taken[a] && fits(a, b) {
					j.columns[b], taken[a] = a, true
				}
			}
		}
	}
	if len(j.columns) == 0 {
		j.d.say(unsure, "", "no column of the workbook is one of the document's, so that no rule is taken from it")
	}
}

// matchLines finds the document's lines in the workbook: by label, by code, by most words.
func (j *joiner) matchLines() {
	var mine, theirs []*draftLine
	each(j.d.lines, func(l *draftLine) { mine = append(mine, l) })
	each(j.book.lines, func(l *draftLine) { theirs = append(theirs, l) })
	taken := map[*draftLine]bool{}
	const enough, some = 60, 40
	for _, fits := range []func(a, b *draftLine) bool{
		func(a, b *draftLine) bool { return same(a.label, b.label) },
		func(a, b *draftLine) bool { return a.code != "" && a.code == b.code },
		func(a, b *draftLine) bool { return alike(a.label, b.label) >= enough },
		func(a, b *draftLine) bool { return alike(a.label, b.label) >= some && j.sameAmount(a, b) },
	} {
		for _, a := range mine {
			var only *draftLine
			n := 0
			for _, b := range theirs {
				if j.lines[b] == nil && !taken[a] && a.group == b.group && fits(a, b) {
					only = b
					n++
				}
			}
			if n == 1 {
				j.lines[only], taken[a] = a, true
				if !same(a.label, only.label) {
					j.d.say(unsure, only.where, "\""+only.label+"\" of the workbook is taken for \""+a.label+"\" of the document")
				}
			}
		}
	}
}

// sameAmount reports lines with the same figures in the columns that both have.
func (j *joiner) sameAmount(a, b *draftLine) bool {
	n := 0
	for from, to := range j.columns {
		x, y := a.amounts[to], b.amounts[from]
		if x.kind != isNumber || y.kind != isNumber || !near(x, y.value) {
			return false
		}
		n++
	}
	return n > 0
}

// line takes what the workbook has of a line.
func (j *joiner) line(from *draftLine) {
	to := j.lines[from]
	if to == nil {
		what := "line"
		if from.group {
			what = "group"
		}
		j.d.review = append(j.d.review, "the workbook has also the "+what+" "+j.inWords(from))
		for _, r := range from.review {
			j.d.review = append(j.d.review, from.label+": "+r)
		}
		j.d.say(unplaced, from.where, "the "+what+" \""+from.label+"\" is not in the document; it is kept in a comment")
		return
	}
	to.review = append(to.review, from.review...)
	if from.note != "" && !same(from.note, to.note) {
		if to.note == "" {
			to.review = append(to.review, "the workbook has the note: "+from.note)
		}
		j.d.say(unsure, from.where, "the workbook's note \""+from.note+"\" gives way to the document's")
	}
	if to.code == "" && from.code != "" {
		j.d.say(unsure, from.where, "the workbook has the code "+from.code+" for \""+to.label+"\"; the document has none")
		to.review = append(to.review, "the workbook has the code "+from.code)
	}
	if from.rule != nil {
		to.rule = from.rule.moved(j)
		if to.rule == nil {
			j.d.say(unsure, from.where, "the rule of \""+to.label+"\" needs what is not in the document; its amounts are kept as figures")
		}
	}
	j.compare(from, to)
}

// compare says where the two have different amounts.
func (j *joiner) compare(from, to *draftLine) {
	for _, c := range j.book.columns {
		mine := j.columns[c]
		if mine == nil {
			continue
		}
		a, b := from.amounts[c], to.amounts[mine]
		if a.kind != isNumber || b.kind != isNumber || near(b, a.value) {
			continue
		}
		text := "the document has " + b.text + " for \"" + to.label + "\", the workbook " + a.text
		if to.rule == nil && !to.group {
			to.review = append(to.review, "the workbook has "+a.text)
			j.d.say(unsure, from.where, text)
		} else {
			j.d.say(unsure, from.where, text+"; the document's is kept as stated")
		}
	}
}

// inWords is a line of the workbook with its figures.
func (j *joiner) inWords(l *draftLine) string {
	said := []string{l.label}
	if l.subtotal != "" {
		said = append(said, l.subtotal)
	}
	for _, c := range j.book.columns {
		if a := l.amounts[c]; a.text != "" && c.kind == ofAmounts {
			said = append(said, c.label+" "+a.text)
		}
	}
	if l.note != "" {
		said = append(said, l.note)
	}
	return strings.Join(said, " | ")
}

// outside takes contributions in kind that only the workbook has.
func (j *joiner) outside() {
	for _, o := range j.book.outside {
		if slices.ContainsFunc(j.d.outside, func(mine *draftOutside) bool { return alike(mine.label, o.label) >= 60 }) {
			continue
		}
		j.d.review = append(j.d.review, "the workbook has also, in kind: "+o.label+" | "+o.provider+" | "+o.note)
		j.d.say(unplaced, "", "\""+o.label+"\", given in kind, is not in the document; it is kept in a comment")
	}
}

// leftColumns keeps the figures of columns that the document has not.
func (j *joiner) leftColumns() {
	for _, c := range j.book.columns {
		if j.columns[c] != nil || c.kind != ofAmounts {
			if c.kind != ofAmounts {
				j.d.say(unsure, "column "+c.label, "the document has no such column; it follows from others")
			}
			continue
		}
		var said []string
		add := func(l *draftLine) {
			if a := l.amounts[c]; a.text != "" && j.lines[l] != nil || l == j.book.total {
				said = append(said, l.label+" "+a.text)
			}
		}
		each(j.book.lines, add)
		if j.book.total != nil {
			add(j.book.total)
		}
		j.d.review = append(j.d.review, "the workbook has also the column "+c.label+": "+strings.Join(said, "; "))
		j.d.say(unplaced, "column "+c.label, "the document has no such column; its figures are kept in a comment")
	}
}

// values takes the values of columns that the document has.
func (j *joiner) values(of map[*draftColumn]money.Decimal) map[*draftColumn]money.Decimal {
	moved := map[*draftColumn]money.Decimal{}
	for from, v := range of {
		if to := j.columns[from]; to != nil {
			moved[to] = v
		}
	}
	return moved
}

// base finds lines that a rule names; a group that the document has not stands for its
// lines. It is false where one is missing.
func (j *joiner) base(lines []*draftLine) (moved []*draftLine, ok bool) {
	for _, l := range lines {
		if to := j.lines[l]; to != nil {
			moved = append(moved, to)
			continue
		}
		if !l.group {
			return nil, false
		}
		in, ok := j.base(l.lines)
		if !ok {
			return nil, false
		}
		moved = append(moved, in...)
	}
	return moved, true
}

func (r *percentRule) moved(j *joiner) rule {
	of, ok := j.base(r.of)
	rates := j.values(r.rates)
	if !ok || len(rates) == 0 {
		return nil
	}
	return &percentRule{rates: rates, of: of}
}

func (r *growthRule) moved(j *joiner) rule {
	mine, theirs := ofKind(j.d.columns, ofAmounts), ofKind(j.book.columns, ofAmounts)
	if !slices.EqualFunc(mine, theirs, func(a, b *draftColumn) bool { return j.columns[b] == a }) {
		return nil // each column grows from the one before it
	}
	return &growthRule{rates: j.values(r.rates), base: j.values(r.base)}
}

func (r *postsRule) moved(j *joiner) rule {
	if to := j.columns[r.column]; to != nil {
		return &postsRule{column: to, posts: r.posts}
	}
	return nil
}

func (r *unitsRule) moved(j *joiner) rule {
	m := &unitsRule{items: make([]map[*draftColumn]draftItem, len(r.items))}
	for _, c := range r.columns {
		to := j.columns[c]
		if to == nil {
			continue
		}
		m.columns = append(m.columns, to)
		for i := range r.items {
			if m.items[i] == nil {
				m.items[i] = map[*draftColumn]draftItem{}
			}
			m.items[i][to] = r.items[i][c]
		}
	}
	if len(m.columns) == 0 {
		return nil
	}
	return m
}
