package pdf

import (
	"cmp"

	"github.com/isuplan/isuplan/pkg/document"
)

// The form of a chart.
const (
	barGap    = 2 * point // above and below each bar
	swatch    = 6 * point // the side of a square in the legend
	legendGap = 14 * point
)

// inks are those of a chart's series: blues and greys that differ in print too.
var inks = []ink{{0x1F, 0x5F, 0x99}, {0x9A, 0x9A, 0x9A}, {0x4D, 0x4D, 0x4D}, {0xC8, 0xC8, 0xC8}, {0x8F, 0xB4, 0xD9}, {0x1A, 0x1A, 0x1A}}

// chartSize is the type of a chart.
var chartSize = size{8, 10 * point}

// plot is a chart being set: labels at the left, bars, then the figures.
type plot struct {
	l     *layout
	chart *document.Chart
	mark  tag
	label length   // width of the labels
	bars  length   // where the bars begin, from the column's left
	room  length   // how wide they may be
	ends  []length // where each column of figures ends: amounts, then shares
	wide  []length
}

// chart sets a chart as one figure, which is kept on a page where it can be.
func (l *layout) chart(c *document.Chart) {
	words, kind := cmp.Or(c.Alt, c.Title.String()), roleFigure
	if words == "" {
		kind = roleParagraph // nobody would hear of it: its labels are read instead
	}
	p := plot{l: l, chart: c, mark: l.open(kind)}
	defer l.close()
	l.elements[p.mark.node].alt = words
	start := len(l.slabs)
	l.after = max(l.after, afterParagraph)
	l.paragraph(c.Title, setting{mark: p.mark, size: cellSize, style: bold, after: afterParagraph / 2})
	p.columns()
	p.legend()
	for i := range c.Bars {
		p.bar(&c.Bars[i])
	}
	whole(l.slabs[start:])
	if len(l.slabs) > start {
		l.slabs[len(l.slabs)-1].stick = false
	}
	l.after = 2 * afterParagraph
}

// columns shares the width out: figures have what they need, labels at most two
// fifths of the column, and the bars the rest.
func (p *plot) columns() {
	p.wide = make([]length, 2)
	label := length(0)
	for i := range p.chart.Bars {
		b := &p.chart.Bars[i]
		label = max(label, p.natural(b.Label))
		for _, v := range b.Values {
			for n, text := range []string{v.Text, v.Share} {
				p.wide[n] = max(p.wide[n], p.natural(document.Plain(text)))
			}
		}
	}
	p.ends = []length{p.l.width, p.l.width}
	for n := range p.wide {
		p.wide[n] = min(p.wide[n], p.l.width/5)
	}
	if p.wide[1] > 0 {
		p.ends[0] -= p.wide[1] + cellGap
	}
	p.label = min(label, p.l.width*2/5)
	p.bars = p.label + cellGap
	p.room = max(0, p.ends[0]-p.wide[0]-cellGap-p.bars)
}

func (p *plot) natural(t document.Text) length {
	atoms := p.l.faces.atoms(t, 0, chartSize.points)
	if len(atoms) == 0 {
		return 0
	}
	return chunkWidth(atoms)
}
