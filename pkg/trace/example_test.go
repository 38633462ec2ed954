package trace_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
)

const costs = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  columns: [{id: 2024}, {id: 2025}]
  lines:
    - {id: salaries, label: Salaries, fixed: {2024: 300000, 2025: 345054}}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
    - {id: travel, label: Travel, units: [{item: trip, quantity: 8, cost: 2500}], stated: {2025: 21000}}
`

func tracer() trace.Tracer {
	p, _, _ := plan.Load(source.NewFile("2025.yaml", []byte(costs)))
	b, _ := budget.Compute(p, budget.Options{})
	return trace.Tracer{Budget: b, Total: "Total"}
}

// A figure is asked for by the name that prose quotes it by.
func Example() {
	for _, f := range tracer().Named("budget.social-charges.2025") {
		fmt.Println(f)
	}
	// Output:
	// Social charges, 2025  CHF 69,011
	//   rounded to 1, half-up, from
	//   69,010.80  = 20% of 345,054
	//     20%  rate  2025.yaml:10:60
	//     345,054  Salaries
}
