package set

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// ChartRow is a line of type of a chart of times: a line of a label, and the value beside it.
type ChartRow struct {
	Label string
	Goes  string // what stands between this line and the next one of the label: a blank, or nothing
	More  bool   // the label goes on
	Value int    // -1 for none
}

// ChartPages parts the bars of a chart into those of each page, as the positions where they end.
func (r *Ruler) ChartPages(c *document.Chart, width int) []int {
	p := r.setter.Plot(c, Length(width)*twentieth)
	return p.Pages(c)
}

// ChartRows breaks a bar of a chart into the lines that it has in the PDF.
func (r *Ruler) ChartRows(c *document.Chart, bar, width int) []ChartRow {
	p := r.setter.Plot(c, Length(width)*twentieth)
	b := &c.Bars[bar]
	rows := make([]ChartRow, p.lines(b))
	for i := range rows {
		rows[i].Value = -1
	}
	lines := p.LabelLines(b)
	for i := range lines {
		rows[i].Label, rows[i].Goes = lineText(&lines[i])
		rows[i].More = i < len(lines)-1
	}
	at := 0
	for i := range b.Values {
		figures := p.Figures(&b.Values[i])
		rows[at].Value = i
		at += max(1, len(figures[0]), len(figures[1]))
	}
	return rows
}

// lineText is what a line says, and the blank at its end.
func lineText(l *Line) (text, end string) {
	var b strings.Builder
	for i := range l.Atoms {
		b.WriteString(end)
		b.WriteString(l.Atoms[i].Text)
		end = ""
		if l.Atoms[i].Space > 0 {
			end = " "
		}
	}
	return b.String(), end
}
