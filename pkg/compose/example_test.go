package compose_test

import (
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// file returns a file that comes with isuplan.
func file(name string) *source.File {
	text, err := templates.Files.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return source.NewFile(name, text)
}

// A plan becomes a document: numbered, worded, every reference filled in. Package compile
// does all these steps in one.
func Example() {
	p, findings, ok := plan.Load(source.NewFile("2025.yaml", []byte(`isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
assumptions: ["That States Parties provide ${budget.total}.", That the host State provides the rooms.]
budget: {currency: CHF, lines: [{id: salaries, label: Salaries, fixed: 345054}]}
`)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	b, _ := budget.Compute(p, budget.Options{})
	template, findings, ok := compose.LoadTemplate(file("un.yaml"))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	english, findings, ok := language.Load(file("languages/en.yaml"))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	doc, findings := compose.Build(compose.Input{Plan: p, Budget: b, Template: template, Language: english})
	fmt.Println(doc.Meta.Title, len(findings))
	for h := range document.Each[document.Heading](doc.Blocks) {
		fmt.Println(h.Number, h.Text)
	}
	for p := range document.Each[document.Paragraph](doc.Blocks) {
		fmt.Println(p.Number + " " + p.Text.String())
	}
	// Output:
	// Implementation Support Unit 2025 Work Plan and Budget 0
	// I. Assumptions
	// II. Implementation Support Unit 2025 budget
	//  Budget: CHF 345,054
	// 1. That States Parties provide CHF 345,054.
	// 2. That the host State provides the rooms.
}
