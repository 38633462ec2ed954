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

// A page of one's own shows the document by itself, and knows of each text where it was
// written.
func ExampleBody() {
	doc := &document.Document{Masthead: document.Masthead{Title: document.Plain("Work plan")}, Blocks: []document.Block{
		document.Paragraph{ID: "total", Number: "1.", Text: document.Text{{Text: "The budget is "}, {Text: "CHF 510,020", Name: "budget.total"}, {Text: "."}}},
	}}
	body, err := html.Body(context.Background(), doc, html.Options{At: func(r *document.Run) string { return r.Name }})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s", body)
	// Output:
	// <article class="document" lang="en">
	// <header>
	// <h1 id="title">Work plan</h1>
	// </header>
	// <p class="numbered" id="total"><span class="number">1.</span> The budget is <span data-at="budget.total">CHF 510,020</span>.</p>
	// </article>
}
