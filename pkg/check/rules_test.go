package check_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the expected findings")

var headings = map[string]string{
	"convention": "The Convention on Cluster Munitions (CCM)", "basis": "Basis of the 2018 Work Plan",
	"outcomes": "Expected outcomes", "activities": "2018 Activities, outputs and outcomes",
	"assumptions": "Assumptions", "budget": "Implementation Support Unit 2018 budget",
}

// base is a sane plan in which no rule finds anything. A case replaces some of its
// keys. It is kept by key, in the order of the file.
var base = blocks(`isuplan: 1
document:
  convention: Convention on Cluster Munitions
  short: CCM
  unit: Implementation Support Unit
  unit_short: ISU
  date: 2017-06-06
period: {from: 2018-01-01, to: 2018-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}
budget:
  currency: CHF
  lines: [{id: salaries, label: Salaries, fixed: 345054}]
`)

type block struct{ key, text string }

var topKey = regexp.MustCompile(`(?m)^[a-z]+:`)

// blocks cuts a plan into its top-level keys.
func blocks(text string) []block {
	var list []block
	starts := topKey.FindAllStringIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		list = append(list, block{text[at[0]:at[1]], text[at[0]:end]})
	}
	return list
}

// complete adds to the keys of a case those of the base that it does not have.
func complete(text string) string {
	own := map[string]bool{}
	for _, b := range blocks(text) {
		own[b.key] = true
	}
	var b strings.Builder
	for _, x := range base {
		if !own[x.key] {
			b.WriteString(x.text)
		}
	}
	return b.String() + text
}

// run checks a plan; it fails the test where the plan cannot be read.
func run(t testing.TB, name, text string) []diag.Finding {
	t.Helper()
	return runBeside(t, name, text, "", "")
}

// runBeside checks a plan, and compares it with the plan of the year before and that of several years;
// "" for none.
func runBeside(t testing.TB, name, text, last, frame string) []diag.Finding {
	t.Helper()
	var before *check.Year
	if last != "" {
		p, _, ok := plan.Load(source.NewFile("last.yaml", []byte(last)))
		if !ok {
			t.Fatalf("%s: the year before cannot be read", name)
		}
		b, _ := budget.Compute(p, budget.Options{})
		before = &check.Year{Plan: p, Budget: b}
	}
	p, findings, ok := plan.Load(source.NewFile(name, []byte(text)))
	var opts budget.Options
	if frame != "" {
		above, _, ok := plan.Load(source.NewFile("frame.yaml", []byte(frame)))
		if !ok {
			t.Fatalf("%s: the frame cannot be read", name)
		}
		its, _ := budget.Compute(above, budget.Options{})
		opts.Frame = budget.NewFrame(above, its, p)
	}
	for _, f := range findings {
		t.Errorf("%s:%d: %s", name, f.Span.Start.Line, f.Message)
	}
	if !ok {
		t.FailNow()
	}
	b, _ := budget.Compute(p, opts)
	return judge(check.Input{Plan: p, Budget: b, Headings: headings, Last: before, Page: page(p, b)})
}

// lines writes findings one below the other, each with the text under its span.
func lines(findings []diag.Finding, withHints bool) string {
	var b strings.Builder
	for _, f := range findings {
		at := strings.Join(strings.Fields(f.Span.Text()), " ")
		if words := []rune(at); len(words) > 60 {
			at = string(words[:60]) + "…"
		}
		fmt.Fprintf(&b, "%s[%s] at %s «%s»: %s\n", f.Rule.Severity, f.Rule.Name, f.Subject, at, f.Message)
		if withHints {
			fmt.Fprintf(&b, "  help: %s\n", f.Hint)
		}
	}
	return b.String()
}

// TestRules runs the cases of testdata/rules, one file for each rule. In a file, each
// case NAME.yaml has the keys that it adds to the base, NAME.last those of the year
// before's plan, NAME.frame those of the plan of several years, and NAME.want its findings.
// In cases whose name begins with "sane", the rule is silent.
func TestRules(t *testing.T) {
	for _, rule := range check.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			path := filepath.Join("testdata", "rules", rule.Name+".txtar")
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("every rule has its cases: %v", err)
			}
			comment, files := archive(string(text))
			out := comment
			fires, silent := 0, 0
			for _, f := range files {
				name, isCase := strings.CutSuffix(f.name, ".yaml")
				if !isCase {
					continue
				}
				last, frame := "", ""
				if before, ok := has(files, name+".last"); ok {
					out += fmt.Sprintf("-- %s.last --\n%s", name, before)
					last = complete(before)
				}
				if above, ok := has(files, name+".frame"); ok {
					out += fmt.Sprintf("-- %s.frame --\n%s", name, above)
					frame = complete(above)
				}
				got := lines(runBeside(t, f.name, complete(f.text), last, frame), true)
				out += fmt.Sprintf("-- %s --\n%s-- %s.want --\n%s", f.name, f.text, name, got)
				fires += strings.Count(got, "["+rule.Name+"]")
				if strings.HasPrefix(name, "sane") {
					silent++
					if strings.Contains(got, "["+rule.Name+"]") {
						t.Errorf("%s: a false alarm:\n%s", name, got)
					}
				}
			}
			if fires == 0 || silent == 0 {
				t.Error("a rule needs a case in which it reports and one in which it does not")
			}
			compare(t, path, out)
		})
	}
}

type file struct{ name, text string }

// has returns the text of a file of an archive.
func has(files []file, name string) (string, bool) {
	for _, f := range files {
		if f.name == name {
			return f.text, true
		}
	}
	return "", false
}

var fileMark = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// archive splits a text in the form of txtar into a comment and files.
func archive(text string) (comment string, files []file) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	marks := fileMark.FindAllStringSubmatchIndex(text, -1)
	comment = text
	for i, at := range marks {
		if i == 0 {
			comment = text[:at[0]]
		}
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		files = append(files, file{text[at[2]:at[3]], text[at[1]:end]})
	}
	return comment, files
}

// compare holds a golden file against what came out, or rewrites it.
func compare(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("%s differs; look at it, then go test ./pkg/check -update\ngot:\n%s", path, got)
	}
}

func TestBaseIsSane(t *testing.T) {
	if got := lines(run(t, "base", complete("")), true); got != "" {
		t.Error(got)
	}
}
