package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// barChart makes a chart of so many bars in so many series, with a negative value.
func barChart(bars, series int, label string) document.Chart {
	c := document.Chart{ID: "budget-chart", Title: prose(12), Alt: "A chart in words.", Zero: 1000}
	for i := range series {
		if series > 1 {
			c.Series = append(c.Series, document.Plain(fmt.Sprintf("%s %d", label, 2020+i)))
		}
	}
	for i := range bars {
		b := document.Bar{Label: document.Plain(label)}
		for j := range series {
			v := document.BarValue{Text: "1,280,309", Share: "74.1%", From: 1000, To: 10000 - 1000*(i%9)}
			if j == 1 {
				v = document.BarValue{Text: "(33,661)", From: 0, To: 1000}
			}
			b.Values = append(b.Values, v)
		}
		c.Bars = append(c.Bars, b)
	}
	return c
}

// TestChartsKeepTheirPlaces: whatever the labels, in a box too, everything of a chart
// stands in its column and on its page, and all of its text comes out.
func TestChartsKeepTheirPlaces(t *testing.T) {
	for _, label := range []string{"Salaries", "", strings.Repeat("Participation of States ", 8), strings.Repeat("Donau", 900), "<b>&amp; \\(x) | *", "中文"} {
		for _, size := range [][2]int{{0, 1}, {1, 1}, {5, 1}, {3, 6}, {70, 2}} {
			c := barChart(size[0], size[1], label)
			boxed := document.Box{Title: prose(2), Blocks: []document.Block{document.Box{Blocks: []document.Block{c}}}}
			for _, blocks := range [][]document.Block{{c}, {boxed}, {document.Paragraph{Text: prose(600)}, c, document.Paragraph{Text: prose(9)}}} {
				doc := &document.Document{Blocks: blocks}
				canvas, err := draw(doc)
				if err != nil {
					t.Fatal(err)
				}
				checkPlaces(t, canvas)
				figure := 0
				for _, d := range canvas.record {
					if d.role == roleFigure {
						figure++
						if canvas.tree.elements[d.node].alt != c.Alt {
							t.Errorf("a figure without its words: %+v", d)
						}
						if d.width < 0 || d.x < columnLeft || d.x+d.width > columnLeft+columnWidth {
							t.Errorf("outside the column: %+v", d)
						}
					}
				}
				if want := size[0] * (size[1]*3 - min(size[1]-1, 1)); figure < want { // the second value has no share
					t.Errorf("%d pieces are drawn of %d", figure, want)
				}
				if got := strings.Count(withoutBlanks(strings.Join(pageTexts(t, render(t, doc)), "")), "74.1%"); size[1] == 1 && got != size[0] {
					t.Errorf("%d shares can be read of %d", got, size[0])
				}
			}
		}
	}
}

// TestChartsAreKeptWhole where a page can hold them.
func TestChartsAreKeptWhole(t *testing.T) {
	for n := range 60 {
		doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: prose(100 + 20*n)}, barChart(10, 2, "Salaries")}}
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		pages := map[int]bool{}
		for _, d := range c.record {
			if d.role == roleFigure {
				pages[d.page] = true
			}
		}
		if len(pages) != 1 {
			t.Errorf("%d: the chart stands on %d pages", n, len(pages))
		}
	}
}
