package pdf

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// legend says which ink is which series, side by side within the column.
func (p *plot) legend() {
	if len(p.chart.Series) == 0 {
		return
	}
	row, at := slab{height: set.ChartSize.Leading}, length(0)
	flush := func() {
		p.l.add(row)
		row, at = slab{height: set.ChartSize.Leading}, 0
	}
	for i, name := range p.chart.Series {
		lines := p.Lines(name, p.l.width-2*swatch)
		if len(lines) == 0 {
			continue
		}
		if at > 0 && at+2*swatch+lines[0].Width > p.l.width {
			flush()
		}
		row.bars = append(row.bars, block{mark: p.mark, x: p.l.x + at, y: (set.ChartSize.Leading - swatch) / 2, width: swatch, height: swatch, ink: inks[i%len(inks)]})
		for n, ln := range lines {
			if n > 0 {
				flush()
			}
			row.texts = append(row.texts, p.text(ln, at+2*swatch, 0))
			at += 2*swatch + ln.Width + legendGap
		}
	}
	flush()
}

// bar sets a line of the budget: its label, and one bar below another for its
// values.
func (p *plot) bar(b *document.Bar) {
	s := slab{top: set.BarGap, height: p.Lead}
	for n, ln := range p.LabelLines(b) {
		s.texts = append(s.texts, p.text(ln, 0, length(n)*p.Lead))
		s.height = max(s.height, length(n+1)*p.Lead)
	}
	y := length(0)
	for i := range b.Values {
		v := &b.Values[i]
		s.bars = append(s.bars, p.block(v, y, p.ink(v, i)))
		y = p.figures(&s, v, y)
	}
	s.height = max(s.height, y)
	if s.height <= bodyHeight-2*boxPad*length(p.l.frame.depth()) {
		p.add(s, p.chart.Axis)
		return
	}
	for _, part := range p.split(&s) {
		p.add(part, p.chart.Axis)
	}
}

// add puts a slab below the last one, with its stretch of the line from which the
// bars reach out, and the lines between the stretches of an axis.
func (p *plot) add(s slab, axis []document.Stretch) {
	s.bars = append(p.between(&s, axis), s.bars...)
	zero := p.Bars + p.Share(p.chart.Zero)
	s.bars = append(s.bars, block{mark: furniture, x: p.l.x + zero - thin/2, y: -s.top / 2, width: thin, height: s.height + s.top})
	p.l.add(s)
}

// axis writes what the stretches of time are, above the bars; whoever hears the chart read is told once.
func (p *plot) axis(mark tag) {
	for _, row := range p.chart.Axes() {
		s := slab{height: set.ChartSize.Leading + set.BarGap}
		for _, stretch := range row {
			for _, ln := range p.Lines(document.Plain(stretch.Text), p.Room) {
				middle := p.Bars + p.Share((stretch.From+stretch.To)/2)
				t := p.text(ln, middle-ln.Width/2, 0)
				t.mark = mark
				s.texts = append(s.texts, t)
			}
		}
		p.add(s, row)
	}
}

// between are the lines between stretches of time, as high as a slab and behind its bars.
func (p *plot) between(s *slab, axis []document.Stretch) (list []block) {
	for _, stretch := range axis {
		x := p.l.x + p.Bars + p.Share(stretch.To) - thin/2
		list = append(list, block{mark: furniture, x: x, y: -s.top / 2, width: thin, height: s.height + s.top, ink: pale})
	}
	return list
}

// split makes a slab for each line of one that no page can hold.
func (p *plot) split(s *slab) []slab {
	parts := make([]slab, s.height/p.Lead)
	for i := range parts {
		parts[i].height = p.Lead
	}
	for _, t := range s.texts {
		i := t.y / p.Lead
		t.y -= i * p.Lead
		parts[i].texts = append(parts[i].texts, t)
	}
	for _, b := range s.bars {
		i := b.y / p.Lead
		b.y -= i * p.Lead
		parts[i].bars = append(parts[i].bars, b)
	}
	return parts
}

// block is the bar of a value.
func (p *plot) block(v *document.BarValue, y length, in ink) block {
	begin, end := v.Drawn()
	from, to := p.Share(begin), p.Share(end)
	return block{mark: p.mark, x: p.l.x + p.Bars + from, y: y + set.BarGap/2, width: to - from, height: set.ChartSize.Leading - set.BarGap, ink: in}
}

// figures sets a value's amount and share flush right, and returns where the next
// value begins.
func (p *plot) figures(s *slab, v *document.BarValue, y length) length {
	next := y + p.Lead
	for n, lines := range p.Figures(v) {
		for i, ln := range lines {
			at := y + length(i)*p.Lead
			s.texts = append(s.texts, p.text(ln, p.Ends[n]-ln.Width, at))
			next = max(next, at+p.Lead)
		}
	}
	return next
}

// ink is that of a bar's value: times have one, and marks are black.
func (p *plot) ink(v *document.BarValue, value int) ink {
	if v.Mark {
		return inks[len(inks)-1]
	}
	if p.times {
		value = 0
	}
	return inks[value%len(inks)]
}

func (p *plot) text(ln set.Line, x, y length) text {
	return text{mark: p.mark, x: p.l.x + x, y: y + set.ChartSize.Baseline(), size: set.ChartSize.Points, width: ln.Width, gap: ln.Gap, atoms: ln.Atoms}
}
