package check

import "fmt"

// A slip in one source explains the shortfall. It is said only if no other source has a
// slip as likely.
var _ = explains(explanation{name: "source-slip", financing: func(s *shortfall) []cause {
	at, how := misread(s.missing, s.amounts)
	if how == "" {
		return nil
	}
	should := "should be"
	if how.weight() < fitting {
		should = "should perhaps be" // one digit alone says little
	}
	return []cause{{strength: how.weight(), text: fmt.Sprintf("%s (%s) %s %s%s",
		s.called(at), s.money(s.amounts[at]), should, s.money(s.amounts[at].Add(s.missing)), with(how))}}
}})
