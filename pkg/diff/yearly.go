package diff

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// yearly writes the cost of a post by the month as one by the year, and leaves others as
// they are: 11,000 a month is no lower a price than 120,000 a year.
func yearly(s cost.Step) cost.Step {
	if !isMonthly(s) {
		return s
	}
	s.Of = slices.Clone(s.Of)
	for i := range s.Of {
		switch f := &s.Of[i]; {
		case f.Unit == cost.Money:
			f.Value = f.Value.Mul(money.New(12))
			f.Label = strings.Replace(f.Label, "monthly", "annual", 1)
		case f.Label == months:
			f.Unit = cost.Twelfths
		}
	}
	return s
}

// months is the label of the factor that the months of a post are.
const months = "months"

// isMonthly reports a post whose cost is given by the month: its months are a number, and
// no twelfths.
func isMonthly(s cost.Step) bool {
	return slices.ContainsFunc(s.Of, func(f cost.Step) bool { return f.Label == months && f.Unit == cost.Count })
}
