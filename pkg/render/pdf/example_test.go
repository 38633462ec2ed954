package pdf_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf"
)

// A character that the fonts lack is told, so that nothing is lost without a word.
func Example() {
	doc := &document.Document{Meta: document.Meta{Title: "Work plan", Language: "en"}, Blocks: []document.Block{
		document.Paragraph{Number: "1.", Text: document.Plain("The budget for 薪 is CHF 345,054.")},
	}}
	file, missing, err := pdf.Render(context.Background(), doc, document.Seal{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(pdf.Ours(file), string(file[:5]))
	for _, m := range missing {
		fmt.Printf("%c in %q\n", m.Rune, m.Run.Text)
	}
	// Output:
	// true %PDF-
	// 薪 in "The budget for 薪 is CHF 345,054."
}
