package importer_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// inventor writes plans of random words.
type inventor struct {
	*rand.Rand
	b  strings.Builder
	id int

	work bool // the plan says who does what and when, how results are measured, and what may go wrong
}

var inventedWords = strings.Fields(`States Parties report support Unit meeting Convention 2031 advice in time the of and to for guidance CHF
	1,500 20% “quoted” co-operation *set off* it's Article 7 workshops held [sic] a_b 4–6 May <x> on-line & request year first`)

// words is a text of random words.
func (v *inventor) words(least, most int) string {
	var list []string
	for range least + v.IntN(most-least+1) {
		list = append(list, inventedWords[v.IntN(len(inventedWords))])
	}
	text := strings.Join(list, " ")
	text = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `<`, `\<`, `[`, `\[`, `_`, `\_`).Replace(text)
	return "Text " + text + []string{".", ";", ":", ""}[v.IntN(4)]
}

func (v *inventor) line(indent int, format string, args ...any) {
	v.b.WriteString(strings.Repeat(" ", indent) + fmt.Sprintf(format, args...) + "\n")
}

// items writes a list of texts with ids.
func (v *inventor) items(indent, most int) {
	for range 1 + v.IntN(most) {
		v.id++
		v.line(indent, "- id: x%d", v.id)
		v.line(indent+2, "text: %q", v.words(4, 30))
	}
}

// plan writes a plan that has each part, or has it not.
func (v *inventor) plan() string {
	v.line(0, "isuplan: 1\ndocument:\n  convention: Convention on Example Matters\n  short: CEM\n  unit: Implementation Support Unit\n  unit_short: ISU\n  date: 2030-06-03")
	v.line(0, "period: {from: 2031-01-01, to: 2031-12-31}")
	if v.IntN(2) == 0 {
		v.line(0, "summary:\n  objective: %q\n  objectives:", v.words(5, 20))
		v.items(4, 4)
	}
	v.line(0, "sections:")
	for _, id := range []string{"convention", "basis", "priorities"} {
		v.line(2, "- id: %s\n    paragraphs:", id)
		v.items(6, 3)
		v.textTables(8)
	}
	v.line(0, "mandate:")
	v.items(2, 5)
	v.line(0, "priorities:")
	for i := range 1 + v.IntN(11) {
		v.line(2, "- id: p%d\n    heading: %q\n    text: %q", i, strings.TrimRight(v.words(1, 5), ".;:"), v.words(5, 20))
		if v.IntN(3) > 0 {
			v.line(4, "items:")
			v.items(6, 10)
		}
	}
	if v.work = v.IntN(3) > 0; v.work {
		v.line(0, "actors:\n  - {id: isu, label: Implementation Support Unit, short: ISU}\n  - {id: host, label: Host of the meeting}\n  - {id: other, label: The other}")
	}
	v.line(0, "outcomes:")
	for i := range 1 + v.IntN(3) {
		v.line(2, "- id: o%d\n    text: %q", i, v.words(6, 20))
		v.indicators(4)
		v.line(4, "outputs:")
		for j := range 1 + v.IntN(3) {
			v.line(6, "- id: o%d-%d\n        text: %q", i, j, v.words(5, 20))
			v.indicators(8)
			v.line(8, "activities:")
			for range 1 + v.IntN(4) {
				v.activity(10)
			}
		}
	}
	v.line(0, "assumptions:")
	v.items(2, 4)
	v.risks()
	v.line(0, "budget:\n  currency: CHF\n  rounding: {to: 1, mode: half-up}\n  lines:")
	for i := range 2 + v.IntN(6) {
		v.line(4, "- {id: l%d, label: Line %c, fixed: %d, note: %q}", i, 'A'+i, 1000+v.IntN(900_000), v.words(3, 12))
	}
	v.line(2, "notes:")
	v.items(4, 3)
	return v.b.String()
}

// TestRoundTripOfInventedPlans: documents of random plans come back as plans of the same
// documents.
func TestRoundTripOfInventedPlans(t *testing.T) {
	for seed := range uint64(30) {
		v := inventor{Rand: rand.New(rand.NewPCG(seed, 15))}
		text := v.plan()
		u, err := compile.New(compile.Options{}).Compile(context.Background(), compile.Input{File: source.NewFile("plan.yaml", []byte(text))})
		if err != nil {
			t.Fatal(err)
		}
		if u.Document == nil {
			t.Fatalf("%v\n%s", u.Findings, text)
		}
		format := []string{"docx", "md"}[seed%2]
		f, _ := render.FormatNamed(format)
		made, err := u.Render(context.Background(), f, document.Seal{})
		if err != nil {
			t.Fatal(err)
		}
		file, err := readback.Read(made.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		r := imported(t, file)
		want, got := strings.Split(said(u), " "), strings.Split(said(compiled(t, r.Plan)), " ")
		for i := range want {
			if i >= len(got) || got[i] != want[i] {
				t.Errorf("seed %d, %s: from word %d on:\ngot  … %s\nwant … %s\nnot placed: %v", seed, format, i, around(got, i), around(want, i), r.Lost)
				break
			}
		}
	}
}
