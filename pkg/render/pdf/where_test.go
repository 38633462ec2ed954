package pdf_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/pdf"
)

// TestPagesAreThoseOfTheFile: each block begins on the page on which the file has its words.
func TestPagesAreThoseOfTheFile(t *testing.T) {
	doc := &document.Document{Meta: document.Meta{Title: "Plan", Language: "en"}}
	for i := range 40 {
		word := "first" + strings.Repeat("x", i)
		doc.Blocks = append(doc.Blocks, document.Paragraph{Text: document.Plain(word + strings.Repeat(" and more words", 3+20*(i%3)))})
	}
	pages, err := pdf.Pages(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	file, _, err := pdf.Render(t.Context(), doc, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := readback.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != len(doc.Blocks) || pages[len(pages)-1] < 3 || !slices.IsSorted(pages) {
		t.Fatalf("the pages are %v", pages)
	}
	for i := range doc.Blocks {
		word := "first" + strings.Repeat("x", i)
		for _, l := range text.Lines {
			if strings.HasPrefix(l.Text, word+" ") && l.Page != pages[i] {
				t.Errorf("block %d begins on page %d, and Pages says %d", i, l.Page, pages[i])
			}
		}
	}
}
