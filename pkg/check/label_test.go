package check_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// TestFindingsShowLabelsAsPrinted writes a reference and markup into every label of every
// example of a rule, of every case of the tests and of the real plans, and holds that no
// stage shows them in a message, a hint or a note.
func TestFindingsShowLabelsAsPrinted(t *testing.T) {
	shown := map[string]bool{}
	for name, text := range labelled(t) {
		for _, f := range allFindings(text) {
			all := []string{f.Message}
			for _, r := range f.Related {
				all = append(all, r.Note)
			}
			advice := strings.ReplaceAll(f.Hint, "or quote it: ${period.year}", "") // of period-in-prose
			for _, s := range append(all, advice) {
				if strings.Contains(s, "${period.year}") || strings.Contains(s, "*of*") || strings.Contains(s, "of  2018") {
					t.Errorf("%s: %s shows a label as it was typed: %s", name, f.Rule.ID(), s)
				}
				if strings.Contains(s, "of 2018") {
					shown[f.Rule.Name] = true
				}
			}
			if s := strings.Join(all, "\n"); strings.Contains(s, "${") && f.Rule.Code[0] != 'F' {
				t.Errorf("%s: %s shows a reference: %s", name, f.Rule.ID(), s)
			}
		}
	}
	// Most rules on figures show labels; if none did, this test would prove nothing.
	if len(shown) < 12 {
		t.Errorf("labels are shown by %s only", slices.Sorted(maps.Keys(shown)))
	}
}

// named matches a key whose text messages show.
var named = regexp.MustCompile(`\b((?:label|item|title|provider|subtotal|total|heading): )("[^"\n]*"|[^"\s{\[>|«&\d][^,}\n«]*)`)

// labelled returns plans by their name, with a reference and markup in every label.
func labelled(t *testing.T) map[string]string {
	plans := map[string]string{}
	add := func(name, text string) {
		plans[name] = named.ReplaceAllStringFunc(text, func(s string) string {
			m := named.FindStringSubmatch(s)
			return fmt.Sprintf(`%s"%s *of*  ${period.year}"`, m[1], strings.ReplaceAll(strings.Trim(strings.TrimSpace(m[2]), `"`), `\`, `\\`))
		})
	}
	marks := strings.NewReplacer("«", "", "»", "")
	for _, rules := range [][]diag.Rule{diagRules(), budget.Rules(), plan.Rules()} {
		for _, r := range rules {
			add(r.Name, complete(marks.Replace(r.Bad)))
		}
	}
	for _, folder := range []string{"rules", "causes"} {
		paths, _ := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, files := archive(string(text))
			for _, f := range files {
				if strings.HasSuffix(f.name, ".yaml") {
					add(path+" "+f.name, complete(f.text))
				}
			}
		}
	}
	for _, pattern := range []string{"../../plans/*.yaml", "../../testdata/budgets/*.yaml"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			add(path, string(text))
		}
	}
	return plans
}

func diagRules() (list []diag.Rule) {
	for _, r := range check.Rules() {
		list = append(list, r.Rule)
	}
	return list
}

// allFindings takes a plan through all stages up to the document.
func allFindings(text string) []diag.Finding {
	p, all, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if p == nil || p.Node.IsZero() {
		return all
	}
	var findings []diag.Finding
	in := compose.Input{Plan: p}
	in.Budget, findings = budget.Compute(p, budget.Options{})
	all = append(all, findings...)
	in.Template, _, _ = compose.LoadTemplate(embedded("un.yaml"))
	in.Language, _, _ = language.Load(embedded("languages/en.yaml"))
	_, findings = compose.Build(in)
	all = append(all, findings...)
	words := compose.NewWords(in)
	return append(all, judge(check.Input{Plan: p, Budget: in.Budget, Headings: words.Headings(), Words: words.Text})...)
}

func embedded(name string) *source.File {
	text, err := templates.Files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return source.NewFile(name, text)
}
