package importer

import (
	"slices"
	"strings"
)

// end ends the group that was begun last, with the row of its subtotal where there is one.
func (b *builder) end(r *bodyRow) {
	o := b.open[len(b.open)-1]
	b.open = b.open[:len(b.open)-1]
	o.line.lines = slices.Clone(b.nodes[o.from:])
	b.nodes = b.nodes[:o.from]
	switch {
	case len(o.line.lines) == 0 && r == nil && o.rows == nil:
		b.d.say(unsure, o.line.where, "\""+o.line.label+"\" has no amount and no lines")
		o.line.review = append(o.line.review, "it has no amount in the file")
	case r != nil:
		sum := b.line(r)
		o.line.amounts, o.line.sumRow, o.line.review = r.amounts, r.at, append(o.line.review, sum.review...)
		o.line.addNotes(sum)
		if r.label != o.line.label {
			o.line.subtotal = r.label
		}
		if o.line.note == "" {
			o.line.note = r.note
		}
		if o.line.code == "" {
			o.line.code = r.code
		}
	}
	o.line.group = len(o.line.lines) > 0
	b.nodes = append(b.nodes, o.line)
}

// closes reports a row that has the label of an open group, with figures: its subtotal.
func (b *builder) closes(r *bodyRow) bool { return b.named(r) >= 0 && r.hasFigures() }

// named returns which open group has the label of a row; -1 for none.
func (b *builder) named(r *bodyRow) int {
	for i := len(b.open) - 1; i >= 0; i-- {
		if o := b.open[i]; o.rows == nil && o.from < len(b.nodes) && same(o.line.label, r.label) {
			return i
		}
	}
	return -1
}

// endNamed ends the open group that has the label of a row, and those within it.
func (b *builder) endNamed(r *bodyRow) {
	for at := b.named(r); len(b.open)-1 > at; {
		b.end(nil)
	}
	b.end(r)
}

// isNamedLater reports a group whose label a row further down has again, with figures.
func (b *builder) isNamedLater(o opened, from *bodyRow) bool {
	behind := false
	for _, r := range b.body {
		if behind && r.hasFigures() && same(r.label, o.line.label) {
			return true
		}
		behind = behind || r == from
	}
	return false
}

// endBefore ends groups with their sum on top that a row does not belong to.
func (b *builder) endBefore(r *bodyRow) {
	for len(b.open) > 0 {
		o := b.open[len(b.open)-1]
		if o.rows == nil || o.rows[r.at] || b.reaches(o.rows, r.at) {
			return
		}
		b.end(nil)
	}
}

// reaches reports rows of a formula that go on below a row, as where it names the heads of
// groups alone.
func (b *builder) reaches(rows map[int]bool, at int) bool {
	for i, r := range b.body {
		if rows[r.at] && r.at < at && i+1 < len(b.body) {
			if in := b.below(i); in[at] {
				return true
			}
		}
	}
	return false
}

// endDeep ends groups where they stand too deep in one another for a plan.
func (b *builder) endDeep() {
	const deepest = 10
	for len(b.open) >= deepest {
		b.end(nil)
	}
}

// endAtHead ends the groups that the head of another one ends.
func (b *builder) endAtHead(r *bodyRow) {
	b.endBefore(r)
	b.endDeep()
	for len(b.open) > 0 {
		o := b.open[len(b.open)-1]
		if o.rows != nil || o.from == len(b.nodes) || b.isNamedLater(o, r) { // a head right below a head is within it
			return
		}
		if o.line.code != "" && r.code != "" && strings.HasPrefix(r.code, strings.TrimRight(o.line.code, "0.")) {
			return
		}
		b.end(nil)
	}
}
