package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// All sources are percentages of the budget, and together they are not quite 100%, as three
// times 33.33%.
var _ = explains(explanation{name: "rates-not-whole", small: true, financing: func(s *shortfall) []cause {
	whole := money.Zero
	for _, x := range s.sources {
		if len(x.Costs) != 1 || x.Figures[s.column].Stated.IsSet() {
			return nil
		}
		p, ok := x.Costs[0].(*cost.Percentage)
		if !ok || len(p.Base) != 1 || p.Base[0].Value != "total" {
			return nil
		}
		rate, ok := p.Rate.In(s.Budget.Columns[s.column].ID)
		if !ok {
			return nil
		}
		whole = whole.Add(rate.Value)
	}
	if off := whole.Sub(money.Hundred).Abs(); len(s.sources) < 2 || off.IsZero() || off.GreaterThanOrEqual(money.New(1)) {
		return nil
	}
	return []cause{{strength: witness, kind: ofInput, text: fmt.Sprintf("the percentages make %s%%, not 100%%", whole)}}
}})
