package report_test

import (
	"encoding/json"
	"testing"

	"github.com/isuplan/isuplan/pkg/report"
)

// TestGitLabPrints holds that the fingerprints of equal findings differ from plan to
// plan, and that a plan that was named twice is reported once.
func TestGitLabPrints(t *testing.T) {
	findings := fixture().Plans[0].Findings
	for _, plans := range []struct {
		names []string
		want  int
	}{
		{[]string{"a.yaml", "b.yaml"}, 2 * len(findings)},
		{[]string{"a.yaml", "./a.yaml"}, len(findings)},
	} {
		var r report.Report
		for _, name := range plans.names {
			r.Plans = append(r.Plans, report.Plan{Name: name, Findings: findings})
		}
		var issues []struct{ Fingerprint string }
		if err := json.Unmarshal([]byte(written(t, "gitlab", r)), &issues); err != nil {
			t.Fatal(err)
		}
		unique := map[string]bool{}
		for _, issue := range issues {
			unique[issue.Fingerprint] = true
		}
		if len(unique) != plans.want || len(issues) != plans.want {
			t.Errorf("%v: %d issues, %d fingerprints, want %d", plans.names, len(issues), len(unique), plans.want)
		}
	}
}
