package xlsx

import (
	"encoding/xml"
	"strconv"
)

// styles are how cells look.
type styles struct {
	from1904 bool // days are counted from 1904
	formats  map[string]string
	bold     []bool // of each font
	cells    []style
}

// style is how a cell looks.
type style struct {
	format string
	bold   bool
}

const mostStyles = 100_000

// builtIn are the formats that have a number alone, as far as they show numbers otherwise.
var builtIn = map[string]string{"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%",
	"14": "yyyy-mm-dd", "15": "yyyy-mm-dd", "16": "yyyy-mm-dd", "17": "yyyy-mm-dd", "18": "h:mm", "19": "h:mm", "20": "h:mm", "21": "h:mm", "22": "yyyy-mm-dd",
	"5": "#,##0", "6": "#,##0", "7": "#,##0.00", "8": "#,##0.00", "37": "#,##0;(#,##0)", "38": "#,##0;(#,##0)", "39": "#,##0.00;(#,##0.00)",
	"40": "#,##0.00;(#,##0.00)", "41": "#,##0;(#,##0);-", "42": "#,##0;(#,##0);-", "43": "#,##0.00;(#,##0.00);-", "44": "#,##0.00;(#,##0.00);-"}

// readStyles reads the styles of cells.
func (p *parts) readStyles(part string) error {
	s := &p.styles
	s.formats = map[string]string{}
	var inFonts, inCells bool
	return p.walk(part, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if len(s.formats) < mostStyles {
				s.formats[attribute(e, "numFmtId")] = attribute(e, "formatCode")
			}
		case "fonts":
			inFonts = true
		case "cellXfs":
			inCells = true
		case "font":
			if inFonts && len(s.bold) < mostStyles {
				s.bold = append(s.bold, false)
			}
		case "b":
			if v := attribute(e, "val"); inFonts && len(s.bold) > 0 && (v == "" || isTrue(v)) {
				s.bold[len(s.bold)-1] = true
			}
		case "xf":
			if inCells && len(s.cells) < mostStyles {
				s.cells = append(s.cells, s.style(e))
			}
		}
		return nil
	}, func(name string) error {
		switch name {
		case "fonts":
			inFonts = false
		case "cellXfs":
			inCells = false
		}
		return nil
	}, func([]byte) {})
}

func (s *styles) style(e xml.StartElement) style {
	id := attribute(e, "numFmtId")
	format, own := s.formats[id]
	if !own {
		format = builtIn[id]
	}
	font, err := strconv.Atoi(attribute(e, "fontId"))
	return style{format: format, bold: err == nil && font >= 0 && font < len(s.bold) && s.bold[font]}
}

// of returns the style of a cell.
func (s *styles) of(number string) style {
	if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < len(s.cells) {
		return s.cells[n]
	}
	return style{}
}
