package docx

import (
	"fmt"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// In Word a label is broken here, and each of its lines stands beside a bar or beside none: so a chart is
// as high as in the PDF. What ends a line that goes on is seen by nobody, and read back.
const (
	behindBlank = "\u00a0"
	behindPart  = "\u200b"
)

// lined makes a bar of each line of some bars of a chart of times, and returns how high all are.
func (c *composer) lined(ch *document.Chart, from, to int) (*document.Chart, int) {
	out, high := *ch, 0
	out.Bars = nil
	for i := from; i < to; i++ {
		rows := c.ruler.ChartRows(ch, i, c.column.width)
		high += len(rows)*chartLine + chartGap
		for _, row := range rows {
			bar := document.Bar{Label: document.Plain(row.Label + goingOn(row))}
			if row.Value >= 0 {
				bar.Values = ch.Bars[i].Values[row.Value : row.Value+1]
			}
			out.Bars = append(out.Bars, bar)
		}
	}
	return &out, high
}

func goingOn(row set.ChartRow) string {
	switch {
	case !row.More:
		return ""
	case row.Goes == "":
		return behindPart
	}
	return behindBlank
}

// axes are lines that say what the stretches of time are, each above its own.
func (c *composer) axes(ch *chart) (lines []block) {
	for _, row := range ch.Axes() {
		p := &paragraph{style: "Legend", keep: true}
		for _, s := range row {
			if s.Text != "" {
				p.runs = append(p.runs, run{kind: tabRun}, run{text: s.Text})
				p.centres = append(p.centres, c.column.left+ch.set.Bars+ch.set.Room*(s.From+s.To)/2/document.ChartWidth)
			}
		}
		if len(p.runs) > 0 {
			lines = append(lines, c.place(p, 0, 0))
		}
	}
	return lines
}

// floating writes bars that begin anywhere: of each what is in front of it, which is not seen, the
// bar, and what is behind it, which has the text and reaches over the place of the texts too.
func (w *writer) floating(c *chart) {
	room, most := max(1, c.set.Room), c.reach()
	w.plot(c, max(room, c.width-c.set.Bars))
	w.raw(`<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>`)
	for i, layer := range c.layers() {
		w.layer(c, i, &layer)
	}
	w.raw(`<c:gapWidth val="50"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)
	w.axes(strconv.Itoa(-c.Zero), strconv.Itoa(most))
}

// reach is how far the bars and the place of their texts go, in parts of the drawing.
func (c *chart) reach() int {
	room := max(1, c.set.Room)
	return document.ChartWidth * max(room, c.width-c.set.Bars) / room
}

// layer writes one part of every bar; the last of them has the texts.
func (w *writer) layer(c *chart, n int, s *series) {
	fill := `<a:noFill/>`
	if n == 1 {
		fill = solid(inks[0])
	}
	w.raw(fmt.Sprintf(`<c:ser><c:idx val="%d"/><c:order val="%d"/>`, n, n), `<c:spPr>`, fill, `</c:spPr><c:invertIfNegative val="0"/>`)
	for i := range c.Bars {
		if v := c.Bars[i].Values; n == 1 && len(v) > 0 && v[0].Mark {
			w.raw(`<c:dPt><c:idx val="`, strconv.Itoa(i), `"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>`, solid(inks[len(inks)-1]), `</c:spPr></c:dPt>`)
		}
	}
	if n == 2 {
		w.raw(`<c:dLbls>`)
		for i := range c.Bars {
			if v := c.Bars[i].Values; len(v) > 0 {
				w.dataLabel(i, &v[0], "inBase")
			}
		}
		w.raw(labelsEnd("inBase"))
	}
	w.figures(c.Chart, n, s)
	w.raw(`</c:ser>`)
}

func solid(ink string) string { return `<a:solidFill><a:srgbClr val="` + ink + `"/></a:solidFill>` }

// labelsEnd ends the texts of a series that stand at one place of its bars.
func labelsEnd(place string) string {
	return `<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr/></a:p></c:txPr><c:dLblPos val="` + place + `"/>` + shown + `</c:dLbls>`
}
