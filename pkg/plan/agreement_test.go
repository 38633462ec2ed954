package plan_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// The JSON Schema and the loader must agree: what the schema refuses the loader refuses,
// and what the loader refuses the schema refuses, except for what a JSON Schema cannot
// know. That is
//
//   - what is no matter of values: bytes that are no text, files too large or too
//     deep, YAML that cannot be read, a second document, aliases, anchors, tags, and
//     keys that stand twice (editors report most of these themselves);
//   - what one part of a plan says about another: ids that stand twice (duplicate-id,
//     two rows of a table for one key, two posts of one id, a base with a group and its
//     own line), ends before beginnings (date-order), ids of lines that ${budget.…} needs
//     for itself, rates of the budget's own currency, and values for columns that the
//     budget does not have or that stand further down, count another twice, hold per
//     cent, or of which none holds amounts (wrong-column);
//   - how long a word of a text is, and how many amounts or texts there are in all (too-much).
//
// Both say more than a schema sees of a value, for YAML has resolved it before. These
// do not occur here:
//
//   - the notation of a number: 0150, 1e5, +5, .5, 0x10, 180.000, 12.0 for a column and more
//     than 30 digits behind a point or before a % are numbers (or percentages) to the
//     schema; the loader wants plain digits;
//   - "nil" and "blank" in quotes: texts to both, but only the plain words are amounts
//     to the loader;
//   - True and TRUE, which the loader takes for texts; and the plain words true and
//     false for an id, a path or a column, which only the loader takes;
//   - -0%, which only the loader takes, and a text of nothing but unusual blanks, such
//     as U+00A0, which only the schema takes.
//
// Whether a reference in prose exists, whether figures agree and so on is for the
// stages behind the loader.
func agreement(t *testing.T, s *jsonschema.Schema, name, text string) (accepted bool) {
	t.Helper()
	f := source.NewFile(name, []byte(text))
	_, findings, ok := plan.Load(f)
	root, problems := source.Parse(f)
	for _, p := range problems {
		if p.Code != source.DuplicateKey {
			return false
		}
	}
	invalid := s.Validate(instance(root))
	switch refused := refusals(findings); {
	case invalid != nil && ok:
		t.Errorf("%s: the loader takes what the schema refuses: %v\n%s", name, invalid, text)
	case invalid == nil && len(refused) > 0:
		t.Errorf("%s: the schema takes what the loader refuses: %s\n%s", name, strings.Join(refused, "; "), text)
	}
	return ok && invalid == nil
}

// outside names what the loader alone can find: a rule, and words of its message where
// the rule also finds what the schema knows.
var outside = map[string]*regexp.Regexp{
	"duplicate-key":    regexp.MustCompile(``),
	"too-much":         regexp.MustCompile(`^a word of|^the budget has|^the plan has`), // what is counted over several lists, or in a text
	"more-of-a-kind":   regexp.MustCompile(`duplicate-key`),                            // counts what else is outside
	"duplicate-id":     regexp.MustCompile(``),
	"date-order":       regexp.MustCompile(``),
	"twice-in-base":    regexp.MustCompile(``),
	"three-decimals":   regexp.MustCompile(``),
	"months-needed":    regexp.MustCompile(``),
	"bad-number":       regexp.MustCompile(`^a year has 12 months|^the (?:period|column .*) has \d+ months`),
	"two-rows":         regexp.MustCompile(``),
	"own-rate":         regexp.MustCompile(``),
	"wrong-text-table": regexp.MustCompile(``),
	"bad-id":           regexp.MustCompile(`^no line may be called|^no row may be called|^two posts of this line`),
	"wrong-column":     regexp.MustCompile(`^no column before this one|^no column holds amounts|^the budget has no column|^the table of posts has no column|twice: |holds per cent`),
}

