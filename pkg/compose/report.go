package compose

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

// What a template may be of.
const (
	ofPlan   = "plan"
	ofReport = "report"
)

// ofType says what a template is of.
var ofType = schema.Choice("what a document is of", ofPlan, ofReport)

// IsReport reports a template of financial reports: it prints what was spent, and of the plan only
// what it names.
func (t *Template) IsReport() bool { return t.Of.Value == ofReport }

// reported returns the plan as a financial report prints it: with the masthead of the report, and
// without the plan's own sections.
func reported(p *plan.Plan) *plan.Plan {
	own := *p
	own.Document = p.Report.Document(p.Document)
	if !p.Report.Date.IsSet() {
		own.Document.Date = p.Budget.Actuals.AsAt
	}
	own.Sections = nil
	return &own
}

// asReport lets a builder print a report.
func (b *builder) asReport() {
	if !b.in.Template.IsReport() {
		return
	}
	kind := "report_preliminary"
	if b.in.Plan.Budget.HasActuals() {
		b.in.Plan = reported(b.in.Plan)
		if b.in.Plan.IsFinal() {
			kind = "report_final"
		}
	}
	b.words["report_kind"] = b.words[kind]
	if a := b.in.Budget.Actuals; a != nil && a.Total().Committed.IsZero() {
		b.words["lead_report"] = b.words["lead_report_spent"]
	}
}

// nothingSpent reports a report of a plan that does not say what was spent.
func (b *builder) nothingSpent() {
	if b.in.Template.IsReport() && !b.in.Plan.Budget.HasActuals() {
		b.findings.Add(diag.Finding{Rule: plan.WrongActuals, Subject: "budget/actuals", Span: b.in.Plan.Budget.Span(),
			Message: "the plan does not say what was spent, so that there is nothing to report", Hint: "add \"actuals:\" to its budget, with the export of the accounts"})
	}
}
