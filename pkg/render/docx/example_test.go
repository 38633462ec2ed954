package docx_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/docx"
)

// budgetOf is a document of one paragraph.
func budgetOf(amount string) *document.Document {
	return &document.Document{Meta: document.Meta{Title: "Work plan", Author: "The President", Language: "en"}, Blocks: []document.Block{
		document.Paragraph{Number: "1.", Text: document.Plain("The budget is " + amount + ".")},
	}}
}

// Last year's document and this year's become one Word file with tracked changes.
func ExampleRedline() {
	file, err := docx.Redline(context.Background(), budgetOf("CHF 465,440"), budgetOf("CHF 510,020"), document.Seal{})
	if err != nil {
		log.Fatal(err)
	}
	text, err := readback.Read(file)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(docx.Ours(file), text.Changes)
	for _, line := range text.Lines {
		fmt.Println(line.Text)
	}
	// Output:
	// true 2
	// 1. The budget is CHF 510,020.
}
