package cost_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// A line's cost is computed together with its derivation.
func Example() {
	file := source.NewFile("line.yaml", []byte(`id: travel
label: Travel
units:
  - {item: long trip, quantity: 3, cost: 4000}
  - {item: short trip, quantity: 10, cost: 1300}
`))
	line, findings, ok := schema.Read(file, "a line", cost.LineType())
	if !ok {
		fmt.Println(findings[0].Message)
		return
	}
	step, ok := line.Costs[0].Compute(&cost.Context{Column: "amount"})
	if !ok {
		fmt.Println("no amount:", line.Costs[0].Lacking())
		return
	}
	fmt.Println(step.Op, step.Value)
	for _, of := range step.Of {
		fmt.Println(" ", of.Label, of.Op, of.Value)
	}
	// Output:
	// sum 25000
	//   long trip product 12000
	//   short trip product 13000
}

// Kinds lists the ways in which a line can be costed.
func ExampleKinds() {
	for _, k := range cost.Kinds() {
		fmt.Printf("%s: %s\n", k.Key, k.Doc)
	}
	// Output:
	// fixed: an amount as it is, such as a contract or a ceiling
	// growth: an amount that grows from column to column, such as salaries by 2% a year
	// parts: the sum of parts that differ in fund, activity, party or time; the table prints their sum
	// percent: a rate of other lines, such as social charges of 20% of salaries
	// posts: staff by post: annual cost × full-time equivalent × months / 12
	// units: quantity × unit cost, of one item or several, such as long and short trips
}
