package report

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

// Summary says in one line how many findings there are, in how many plans.
func Summary(r Report) string {
	text := Count(r.Findings())
	if len(r.Plans) < 2 {
		return text
	}
	affected := 0
	for _, p := range r.Plans {
		if len(Unwaived(p.Findings)) > 0 {
			affected++
		}
	}
	if affected == 0 {
		return fmt.Sprintf("%s in %d plans", text, len(r.Plans))
	}
	return fmt.Sprintf("%s in %d of %d plans", text, affected, len(r.Plans))
}

// Count says how many findings of each severity there are, and how many are waived:
// "1 error, 2 warnings (41 waived)".
func Count(findings []diag.Finding) string {
	counts, waived := Counts(findings)
	var parts []string
	for _, severity := range diag.Severities() {
		if n := counts[severity]; n > 0 {
			parts = append(parts, plural(n, severity.String()))
		}
	}
	text := "no findings"
	if len(parts) > 0 {
		text = strings.Join(parts, ", ")
	}
	if waived > 0 {
		text += fmt.Sprintf(" (%d waived)", waived)
	}
	return text
}

// Counts counts findings by their severity, and those that are waived by themselves.
func Counts(findings []diag.Finding) (counts map[diag.Severity]int, waived int) {
	counts = map[diag.Severity]int{}
	for _, f := range findings {
		if f.WaivedBy != "" {
			waived++
			continue
		}
		counts[f.Rule.Severity]++
	}
	return counts, waived
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
