package pdf

import (
	"slices"

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
	emblem := l.emblem(m.Emblem)
	defer l.ruled(start, thick)
	defer l.hold(start, emblem)
	left := length(0)
	if emblem != nil {
		left = emblem.width + set.CellGap
	}
	l.beside(originLeft-set.CellGap, originLeft, func() {
		l.indented(left, 0, func() {
			l.paragraph(m.Name, setting{mark: l.leaf(roleParagraph), size: set.NameSize, style: set.Bold, stick: true})
		})
	}, func() {
		for _, t := range m.Origin {
			l.paragraph(t, setting{mark: l.leaf(roleParagraph), size: set.TextSize, stick: true})
		}
	})
}

// emblem is the picture at the left of the name, as high as it is to be, and no wider than half
// of the room for the name; nil for none.
func (l *layout) emblem(p *document.Picture) *picture {
	if !p.Shows() {
		return nil
	}
	high := length(p.Millimetres) * cm / 10
	wide := high * length(p.Wide) / length(p.High)
	if most := originLeft / 2; wide > most {
		wide, high = most, high*most/wide
	}
	mark := l.leaf(roleFigure)
	l.elements[mark.node].alt = p.Text
	return &picture{mark: mark, x: margin, width: wide, height: high, png: p.PNG}
}

// hold puts a picture on the only slab from start on, which is as high as it then; or on one of
// its own in front of several.
func (l *layout) hold(start int, p *picture) {
	switch {
	case p == nil:
	case len(l.slabs) == start+1:
		l.slabs[start].picture, l.slabs[start].height = p, max(l.slabs[start].height, p.height)
	default:
		top := l.after
		if len(l.slabs) > start {
			top, l.slabs[start].top = l.slabs[start].top, afterParagraph
		}
		l.slabs = slices.Insert(l.slabs, start, slab{top: top, height: p.height, picture: p, stick: true})
	}
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
