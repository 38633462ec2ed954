package importer

import (
	"slices"
	"strings"
)

// onTop takes a row for a group that has its sum above its lines. It is false for others.
func (b *builder) onTop(i int) bool {
	r := b.body[i]
	rows := b.below(i)
	if len(rows) == 0 && b.isTopTotal(i) {
		b.topTotal(r)
		return true
	}
	if len(rows) == 0 {
		return false
	}
	if r.said && grandWords().MatchString(r.label) && len(b.nodes) == 0 && len(b.open) == 0 { // a total above everything
		b.topTotal(r)
		return true
	}
	b.endBefore(r)
	b.endDeep()
	l := b.line(r)
	l.sumRow = r.at
	b.open = append(b.open, opened{line: l, from: len(b.nodes), rows: rows})
	return true
}

// isTopTotal reports a row that says that it is the total, with nothing above it and no other
// total below.
func (b *builder) isTopTotal(i int) bool {
	r := b.body[i]
	if !r.said || !someAmount(r) || !grandWords().MatchString(r.label) || len(b.nodes)+len(b.open) > 0 {
		return false
	}
	for _, s := range b.body[i+1:] {
		if grandWords().MatchString(s.label) {
			return false
		}
	}
	return i+1 < len(b.body)
}

// topTotal takes the total that stands above the lines.
func (b *builder) topTotal(r *bodyRow) {
	t := b.line(r)
	t.sumRow = r.at
	b.d.total = t
}

// below returns the rows below a row whose sum it is: by its formula, or by codes or bold
// type and the figures.
func (b *builder) below(i int) map[int]bool {
	r := b.body[i]
	rows := map[int]bool{}
	for _, at := range r.sum {
		if at < r.at {
			return nil
		}
		rows[at] = true
	}
	if len(rows) > 0 {
		return rows
	}
	if len(r.sum) > 0 || !someAmount(r) || r.said {
		return nil
	}
	var lines []*draftLine
	for at := i + 1; at < len(b.body); at++ {
		s := b.body[at]
		if s.said || s.inKind || !b.isLower(r, s) || s.hidden {
			break
		}
		if b.isLowest(at) {
			lines = append(lines, &draftLine{amounts: s.amounts})
		}
		rows[s.at] = true
	}
	if len(lines) > 0 && len(rows) > 1 && addsUp(lines, r.amounts) {
		return rows
	}
	return nil
}

// isLower reports a row that may belong to a group with its sum on top.
func (b *builder) isLower(group, r *bodyRow) bool {
	if group.code != "" && r.code != "" {
		g := strings.TrimRight(group.code, "0.")
		return g != "" && strings.HasPrefix(r.code, g) && len(strings.TrimRight(r.code, ".")) >= len(strings.TrimRight(group.code, ".")) && r.code != group.code
	}
	return group.bold && !r.bold
}

// isLowest reports a row that has no rows below it in turn.
func (b *builder) isLowest(at int) bool {
	r := b.body[at]
	return at+1 == len(b.body) || r.code == "" || !b.isLower(r, b.body[at+1])
}

// isSum reports a row that adds up rows above it.
func (b *builder) isSum(i int) bool {
	r := b.body[i]
	if !r.hasFigures() {
		return r.said && !r.saysNothing()
	}
	if r.said {
		return true
	}
	return len(r.sum) > 0 && len(b.members(r)) > 0
}

// members returns the nodes, last ones of the list, that a formula adds up.
func (b *builder) members(r *bodyRow) []*draftLine {
	if len(r.sum) == 0 {
		return nil
	}
	rows := map[int]bool{}
	for _, at := range r.sum {
		rows[at] = true
	}
	from := len(b.nodes)
	for from > 0 && covers(rows, b.nodes[from-1]) {
		from--
	}
	others := false // nothing but these
	each(b.nodes[:from], func(l *draftLine) { others = others || rows[l.row] || l.sumRow >= 0 && rows[l.sumRow] })
	if others {
		return nil
	}
	return b.nodes[from:]
}

