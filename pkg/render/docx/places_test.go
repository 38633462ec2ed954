package docx_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

// placed is a document whose texts lead to a heading, a paragraph, an item and a result.
func placed(first string) *document.Document {
	return &document.Document{Blocks: []document.Block{
		document.Paragraph{Number: "1.", Text: document.Text{{Text: first + " "}, {Text: "I", To: "h", Keep: true}, {Text: ", "}, {Text: "2", To: "p"}, {Text: "(a)", To: "i"}, {Text: "1.1", To: "r"}, {Text: "9", To: "gone"}}},
		document.Heading{Level: 1, Number: "I.", Anchor: "h", Text: document.Plain("Heading")},
		document.Paragraph{Number: "2.", Anchor: "p", Text: document.Plain("Paragraph")},
		document.List{Lettered: true, Items: []document.Item{{Anchor: "i", Marker: "(a)", Text: document.Plain("Item")}}},
		document.Result{Level: 2, Anchor: "r", Label: "Output 1.1.", Text: document.Plain("Result")},
	}}
}

// leads returns where the texts of a file lead, as what stands in the bookmarks.
func leads(t *testing.T, f *docxtest.File) string {
	t.Helper()
	n := node(t, f, "word/document.xml")
	names, marks, open := []string{}, map[string]string{}, ""
	n.Walk(func(n *docxtest.Node) bool {
		switch n.XMLName.Local {
		case "bookmarkStart":
			open = n.Attr("name")
			if _, twice := marks[open]; twice {
				t.Errorf("two bookmarks are called %s", open)
			}
			marks[open] = ""
		case "bookmarkEnd":
			open = ""
		case "t":
			if open != "" {
				marks[open] += n.Text
			}
		case "hyperlink":
			if n.Attr("id") == "" { // to an address outside of the file
				names = append(names, n.Attr("anchor"))
			}
		}
		return true
	})
	for i, name := range names {
		said, ok := marks[name]
		if !ok {
			t.Errorf("a text leads to %s, which is not there", name)
		}
		names[i] = said
	}
	return strings.Join(names, "; ")
}

// TestTextsLeadToPlaces: to bookmarks, which stand around what they name; what leads nowhere is no link.
func TestTextsLeadToPlaces(t *testing.T) {
	if got := leads(t, sound(t, placed("See"))); got != "Heading; Paragraph; Item; Output 1.1. Result" {
		t.Errorf("texts lead to %s", got)
	}
}

// TestPlacesInARedline: each place has its bookmark once, in what the new document has.
func TestPlacesInARedline(t *testing.T) {
	old := placed("Look at")
	old.Blocks = append(old.Blocks[:1:1], append([]document.Block{document.Paragraph{Number: "2.", Anchor: "p", Text: document.Plain("Something else altogether")}}, old.Blocks[1:]...)...)
	if got := leads(t, wellFormed(t, opened(t, redline(t, old, placed("See"))))); got != "Heading; Paragraph; Item; Output 1.1. Result" {
		t.Errorf("texts lead to %s", got)
	}
}
