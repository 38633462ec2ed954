package html

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// The measures of a chart, in hundredths of the size of its type. It is as wide as its
// place; so labels stand above their bars, and amounts at the other side.
const (
	textLine  = 138
	baseline  = 100
	barHeight = 55
	barGap    = 28 // below a bar
	pairGap   = 75 // below the bars of a line of the budget
	shareRoom = 390
	labelMost = 32 // characters of a label that surely fit beside an amount on a phone
	inks      = 6  // in the style
)

// Chart writes a chart: its title and the names of its series as text, the bars as a
// picture, which says in words all that it shows.
func (w *writer) Chart(c *document.Chart, _ document.Rest) {
	w.charts++
	name := c.ID
	if name == "" {
		name = "chart-" + strconv.Itoa(w.charts)
	}
	name = w.names.give(name)
	w.put("<figure id=\"", esc(name), "\">\n")
	w.line("figcaption", "", c.Title)
	if len(c.Series) > 0 {
		w.put("<ul class=\"series\" role=\"list\">\n")
		for i, series := range c.Series {
			w.put(`<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="`, ink(i), `" width="10" height="10"/></svg> `)
			w.inline(series)
			w.put("</li>\n")
		}
		w.put("</ul>\n")
	}
	w.bars(c, name)
	w.put("</figure>\n")
}

// bars writes the picture of a chart.
func (w *writer) bars(c *document.Chart, name string) {
	p := drawing{writer: w, chart: c, times: c.Floats()}
	title, words := w.names.give(name+"/title"), w.names.give(name+"/words")
	w.put(`<svg class="chart" role="img" width="100%" height="`, em(p.height()), `" aria-labelledby="`, esc(title), `" aria-describedby="`, esc(words), "\">\n")
	w.put(`<title id="`, esc(title), `">`, esc(c.Title.String()), `</title><desc id="`, esc(words), `">`, esc(c.Alt), "</desc>\n")
	p.axis()
	for i := range c.Bars {
		if w.watch.Step() {
			break
		}
		p.bar(&c.Bars[i])
	}
	w.put("</svg>\n")
}

// drawing is the picture of a chart, drawn from top to bottom.
type drawing struct {
	*writer
	chart *document.Chart
	y     int
	times bool // its bars are times
}

// height is that of the picture.
func (p *drawing) height() (sum int) {
	sum = textLine * len(p.chart.Axes())
	for i := range p.chart.Bars {
		sum += heightOf(&p.chart.Bars[i])
	}
	return sum
}

// heightOf is how high a line of the budget is, with all of its bars.
func heightOf(b *document.Bar) int {
	values := max(1, len(b.Values))
	return len(wrap(b.Label.String(), labelMost))*textLine + (values-1)*textLine + values*(barHeight+barGap) + pairGap - barGap
}

// axis writes what the stretches of time are, and draws the lines between them behind the bars.
func (p *drawing) axis() {
	for _, row := range p.chart.Axes() {
		for _, s := range row {
			if s.Text != "" {
				p.put(`<text text-anchor="middle" x="`, percent((s.From+s.To)/2), `" y="`, em(p.y+baseline), `">`, esc(s.Text), "</text>\n")
			}
			if s.To < document.ChartWidth {
				p.put(`<rect class="`, ink(inks/2), `" x="`, percent(s.To), `" y="`, em(p.y), `" width="1" height="`, em(p.height()-p.y), "\"/>\n")
			}
		}
		p.y += textLine
	}
}

// bar draws a line of the budget: its label, then amounts and bars.
func (p *drawing) bar(b *document.Bar) {
	lines := wrap(b.Label.String(), labelMost)
	p.put(`<text`, p.place(b.Label), ">")
	for i, line := range lines {
		p.put(`<tspan x="0" y="`, em(p.y+i*textLine+baseline), `">`, esc(line), "</tspan>")
	}
	p.put("</text>\n")
	top := p.y
	for i, v := range b.Values {
		p.value(v)
		if i == 0 {
			p.y += (len(lines) - 1) * textLine
		}
		p.y += textLine
		p.track(&v, p.ink(&v, i))
		p.y += barHeight + barGap
	}
	p.y = top + heightOf(b)
}

// value writes an amount and its share at the end of the line.
func (p *drawing) value(v document.BarValue) {
	y := em(p.y + baseline)
	if v.Share == "" {
		p.put(`<text class="amount" x="100%" y="`, y, `">`, esc(v.Text), "</text>\n")
		return
	}
	p.put(`<text class="amount" x="100%" dx="-`, em(shareRoom), `" y="`, y, `">`, esc(v.Text), `</text> <text class="amount" x="100%" y="`, y, `">`, esc(v.Share), "</text>\n")
}

// track draws a bar on the line that it may fill.
func (p *drawing) track(v *document.BarValue, ink string) {
	y, high := em(p.y), em(barHeight)
	if len(p.chart.Axis) == 0 {
		p.put(`<rect class="track" x="0" y="`, y, `" width="100%" height="`, high, "\"/>\n")
	}
	if from, to := v.Drawn(); to > from {
		p.put(`<rect class="`, ink, `" x="`, percent(from), `" y="`, y, `" width="`, percent(to-from), `" height="`, high, "\"/>\n")
	}
	if p.chart.Zero > 0 {
		p.put(`<rect class="zero" x="`, percent(p.chart.Zero), `" y="`, y, `" width="1" height="`, high, "\"/>\n")
	}
}

// place is where a label was written, as an attribute.
func (p *drawing) place(t document.Text) string {
	for i := range t {
		if p.At == nil {
			break
		}
		if at := p.At(&t[i]); at != "" {
			return ` data-at="` + esc(at) + `"`
		}
	}
	return ""
}

// ink is that of a bar's value: times have one, and marks the darkest.
func (p *drawing) ink(v *document.BarValue, value int) string {
	if v.Mark {
		return ink(inks - 1)
	}
	if p.times {
		value = 0
	}
	return ink(value)
}

func ink(series int) string { return "ink-" + strconv.Itoa(series%inks+1) }

// em writes a measure in hundredths of the size of type.
func em(n int) string { return decimal(n) + "em" }

// percent writes a part of the width of a chart.
func percent(n int) string { return decimal(n*100*100/document.ChartWidth) + "%" }

// decimal writes hundredths.
func decimal(n int) string {
	s := strconv.Itoa(n / 100)
	if n%100 == 0 {
		return s
	}
	const tenth = 10
	if n%100 < tenth {
		return s + ".0" + strconv.Itoa(n%100)
	}
	return s + "." + strconv.Itoa(n%100)
}

// wrap breaks a text into lines of limited length, at blanks where it can; a blank at a
// break stays at the end of its line.
func wrap(s string, most int) (lines []string) {
	runes := []rune(s)
	for len(runes) > most {
		cut := most
		for i := most; i > 0; i-- {
			if runes[i-1] == ' ' {
				cut = i
				break
			}
		}
		lines, runes = append(lines, string(runes[:cut])), runes[cut:]
	}
	return append(lines, string(runes))
}
