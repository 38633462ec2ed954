package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// synthetic writes a plan with n activities and n cost lines.
func synthetic(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`isuplan: 1
document: {convention: Convention on Large Plans, short: CLP, unit: Implementation Support Unit, unit_short: ISU, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
mandate:
  - {id: support, text: Support the States Parties.}
outcomes:
`)
	for i := range n {
		if i%100 == 0 {
			fmt.Fprintf(&b, "  - id: outcome-%d\n    text: States Parties have acted on commitment number %d.\n    outputs:\n", i, i)
		}
		if i%10 == 0 {
			fmt.Fprintf(&b, "      - id: output-%d\n        text: States Parties receive the advice that they need for step %d.\n        activities:\n", i, i)
		}
		fmt.Fprintf(&b, "          - id: activity-%d\n            text: Provide advice, on request, on the implementation of measure %d under the Convention.\n            serves: [mandate/support]\n", i, i)
	}
	b.WriteString("budget:\n  currency: CHF\n  rounding: {to: 1, mode: half-up}\n  lines:\n")
	for i := range n {
		if i%10 == 9 {
			fmt.Fprintf(&b, "    - {id: line-%d, label: Charges %d, percent: 20%%, of: [line-%d], note: At 20%% of the line above.}\n", i, i, i-1)
			continue
		}
		fmt.Fprintf(&b, "    - {id: line-%d, label: Cost line %d, fixed: %d.50, note: A note on cost line %d.}\n", i, i, 1000+i, i)
	}
	return b.Bytes()
}

// ofParties writes a plan with n Parties that share out an amount in each of some columns.
func ofParties(parties, columns int) []byte {
	var b, years, amounts bytes.Buffer
	for i := range columns {
		fmt.Fprintf(&years, "{id: %d}, ", 2001+i)
		fmt.Fprintf(&amounts, "%d: %d, ", 2001+i, 4000000+1000*i)
	}
	fmt.Fprintf(&b, `isuplan: 1
document: {convention: Convention on Wide Tables, short: CWT, unit: Secretariat, date: 2000-01-01}
period: {from: 2001-01-01, to: %d-12-31}
outcomes: []
budget:
  currency: USD
  columns: [%s]
  lines:
    - {id: staff, label: Staff, fixed: {%s}}
  contributions:
    - id: dues
      label: Contributions
      of: total
      parties:
`, 2000+columns, years.Bytes(), amounts.Bytes())
	for i := range parties {
		fmt.Fprintf(&b, "        - {party: Party %d, scale: 0.5}\n", i)
	}
	return b.Bytes()
}

// BenchmarkStages says what share of a build each stage takes.
func BenchmarkStages(b *testing.B) {
	reference, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		b.Fatal(err)
	}
	stages(b, "2018", reference)
	stages(b, "wide", ofParties(200, 40))
	for _, n := range []int{100, 1000, 9000} {
		stages(b, strconv.Itoa(n), synthetic(n))
	}
}

func stages(b *testing.B, name string, text []byte) {
	file := source.NewFile("plan.yaml", text)
	p, findings, ok := plan.Load(file)
	if !ok {
		b.Fatal(findings)
	}
	in := compose.Input{Plan: p, Template: skeleton(b), Language: english(b)}
	in.Budget, _ = budget.Compute(p, budget.Options{})
	doc, _ := compose.Build(in)
	run := func(stage string, f func()) {
		b.Run(stage+"/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
	run("yaml", func() { source.Parse(source.NewFile("plan.yaml", text)) })
	run("load", func() { plan.Load(source.NewFile("plan.yaml", text)) })
	run("budget", func() { budget.Compute(p, budget.Options{}) })
	run("check", func() { _, _ = check.Run(b.Context(), check.Input{Plan: p, Budget: in.Budget}) })
	run("document", func() { compose.Build(in) })
	for _, f := range render.Formats() {
		run(f.Name, func() {
			if _, err := f.Render(b.Context(), doc, document.Seal{}); err != nil {
				b.Fatal(err)
			}
		})
	}
}

func skeleton(b *testing.B) *compose.Template {
	text, _ := templates.Files.ReadFile("un.yaml")
	t, findings, ok := compose.LoadTemplate(source.NewFile("un.yaml", text))
	if !ok {
		b.Fatal(findings)
	}
	return t
}

func english(b *testing.B) *language.Language {
	text, _ := templates.Files.ReadFile("languages/en.yaml")
	l, findings, ok := language.Load(source.NewFile("en.yaml", text))
	if !ok {
		b.Fatal(findings)
	}
	return l
}

// BenchmarkBuild measures the complete command, from the file to all files.
func BenchmarkBuild(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		var out, talk bytes.Buffer
		if code := cli.Main([]string{"build", "../../plans/2018.yaml", "-o", dir}, nil, &out, &talk, os.Getenv); code != cli.ExitClean {
			b.Fatal(talk.String())
		}
	}
}
