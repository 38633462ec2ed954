package check

import "github.com/isuplan/isuplan/pkg/diag"

// NoPrevious is reported where the plan of the year before cannot be compared with.
var NoPrevious = diag.Rule{Code: "F212", Name: "no-previous", Severity: diag.Warning, Title: "a plan of the year before that cannot be read",
	Why:   "What changed by mistake since last year stays unseen.",
	Since: "0.1", Bad: "previous: «no-such-plan.yaml»\n", Good: "limits: {words: 8500}\n"}

// NoFrame is reported where the plan of several years cannot be compared with.
var NoFrame = diag.Rule{Code: "F241", Name: "no-frame", Severity: diag.Warning, Title: "a plan of several years that cannot be read",
	Why:   "What the plan of the year has otherwise than the plan it stands under stays unseen.",
	Since: "0.3", Bad: "frame: «no-such-plan.yaml»\n", Good: "limits: {words: 8500}\n"}

// FormRules returns the rules on the form of the file that checking can report.
func FormRules() []diag.Rule { return []diag.Rule{NoPrevious, NoFrame} }
