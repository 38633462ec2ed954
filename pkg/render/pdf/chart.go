package pdf

import "github.com/isuplan/isuplan/pkg/document"

// The form of a chart: labels at the left, bars, values behind them.
const (
	chartLabels = columnWidth * 35 / 100
	chartBars   = columnWidth * 38 / 100
	chartBar    = 8 * point
)

// shades of the series, from dark to light; the last serves all that follow.
var shades = []int{70, 130, 180, 210}

// chart sets a chart of horizontal bars.
func (l *layout) chart(c document.Chart) {
	l.open(roleFigure)
	defer l.close()
	l.paragraph(c.Title, setting{mark: l.leaf(roleParagraph), size: cellSize, style: italic, after: afterParagraph / 2, stick: true})
	l.legend(c.Series)
	for i := range c.Bars {
		l.bar(&c.Bars[i])
	}
	l.after = 2 * afterParagraph
}

// legend names the series beside a patch of their shade.
func (l *layout) legend(series []string) {
	for i, name := range series {
		s := slab{height: cellSize.leading, stick: true}
		s.rules = []rule{{x: l.x + chartLabels, y: cellSize.leading / 2, width: chartBar, weight: chartBar, gray: shade(i)}}
		s.texts = []text{l.piece(name, chartLabels+2*chartBar)}
		l.add(s)
	}
}

func shade(series int) int { return shades[min(series, len(shades)-1)] }

// bar sets one label and its bars, kept together.
func (l *layout) bar(b *document.Bar) {
	label := l.faces.fit(l.faces.atoms(document.Plain(b.Label), 0, cellSize.points), cellSize.points, chartLabels-cellGap)
	lines := measure{size: cellSize, width: chartLabels - cellGap}.lines(label)
	mark := l.leaf(roleParagraph)
	for i := range max(len(lines), len(b.Values)) {
		s := slab{height: cellSize.leading + rowPad}
		s.stick = i+1 < max(len(lines), len(b.Values))
		if i < len(lines) {
			s.texts = append(s.texts, text{mark: mark, x: l.x, y: cellSize.baseline(), size: cellSize.points,
				width: lines[i].width, gap: lines[i].gap, atoms: lines[i].atoms})
		}
		if i < len(b.Values) {
			v := b.Values[i]
			width := chartBars * length(min(max(v.Part, 0), 10000)) / 10000
			if width > 0 {
				s.rules = append(s.rules, rule{x: l.x + chartLabels, y: cellSize.leading / 2, width: width, weight: chartBar, gray: shade(i)})
			}
			s.texts = append(s.texts, l.piece(v.Text, chartLabels+width+cellGap/2))
		}
		l.add(s)
	}
}

// piece sets a word or two on one line, at a distance from the column's left edge.
func (l *layout) piece(s string, x length) text {
	atoms := l.faces.word(s, 0, cellSize.points)
	return text{mark: l.leaf(roleParagraph), x: l.x + x, y: cellSize.baseline(), size: cellSize.points, width: atoms[0].width, atoms: atoms}
}
