package pdf

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestRightToLeftIsSaid: lines are set from left to right, so Hebrew would print
// backwards although the font has its letters.
func TestRightToLeftIsSaid(t *testing.T) {
	_, missing, err := Render(t.Context(), &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Plain("a שלום b")}}}, document.Seal{})
	if err != nil || len(missing) != 4 {
		t.Errorf("missing %v, %v", missing, err)
	}
}

// TestHeadingsStayWhole: a heading of five lines is never divided by a page.
func TestHeadingsStayWhole(t *testing.T) {
	long := document.Plain(strings.Repeat("A long heading of many words ", 12))
	for before := range 60 {
		doc := &document.Document{}
		for range before {
			doc.Blocks = append(doc.Blocks, document.Paragraph{Text: document.Plain("One line.")})
		}
		doc.Blocks = append(doc.Blocks, document.Heading{Level: 1, Number: "I.", Text: long}, document.Paragraph{Text: long})
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		pages := map[int]bool{}
		for _, d := range c.record {
			if d.text && d.role == roleHeading1 {
				pages[d.page] = true
			}
		}
		if len(pages) != 1 {
			t.Fatalf("after %d paragraphs the heading stands on %d pages", before, len(pages))
		}
	}
}

// TestLongSymbolsStayOnThePage and clear of the name.
func TestLongSymbolsStayOnThePage(t *testing.T) {
	for _, n := range []int{1, 6, 12, 40} {
		doc := &document.Document{Masthead: document.Masthead{Name: document.Plain("A Convention on Something"), Symbol: strings.Repeat("CCM/MSP/", n)}}
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		checkPlaces(t, c)
	}
}
