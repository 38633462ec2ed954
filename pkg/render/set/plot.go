package set

import "github.com/isuplan/isuplan/pkg/document"

// Plot says where the parts of a chart stand: labels at the left, bars, then the figures.
type Plot struct {
	Label  Length    // width of the labels
	Lead   Length    // from line to line
	Bars   Length    // where the bars begin, from the chart's left
	Room   Length    // how wide they may be
	Ends   [2]Length // where each column of figures ends: amounts, then shares
	wide   [2]Length // how wide it is
	setter *Setter
}

// axisLead is the distance of lines in a chart of times: closer, LibreOffice leaves some of them out.
const axisLead = 11 * Point

// Plot shares a width out among the parts of a chart: figures have what they need, labels
// at most two fifths of it, and the bars the rest.
func (s *Setter) Plot(c *document.Chart, width Length) Plot {
	p := Plot{setter: s, Lead: ChartSize.Leading, Ends: [2]Length{width, width}}
	if len(c.Axis) > 0 {
		p.Lead = axisLead
	}
	for i := range c.Bars {
		b := &c.Bars[i]
		p.Label = max(p.Label, p.natural(b.Label))
		for _, v := range b.Values {
			p.wide[0] = max(p.wide[0], p.natural(document.Plain(v.Text)))
			p.wide[1] = max(p.wide[1], p.natural(document.Plain(v.Share)))
		}
	}
	for n := range p.wide {
		p.wide[n] = min(p.wide[n], width/5)
	}
	if p.wide[1] > 0 {
		p.Ends[0] -= p.wide[1] + CellGap
	}
	if p.Lead == axisLead {
		p.Label += p.Label/9 + 1
	}
	p.Label = min(p.Label, width*2/5)
	p.Bars = p.Label + CellGap
	p.Room = max(0, p.Ends[0]-p.wide[0]-CellGap-p.Bars)
	return p
}

func (p *Plot) natural(t document.Text) Length { return p.setter.textWidth(t, 0, ChartSize.Points) }

// Lines breaks a text of the chart.
func (p *Plot) Lines(t document.Text, width Length) []Line {
	return p.setter.Lines(t, 0, ChartSize.Points, Measure{Width: width})
}

// LabelLines breaks the label of a bar; those of times stay clear of the width of the labels, since
// LibreOffice sets letters wider.
func (p *Plot) LabelLines(b *document.Bar) []Line {
	if p.Lead == axisLead {
		return p.Lines(b.Label, p.Label*9/10)
	}
	return p.Lines(b.Label, p.Label)
}

// Figures breaks the amount of a value and its share.
func (p *Plot) Figures(v *document.BarValue) [2][]Line {
	return [2][]Line{p.Lines(document.Plain(v.Text), p.wide[0]), p.Lines(document.Plain(v.Share), p.wide[1])}
}

// pageOfBars is how high the bars of a page may be: there is room above them for a title and for the names
// of stretches of time.
const pageOfBars = 640 * Point

// Pages parts the bars of a chart of times into those that stand on one page, as the positions where
// they end. Above each the stretches of time are named again; other charts are not parted.
func (p *Plot) Pages(c *document.Chart) (ends []int) {
	high := Length(0)
	for i := range c.Bars {
		bar := Length(p.lines(&c.Bars[i]))*p.Lead + BarGap
		if high > 0 && high+bar > pageOfBars && len(c.Axis) > 0 {
			ends, high = append(ends, i), 0
		}
		high += bar
	}
	return append(ends, len(c.Bars))
}

// Share turns parts of the drawing into a length.
func (p *Plot) Share(parts int) Length { return p.Room * Length(parts) / document.ChartWidth }

// lines counts the lines that a bar and its values take.
func (p *Plot) lines(b *document.Bar) int {
	n := 0
	for i := range b.Values {
		figures := p.Figures(&b.Values[i])
		n += max(1, len(figures[0]), len(figures[1]))
	}
	return max(1, n, len(p.LabelLines(b)))
}
