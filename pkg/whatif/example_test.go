package whatif_test

import (
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/whatif"
	"github.com/isuplan/isuplan/plans"
)

// What would the year cost if salaries were 45,054 less?
func Example() {
	file := source.NewFile("2018.yaml", plans.Reference)
	p, _, _ := plan.Load(file)
	before, _ := budget.Compute(p, budget.Options{Recompute: true})

	changed, assumed, err := whatif.Apply(file, before, []string{"salaries.stated=300000"})
	if err != nil {
		log.Fatal(err)
	}
	p, _, _ = plan.Load(changed)
	after, _ := budget.Compute(p, budget.Options{Recompute: true})
	main := before.MainAmount()
	fmt.Println(assumed[0].Name, "is", assumed[0].Value, "in place of", assumed[0].Instead)
	fmt.Println(before.Total[main].Printed, "becomes", after.Total[main].Printed)

	for _, in := range whatif.Inputs(before)[:3] {
		fmt.Println(in.Name, in.Node.Text())
	}
	_, _, err = whatif.Apply(file, before, []string{"salaries.driver.fte=50%"})
	fmt.Println(err)
	// Output:
	// salaries.stated is 300000 in place of 345054
	// 471065 becomes 417000
	// salaries.director.fte 100%
	// salaries.implementation-support-specialist.fte 100%
	// salaries.implementation-support-assistant.fte 50%
	// salaries.driver.fte: the line salaries has no value "driver.fte" written in the plan; it has director.fte, implementation-support-assistant.fte, implementation-support-specialist.fte, stated
}
