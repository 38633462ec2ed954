package pdf

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// originLeft is where the right column of the masthead begins.
const originLeft = fullWidth * 6 / 10

// masthead sets the head of page one over the full width.
func (l *layout) masthead(m *document.Masthead) {
	l.x, l.width = margin, fullWidth
	l.open(roleDivision)
	l.nameRow(m)
	l.indented(originLeft, 0, func() {
		for _, t := range m.Origin {
			l.paragraph(t, setting{mark: l.leaf(roleParagraph), size: set.TextSize, stick: true})
		}
	})
	l.sessionRows(m.Session)
	l.close()
	l.titleRows(m)
	l.x, l.width = columnLeft, columnWidth
}

// nameRow sets the name at the left, the symbol at the right, and the thick rule.
func (l *layout) nameRow(m *document.Masthead) {
	room := length(0)
	symbol := l.symbol(m.Symbol)
	if symbol == nil && m.Symbol != "" {
		l.paragraph(document.Plain(m.Symbol), setting{mark: l.leaf(roleParagraph), size: set.SmallSize, style: set.Bold, right: true, stick: true})
	}
	if symbol != nil {
		room = min(symbol.width+set.CellGap, fullWidth/2)
	}
	start := len(l.slabs)
	l.indented(0, room, func() {
		l.paragraph(m.Name, setting{mark: l.leaf(roleParagraph), size: set.NameSize, style: set.Bold, stick: true})
	})
	if symbol != nil {
		if len(l.slabs) == start {
			l.add(slab{height: set.NameSize.Leading, stick: true})
		}
		first := &l.slabs[start]
		symbol.mark = l.leaf(roleParagraph)
		first.texts = append(first.texts, *symbol)
	}
	if len(l.slabs) > start {
		last := &l.slabs[len(l.slabs)-1]
		last.height += 4 * point
		last.rules = append(last.rules, rule{x: margin, y: last.height, width: fullWidth, weight: thick})
		l.after = 6 * point
	}
}

// symbol sets the symbol as large as half the row allows; nil where no size is
// small enough, or there is none.
func (l *layout) symbol(symbol string) *text {
	chosen := set.NameSize
	line := l.setter.Word(symbol, set.Bold, chosen.Points)
	for _, smaller := range []set.Size{set.MeetingSize, set.TextSize, set.SmallSize} {
		if line.Width <= fullWidth/2 {
			break
		}
		chosen = smaller
		line = l.setter.Word(symbol, set.Bold, chosen.Points)
	}
	if symbol == "" || line.Width > fullWidth/2 {
		return nil
	}
	return &text{x: margin + fullWidth - line.Width, y: set.NameSize.Baseline(),
		size: chosen.Points, width: line.Width, atoms: line.Atoms}
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
	if n := len(l.slabs); n > 0 && (len(m.Title) > 0 || len(m.Byline) > 0) {
		last := &l.slabs[n-1]
		if len(last.rules) == 0 {
			last.rules = append(last.rules, rule{x: margin, y: last.height + 6*point, width: fullWidth, weight: thin})
		}
		l.after = 24 * point
	}
	l.indented(inset, inset, func() {
		l.paragraph(m.Title, setting{mark: l.leaf(roleTitle), size: set.TitleSize, style: set.Bold, after: afterMasthead, stick: true})
		l.paragraph(m.Byline, setting{mark: l.leaf(roleParagraph), size: set.MeetingSize, style: set.Bold, after: 2 * afterMasthead})
	})
}
