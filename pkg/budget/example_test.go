package budget_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// The submitted document printed less than 20 per cent for the social charges.
const social = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2017-06-06}
period: {from: 2018-01-01, to: 2018-12-31}
outcomes: []
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries], stated: 63386}
`

// A budget has each line's amount, the total, and what the rules give where the
// submitted document states another amount.
func Example() {
	p, findings, ok := plan.Load(source.NewFile("2018.yaml", []byte(social)))
	if !ok {
		fmt.Println(findings[0].Message)
		return
	}
	b, findings := budget.Compute(p, budget.Options{})
	for _, f := range findings {
		fmt.Println(f.Message)
	}
	for _, line := range b.Lines {
		figure := line.Figures[b.Main]
		fmt.Printf("%-15s %s %s\n", line.Label.Value, b.Currency, figure.Printed)
		if figure.Differs() {
			fmt.Printf("%-15s %s %s by its rule\n", "", b.Currency, figure.Computed)
		}
	}
	fmt.Printf("%-15s %s %s\n", "Total", b.Currency, b.Total[b.Main].Printed)
	// Output:
	// Salaries        CHF 345054
	// Social charges  CHF 63386
	//                 CHF 69011 by its rule
	// Total           CHF 408440
}

// How a figure came about is a tree, down to what stands in the plan.
func ExampleFigure_Step() {
	p, findings, ok := plan.Load(source.NewFile("2018.yaml", []byte(social)))
	if !ok {
		fmt.Println(findings[0].Message)
		return
	}
	b, _ := budget.Compute(p, budget.Options{Recompute: true})
	line, _ := b.Line("social-charges")
	step := line.Figures[b.Main].Step()
	fmt.Println(step.Op, step.Value)
	for _, of := range step.Of[0].Of {
		fmt.Println("  from", of.Value, of.Op, "in line", of.Node.Start().Line)
	}
	// Output:
	// rounded 69011
	//   from 20 given in line 9
	//   from 345054 given in line 8
}
