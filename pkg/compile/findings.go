package compile

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// CountIn says how many findings there are, as report.Count does, in a language that comes with
// isuplan; in English where it has none of that code.
func CountIn(code string, findings []diag.Finding) string {
	name, text := embeddedLanguage(code)
	if text == nil || code == DefaultLanguage {
		return report.Count(findings)
	}
	l, _, ok := language.Load(source.NewFile(name, text))
	if !ok {
		return report.Count(findings)
	}
	forms := &l.Findings
	counts, waived := report.Counts(findings)
	var parts []string
	for _, c := range []struct {
		of   diag.Severity
		form language.Plural
	}{{diag.Error, forms.Error}, {diag.Warning, forms.Warning}, {diag.Note, forms.Note}} {
		if n := counts[c.of]; n > 0 {
			parts = append(parts, l.Count(n, c.form))
		}
	}
	said := forms.None.Value
	if len(parts) > 0 {
		said = strings.Join(parts, ", ")
	}
	if waived > 0 {
		said += l.Count(waived, forms.Waived)
	}
	return said
}
