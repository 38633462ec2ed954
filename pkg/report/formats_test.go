package report_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

func TestFormats(t *testing.T) {
	for _, f := range report.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			got := written(t, f.Name, fixture())
			if again := written(t, f.Name, fixture()); again != got {
				t.Error("the same report has other bytes the second time")
			}
			golden := filepath.Join("testdata", "hostile."+f.Name)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestAFailedWriteIsSaid holds that no format loses a finding without a word.
func TestAFailedWriteIsSaid(t *testing.T) {
	for _, f := range report.Formats() {
		if err := f.Write(full{}, fixture()); !errors.Is(err, errFull) {
			t.Errorf("%s: the disk is full, and the error is %v", f.Name, err)
		}
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestNothing holds that each format writes something valid of a run that had no plan
// with findings, or no plan at all.
func TestNothing(t *testing.T) {
	clean := report.Report{Plans: []report.Plan{{Name: "a.yaml"}}}
	for _, want := range []struct{ format, text string }{
		{"text", ""},
		{"github", ""},
		{"gitlab", "[]\n"},
		{"json", `"findings": []`},
		{"sarif", `"results": []`},
		{"junit", `skipped="0" file="a.yaml">`},
		{"junit", `<testcase name="no findings" classname="isuplan.a"></testcase>`},
	} {
		got := written(t, want.format, clean)
		if !strings.Contains(got, want.text) || want.text == "" && got != "" {
			t.Errorf("%s of a clean plan:\n%s", want.format, got)
		}
		written(t, want.format, report.Report{})
	}
}

// TestPrintsStay holds that a finding is known again when lines are put in above it, and
// that two findings that say the same have different fingerprints.
func TestPrintsStay(t *testing.T) {
	const plan = "a: wrod\nb: wrod\n"
	for _, format := range []string{"json", "sarif", "gitlab"} {
		before, after := prints(t, format, plan), prints(t, format, "# one\n# two\n"+plan)
		if len(before) != 2 || before[0] == before[1] {
			t.Errorf("%s: the fingerprints of two findings are %v", format, before)
		}
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("%s: other fingerprints two lines down:\n%s", format, diff)
		}
	}
}

// prints returns the fingerprints of the misspelt words in a text.
func prints(t *testing.T, format, text string) []string {
	t.Helper()
	file := source.NewFile("plan.yaml", []byte(text))
	var findings []diag.Finding
	for i := range strings.Count(text, "wrod") {
		findings = append(findings, diag.Finding{Rule: spelling, Message: "misspelt", Span: span(file, "wrod", i+1)})
	}
	var list []string
	for _, line := range strings.Split(written(t, format, report.Report{Plans: []report.Plan{{Name: "plan.yaml", Findings: findings}}}), "\n") {
		if strings.Contains(line, `"fingerprint":`) || strings.Contains(line, `"isuplan/v2":`) {
			list = append(list, strings.TrimSpace(line))
		}
	}
	return list
}