// covers reports a line that rows add up, as such or by all of its lines.
func covers(rows map[int]bool, l *draftLine) bool {
	if rows[l.row] || l.sumRow >= 0 && rows[l.sumRow] {
		return true
	}
	for _, in := range l.lines {
		if !covers(rows, in) {
			return false
		}
	}
	return len(l.lines) > 0
}

// sum takes a row that adds up rows above it: a subtotal or the total.
func (b *builder) sum(i int) {
	r := b.body[i]
	b.endBefore(r)
	members := b.members(r)
	last := len(b.open) > 0 && b.open[len(b.open)-1].rows == nil
	open := 0
	if last {
		open = b.open[len(b.open)-1].from
	}
	switch {
	case b.isTotal(i, members):
		for len(b.open) > 0 {
			b.end(nil)
		}
		b.total = b.line(r)
		b.total.sumRow = r.at
	case members == nil && last && !addsUp(b.nodes[open:], r.amounts) && b.reachesBack(r, open):
	case members == nil && last, last && len(b.nodes)-len(members) == open:
		b.end(r)
	default:
		for len(b.open) > 0 && len(b.nodes)-len(members) < b.open[len(b.open)-1].from {
			b.end(nil)
			members = b.members(r)
		}
		if members == nil {
			members = b.lastThatAddUp(r)
		}
		if len(members) == 0 {
			b.d.keep(b.t, r, "is a sum of nothing that stands above it")
			return
		}
		b.gather(r, members)
	}
}

// reachesBack takes a subtotal of more than the open group, where the figures say so.
func (b *builder) reachesBack(r *bodyRow, open int) bool {
	var s tally
	for from := len(b.nodes) - 1; from >= 0; from-- {
		if s.add(b.nodes[from]); from < open && s.comesTo(r.amounts) {
			for len(b.open) > 0 {
				b.end(nil)
			}
			b.gather(r, b.lastThatAddUp(r))
			return true
		}
	}
	return false
}

// isTotal reports the row that is the sum of everything, with no other such below it.
func (b *builder) isTotal(i int, members []*draftLine) bool {
	r := b.body[i]
	if len(b.nodes) == 0 {
		return false
	}
	whole := len(members) == len(b.nodes)
	if members == nil {
		whole = addsUp(b.nodes, r.amounts)
	}
	if !whole && !grandWords().MatchString(r.label) {
		return false
	}
	var between tally // with the row itself
	between.add(&draftLine{amounts: r.amounts})
	for _, s := range b.body[i+1:] { // a later one that goes on from this
		if s.inKind || s.hidden {
			continue
		}
		if s.said || len(s.sum) > 0 {
			if slices.Contains(s.sum, r.at) || len(s.sum) == 0 && between.lines > 1 && between.comesTo(s.amounts) {
				return false
			}
		}
		if s.hasFigures() && !s.said {
			between.add(&draftLine{amounts: s.amounts})
		}
	}
	return grandWords().MatchString(r.label) || len(b.open) == 0
}

// lastThatAddUp returns the last nodes that come to a row's amounts, the fewest, or else
// those behind the last group.
func (b *builder) lastThatAddUp(r *bodyRow) []*draftLine {
	var s tally
	for from := len(b.nodes) - 1; from >= 0; from-- {
		if s.add(b.nodes[from]); s.comesTo(r.amounts) {
			return b.nodes[from:]
		}
	}
	from := len(b.nodes)
	for from > 0 && !b.nodes[from-1].group {
		from--
	}
	return b.nodes[from:]
}

// gather makes a group of the last nodes, which a sum without a head adds up.
func (b *builder) gather(r *bodyRow, members []*draftLine) {
	from := len(b.nodes) - len(members)
	g := b.line(r)
	g.group, g.row, g.sumRow, g.subtotal = true, -1, r.at, r.label
	if g.label = strings.Trim(groupMarks().ReplaceAllString(r.label, ""), " :-–"); g.label == "" {
		g.label = r.label
		g.review = append(g.review, "the file gives this group no name")
		b.d.say(unsure, r.where, "this sum has no head above its lines; the group bears its name")
	}
	g.lines = slices.Clone(members)
	b.nodes = append(b.nodes[:from], g)
}
