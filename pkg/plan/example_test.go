package plan_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const text = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
`

// A plan is read into Go values, each of which knows where it was written.
func Example() {
	p, findings, ok := plan.Load(source.NewFile("2025.yaml", []byte(text)))
	if !ok {
		fmt.Println(findings[0].Message)
		return
	}
	fmt.Println(p.Document.Convention.Value)
	fmt.Printf("%s to %s\n", p.Period.From.Value.Format("2 January 2006"), p.Period.To.Value.Format("2 January 2006"))
	for _, line := range p.Budget.Lines {
		fmt.Printf("line %d: %s\n", line.Label.Span().Start.Line, line.Label.Value)
	}
	// Output:
	// Convention on Cluster Munitions
	// 1 January 2025 to 31 December 2025
	// line 8: Salaries
	// line 9: Social charges
}

// All that is wrong with a plan's form is found in one run.
func ExampleLoad() {
	_, findings, ok := plan.Load(source.NewFile("2025.yaml", []byte(`isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 3 June 2024}
period: {from: 2025-01-01, to: 2024-12-31}
outcomes: []
budget: {currency: CHF, lines: [{id: salaries, label: Salaries, fixd: 345054}]}
`)))
	fmt.Println("fit for use:", ok)
	for _, f := range findings {
		fmt.Printf("line %d: %s\n", f.Span.Start.Line, f.Message)
	}
	// Output:
	// fit for use: false
	// line 2: "3 June 2024" is not a date in the form year-month-day
	// line 3: the period ends before it begins
	// line 5: `fixd` is not a key of a cost line
}
