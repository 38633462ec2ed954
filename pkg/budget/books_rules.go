package budget

import "github.com/isuplan/isuplan/pkg/diag"

// UnknownValue is reported for a fund, an activity, a party or a time that does not exist.
var UnknownValue = diag.Rule{Code: "F214", Name: "unknown-value", Severity: diag.Error, Since: "0.3", Title: "a fund, activity, party or time that does not exist",
	Why: "Money that is booked on nothing would be missing from every table.",
	Bad: `budget:
  funds: [{id: core}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: «cores»}
`,
	Good: `budget:
  funds: [{id: core}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: core}
`}

// WrongTable is reported for a table whose rows and columns do not make one.
var WrongTable = diag.Rule{Code: "F215", Name: "wrong-table", Severity: diag.Error, Since: "0.3", Title: "a table whose rows and columns make none",
	Why: "A table that tells money apart twice by the same thing, or by something that the plan does not have, would show some of it twice or none.",
	Bad: `budget:
  funds: [{id: core}]
  tables: [{id: by-fund, rows: [funds], columns: [years, «funds»]}]
  lines: [{id: travel, label: Travel, fixed: 12000, fund: core}]
`,
	Good: `budget:
  funds: [{id: core}]
  tables: [{id: by-fund, rows: [lines], columns: [years, funds]}]
  lines: [{id: travel, label: Travel, fixed: 12000, fund: core}]
`}

// SharesOverWhole is reported for shares of a line that do not come to all of it.
var SharesOverWhole = diag.Rule{Code: "F216", Name: "shares-of-line", Severity: diag.Error, Since: "0.3", Title: "shares of a line that do not come to the whole",
	Why: "Some of the line's money would be booked twice, or on nothing.",
	Bad: `budget:
  funds: [{id: core}, {id: voluntary}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: «{core: 60%, voluntary: 50%}»}
`,
	Good: `budget:
  funds: [{id: core}, {id: voluntary}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: {core: 60%, voluntary: 40%}}
`}
