package markdown_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

// Each sentence has a line of its own, so that git compares sentences.
func Example() {
	doc := &document.Document{Meta: document.Meta{Title: "Work plan"}, Blocks: []document.Block{
		document.Heading{Level: 1, Number: "I.", Text: document.Plain("Budget")},
		document.Paragraph{Number: "1.", Text: document.Plain("The budget is CHF 414,065. It is for one year.")},
		document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}, {Head: document.Plain("2025"), Numeric: true}},
			Rows: []document.Row{
				{Cells: []document.Text{document.Plain("Salaries"), document.Plain("345,054")}},
				{Kind: document.TotalRow, Cells: []document.Text{document.Plain("Total"), document.Plain("414,065")}},
			}},
	}}
	text, err := markdown.Render(context.Background(), doc, document.Seal{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(text))
	// Output:
	// ## I. Budget
	//
	// 1. The budget is CHF 414,065.
	//    It is for one year.
	//
	// | Cost      |        2025 |
	// | --------- | ----------: |
	// | Salaries  |     345,054 |
	// | **Total** | **414,065** |
	//
	// <!-- made by isuplan; building again replaces this file -->
}
