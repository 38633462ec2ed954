package terminal_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/terminal"
	"github.com/isuplan/isuplan/pkg/report"
)

// A document is wrapped to the terminal's width.
func Example() {
	doc := &document.Document{Meta: document.Meta{Title: "Work plan"}, Blocks: []document.Block{
		document.Paragraph{Number: "1.", Text: document.Plain("The budget is CHF 414,065 and covers salaries, social charges and travel.")},
		document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}, {Head: document.Plain("2025"), Numeric: true}},
			Rows: []document.Row{
				{Cells: []document.Text{document.Plain("Salaries"), document.Plain("345,054")}},
				{Kind: document.TotalRow, Cells: []document.Text{document.Plain("Total"), document.Plain("414,065")}},
			}},
	}}
	text, err := terminal.Render(context.Background(), doc, terminal.Options{Width: 44, Clean: report.Clean})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(text))
	// Output:
	// 1. The budget is CHF 414,065 and covers
	// salaries, social charges and travel.
	//
	// Cost         2025
	// ──────────────────
	// Salaries  345,054
	// Total     414,065
}
