package budget

import "github.com/isuplan/isuplan/pkg/diag"

// Rules of a budget that cannot be computed.
var (
	UnknownLine = diag.Rule{Code: "F306", Name: "unknown-line", Severity: diag.Error, Title: "a percentage of a line that does not exist",
		Why: "The amount cannot be computed without its base."}
	Cycle = diag.Rule{Code: "F307", Name: "cycle", Severity: diag.Error, Title: "lines that depend on each other in a circle",
		Why: "No order exists in which such amounts could be computed."}
	Underivable = diag.Rule{Code: "F308", Name: "no-figure", Severity: diag.Error, Title: "a line whose amount cannot be computed",
		Why: "The amount column would be empty and the total too low."}
	NoRate = diag.Rule{Code: "F309", Name: "no-rate", Severity: diag.Error, Title: "an amount in another currency without its rate",
		Why: "An amount in another currency cannot be part of the total without a dated rate."}
)

// Rules returns the rules that computing a budget can report.
func Rules() []diag.Rule { return []diag.Rule{UnknownLine, Cycle, Underivable, NoRate} }
