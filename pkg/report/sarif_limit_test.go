package report_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// crowd is a report with so many findings of each kind, the least first.
func crowd(notes, waived, warnings, errors int) report.Report {
	file := source.NewFile("plans/a.yaml", []byte("a: wrod\n"))
	var all []diag.Finding
	for i, n := range []int{notes, waived, warnings, errors} {
		f := diag.Finding{Rule: []diag.Rule{repeated, differs, spelling, differs}[i], Message: "x", Span: file.Span(0, 1)}
		if i == 1 {
			f.WaivedBy = "agreed"
		}
		for j := range n {
			f.Subject = fmt.Sprint(i, "/", j)
			all = append(all, f)
		}
	}
	half := len(all) / 2
	return report.Report{Plans: []report.Plan{{Name: "plans/a.yaml", Findings: all[:half]}, {Name: "plans/b.yaml", Findings: all[half:]}}}
}

// TestSARIFHasNoMoreThanGitHubTakes: what weighs most is listed, the rest counted.
func TestSARIFHasNoMoreThanGitHubTakes(t *testing.T) {
	for _, c := range []struct {
		r                     report.Report
		errors, warnings      int
		notes, waived, counts int
	}{
		{crowd(10_000, 5_000, 6_000, 4_000), 4_000, 6_000, 10_000, 5_000, 0},
		{crowd(10_000, 5_001, 6_000, 4_000), 4_000, 6_000, 10_000, 5_000, 1},
		{crowd(20_000, 9, 20_000, 4_999), 4_999, 20_000, 1, 0, 20_008},
	} {
		text := written(t, "sarif", c.r)
		var log struct {
			Runs []struct {
				Invocations []struct {
					ToolExecutionNotifications []struct{ Message struct{ Text string } }
				}
				Results []struct {
					Level        string
					Suppressions []struct{}
				}
			}
		}
		if err := json.Unmarshal([]byte(text), &log); err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, r := range log.Runs[0].Results {
			if len(r.Suppressions) > 0 {
				r.Level = "waived"
			}
			got[r.Level]++
		}
		if got["error"] != c.errors || got["warning"] != c.warnings || got["note"] != c.notes || got["waived"] != c.waived {
			t.Errorf("%d results, %v", len(log.Runs[0].Results), got)
		}
		said := log.Runs[0].Invocations
		if (c.counts > 0) != (len(said) > 0) {
			t.Fatalf("%d are left out, and said is %v", c.counts, said)
		}
		if c.counts > 0 && !strings.HasPrefix(said[0].ToolExecutionNotifications[0].Message.Text, fmt.Sprint(c.counts, " finding")) {
			t.Errorf("%d are left out, and said is %v", c.counts, said)
		}
	}
}

// TestHostileSARIFIsValid: whatever texts and names say.
func TestHostileSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	all := hostileReports()
	all["crowd"] = crowd(0, 1, 0, 25_000)
	for name, r := range all {
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(written(t, "sarif", r)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if name == "crowd" { // what is said of the run; results are valid or not one by one
			run := document.(map[string]any)["runs"].([]any)[0].(map[string]any)
			run["results"] = run["results"].([]any)[:2]
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%s: %.500v", name, err)
		}
	}
}
