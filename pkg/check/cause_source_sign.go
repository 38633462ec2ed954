package check

import "fmt"

// One source has the wrong sign.
var _ = explains(explanation{name: "source-sign", financing: func(s *shortfall) []cause {
	at := withSign(s.missing, s.amounts)
	if len(at) != 1 {
		return nil
	}
	return []cause{{strength: fitting, text: fmt.Sprintf("%s (%s) has the wrong sign", s.called(at[0]), s.money(s.amounts[at[0]]))}}
}})
