package diff_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const year2025 = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
assumptions: [{id: funds, text: Contributions arrive in time.}]
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, annual: 180000, fte: 80%}]}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
    - {id: travel, label: Travel, units: [{item: trip, quantity: 8, cost: 2500}]}
`

// read reads a plan and computes its budget.
func read(name, text string) diff.Side {
	p, findings, ok := plan.Load(source.NewFile(name, []byte(text)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	b, _ := budget.Compute(p, budget.Options{})
	return diff.Side{Name: name, Plan: p, Budget: b}
}

// What changed from one plan to the next: in money, line by line and with the causes, and
// in words.
func Example() {
	year2026 := strings.NewReplacer("2024", "2025", "2025", "2026", "fte: 80%", "fte: 100%", "quantity: 8, cost: 2500", "quantity: 7, cost: 2600",
		"in time", "by March").Replace(year2025)
	r := diff.Compare(read("2025.yaml", year2025), read("2026.yaml", year2026))
	for _, line := range r.Money.Changed() {
		fmt.Printf("%s: %s to %s\n", line.Label, line.From, line.To)
		for _, part := range line.Parts {
			fmt.Printf("  %s by %s\n", part.Amount, part.Cause)
		}
	}
	fmt.Printf("Total: %s %s to %s\n", r.Money.Currency, r.Money.From, r.Money.To)
	for _, c := range r.Changes {
		if c.Is(diff.Reworded) && !c.Rolled() {
			fmt.Printf("%s: %s\n", c.Element().Path(), c.Element().Text())
		}
	}
	// Output:
	// Salaries: 144000 to 180000
	//   36000 by quantity
	// Social charges: 28800 to 36000
	//   7200 by base
	// Travel: 20000 to 18200
	//   750 by rate
	//   -2550 by quantity
	// Total: CHF 192800 to 234200
	// assumptions/funds: Contributions arrive by March.
}

// A plan as elements with their values, for a program that walks all of it.
func ExampleTree() {
	tree := diff.Tree(read("2025.yaml", year2025).Plan)
	tree.Walk(func(e *diff.Element) {
		if id := e.Value("id"); id != "" {
			fmt.Printf("%s (%s)\n", e.Path(), e.Text())
		}
	})
	// Output:
	// assumptions/funds (Contributions arrive in time.)
	// budget/salaries (Salaries)
	// budget/social-charges (Social charges)
	// budget/travel (Travel)
}
