package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

// The shortfall is exactly one line of the budget.
var _ = explains(explanation{name: "unpaid", financing: func(s *shortfall) (found []cause) {
	if !s.missing.IsPositive() {
		return nil
	}
	for i := range s.Budget.Lines {
		line := &s.Budget.Lines[i]
		if !line.Figures[s.column].Printed.Equal(s.missing) {
			continue
		}
		if found != nil {
			return nil // another line costs as much
		}
		label, amount := s.label(line.Label), s.money(s.missing)
		found = []cause{{strength: fitting, text: fmt.Sprintf("no source pays for %s (%s)", label, amount),
			related: []diag.Related{{Span: line.ID.Span(), Note: label + " " + amount}}}}
	}
	return found
}})
