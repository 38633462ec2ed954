package check

import "github.com/isuplan/isuplan/pkg/diag"

var _ = register(Rule{
	Rule: diag.Rule{Code: "B109", Name: "below-floor", Severity: diag.Error, Title: "an amount below the least that it may be",
		Why:   "A grant asks for a part of its own, or a reserve for a level; with less, it does not hold.",
		Since: "0.2",
		Bad: `budget:
  lines:
    - {id: project, label: The project, fixed: 100000}
  financing:
    - {id: grant, label: The grant, source: voluntary, fixed: 95000}
    - {id: own, label: Own contribution, source: other, fixed: 5000, at_least: {percent: «10%», of: [total]}}
`,
		Good: `budget:
  lines:
    - {id: project, label: The project, fixed: 100000}
  financing:
    - {id: grant, label: The grant, source: voluntary, fixed: 90000}
    - {id: own, label: Own contribution, source: other, fixed: 10000, at_least: {percent: 10%, of: [total]}}
`},
	Run: func(c *Context) { c.eachBound(false) },
})
