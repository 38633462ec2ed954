package pdf

import (
	"cmp"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// The form of a chart.
const (
	swatch    = 6 * point // the side of a square in the legend
	legendGap = 14 * point
)

// inks are those of a chart's series: blues and greys that differ in print too.
var inks = []ink{{0x1F, 0x5F, 0x99}, {0x9A, 0x9A, 0x9A}, {0x4D, 0x4D, 0x4D}, {0xC8, 0xC8, 0xC8}, {0x8F, 0xB4, 0xD9}, {0x1A, 0x1A, 0x1A}}

// pale is the ink of the lines between quarters, which bars cover.
var pale = ink{0xC8, 0xC8, 0xC8}

// plot is a chart being set.
type plot struct {
	set.Plot
	l     *layout
	chart *document.Chart
	mark  tag
	times bool // its bars are times
}

// Chart sets a chart as one figure, which is kept on a page where it can be.
func (l *layout) Chart(c *document.Chart, _ document.Rest) {
	words, kind := cmp.Or(c.Alt, c.Title.String()), roleFigure
	if words == "" {
		kind = roleParagraph // nobody would hear of it: its labels are read instead
	}
	p := plot{l: l, chart: c, mark: l.open(kind), times: c.Floats()}
	defer l.close()
	l.elements[p.mark.node].alt = words
	first := len(l.slabs)
	l.after = max(l.after, afterParagraph)
	l.paragraph(c.Title, setting{mark: p.mark, size: set.CellSize, style: set.Bold, after: afterParagraph / 2})
	p.Plot = l.setter.Plot(c, l.width)
	p.legend()
	from, named := 0, p.mark
	for _, to := range p.Pages(c) {
		p.axis(named)
		p.page(first, c.Bars[from:to])
		first, from, named = len(l.slabs), to, tag{role: roleRepeated}
	}
	l.after = 2 * afterParagraph
}

// page sets the bars of one page, and keeps them together with what stands above them, from its first slab.
func (p *plot) page(first int, bars []document.Bar) {
	l := p.l
	for i := range bars {
		if l.setter.Step() {
			break
		}
		p.bar(&bars[i])
	}
	keepTogether(l.slabs[first:])
	if len(l.slabs) > first {
		l.slabs[len(l.slabs)-1].stick = false
	}
}
