package pdf_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback/pdf"
	"github.com/isuplan/isuplan/pkg/render"
)

// The pages of a PDF are read back in the order in which their text is drawn.
func Example() {
	doc := &document.Document{Meta: document.Meta{Title: "Work plan", Language: "en"}, Blocks: []document.Block{
		document.Paragraph{Number: "1.", Text: document.Plain("The budget is CHF 414,065.")},
	}}
	format, _ := render.FormatNamed("pdf")
	built, err := format.Render(context.Background(), doc, document.Seal{})
	if err != nil {
		log.Fatal(err)
	}
	file, err := pdf.Open(built.Bytes)
	if err != nil {
		log.Fatal(err)
	}
	pages, err := file.Pages()
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range pages[0].Lines {
		fmt.Printf("%q page furniture: %t\n", line.Text, line.Artifact)
	}
	// Output:
	// "1. " page furniture: false
	// "The budget is CHF 414,065. " page furniture: false
}
