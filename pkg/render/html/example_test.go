package html_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/html"
)

// The page needs nothing beside itself, and no script runs in it.
func Example() {
	doc := &document.Document{Meta: document.Meta{Title: "Work plan", Language: "en"}, Blocks: []document.Block{
		document.Paragraph{Number: "1.", Text: document.Text{{Text: "The budget is "}, {Text: "465,440", Edit: document.Deleted},
			{Text: "510,020", Edit: document.Inserted}, {Text: " & no more."}}},
	}}
	page, err := html.Render(context.Background(), doc, document.Seal{})
	if err != nil {
		log.Fatal(err)
	}
	for line := range bytes.Lines(page) {
		if bytes.Contains(line, []byte("The budget")) {
			fmt.Print(string(line))
		}
	}
	fmt.Println(bytes.Contains(page, []byte("<script")), bytes.Contains(page, []byte("src=")))
	// Output:
	// <p class="numbered"><span class="number">1.</span> The budget is <del>465,440</del><ins>510,020</ins> &amp; no more.</p>
	// false false
}
