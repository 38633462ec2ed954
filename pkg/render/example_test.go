package render_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render"
)

// A document is written in any of the formats, with the seal that says how it was made.
func Example() {
	doc := &document.Document{
		Meta:     document.Meta{Title: "Work plan", Language: "en", Name: "2025"},
		Masthead: document.Masthead{Title: document.Plain("Work plan")},
		Blocks: []document.Block{
			document.Heading{ID: "budget", Level: 1, Number: "I.", Text: document.Plain("Budget")},
			document.Paragraph{Number: "1.", Text: document.Plain("The budget is CHF 414,065.")},
		}}
	seal := document.Seal{Tool: "isuplan 0.1.0", Check: "no findings"}
	for _, name := range []string{"pdf", "docx", "md"} {
		format, known := render.FormatNamed(name)
		if !known {
			log.Fatalf("there is no format %s", name)
		}
		result, err := format.Render(context.Background(), doc, seal)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(doc.Meta.Name+format.Ext, format.Ours(result.Bytes), len(result.Missing))
	}
	// Output:
	// 2025.pdf true 0
	// 2025.docx true 0
	// 2025.md true 0
}

// Formats lists what documents can be written in.
func ExampleFormats() {
	for _, f := range render.Formats() {
		fmt.Println(f.Name, f.Ext)
	}
	// Output:
	// docx .docx
	// html .html
	// md .md
	// pdf .pdf
}
