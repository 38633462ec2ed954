package docx

import (
	"fmt"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// singled gives every value a bar of its own, the first of them with the label: Word stacks what
// stands in front of a bar, and so draws one behind the other only.
func singled(c *document.Chart) *document.Chart {
	out := *c
	out.Bars = nil
	for _, b := range c.Bars {
		label := b.Label
		for i := range b.Values {
			out.Bars = append(out.Bars, document.Bar{Label: label, Values: b.Values[i : i+1]})
			label = nil
		}
	}
	return &out
}

// floating writes bars that begin anywhere: of each what is in front of it, which is not seen, the
// bar, and what is behind it, which has the text and reaches over the place of the texts too.
func (w *writer) floating(c *chart) {
	room := max(1, c.set.Room)
	most := document.ChartWidth * max(room, c.width-c.set.Bars) / room
	w.plot(c, max(room, c.width-c.set.Bars))
	w.raw(`<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>`)
	w.layer(c, 0, `<a:noFill/>`, func(v *document.BarValue) int { return v.From })
	w.layer(c, 1, `<a:solidFill><a:srgbClr val="`+inks[0]+`"/></a:solidFill>`, func(v *document.BarValue) int { return v.To - v.From })
	w.layer(c, 2, `<a:noFill/>`, func(v *document.BarValue) int { return most - v.To })
	w.raw(`<c:gapWidth val="50"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)
	w.axes(c.Chart, most)
}

// layer writes one part of every bar; the last of them has the texts.
func (w *writer) layer(c *chart, n int, fill string, long func(*document.BarValue) int) {
	w.raw(fmt.Sprintf(`<c:ser><c:idx val="%d"/><c:order val="%d"/>`, n, n), `<c:spPr>`, fill, `</c:spPr><c:invertIfNegative val="0"/>`)
	if n == 2 {
		w.raw(`<c:dLbls>`)
		for i := range c.Bars {
			w.dataLabel(i, &c.Bars[i].Values[0], "inBase")
		}
		w.raw(labelsEnd("inBase"))
	}
	w.raw(`<c:cat><c:strLit><c:ptCount val="`, strconv.Itoa(len(c.Bars)), `"/>`)
	for i := range c.Bars {
		w.point(i, c.Bars[i].Label.String())
	}
	w.raw(`</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="`, strconv.Itoa(len(c.Bars)), `"/>`)
	for i := range c.Bars {
		w.point(i, strconv.Itoa(long(&c.Bars[i].Values[0])))
	}
	w.raw(`</c:numLit></c:val></c:ser>`)
}

// labelsEnd ends the texts of a series that stand at one place of its bars.
func labelsEnd(place string) string {
	return `<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr/></a:p></c:txPr><c:dLblPos val="` + place + `"/>` + shown + `</c:dLbls>`
}
