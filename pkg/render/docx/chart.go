package docx

import (
	"fmt"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

const (
	chartPoints = 8
	chartLine   = 11 * point  // from line to line of times
	chartGap    = 2 * point   // above a bar
	chartMost   = 640 * point // what a page holds
)

// chart is a chart, and where the PDF has its parts.
type chart struct {
	*document.Chart
	set   set.Chart
	width int // of the column
	high  int // of the drawing
}

// inks are those of the PDF's charts: blues and greys that differ in print too.
var inks = []string{"1F5F99", "9A9A9A", "4D4D4D", "C8C8C8", "8FB4D9", "1A1A1A"}

// chart composes a chart and its title.
func (c *composer) chart(ch *document.Chart) (out []block) {
	if len(ch.Title) > 0 {
		out = append(out, c.place(&paragraph{style: "Caption", runs: c.runs(ch.Title), keep: true}, 0, 0))
	}
	if len(ch.Bars) == 0 {
		return out
	}
	if len(ch.Series) > 0 {
		out = append(out, c.legend(ch))
	}
	drawn := chart{Chart: ch, set: c.ruler.Chart(ch, c.column.width), width: c.column.width}
	drawn.high = drawn.set.Pitch * len(ch.Bars)
	if !ch.Floats() {
		return append(out, c.figure(drawn))
	}
	from := 0
	for _, to := range c.ruler.ChartPages(ch, c.column.width) {
		out = append(out, c.axes(&drawn)...)
		part := drawn
		part.Chart, part.high = c.lined(ch, from, to)
		if from > 0 {
			part.Alt = "" // the first has said it all
		}
		out, from = append(out, c.figure(part)), to
	}
	return out
}

// figure is the place of a chart in the text.
func (c *composer) figure(drawn chart) block {
	c.body.charts = append(c.body.charts, drawn)
	return c.place(&paragraph{style: "Figure", runs: []run{{kind: chartRun, chart: len(c.body.charts)}}}, 0, 0)
}

// legend says which ink is which series.
func (c *composer) legend(ch *document.Chart) *paragraph {
	p := &paragraph{style: "Legend", keep: true}
	for i, name := range ch.Series {
		p.runs = append(append(append(p.runs, run{text: "■ ", ink: inks[i%len(inks)]}), c.runs(name)...), run{text: "    "})
	}
	return c.place(p, 0, 0)
}

// chart writes the place of a chart.
func (w *writer) chart(r *run) {
	c := &w.body.charts[r.chart-1]
	alt := c.Alt
	if alt == "" {
		alt = c.Title.String()
	}
	w.inline(c.width*emu, min(c.high, chartMost)*emu, c.Title.String(), alt)
	w.raw(`<a:graphicData uri="`, chartNS, `"><c:chart r:id="`, chartID(r.chart), `"/></a:graphicData>`)
	w.endInline()
}

// part writes a chart of bars with the figures that are printed beside them. What its workbook
// says is kept in it too, so that it is shown without one.
func (c *chart) part() []byte {
	var w writer
	w.raw(prolog, `<c:chartSpace xmlns:c="`, chartNS, `" xmlns:a="`, drawingNS, `" xmlns:r="`, officeNS, `">`)
	w.raw(`<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>`)
	if c.Floats() {
		w.floating(c)
		return w.chartEnd()
	}
	w.plot(c, c.set.Room)
	w.raw(`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
	series := c.amounts()
	for i := range series {
		w.amounts(c.Chart, i, &series[i])
	}
	w.raw(`<c:gapWidth val="50"/>`)
	if len(series) > 1 {
		w.raw(`<c:overlap val="-25"/>`)
	}
	w.raw(`<c:axId val="1"/><c:axId val="2"/></c:barChart>`)
	w.axes(c.ends())
	return w.chartEnd()
}

func (w *writer) chartEnd() []byte {
	w.raw(`</c:plotArea>`)
	w.raw(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr>`)
	w.raw(`<a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="`, strconv.Itoa(chartPoints*100), `"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr><c:externalData r:id="`, bookID, `"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
	return w.Bytes()
}

// plot has the bars stand where they do in the PDF, between the labels and the figures.
func (w *writer) plot(c *chart, room int) {
	part := func(n int) string { return fmt.Sprintf("0.%05d", min(n*100_000/max(1, c.width), 99_999)) }
	w.raw(`<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="`, part(c.set.Bars), `"/><c:y val="0"/><c:w val="`, part(room), `"/><c:h val="1"/></c:manualLayout></c:layout>`)
}

// axes has the bars begin at the top and their labels at the left of all bars, and
// shows no scale.
func (w *writer) axes(least, most string) {
	w.raw(`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>`)
	w.raw(`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>`)
	w.raw(`<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`)
	w.raw(`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="`, most, `"/><c:min val="`, least, `"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>`)
	w.raw(`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`)
}

// shown says which parts of a label are shown.
const shown = `<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`

// dataLabel has the figures as the table prints them.
func (w *writer) dataLabel(n int, v *document.BarValue, place string) {
	w.raw(`<c:dLbl><c:idx val="`, strconv.Itoa(n), `"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:rPr/><a:t>`)
	w.text(v.Text)
	if v.Share != "" {
		w.raw(` (`)
		w.text(v.Share)
		w.raw(`)`)
	}
	w.raw(`</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="`, place, `"/>`, shown, `</c:dLbl>`)
}
