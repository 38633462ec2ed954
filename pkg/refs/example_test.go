package refs_test

import (
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// Prose quotes figures of the plan by name, so that no figure is typed twice.
func Example() {
	p, findings, ok := plan.Load(source.NewFile("2025.yaml", []byte(`isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
facts: {parties: {value: 112}}
outcomes: []
assumptions: ["That the ${facts.parties} States Parties provide ${budget.total}."]
budget: {currency: CHF, lines: [{id: salaries, label: Salaries, fixed: 345054}]}
`)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	b, _ := budget.Compute(p, budget.Options{})
	names := refs.New(p, b)
	text := p.Assumptions[0].Text
	segments, _ := refs.Split(text.Node, text.Value)
	for _, s := range segments {
		if value, known := names.Lookup(s.Name); s.IsRef() && known {
			fmt.Printf("%s is %s\n", s.Name, value.Figure)
		}
	}
	// Output:
	// facts.parties is 112
	// budget.total is 345054
}
