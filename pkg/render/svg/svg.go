// Package svg draws a chart as a picture that stands by itself.
package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// The measures of a chart, in pixels: labels at the left, bars, amounts and shares,
// both of which end at theirs.
const (
	width     = 720
	labels    = 250
	bars      = 300
	amount    = 654
	share     = 712
	barHeight = 13
	step      = 18
	gap       = 6
	left      = 8
	labelLine = 31 // characters of a label that surely fit on a line
	titleLine = 90 // of the title, and of the names of the series
)

// inks are those of the PDF: blues and greys that differ in print too.
var inks = []string{"#1f5f99", "#9a9a9a", "#4d4d4d", "#c8c8c8", "#8fb4d9", "#1a1a1a"}

// mark says in the picture who made it.
const mark = "<!-- made by isuplan; building again replaces this file -->\n"

// Ours reports whether a picture was made by Chart: whether the mark is its second
// line.
func Ours(existing []byte) bool {
	head, rest, _ := bytes.Cut(existing, []byte("\n"))
	return bytes.HasPrefix(head, []byte("<svg ")) && bytes.HasPrefix(rest, []byte(mark))
}

// picture is a chart being drawn, from top to bottom.
type picture struct {
	body  bytes.Buffer
	y     int
	times bool // its bars are times, all in one ink
}

// Chart draws a chart as a picture of its own, readable without any other file.
func Chart(c *document.Chart) []byte {
	p := picture{y: gap, times: c.Floats()}
	for _, line := range wrap(c.Title.String(), titleLine) {
		p.text(left, ` font-weight="bold"`, line)
		p.y += step
	}
	for i, name := range c.Series {
		p.rect(labels, barHeight, inks[i%len(inks)])
		p.text(labels+barHeight+gap, "", name.String())
		p.y += step
	}
	for _, row := range c.Axes() {
		p.axis(row)
	}
	p.y += gap
	top := p.y
	for i := range c.Bars {
		p.bar(&c.Bars[i])
	}
	var between bytes.Buffer
	lines(&between, c.Axis, top, p.y)
	zero := labels + bars*c.Zero/document.ChartWidth
	fmt.Fprintf(&p.body, `<rect x="%d" y="%d" width="1" height="%d"/>`+"\n", zero, top-gap/2, p.y-top)
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="Liberation Serif, Times New Roman, serif" font-size="14">`+"\n",
		width, p.y, width, p.y)
	out.WriteString(mark)
	fmt.Fprintf(&out, "<title>%s</title>\n<desc>%s</desc>\n", escapeXML(c.Title.String()), escapeXML(c.Alt))
	fmt.Fprintf(&out, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", width, p.y)
	out.Write(between.Bytes())
	out.Write(p.body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// axis writes what the stretches of time are, above the bars.
func (p *picture) axis(axis []document.Stretch) {
	for _, s := range axis {
		if s.Text != "" {
			p.text(labels+bars*(s.From+s.To)/2/document.ChartWidth, ` text-anchor="middle"`, s.Text)
		}
	}
	p.y += step
}

// lines draws the lines between stretches of time, behind the bars.
func lines(out *bytes.Buffer, axis []document.Stretch, top, foot int) {
	for _, s := range axis {
		fmt.Fprintf(out, `<rect x="%d" y="%d" width="1" height="%d" fill="%s"/>`+"\n", labels+bars*s.To/document.ChartWidth, top-gap/2, foot-top, inks[3])
	}
}

// bar draws a line of the budget: its label, and one bar below another.
func (p *picture) bar(b *document.Bar) {
	top := p.y
	for _, line := range wrap(b.Label.String(), labelLine) {
		p.text(left, "", line)
		p.y += step
	}
	foot := p.y
	p.y = top
	for i, v := range b.Values {
		begin, end := v.Drawn()
		from, to := bars*begin/document.ChartWidth, bars*end/document.ChartWidth
		p.rect(labels+from, to-from, p.ink(&v, i))
		if v.Share == "" {
			p.text(share, ` text-anchor="end"`, v.Text)
		} else {
			p.text(amount, ` text-anchor="end"`, v.Text)
			p.text(share, ` text-anchor="end"`, v.Share)
		}
		p.y += step
	}
	p.y = max(p.y, foot) + gap
}

// ink is that of a bar's value; marks are black.
func (p *picture) ink(v *document.BarValue, value int) string {
	if v.Mark {
		return inks[len(inks)-1]
	}
	if p.times {
		value = 0
	}
	return inks[value%len(inks)]
}

func (p *picture) rect(x, long int, ink string) {
	if long > 0 {
		fmt.Fprintf(&p.body, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, p.y, long, barHeight, ink)
	}
}

func (p *picture) text(x int, style, s string) {
	fmt.Fprintf(&p.body, `<text x="%d" y="%d"%s>%s</text>`+"\n", x, p.y+barHeight-2, style, escapeXML(s))
}

// wrap breaks a text into lines of limited length, at blanks where it can: a picture is
// drawn with fonts that nobody can measure here.
func wrap(s string, most int) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(s) {
		if line != "" && len([]rune(line+" "+word)) > most {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
		for runes := []rune(line); len(runes) > most; runes = []rune(line) {
			lines, line = append(lines, string(runes[:most])), string(runes[most:])
		}
	}
	return append(lines, line)
}

func escapeXML(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
