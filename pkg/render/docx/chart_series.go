package docx

import (
	"fmt"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// series are bars of one kind, as a column of the chart's workbook.
type series struct {
	name   string
	values []string // of each bar a number, "" where there is none
}

// columns are the series of a chart, in their order.
func (c *chart) columns() []series {
	if c.Floats() {
		return c.layers()
	}
	return c.amounts()
}

// amounts are the series of a chart of amounts: the plan's own figures, or where they are not
// known the lengths of their bars.
func (c *chart) amounts() []series {
	most, isExact := 1, c.isExact()
	for i := range c.Bars {
		most = max(most, len(c.Bars[i].Values))
	}
	list := make([]series, most)
	for n := range list {
		s := &list[n]
		if n < len(c.Series) {
			s.name = worded(c.Series[n])
		}
		s.values = make([]string, len(c.Bars))
		for i := range c.Bars {
			if n >= len(c.Bars[i].Values) {
				continue
			}
			v := &c.Bars[i].Values[n]
			if s.values[i] = v.Number; !isExact {
				s.values[i] = strconv.Itoa(length(v, c.Zero))
			}
		}
	}
	return list
}

// layers are the series of a chart of times, in parts of its width: what is in front of each bar,
// the bar, and what is behind it.
func (c *chart) layers() []series {
	list, most := make([]series, 3), c.reach()
	for n := range list {
		list[n].values = make([]string, len(c.Bars))
	}
	for i := range c.Bars {
		if v := c.Bars[i].Values; len(v) > 0 {
			from, to := v[0].Drawn()
			for n, long := range []int{from, to - from, most - to} {
				list[n].values[i] = strconv.Itoa(long)
			}
		}
	}
	return list
}

// isExact reports whether all amounts of a chart are known.
func (c *chart) isExact() bool {
	if !isNumber(c.Least) || !isNumber(c.Most) {
		return false
	}
	for i := range c.Bars {
		for _, v := range c.Bars[i].Values {
			if !isNumber(v.Number) {
				return false
			}
		}
	}
	return true
}

// isNumber reports whether a text is a number in the form that workbooks have them.
func isNumber(s string) bool {
	points, digits := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && digits > 0 && i < len(s)-1:
			points++
		case c != '-' || i > 0:
			return false
		}
	}
	return digits > 0 && points < 2
}

// ends are the numbers at both ends of a chart of amounts. Where all are nothing there is no scale.
func (c *chart) ends() (least, most string) {
	switch {
	case !c.isExact():
		return strconv.Itoa(-c.Zero), strconv.Itoa(document.ChartWidth - c.Zero)
	case c.Least == c.Most:
		return "0", "1"
	}
	return c.Least, c.Most
}

// length is a value's bar as a number, negative behind where the bars begin.
func length(v *document.BarValue, zero int) int {
	if v.From < zero {
		return v.From - v.To
	}
	return v.To - v.From
}

// amounts writes the bars of one column of amounts.
func (w *writer) amounts(c *document.Chart, n int, s *series) {
	w.raw(fmt.Sprintf(`<c:ser><c:idx val="%d"/><c:order val="%d"/>`, n, n))
	if n < len(c.Series) {
		w.raw(`<c:tx>`)
		w.cached("str", head(n+1), []string{s.name})
		w.raw(`</c:tx>`)
	}
	w.raw(`<c:spPr><a:solidFill><a:srgbClr val="`, inks[n%len(inks)], `"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls>`)
	for i := range c.Bars {
		if n < len(c.Bars[i].Values) {
			w.dataLabel(i, &c.Bars[i].Values[n], "outEnd")
		}
	}
	w.raw(labelsEnd("outEnd"))
	w.figures(c, n, s)
	w.raw(`</c:ser>`)
}

// figures writes the names of the bars and their numbers, and where the workbook has both.
func (w *writer) figures(c *document.Chart, n int, s *series) {
	names := make([]string, len(c.Bars))
	for i := range c.Bars {
		names[i] = worded(c.Bars[i].Label)
	}
	w.raw(`<c:cat>`)
	w.cached("str", below(0, len(names)), names)
	w.raw(`</c:cat><c:val>`)
	w.cached("num", below(n+1, len(names)), s.values)
	w.raw(`</c:val>`)
}

// cached writes what cells of the workbook say, texts or numbers, and which they are.
func (w *writer) cached(kind, cells string, values []string) {
	w.raw(`<c:`, kind, `Ref><c:f>`, cells, `</c:f><c:`, kind, `Cache>`)
	if kind == "num" {
		w.raw(`<c:formatCode>General</c:formatCode>`)
	}
	w.raw(`<c:ptCount val="`, strconv.Itoa(len(values)), `"/>`)
	for i, v := range values {
		if v != "" || kind == "str" {
			w.raw(`<c:pt idx="`, strconv.Itoa(i), `"><c:v>`)
			w.text(v)
			w.raw(`</c:v></c:pt>`)
		}
	}
	w.raw(`</c:`, kind, `Cache></c:`, kind, `Ref>`)
}
