package proof

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback"
)

// margins adds what stands in margins and should not; once what stands on many pages,
// with the pages' own numbers or without.
func (c *comparison) margins(lines []readback.Line, pages int) {
	type found struct {
		text string
		line *readback.Line
		on   int // pages
		last int
	}
	var list []found
	for i := range lines {
		l := &lines[i]
		text := withoutPage(l)
		if n := slices.IndexFunc(list, func(f found) bool { return f.text == text }); n < 0 || text == "" {
			list = append(list, found{text, l, 1, l.Page})
		} else if l.Page > list[n].last {
			list[n].on, list[n].last = list[n].on+1, l.Page
		}
	}
	for _, f := range list {
		if f.on == 1 {
			f.text = squeeze(f.line.Text)
		}
		c.add(Difference{Page: f.line.Page, Place: "margin of the page", Got: f.text, pages: f.on, everywhere: f.on == pages}, split(f.text), nil)
	}
}

// withoutPage is what a line says besides the page's number.
func withoutPage(l *readback.Line) string {
	words := strings.Fields(clean(l.Text))
	if n := len(words); n > 1 && l.Page > 0 {
		switch number := strconv.Itoa(l.Page); number {
		case words[0]:
			words = words[1:]
		case words[n-1]:
			words = words[:n-1]
		}
	}
	return strings.Join(words, " ")
}
