package paper_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/paper"
)

// On paper a link has the number of its address behind it.
func ExampleSet() {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{
		{Text: "See "}, {Text: "the website", Link: "https://www.example.org"}, {Text: "."}}}}}
	doc.Addresses = document.Addresses{Title: document.Plain("Addresses of links"), Notes: doc.Linked()}
	for p := range document.Each[document.Paragraph](paper.Set(doc).Blocks) {
		fmt.Println(p.Text)
	}
	for _, note := range doc.Addresses.Notes {
		fmt.Println(note)
	}
	// Output:
	// See the website 1/.
	// 1/ https://www.example.org
}
