package check_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var plan2018 = filepath.Join("..", "..", "plans", "2018.yaml")

// Test2018 lists what the rules find in the real plan of 2018, without its waivers.
func Test2018(t *testing.T) {
	text, err := os.ReadFile(plan2018)
	if err != nil {
		t.Fatal(err)
	}
	findings := run(t, "2018.yaml", string(text))
	compare(t, filepath.Join("testdata", "2018.findings"), lines(findings, false))

	p, _, _ := plan.Load(source.NewFile("2018.yaml", text))
	for _, f := range check.Waive(p, findings, true) {
		if f.WaivedBy == "" {
			t.Errorf("not waived: [%s] at %s: %s", f.Rule.Name, f.Subject, f.Message)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	text, err := os.ReadFile(plan2018)
	if err != nil {
		b.Fatal(err)
	}
	p, _, ok := plan.Load(source.NewFile("2018.yaml", text))
	if !ok {
		b.Fatal("the plan cannot be read")
	}
	figures, _ := budget.Compute(p, budget.Options{})
	for b.Loop() {
		judge(check.Input{Plan: p, Budget: figures, Headings: headings})
	}
}

// FuzzTexts holds that no text brings a rule down, and that each finding points at a span
// of the file.
func FuzzTexts(f *testing.F) {
	for _, s := range []string{"", "(IRC) 1RC", "4-6 September 2017", "5 – 6 trips", "${", "$${x} ${budget.total}", "[a](b)", "States\u00a0parties",
		"ISU's 20% CHF 345,054.", "É’s -- '", "Convention of Cluster Munitions"} {
		f.Add(s, "States Parties")
	}
	f.Fuzz(func(t *testing.T, prose, name string) {
		quoted, _ := json.Marshal(prose)
		named, _ := json.Marshal(name)
		text := strings.NewReplacer("PROSE", string(quoted), "NAME", string(named)).Replace(complete(`names: [{name: NAME, short: NAME}]
summary: {outcomes: [{outcome: universal, text: PROSE}, PROSE]}
mandate: [{id: one, text: PROSE}]
sections: [{id: outcomes, heading: PROSE}]
budget:
  currency: CHF
  lines:
    - {id: travel, label: NAME, note: PROSE, units: [{item: NAME, quantity: 3, cost: 1000}]}
    - {id: share, label: NAME, note: PROSE, percent: 20%, of: [travel]}
`))
		p, _, ok := plan.Load(source.NewFile("fuzz.yaml", []byte(text)))
		if !ok {
			return // not so far as to be judged
		}
		figures, _ := budget.Compute(p, budget.Options{})
		for _, f := range judge(check.Input{Plan: p, Budget: figures, Headings: headings}) {
			if !f.Span.IsValid() || f.Span.Start.Offset > f.Span.End.Offset || f.Subject == "" || f.Message == "" {
				t.Errorf("%s at %q points at %v", f.Rule.Name, f.Subject, f.Span)
			}
		}
	})
}
