package compile

import (
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
)

// reportTemplate is the template that financial reports are made with where none of the user's own
// is named.
const reportTemplate = "report"

// reported returns what is wrong with what a plan says in its financial report, which the plan's own
// document does not print: a slip there would be seen for the first time on the day of the report.
func (u *Unit) reported() (list []diag.Finding) {
	if u.Template.IsReport() || !u.Plan.Wrote("report") || !u.Plan.Budget.HasActuals() {
		return nil
	}
	file, err := Template{Name: reportTemplate}.file()
	if err != nil {
		return nil
	}
	in := u.input()
	in.Own = u.Template
	in.Template, _, _ = compose.LoadTemplate(file)
	_, findings := compose.Build(in)
	of := u.Plan.Report.Span()
	for _, f := range findings {
		if f.Span.File == of.File && f.Span.Start.Offset >= of.Start.Offset && f.Span.Start.Offset < of.End.Offset {
			list = append(list, f)
		}
	}
	return list
}
