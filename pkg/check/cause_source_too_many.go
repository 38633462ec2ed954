package check

import "fmt"

// The budget is paid for without one of the sources.
var _ = explains(explanation{name: "source-too-many", financing: func(s *shortfall) []cause {
	at := equalTo(s.amounts, s.missing.Neg())
	if len(at) != 1 {
		return nil
	}
	return []cause{{strength: fitting, text: fmt.Sprintf("without %s (%s) the two agree", s.called(at[0]), s.money(s.missing.Neg()))}}
}})
