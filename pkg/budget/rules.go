package budget

import "github.com/isuplan/isuplan/pkg/diag"

// Rules of a budget that cannot be computed.
var (
	UnknownLine = diag.Rule{Code: "F306", Name: "unknown-line", Severity: diag.Error, Title: "a percentage of a line that does not exist",
		Why:   "The amount cannot be computed without its base.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [«salary»]}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
`}
	Cycle = diag.Rule{Code: "F307", Name: "cycle", Severity: diag.Error, Title: "lines that depend on each other in a circle",
		Why:   "No order exists in which such amounts could be computed.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: «support», label: Support, percent: 5%, of: [fees]}
    - {id: fees, label: Fees, percent: 2%, of: [support]}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: support, label: Support, percent: 5%, of: [salaries]}
    - {id: fees, label: Fees, percent: 2%, of: [support]}
`}
	Underivable = diag.Rule{Code: "F308", Name: "no-figure", Severity: diag.Error, Title: "a line whose amount cannot be computed",
		Why:   "The amount column would be empty and the total too low.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: «salaries», label: Salaries, posts: [{title: Director}]}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, annual: 180000}]}
`}
	NoRate = diag.Rule{Code: "F309", Name: "no-rate", Severity: diag.Error, Title: "an amount in another currency without its rate",
		Why:   "An amount in another currency cannot be part of the total without a dated rate.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: travel, label: Travel, fixed: 12000, in: «USD»}
`,
		Good: `budget:
  rates:
    - {currency: USD, rate: 0.9, on: 2024-06-03}
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: travel, label: Travel, fixed: 12000, in: USD}
`}
)

// Rules returns the rules that computing a budget can report.
func Rules() []diag.Rule {
	return []diag.Rule{UnknownLine, Cycle, Underivable, NoRate, NoCategory, UnknownValue, WrongTable, SharesOverWhole}
}
