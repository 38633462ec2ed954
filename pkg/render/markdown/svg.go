package markdown

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
	svgWidth  = 720
	svgLabels = 250
	svgBars   = 300
	svgAmount = 654
	svgShare  = 712
	svgBar    = 13
	svgStep   = 18
	svgGap    = 6
	svgLeft   = 8
	svgLine   = 31 // characters of a label that surely fit on a line
	svgTitle  = 90 // of the title, and of the names of the series
)

// svgInks are those of the PDF: blues and greys that differ in print too.
var svgInks = []string{"#1f5f99", "#9a9a9a", "#4d4d4d", "#c8c8c8", "#8fb4d9", "#1a1a1a"}

// svgMark says in the picture who made it.
const svgMark = "<!-- made by isuplan; building again replaces this file -->\n"

// OursSVG reports whether a picture was made by SVG: whether the mark is its second
// line.
func OursSVG(existing []byte) bool {
	head, rest, _ := bytes.Cut(existing, []byte("\n"))
	return bytes.HasPrefix(head, []byte("<svg ")) && bytes.HasPrefix(rest, []byte(svgMark))
}

// picture is a chart being drawn, from top to bottom.
type picture struct {
	body bytes.Buffer
	y    int
}

// SVG draws a chart as a picture of its own, readable without any other file.
func SVG(c *document.Chart) []byte {
	p := picture{y: svgGap}
	for _, line := range wrap(c.Title.String(), svgTitle) {
		p.text(svgLeft, ` font-weight="bold"`, line)
		p.y += svgStep
	}
	for i, name := range c.Series {
		p.rect(svgLabels, svgBar, svgInks[i%len(svgInks)])
		p.text(svgLabels+svgBar+svgGap, "", name.String())
		p.y += svgStep
	}
	p.y += svgGap
	top := p.y
	for i := range c.Bars {
		p.bar(&c.Bars[i])
	}
	zero := svgLabels + svgBars*c.Zero/document.ChartWidth
	fmt.Fprintf(&p.body, `<rect x="%d" y="%d" width="1" height="%d"/>`+"\n", zero, top-svgGap/2, p.y-top)
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="Liberation Serif, Times New Roman, serif" font-size="14">`+"\n",
		svgWidth, p.y, svgWidth, p.y)
	out.WriteString(svgMark)
	fmt.Fprintf(&out, "<title>%s</title>\n<desc>%s</desc>\n", escapeXML(c.Title.String()), escapeXML(c.Alt))
	fmt.Fprintf(&out, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", svgWidth, p.y)
	out.Write(p.body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// bar draws a line of the budget: its label, and one bar below another.
func (p *picture) bar(b *document.Bar) {
	top := p.y
	for _, line := range wrap(b.Label.String(), svgLine) {
		p.text(svgLeft, "", line)
		p.y += svgStep
	}
	foot := p.y
	p.y = top
	for i, v := range b.Values {
		from, to := svgBars*v.From/document.ChartWidth, svgBars*v.To/document.ChartWidth
		p.rect(svgLabels+from, to-from, svgInks[i%len(svgInks)])
		if v.Share == "" {
			p.text(svgShare, ` text-anchor="end"`, v.Text)
		} else {
			p.text(svgAmount, ` text-anchor="end"`, v.Text)
			p.text(svgShare, ` text-anchor="end"`, v.Share)
		}
		p.y += svgStep
	}
	p.y = max(p.y, foot) + svgGap
}

func (p *picture) rect(x, width int, ink string) {
	if width > 0 {
		fmt.Fprintf(&p.body, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, p.y, width, svgBar, ink)
	}
}

func (p *picture) text(x int, style, s string) {
	fmt.Fprintf(&p.body, `<text x="%d" y="%d"%s>%s</text>`+"\n", x, p.y+svgBar-2, style, escapeXML(s))
}

// wrap breaks a text into lines of at most so many characters, at blanks where it can:
// a picture is drawn with fonts that nobody can measure here.
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
