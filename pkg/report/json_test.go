package report_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestTheExampleIsTrue holds that docs/check-json.md shows what is written.
func TestTheExampleIsTrue(t *testing.T) {
	const page, begin, end = "../../docs/check-json.md", "```json\n", "```\n"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), begin)
	shown, after, _ := strings.Cut(rest, end)
	got := written(t, "json", example())
	if *update {
		if err := os.WriteFile(page, []byte(before+begin+got+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		shown = got
	}
	if diff := cmp.Diff(shown, got); diff != "" {
		t.Errorf("the page shows something else (-shown +written):\n%s", diff)
	}
}

// example is a report on a plan with two findings, one of which is waived.
//
//nolint:misspell // the slip is what is reported
func example() report.Report {
	f := source.NewFile("plans/2026.yaml", []byte("budget:\n  - {id: travel, stated: 37000, units: [[5, 7500]]}\n  - {id: post, note: Recieved by mail}\n"))
	word := span(f, "Recieved", 1)
	return report.Report{Tool: report.Tool{Name: "isuplan", Version: "0.2.0"}, Plans: []report.Plan{{Name: f.Name, Findings: []diag.Finding{
		{Rule: differs, Message: "Travel: stated 37,000, but computed 37,500; the difference is -500",
			Hint: "correct the amount or its rule; or, if it was submitted like this, add a waiver that says why", Subject: "budget/travel",
			Span: span(f, "37000", 1), Amount: money.New(-500), Related: []diag.Related{{Span: span(f, "[5, 7500]", 1), Note: "5 times 7,500"}},
			WaivedBy: "It was submitted like this."},
		{Rule: spelling, Message: "“Recieved” is misspelt: “Received”", Hint: "correct it; if it is a proper name, add it to `names`",
			Subject: "budget/post", Span: word, Fix: []diag.Edit{{Span: word, Text: "Received"}}},
	}}}}
}
