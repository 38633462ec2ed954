package importer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// bookYears is for which years a workbook is, as far as it says so.
type bookYears struct {
	years string // such as 2026–2027; "" for nothing
	title string // of its first sheet that has one
	asks  string // why that is not certain; "" where it is
}

var (
	isoDay    = pattern.Lazy(`\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b`)
	yearsPast = words(`\b(?:baselines?|actuals?|achieved|spent|expenditures?|previous|last|approved|revised|adopted)\b`)
)

// yearsOf looks for the years in the titles and names of the sheets, and only where these say none in
// the heads of columns.
func yearsOf(book []grid, d *dates) (b bookYears) {
	var titled, headed []string
	for i := range book {
		g := &book[i]
		if g.hidden || g.isInputs() {
			continue
		}
		titles, heads := g.aboveRows()
		if b.title == "" && len(titles) > 0 {
			b.title = titles[0]
		}
		for _, s := range append(titles, sheetName(g.name)) {
			if _, isDay := d.dayIn(s); !isDay && !isoDay().MatchString(s) {
				titled = withYears(titled, s)
			}
		}
		for _, s := range heads {
			if !yearsPast().MatchString(s) {
				headed = withYears(headed, s)
			}
		}
	}
	switch {
	case len(titled) == 1:
		b.years = titled[0]
	case len(titled) > 1:
		b.years = titled[len(titled)-1]
		b.asks = fmt.Sprintf("the titles and names of the sheets name several years (%s); the last one is taken", abridged(strings.Join(titled, ", ")))
	case len(headed) > 0:
		b.years = headed[len(headed)-1]
		b.asks = fmt.Sprintf("only heads of columns say for which year it is (%s); the last one is taken", abridged(strings.Join(headed, ", ")))
	}
	return b
}

// withYears adds the years that a text names, in their order.
func withYears(list []string, text string) []string {
	y := yearAt().FindString(text)
	if y == "" {
		return list
	}
	if at, known := slices.BinarySearch(list, y); !known {
		list = slices.Insert(list, at, y)
	}
	return list
}

// aboveRows are the rows of one cell above the heads, which are titles, and the first row of several.
func (g *grid) aboveRows() (titles, heads []string) {
	for i := range min(len(g.rows), mostAboveHead) {
		var said []string
		for _, c := range g.rows[i].cells {
			if c.text != "" && !c.over {
				said = append(said, c.text)
			}
		}
		if len(said) > 1 {
			return titles, said
		}
		titles = append(titles, said...)
	}
	return titles, nil
}

// ofBook names the unit as the title of a workbook does.
func (m *masthead) ofBook(b bookYears) {
	if m.unit == "" && m.title == "" && m.by == "" {
		m.unit = unitAt().FindString(b.title)
	}
}
