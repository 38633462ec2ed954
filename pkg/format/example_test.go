package format_test

import (
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// A plan is written in its canonical form: the keys in the order of the language, comments
// where they belong.
func Example() {
	p, findings, ok := plan.Load(source.NewFile("2025.yaml", []byte(`isuplan:   1
period: {to: 2025-12-31, from: 2025-01-01}
outcomes: []
document:
    unit:   "Implementation Support Unit"
    convention: Convention on Cluster Munitions
    date: 2024-06-03   # the day of the bureau
budget: {lines: [{label: Salaries, id: salaries, fixed: 345054}], currency: CHF}
`)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	text, err := format.Plan(p.Node, plan.Shape())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(text))
	// Output:
	// isuplan: 1
	// document:
	//   convention: Convention on Cluster Munitions
	//   unit: Implementation Support Unit
	//   date: 2024-06-03 # the day of the bureau
	// period: {from: 2025-01-01, to: 2025-12-31}
	// outcomes: []
	// budget: {currency: CHF, lines: [{id: salaries, label: Salaries, fixed: 345054}]}
}
