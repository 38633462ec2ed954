package markdown

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"github.com/isuplan/isuplan/pkg/document"
)

// ChartName is the name of a chart's picture, which stands beside the Markdown file.
func ChartName(doc *document.Document, c *document.Chart) string {
	name := doc.Meta.Name
	if name == "" {
		name = "document"
	}
	return name + "-" + c.ID + ".svg"
}

// chart refers to the chart's picture, with what it shows in words.
func (w *writer) chart(c document.Chart) {
	w.gap()
	w.out.WriteString("![" + escape(c.Alt) + "](" + linkEscaper.Replace(ChartName(w.doc, &c)) + ")\n")
}

// The measures of a chart, in pixels.
const (
	svgWidth  = 720
	svgLabels = 240
	svgBars   = 300
	svgBar    = 14
	svgStep   = 18
	svgGap    = 8
	svgTop    = 34
)

var svgShades = []string{"#464646", "#828282", "#b4b4b4", "#d2d2d2"}

// svgMark says in the picture who made it.
const svgMark = "<!-- made by isuplan; building again replaces this file -->\n"

// OursSVG reports whether a picture was made by SVG.
func OursSVG(existing []byte) bool { return bytes.Contains(existing, []byte(svgMark)) }

// SVG draws a chart as a picture of its own, readable without any other file.
func SVG(c *document.Chart) []byte {
	series := max(1, len(c.Series))
	height := svgTop + len(c.Series)*svgStep + len(c.Bars)*(series*svgStep+svgGap) + svgGap
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="Liberation Serif, Times New Roman, serif" font-size="14">`+"\n", svgWidth, height, svgWidth, height)
	b.WriteString(svgMark)
	fmt.Fprintf(&b, "<title>%s</title>\n<desc>%s</desc>\n", text(c.Title.String()), text(c.Alt))
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", svgWidth, height)
	fmt.Fprintf(&b, `<text x="8" y="20" font-style="italic">%s</text>`+"\n", text(c.Title.String()))
	y := svgTop
	for i, name := range c.Series {
		patch(&b, i, y, svgBar)
		fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text>`+"\n", svgLabels+svgBar+6, y+12, text(name))
		y += svgStep
	}
	for _, bar := range c.Bars {
		fmt.Fprintf(&b, `<text x="8" y="%d">%s</text>`+"\n", y+12, text(short(bar.Label)))
		for i, v := range bar.Values {
			width := svgBars * min(max(v.Part, 0), 10000) / 10000
			patch(&b, i, y, width)
			fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text>`+"\n", svgLabels+width+6, y+12, text(v.Text))
			y += svgStep
		}
		y += svgGap
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func patch(b *bytes.Buffer, series, y, width int) {
	if width > 0 {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", svgLabels, y, width, svgBar, svgShades[min(series, len(svgShades)-1)])
	}
}

// short cuts a label that would run into the bars; the description has it whole.
func short(s string) string {
	const most = 34
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

func text(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
