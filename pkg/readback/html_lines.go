package readback

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// liner gathers the lines of a page.
type liner struct {
	list        []Line
	line        strings.Builder
	form        Form
	rows        int // so far
	tables      int // so far
	row, column int // the last ones
	over        int // how many columns the last cell takes
	next        int // the column of the next cell
	// reaches are the rows that cells of rows above reach down to, by their columns.
	reaches map[int]int
}

// begin enters an element that stands in others.
func (l *liner) begin(t xml.StartElement, around []string) {
	switch tag := t.Name.Local; tag {
	case "table":
		l.reaches = nil
		l.tables++
	case "tr":
		l.rows++
		l.row, l.column, l.next = l.rows, 0, 1
	case "td", "th":
		l.cell(spanOf(t, "colspan"), spanOf(t, "rowspan"))
	case "h1", "h2", "h3", "h4", "h5", "h6":
		l.form.Heading = int(tag[1] - '0')
	case "li":
		l.form.List = "ul"
		for _, o := range around {
			if o == "li" {
				l.form.Depth++
			}
		}
	}
}

// cell enters a cell that is so many columns wide and so many rows high.
func (l *liner) cell(columns, rows int) {
	for l.reaches[l.next] >= l.row {
		l.next++
	}
	l.column, l.over = l.next, columns
	l.next += columns
	for c := l.column; c < l.next && rows > 1; c++ {
		if l.reaches == nil {
			l.reaches = map[int]int{}
		}
		l.reaches[c] = l.row + rows - 1
	}
}

// spanOf is how many columns or rows a cell takes.
func spanOf(t xml.StartElement, name string) int {
	const most = 1000 // of which browsers know (HTML, 4.9.11)
	for _, a := range t.Attr {
		if n, err := strconv.Atoi(a.Value); a.Name.Local == name && err == nil {
			return min(max(n, 1), most)
		}
	}
	return 1
}

// flush ends a line, if there is something in it.
func (l *liner) flush(kind Kind, inTable bool) {
	if s := strings.TrimSpace(l.line.String()); s != "" {
		line := Line{Text: s + " ", Kind: kind}
		if inTable {
			line.Row, line.Column, line.Over, line.Table = l.row, l.column, l.over, l.tables
		}
		if l.form.Heading > 0 || l.form.List != "" {
			form := l.form
			line.Form = &form
		}
		l.list = append(l.list, line)
	}
	l.form = Form{} // of an empty line too
	l.line.Reset()
}
