package readback

import "strings"

// liner gathers the lines of a page.
type liner struct {
	list        []Line
	line        strings.Builder
	form        Form
	rows        int // so far
	row, column int // the last ones
}

// begin enters an element that stands in others.
func (l *liner) begin(tag string, around []string) {
	switch tag {
	case "tr":
		l.rows++
		l.row, l.column = l.rows, 0
	case "td", "th":
		l.column++
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

// flush ends a line, if there is something in it.
func (l *liner) flush(kind Kind, inTable bool) {
	if s := strings.TrimSpace(l.line.String()); s != "" {
		line := Line{Text: s + " ", Kind: kind}
		if inTable {
			line.Row, line.Column = l.row, l.column
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
