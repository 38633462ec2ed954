package check_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const judged = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2017-06-06}
period: {from: 2018-01-01, to: 2018-12-31}
outcomes: []
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries], stated: 63386}
    - {id: travel, label: Travel, fixed: 150000}
waivers:
  - {rule: stated-differs, at: budget/social-charges, reason: The document was issued like this., approved: The President}
`

// found is what the rules find in a plan.
func found(text string) (*plan.Plan, []diag.Finding) {
	p, findings, ok := plan.Load(source.NewFile("2018.yaml", []byte(text)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	b, _ := budget.Compute(p, budget.Options{})
	findings, err := check.Run(context.Background(), check.Input{Plan: p, Budget: b})
	if err != nil {
		log.Fatal(err)
	}
	return p, findings
}

// The rules find what a careful reader would; a waiver accepts a finding with a reason.
func Example() {
	p, findings := found(judged)
	for _, f := range check.Waive(p, findings, true) {
		if f.Rule.Code[0] != 'B' {
			continue // here only the budget is of interest
		}
		fmt.Printf("%s[%s]: %s\n", f.Rule.Severity, f.Rule.Name, f.Message)
		if f.WaivedBy != "" {
			fmt.Printf("  waived by %s: %s\n", f.Approved, f.WaivedBy)
		}
	}
	// Output:
	// error[stated-differs]: Social charges: stated 63,386, but computed 69,011 (20% of 345,054 = 69,010.80); the difference is -5,625; the stated amount is 18.37%
	//   waived by The President: The document was issued like this.
}

// Your own rule: no line may cost more than a third of the salaries. A program registers
// its rules while it starts, and keeps them.
func ExampleRegister() {
	rule := diag.Rule{Code: "X101", Name: "travel-share", Severity: diag.Warning, Title: "travel that costs more than a third of the salaries"}
	check.Register(check.Rule{Rule: rule, Run: func(c *check.Context) {
		travel, found := c.Budget.Line("travel")
		salaries, paid := c.Budget.Line("salaries")
		if !found || !paid {
			return
		}
		if share := money.Percent(travel.Figures[c.Budget.Main].Printed, salaries.Figures[c.Budget.Main].Printed); share.GreaterThan(money.New(33)) {
			c.Report("budget/travel", travel.Label.Span(), "travel costs "+share.String()+"% of the salaries", "hold some meetings online")
		}
	}})
	defer check.Unregister(rule.Name)

	_, findings := found(judged)
	for _, f := range findings {
		if f.Rule.Name == rule.Name {
			fmt.Printf("line %d: %s: %s\n", f.Span.Start.Line, f.Message, f.Hint)
		}
	}
	// Output:
	// line 10: travel costs 43.47% of the salaries: hold some meetings online
}
