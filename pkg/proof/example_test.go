package proof_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
)

// A file in which somebody changed a figure is told from the document that the plan gives.
func Example() {
	doc := &document.Document{Meta: document.Meta{Title: "Work plan", Language: "en"}, Blocks: []document.Block{
		document.Paragraph{Number: "1.", Text: document.Plain("Salaries are CHF 345,054 in 2018.")},
		document.Paragraph{Number: "2.", Text: document.Plain("Social charges are CHF 69,011.")},
	}}
	md, _ := render.FormatNamed("md")
	built, err := md.Render(context.Background(), doc, document.Seal{Plan: "3f2a", Tool: "isuplan 0.1.0"})
	if err != nil {
		log.Fatal(err)
	}
	text, err := readback.Read(bytes.Replace(built.Bytes, []byte("69,011"), []byte("63,386"), 1))
	if err != nil {
		log.Fatal(err)
	}
	result := proof.Compare(text, proof.Against{Document: doc, Plan: "3f2a"})
	fmt.Println(result.Figures, "figures were looked at")
	for _, d := range result.Differences {
		fmt.Printf("%s: %s\n", d.Where(), d.Message())
	}
	// Output:
	// 5 figures were looked at
	// paragraph 2: the file says 63,386, the plan gives 69,011
}
