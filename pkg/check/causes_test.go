package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestCauses runs the cases of testdata/causes, one file for each explanation. In a file,
// each case NAME.yaml has the keys that it adds to the base, and NAME.want what the
// explanation says of it, and after a line the findings on its figures. Cases whose name
// begins with "not" are near misses, in which the explanation says nothing.
func TestCauses(t *testing.T) {
	for _, name := range check.CauseNames() {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("testdata", "causes", name+".txtar")
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("every explanation has its cases: %v", err)
			}
			out, files := archive(string(text))
			said, silent := 0, 0
			for _, f := range files {
				kase, isCase := strings.CutSuffix(f.name, ".yaml")
				if !isCase {
					continue
				}
				causes := causesBy(t, name, complete(f.text))
				out += "-- " + f.name + " --\n" + f.text + "-- " + kase + ".want --\n" + strings.Join(causes, "")
				out += "--\n" + figureFindings(t, complete(f.text))
				if !strings.HasPrefix(kase, "not") {
					said++
					if len(causes) == 0 {
						t.Errorf("%s: the cause is not said", kase)
					}
					continue
				}
				silent++
				if len(causes) > 0 {
					t.Errorf("%s: said without evidence: %s", kase, causes)
				}
			}
			if said == 0 || silent == 0 {
				t.Error("an explanation needs a case in which it says its cause and one beside it in which it does not")
			}
			compare(t, path, out)
		})
	}
}

func causesBy(t *testing.T, name, text string) (list []string) {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	for _, s := range check.CausesBy(name, check.Input{Plan: p, Budget: b}) {
		list = append(list, s+"\n")
	}
	return list
}

// figureFindings returns the messages on figures that do not add up.
func figureFindings(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	for _, f := range run(t, "plan.yaml", text) {
		if f.Rule.Name == "stated-differs" || f.Rule.Name == "financing-differs" {
			b.WriteString(f.Message + "\n")
		}
	}
	return b.String()
}
