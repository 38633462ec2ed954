package document_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/document"
)

// A document is made of blocks. Each finds those of one kind, wherever they stand.
func Example() {
	doc := &document.Document{
		Meta: document.Meta{Title: "Work plan and budget", Language: "en"},
		Blocks: []document.Block{
			document.Heading{ID: "budget", Level: 1, Number: "I.", Text: document.Plain("Budget")},
			document.Paragraph{ID: "p1", Number: "1.", Text: document.Text{{Text: "The budget is "}, {Text: "CHF 414,065", Keep: true}, {Text: "."}}},
			document.Box{Title: document.Plain("Costs"), Blocks: []document.Block{document.Table{
				Columns: []document.Column{{Head: document.Plain("Cost"), Width: 3, Label: true}, {Head: document.Plain("2018"), Width: 1, Numeric: true}},
				Rows: []document.Row{
					{Cells: []document.Text{document.Plain("Salaries"), document.Plain("345,054")}},
					{Kind: document.TotalRow, Cells: []document.Text{document.Plain("Total"), document.Plain("414,065")}},
				}}}},
		},
	}
	for p := range document.Each[document.Paragraph](doc.Blocks) {
		fmt.Println(p.Number, p.Text)
	}
	for t := range document.Each[document.Table](doc.Blocks) {
		for _, row := range t.Rows {
			fmt.Println(row.Cells[0], row.Cells[1])
		}
	}
	// Output:
	// 1. The budget is CHF 414,065.
	// Salaries 345,054
	// Total 414,065
}

// Printed yields what a reader of the document sees, for a search or a word count.
func ExampleDocument_Printed() {
	doc := &document.Document{Blocks: []document.Block{
		document.Heading{Level: 1, Number: "I.", Text: document.Plain("Mandate")},
		document.List{Lettered: true, Items: []document.Item{
			{Marker: "(a)", Text: document.Plain("To prepare meetings")},
			{Marker: "(b)", Text: document.Plain("To advise States Parties")},
		}},
	}}
	for text := range doc.Printed() {
		fmt.Println(text)
	}
	// Output:
	// I.
	// Mandate
	// (a)
	// To prepare meetings
	// (b)
	// To advise States Parties
}
