package check

// The sources pay for the computed total, but the plan states another.
var _ = explains(explanation{name: "sources-computed", small: true, financing: func(s *shortfall) []cause {
	total := &s.Budget.Total[s.column]
	if !total.Differs() || !s.Budget.Funds[s.column].Printed.Equal(*total.Computed) {
		return nil
	}
	return []cause{{strength: proven, text: "the sources pay for the computed total, " + s.money(*total.Computed)}}
}})
