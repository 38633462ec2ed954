package pdf

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// layout turns a document into slabs.
type layout struct {
	tree
	setter *set.Setter
	slabs  []slab
	x      length // of the current column
	width  length
	frame  *frame
	after  length // what the last block wants below it
	pad    length // on top of that: the sides of frames in between
	turned bool   // what is added stands on a page on its side
	wide   *wide  // and there, nil in the column of text
}

// indented runs do in a column that is narrower on the left, and on the right.
func (l *layout) indented(left, right length, do func()) {
	x, width := l.x, l.width
	right = max(0, min(right, width-minColumn))
	left = max(0, min(left, width-right-minColumn))
	l.x, l.width = x+left, width-left-right
	do()
	l.x, l.width = x, width
}

// add puts a slab below the last one.
func (l *layout) add(s slab) *slab {
	s.top = max(s.top, l.after) + l.pad
	s.frame, s.turned, s.wide = l.frame, l.turned, l.wide
	l.after, l.pad = 0, 0
	l.slabs = append(l.slabs, s)
	return &l.slabs[len(l.slabs)-1]
}

// setting is how a text is set as a paragraph.
type setting struct {
	mark          tag
	size          set.Size
	style         set.Style
	justify       bool
	right         bool // flush right
	center        bool
	addresses     bool // lines end within addresses where they can
	before, after length
	first         length // indentation of the first line
	stick         bool   // stays with what follows
	outline       *bookmark
	label         *label
}

// label is a number or a marker in front of a text.
type label struct {
	mark  tag
	text  string
	style set.Style
	x     length // from the column's left edge
	right bool   // x is where it ends
}

// paragraph sets a text in the current column. A text of nothing takes no room,
// a label without a text takes a line.
func (l *layout) paragraph(t document.Text, s setting) {
	start := len(l.slabs)
	l.after = max(l.after, s.before)
	t = l.swallow(t, &s)
	for i, ln := range l.lines(t, &s) {
		l.add(slab{height: s.size.Leading, texts: []text{l.place(ln, &s, i == 0)}})
	}
	if s.label != nil && s.label.text != "" {
		if len(l.slabs) == start {
			l.add(slab{height: s.size.Leading})
		}
		l.hang(&l.slabs[start], &s)
	}
	if len(l.slabs) > start {
		l.slabs[start].bookmark = s.outline
		for i := start; i < len(l.slabs); i++ {
			if s.outline != nil {
				l.slabs[i].title = s.outline.level
			}
		}
		glue(l.slabs[start:], s.stick)
		if s.stick && s.style&set.Bold != 0 {
			keepTogether(l.slabs[start:])
		}
		l.after = s.after
	}
}

// swallow makes a label that is too wide to stand in front of a text a part of it.
func (l *layout) swallow(t document.Text, s *setting) document.Text {
	if s.label == nil || l.setter.Width(s.label.text, s.label.style, s.size.Points) <= l.width/3 {
		return t
	}
	t = append(document.Text{{Text: s.label.text + " ", Strong: s.label.style&set.Bold != 0}}, t...)
	s.label, s.first = nil, 0
	return t
}

// lines breaks a text for the current column.
func (l *layout) lines(t document.Text, s *setting) []set.Line {
	return l.setter.Lines(t, s.style, s.size.Points, set.Measure{Width: l.width, First: s.first, Justify: s.justify, Addresses: s.addresses})
}

func (l *layout) place(ln set.Line, s *setting, first bool) text {
	t := text{mark: s.mark, x: l.x, y: s.size.Baseline(), size: s.size.Points,
		width: ln.Width, gap: ln.Gap, wider: ln.Wider, atoms: ln.Atoms}
	switch {
	case s.right:
		t.x += l.width - ln.Width
	case s.center:
		t.x += (l.width - ln.Width) / 2
	case first:
		t.x += s.first
	}
	return t
}

// hang puts the label in front of the first line.
func (l *layout) hang(first *slab, s *setting) {
	line := l.setter.Word(s.label.text, s.label.style, s.size.Points)
	t := text{mark: s.label.mark, x: l.x + s.label.x, y: s.size.Baseline(),
		size: s.size.Points, width: line.Width, atoms: line.Atoms}
	if s.label.right {
		t.x -= t.width
	}
	first.texts = append([]text{t}, first.texts...)
}

// glue keeps two lines at least at either end of a page; where stick is set, the
// last line stays with what follows.
func glue(slabs []slab, stick bool) {
	n := len(slabs)
	for i := range slabs {
		slabs[i].stick = i == 0 && n > 1 || i == n-2 || i == n-1 && stick
		slabs[i].lead = stick
	}
}

// keepTogether keeps a heading together, however many lines it has.
func keepTogether(slabs []slab) {
	for i := range slabs {
		slabs[i].stick = true
	}
}

// keepTwo keeps what introduces a text with two lines of it, even where the first
// is a paragraph of its own; but not with the next heading.
func keepTwo(slabs []slab) {
	for i := range max(0, len(slabs)-2) {
		if slabs[i].lead && !slabs[i+1].lead && !slabs[i+2].lead {
			slabs[i+1].stick = true
		}
	}
}
