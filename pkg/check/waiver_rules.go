package check

import "github.com/isuplan/isuplan/pkg/diag"

// Rules about waivers themselves. They are not waived.
var (
	UnusedWaiver = diag.Rule{Code: "W101", Name: "unused-waiver", Severity: diag.Warning, Title: "a waiver that matches nothing",
		Why:   "A waiver left over from last year would hide the same mistake when it is made again.",
		Since: "0.1",
		Bad: `waivers:
  - «{rule: spelling, at: assumptions/1, says: publically, reason: The report was issued like this., approved: The President}»
assumptions:
  - That the reports are available.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, says: publically, reason: The report was issued like this., approved: The President}
`}
	ExpiredWaiver = diag.Rule{Code: "W102", Name: "expired-waiver", Severity: diag.Error, Title: "a waiver past its date",
		Why:   "What was accepted for a time has to be looked at again.",
		Since: "0.1",
		Bad: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, says: publically, reason: The report was issued like this., approved: The President, until: «2023-12-31»}
`,
		Good: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, says: publically, reason: The report was issued like this., approved: The President, until: 2024-12-31}
`}
	UnknownRule = diag.Rule{Code: "W103", Name: "unknown-rule", Severity: diag.Error, Title: "a waiver of a rule that does not exist",
		Why:   "The waiver has no effect.",
		Since: "0.1",
		Bad: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: «speling», at: assumptions/1, says: publically, reason: The report was issued like this., approved: The President}
`,
		Good: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, says: publically, reason: The report was issued like this., approved: The President}
`}
)

// WaiverRules returns the rules about waivers.
func WaiverRules() []diag.Rule {
	return []diag.Rule{UnusedWaiver, ExpiredWaiver, UnknownRule, Review, UnquotedWaiver, UnlimitedWaiver}
}
