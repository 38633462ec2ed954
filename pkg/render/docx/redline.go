package docx

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
)

// Redline returns the new document as a Word file with tracked changes, and the
// document as Render writes it where there are none: whoever
// rejects them all has the old document, whoever accepts them all the new one. The
// changes are the new document's author's, of its date, and so is the seal. Words are not divided
// where there are changes: the lines of a text with tracked changes are no PDF's.
func Redline(ctx context.Context, old, now *document.Document, seal document.Seal) ([]byte, error) {
	before, err := compose(ctx, old, false)
	if err != nil {
		return nil, err
	}
	after, err := compose(ctx, now, false)
	if err != nil {
		return nil, err
	}
	for _, side := range []struct {
		body *body
		doc  *document.Document
	}{{before, old}, {after, now}} {
		if err := side.body.draw(&side.doc.Meta); err != nil {
			return nil, err
		}
	}
	m := newMerger(before, after)
	before.turned = before.turned || after.turned
	after.turned = before.turned
	around, was := after.edges(&now.Meta), before.edges(&old.Meta)
	for i := range around {
		around[i].blocks = m.edge(was[i].blocks, around[i].blocks)
	}
	after.blocks = m.blocks(before.blocks, after.blocks)
	after.last = after.last.over(before.last)
	m.numbering()
	author := now.Meta.Author
	if author == "" {
		author = program
	}
	after.revision = &revision{author: author, date: dated(&now.Meta)}
	file, err := after.file(now, around)
	if err != nil {
		return nil, err
	}
	if after.revision.changes == 0 {
		return Render(ctx, now, seal)
	}
	return file.Seal(seal)
}

// merger puts an old body's text between that of a new one, marked as deleted.
type merger struct {
	old, new *body
	counts   map[*count]*count // of the old body: those of the new one that count the same
	taken    map[*count]bool
	charts   map[int]int
	images   map[int]int
	moves    int
}

func newMerger(old, now *body) *merger {
	m := &merger{old: old, new: now, counts: map[*count]*count{}, taken: map[*count]bool{},
		charts: map[int]int{}, images: map[int]int{}}
	for i := range bulletCount {
		if !m.same(old.numbers.counts[i], now.numbers.counts[i]) {
			old.numbers.counts[i].name(old.blocks)
		}
	}
	return m
}

// name has paragraphs that a count of the styles numbers name it themselves, since the
// styles of the new document name another.
func (c *count) name(blocks []block) {
	each(blocks, func(p *paragraph) {
		if level, ok := c.styled(p.style); ok && p.num == nil && !p.bare {
			p.num, p.level = c, level
		}
	})
}

// styled returns the level at which a style is numbered by a count.
func (c *count) styled(style string) (level int, ok bool) {
	for level := range levels {
		if name := levelStyle(c.id-1, level, c.kind); name != "" && name == style {
			return level, true
		}
	}
	return 0, false
}

// same has two counts be one, where they count alike, and reports whether they are.
func (m *merger) same(old, now *count) bool {
	if old == nil || now == nil {
		return old == now
	}
	if m.counts[old] != nil || m.taken[now] {
		return m.counts[old] == now
	}
	for i := range old.levels {
		if a, b := old.levels[i], now.levels[i]; a.form != "" && b.form != "" && a != b {
			return false
		}
	}
	if old.start != now.start {
		return false
	}
	for i := range old.levels {
		if now.levels[i].form == "" {
			now.levels[i] = old.levels[i]
		}
	}
	m.counts[old], m.taken[now] = now, true
	return true
}

// numbering gives the counts of the old body their place in the new one.
func (m *merger) numbering() {
	m.new.numbers.separate = true
	for _, c := range m.old.numbers.counts {
		if same := m.counts[c]; same != nil {
			c.id = same.id
			continue
		}
		m.new.numbers.counts = append(m.new.numbers.counts, c)
		c.id = len(m.new.numbers.counts)
	}
}

// edge merges what stands outside the text.
func (m *merger) edge(old, now []*paragraph) (out []*paragraph) {
	for _, b := range m.blocks(asBlocks(old), asBlocks(now)) {
		out = append(out, b.(*paragraph))
	}
	return out
}

func asBlocks(list []*paragraph) (out []block) {
	for _, p := range list {
		out = append(out, p)
	}
	return out
}

// alone marks a block that only one side has as deleted or inserted, or as moved.
func (m *merger) alone(b block, how track, move *move) block {
	if t, ok := b.(*table); ok {
		m.rows(t, how)
		return t
	}
	p := b.(*paragraph)
	switch {
	case move == nil:
		p.track, p.runs = how, m.tracked(p.runs, how)
	case how == deleted:
		p.track, p.move, p.runs = movedAway, move.number, move.old
	default:
		p.track, p.move, p.runs = movedHere, move.number, move.new
	}
	return p
}

// rows marks all rows of a table, and what is in them.
func (m *merger) rows(t *table, how track) {
	for i := range t.rows {
		m.row(&t.rows[i], how)
	}
}

func (m *merger) row(r *row, how track) {
	r.track = how
	for i := range r.cells {
		c := &r.cells[i]
		c.blocks = ended(c.blocks)
		for k, b := range c.blocks {
			c.blocks[k] = m.alone(b, how, nil)
		}
		c.blocks[len(c.blocks)-1].(*paragraph).track = kept // it goes with its row
	}
}

// both merges a block with what it was before.
func (m *merger) both(old, now block) block {
	if t, ok := now.(*table); ok {
		return m.table(old.(*table), t)
	}
	was, p := old.(*paragraph), now.(*paragraph)
	if !m.alike(was, p) {
		copied := *was
		p.was = &copied
	}
	p.section = p.section.over(was.section)
	p.runs = m.runs(was.runs, p.runs)
	return p
}

// over returns a section that knows what it was.
func (s *section) over(was *section) *section {
	if s == nil || was == nil || *s == *was {
		return s
	}
	now := *s
	now.was = was
	return &now
}

// alike reports whether two paragraphs have the same properties.
func (m *merger) alike(a, b *paragraph) bool {
	indents := a.indent == nil && b.indent == nil || a.indent != nil && b.indent != nil && *a.indent == *b.indent
	return m.same(a.num, b.num) && indents && a.style == b.style && a.level == b.level && a.bare == b.bare && a.stop == b.stop &&
		a.exact == b.exact && a.least == b.least && a.before == b.before && a.align == b.align && a.keep == b.keep && a.outline == b.outline && a.line == b.line && a.ruled == b.ruled && a.top == b.top && a.ends == b.ends
}