// refusals returns the errors that a JSON Schema should find too.
func refusals(findings []diag.Finding) (list []string) {
	for _, f := range findings {
		words, beyond := outside[f.Rule.Name]
		if f.Rule.Severity == diag.Error && (!beyond || !words.MatchString(f.Message)) {
			list = append(list, fmt.Sprintf("%d: [%s] %s", f.Span.Start.Line, f.Rule.Name, f.Message))
		}
	}
	return list
}

func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := plan.JSONSchema()
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("plan.schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile("plan.schema.json")
	if err != nil {
		t.Fatalf("the schema is no schema of its draft: %v", err)
	}
	return s
}

// TestSchemaAgreesOnPlans compares the schema and the loader on every plan of the
// project, right or wrong.
func TestSchemaAgreesOnPlans(t *testing.T) {
	s := compiled(t)
	for pattern, least := range map[string]int{
		"../../plans/*.yaml": 1, "../../testdata/*/*.yaml": 5,
		"../check/testdata/rules/*.txtar": 80, "../cli/testdata/script/*.txtar": 15,
	} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		taken := 0
		for _, path := range paths {
			for name, text := range plansIn(t, path) {
				if agreement(t, s, name, text) {
					taken++
				}
			}
		}
		if taken < least {
			t.Errorf("%s: only %d plans were accepted", pattern, taken)
		}
	}
	if !agreement(t, s, "docs/plan-language.md", small(t)) {
		t.Error("the small plan of the documentation was not accepted")
	}
}

var topKey = regexp.MustCompile(`(?m)^[a-z_]+:`)

// plansIn returns the plans of a file, or of the files in an archive. A case of a rule
// has only some keys; the others are those of the documented plan.
func plansIn(t *testing.T, path string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) == ".yaml" {
		return map[string]string{path: string(text)}
	}
	plans := map[string]string{}
	for _, f := range txtar.Parse(text).Files {
		name, text := path+"/"+f.Name, string(f.Data)
		if filepath.Ext(f.Name) != ".yaml" {
			continue
		}
		plans[name] = text
		if strings.Contains(path, "rules") {
			plans[name+" completed"] = completed(t, text)
		}
	}
	return plans
}

func completed(t *testing.T, text string) string {
	documented := small(t)
	starts := append(topKey.FindAllStringIndex(documented, -1), []int{len(documented), len(documented)})
	for i, at := range starts[:len(starts)-1] {
		if key := documented[at[0]:at[1]]; !strings.HasPrefix(text, key) && !strings.Contains(text, "\n"+key) {
			text += documented[at[0]:starts[i+1][0]]
		}
	}
	return text
}

// TestSchemaAgreesOnInventedPlans makes plans up by the shape of the language, which both
// have to accept, and breaks each of them in many ways, on which both have to agree.
func TestSchemaAgreesOnInventedPlans(t *testing.T) {
	s := compiled(t)
	accepted, refused := 0, 0
	for seed := range uint64(100) {
		in := &inventor{Rand: rand.New(rand.NewPCG(seed, 1))}
		text := in.plan(plan.Shape()).String()
		if !agreement(t, s, fmt.Sprintf("plan %d", seed), text) {
			_, findings, _ := load(text)
			t.Errorf("plan %d was refused: %v\n%s", seed, findings, text)
		}
		for i := range 30 {
			in := &inventor{Rand: rand.New(rand.NewPCG(seed, 1))}
			broken := in.plan(plan.Shape())
			in.Rand = rand.New(rand.NewPCG(seed, uint64(i)+2))
			how := in.breakOne(broken)
			if agreement(t, s, fmt.Sprintf("plan %d with %s", seed, how), broken.String()) {
				accepted++
			} else {
				refused++
			}
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d broken plans were accepted and %d refused", accepted, refused)
	if accepted < 300 || refused < 1000 {
		t.Errorf("%d broken plans were accepted and %d refused; the changes are too harmless or too rough to tell anything", accepted, refused)
	}
}
