package pdf

import "github.com/isuplan/isuplan/pkg/document"

// legend says which ink is which series, side by side as far as the column goes.
func (p *plot) legend() {
	if len(p.chart.Series) == 0 {
		return
	}
	row, at := slab{height: chartSize.leading}, length(0)
	flush := func() {
		p.l.add(row)
		row, at = slab{height: chartSize.leading}, 0
	}
	for i, name := range p.chart.Series {
		lines := p.lines(name, p.l.width-2*swatch)
		if len(lines) == 0 {
			continue
		}
		if at > 0 && at+2*swatch+lines[0].width > p.l.width {
			flush()
		}
		row.bars = append(row.bars, block{mark: p.mark, x: p.l.x + at, y: (chartSize.leading - swatch) / 2, width: swatch, height: swatch, ink: inks[i%len(inks)]})
		for n, ln := range lines {
			if n > 0 {
				flush()
			}
			row.texts = append(row.texts, p.text(ln, at+2*swatch, 0))
			at += 2*swatch + ln.width + legendGap
		}
	}
	flush()
}

// bar sets a line of the budget: its label, and one bar below another for its
// values.
func (p *plot) bar(b *document.Bar) {
	s := slab{top: barGap, height: chartSize.leading}
	for n, ln := range p.lines(b.Label, p.label) {
		s.texts = append(s.texts, p.text(ln, 0, length(n)*chartSize.leading))
		s.height = max(s.height, length(n+1)*chartSize.leading)
	}
	y := length(0)
	for i := range b.Values {
		v := &b.Values[i]
		s.bars = append(s.bars, p.block(v, y, inks[i%len(inks)]))
		y = p.figures(&s, v, y)
	}
	s.height = max(s.height, y)
	if s.height <= bodyHeight-2*boxPad*p.l.frame.depth() {
		p.add(s)
		return
	}
	for _, part := range p.split(&s) {
		p.add(part)
	}
}

// add puts a slab below the last one, with its stretch of the line from which the
// bars reach out.
func (p *plot) add(s slab) {
	zero := p.bars + p.share(p.chart.Zero)
	s.bars = append(s.bars, block{mark: furniture, x: p.l.x + zero - thin/2, y: -s.top / 2, width: thin, height: s.height + s.top})
	p.l.add(s)
}

// split makes a slab for each line of one that no page can hold.
func (p *plot) split(s *slab) []slab {
	parts := make([]slab, s.height/chartSize.leading)
	for i := range parts {
		parts[i].height = chartSize.leading
	}
	for _, t := range s.texts {
		i := t.y / chartSize.leading
		t.y -= i * chartSize.leading
		parts[i].texts = append(parts[i].texts, t)
	}
	for _, b := range s.bars {
		i := b.y / chartSize.leading
		b.y -= i * chartSize.leading
		parts[i].bars = append(parts[i].bars, b)
	}
	return parts
}

// block is the bar of a value.
func (p *plot) block(v *document.BarValue, y length, in ink) block {
	from, to := p.share(v.From), p.share(v.To)
	return block{mark: p.mark, x: p.l.x + p.bars + from, y: y + barGap/2, width: to - from, height: chartSize.leading - barGap, ink: in}
}

// share turns parts of the drawing into a length.
func (p *plot) share(parts int) length { return p.room * length(parts) / document.ChartWidth }

// figures sets a value's amount and share flush right, and returns where the next
// value begins.
func (p *plot) figures(s *slab, v *document.BarValue, y length) length {
	next := y + chartSize.leading
	for n, text := range []string{v.Text, v.Share} {
		for i, ln := range p.lines(document.Plain(text), p.wide[n]) {
			at := y + length(i)*chartSize.leading
			s.texts = append(s.texts, p.text(ln, p.ends[n]-ln.width, at))
			next = max(next, at+chartSize.leading)
		}
	}
	return next
}

func (p *plot) lines(t document.Text, width length) []line {
	atoms := p.l.faces.fit(p.l.faces.atoms(t, 0, chartSize.points), chartSize.points, width)
	return measure{size: chartSize, width: width}.lines(atoms)
}

func (p *plot) text(ln line, x, y length) text {
	return text{mark: p.mark, x: p.l.x + x, y: y + chartSize.baseline(), size: chartSize.points, width: ln.width, gap: ln.gap, atoms: ln.atoms}
}
