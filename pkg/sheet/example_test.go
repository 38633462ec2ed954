package sheet_test

import (
	"fmt"
	"log"
	"os"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/sheet"
	"github.com/isuplan/isuplan/pkg/source"
)

const costs = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
    - {id: travel, label: Travel, units: [{item: trip, quantity: 8, cost: 2500}]}
`

// costed returns the sheet of a plan's budget.
func costed(text string) sheet.Sheet {
	p, findings, ok := plan.Load(source.NewFile("2025.yaml", []byte(text)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	b, _ := budget.Compute(p, budget.Options{})
	return sheet.Sheet{Budget: b, Title: "2025 budget", Total: "Total"}
}

// A budget is written for a terminal, a report or a spreadsheet.
func Example() {
	s := costed(costs)
	for _, name := range []string{"text", "markdown"} {
		format, known := sheet.FormatNamed(name)
		if !known {
			log.Fatalf("there is no format %s", name)
		}
		if err := format.Write(s, os.Stdout, false); err != nil {
			log.Fatal(err)
		}
		fmt.Println()
	}
	// Output:
	// 2025 budget (CHF)
	//
	// Salaries        345,054
	// Social charges   69,011
	// Travel           20,000
	// -----------------------
	// Total           434,065
	// -----------------------
	//
	// ## 2025 budget (CHF)
	//
	// | Item           |         CHF |
	// | -------------- | ----------: |
	// | Salaries       |     345,054 |
	// | Social charges |      69,011 |
	// | Travel         |      20,000 |
	// | **Total**      | **434,065** |
}

// How a figure came about, down to positions in the plan.
func ExampleSheet_Trace() {
	if err := costed(costs).Trace(os.Stdout, []string{"social-charges", "travel"}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Social charges  CHF 69,011
	//   rounded to 1, half-up, from
	//   69,010.80  = 20% of 345,054
	//     20%  rate  2025.yaml:9:60
	//     345,054  Salaries
	//
	// Travel  CHF 20,000
	//   20,000  trip  = 8 × 2,500
	//     8  quantity  2025.yaml:10:66
	//     2,500  unit cost  2025.yaml:10:75
}
