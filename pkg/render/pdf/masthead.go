package pdf

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// originLeft is where the right column of the masthead begins.
const originLeft = fullWidth * 6 / 10

// masthead sets the head of page one over the full width: the symbol above a thin rule, the
// body's name beside date and language above a thick one, then the meeting and the title.
func (l *layout) masthead(m *document.Masthead) {
	l.x, l.width = margin, fullWidth
	l.open(roleDivision)
	l.symbolRow(m.Symbol)
	l.nameRow(m)
	l.sessionRows(m.Session)
	l.close()
	l.titleRows(m)
	l.x, l.width = columnLeft, columnWidth
}

// symbolRow sets the symbol at the right, alone, as large as the row allows.
func (l *layout) symbolRow(symbol string) {
	if symbol == "" {
		return
	}
	chosen := set.SmallSize
	for _, size := range []set.Size{set.NameSize, set.MeetingSize, set.TextSize} {
		if l.setter.Width(symbol, set.Bold, size.Points) <= fullWidth {
			chosen = size
			break
		}
	}
	start := len(l.slabs)
	l.paragraph(document.Plain(symbol), setting{mark: l.leaf(roleParagraph), size: chosen, style: set.Bold, right: true, stick: true})
	l.ruled(start, thin)
}

// nameRow sets the name at the left, beside it the lines of the origin.
func (l *layout) nameRow(m *document.Masthead) {
	start := len(l.slabs)
	l.beside(originLeft-set.CellGap, originLeft, func() {
		l.paragraph(m.Name, setting{mark: l.leaf(roleParagraph), size: set.NameSize, style: set.Bold, stick: true})
	}, func() {
		for _, t := range m.Origin {
			l.paragraph(t, setting{mark: l.leaf(roleParagraph), size: set.TextSize, stick: true})
		}
	})
	l.ruled(start, thick)
}

// ruled draws a rule below the last of the slabs from start on, if there is one.
func (l *layout) ruled(start int, weight length) {
	if len(l.slabs) == start {
		return
	}
	last := &l.slabs[len(l.slabs)-1]
	last.height += 4 * point
	last.rules = append(last.rules, rule{x: margin, y: last.height, width: fullWidth, weight: weight})
	l.after = 6 * point
}

// beside sets two columns side by side, the left one as wide as said, the right one from its
// position on. Columns that are too high for one slab stand one below the other.
func (l *layout) beside(leftWidth, rightX length, left, right func()) {
	const most = set.BodyHeight / 3
	start := len(l.slabs)
	l.indented(0, l.width-leftWidth, left)
	between := len(l.slabs)
	l.indented(rightX, 0, right)
	high := max(heightOf(l.slabs[start:between]), heightOf(l.slabs[between:]))
	if high > most || between == start || between == len(l.slabs) {
		return
	}
	row := l.slabs[start]
	row.texts, row.height = nil, high
	row.stack(l.slabs[start:between])
	row.stack(l.slabs[between:])
	l.slabs = append(l.slabs[:start], row)
}

// heightOf is how high slabs are one below the other, without the space above the first.
func heightOf(slabs []slab) (high length) {
	for i := range slabs {
		if i > 0 {
			high += slabs[i].top
		}
		high += slabs[i].height
	}
	return high
}

// stack takes over the texts of slabs, one below the other from the top.
func (s *slab) stack(slabs []slab) {
	y := length(0)
	for i := range slabs {
		if i > 0 {
			y += slabs[i].top
		}
		for _, t := range slabs[i].texts {
			t.y += y
			s.texts = append(s.texts, t)
		}
		y += slabs[i].height
	}
}

func (l *layout) sessionRows(lines []document.Text) {
	for i, t := range lines {
		s := setting{mark: l.leaf(roleParagraph), size: set.TextSize, stick: true}
		if i == 0 {
			s.size, s.style, s.before = set.MeetingSize, set.Bold, 6*point
		}
		l.indented(0, fullWidth/4, func() { l.paragraph(t, s) })
	}
}

// titleRows set the title and the byline at the text column.
func (l *layout) titleRows(m *document.Masthead) {
	if len(l.slabs) > 0 && (len(m.Title) > 0 || len(m.Byline) > 0) {
		l.after = 24 * point
	}
	l.indented(inset, inset, func() {
		l.paragraph(m.Title, setting{mark: l.leaf(roleTitle), size: set.TitleSize, style: set.Bold, after: afterMasthead, stick: true})
		l.paragraph(m.Byline, setting{mark: l.leaf(roleParagraph), size: set.MeetingSize, style: set.Bold, after: 2 * afterMasthead})
	})
}
