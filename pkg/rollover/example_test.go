package rollover_test

import (
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/source"
)

// Next year's plan is made of this year's. What a person has to decide is marked with a
// comment.
func Example() {
	p, findings, ok := plan.Load(source.NewFile("2025.yaml", []byte(`isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
`)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	b, _ := budget.Compute(p, budget.Options{})
	next, err := rollover.Make(p, b, rollover.Options{Year: 2026, Previous: "2025.yaml"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(next.Rolled, "values were rolled on")
	fmt.Print(string(next.Text))
	// Output:
	// 4 values were rolled on
	// isuplan: 1
	// # review: the date of the document
	// document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2025-06-02}
	// previous: 2025.yaml
	// period: {from: 2026-01-01, to: 2026-12-31}
	// outcomes: []
	// budget:
	//   currency: CHF
	//   columns:
	//     - {id: 2025, label: "2025"}
	//     - {id: 2026, label: "2026", main: true}
	//   lines:
	//     # review: the amount for 2026, which is that of 2025
	//     - {id: salaries, label: Salaries, fixed: {2025: 345054, 2026: 345054}}
	//     - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
}
