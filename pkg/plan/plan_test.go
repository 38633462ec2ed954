package plan_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// small is the plan that docs/plan-language.md shows.
func small(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/plan-language.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```yaml\n")
	plan, _, _ := strings.Cut(rest, "```")
	return plan
}

func load(text string) (*plan.Plan, []diag.Finding, bool) {
	return plan.Load(source.NewFile("plan.yaml", []byte(text)))
}

func TestTheDocumentedPlanLoads(t *testing.T) {
	if _, findings, ok := load(small(t)); !ok || len(findings) > 0 {
		t.Fatalf("findings: %v", findings)
	}
}

// TestMistakes makes one mistake at a time in the documented plan. The finding must name
// the rule, mark exactly the wrong text, and say what to do.
//
//nolint:misspell // the slips are what is tested
func TestMistakes(t *testing.T) {
	documented := small(t)
	for name, c := range map[string]struct{ old, new, rule, at, say string }{
		"unknown key":           {"activities:", "activites:", "unknown-key", "activites", "did you mean `activities`?"},
		"unknown key in a line": {"percent: 20%", "percnt: 20%", "unknown-key", "percnt", "did you mean `percent`?"},
		"missing key":           {"    label: Salaries\n", "    name: Salaries\n", "missing-key", "id", "label"},
		"text for a list":       {"of: [salaries]", "of: salaries", "wrong-type", "salaries", "[salaries]"},
		"list for a text":       {"label: Salaries", "label: [Salaries]", "wrong-type", "[Salaries]", "single value"},
		"empty value":           {"label: Salaries", "label:", "wrong-type", "", "empty"},
		"tilde for an amount":   {"cost: 12500", "cost: ~", "wrong-type", "~", "empty"},
		"duplicate key":         {"short: CEM", "short: CEM\n  short: CME", "duplicate-key", "short", "keep one"},
		"duplicate id":          {"id: workshops\n      label", "id: salaries\n      label", "duplicate-id", "salaries", "another id"},
		"bad id":                {"id: advice", "id: Advice to all", "bad-id", "Advice to all", "advice-to-all"},
		"thousands":             {"annual: 150000", "annual: \"150,000\"", "bad-number", "\"150,000\"", "150000"},
		"thousands, unquoted":   {"cost: 12500", "cost: 12'500", "bad-number", "12'500", "12500"},
		"exponent":              {"annual: 150000", "annual: 1e5", "bad-number", "1e5", "all its digits"},
		"infinite":              {"annual: 150000", "annual: .inf", "bad-number", ".inf", "digits"},
		"hexadecimal":           {"annual: 150000", "annual: 0x10", "bad-number", "0x10", "decimal digits"},
		"octal":                 {"annual: 150000", "annual: 0150000", "bad-number", "0150000", "150000"},
		"negative cost":         {"cost: 12500", "cost: -12500", "bad-number", "-12500", "minus"},
		"quoted number":         {"cost: 12500", "cost: '12500'", "bad-number", "'12500'", "quotes"},
		"percent without sign":  {"percent: 20%", "percent: 0.2", "bad-number", "0.2", "20%"},
		"no such day":           {"date: 2024-06-03", "date: 2024-06-31", "bad-date", "2024-06-31", "month"},
		"date in words":         {"date: 2024-06-03", "date: 3 June 2024", "bad-date", "3 June 2024", "write 2024-06-03"},
		"end before beginning":  {"to: 2024-09-11", "to: 2024-09-08", "date-order", "2024-09-08", "both dates"},
		"no currency":           {"currency: EUR", "currency: EURO", "bad-value", "EURO", "EUR"},
		"wrong version":         {"isuplan: 1", "isuplan: 2", "wrong-version", "2", "isuplan: 1"},
		"thirteen months":       {"months: 6", "months: 13", "bad-number", "13", "year"},
		"rounding to nothing":   {"to: 1,", "to: 0,", "bad-number", "0", "whole units"},
		"rounding unknown":      {"half-up", "half", "bad-value", "half", "half-up"},
		"fact of two kinds":     {"{value: 54, as_at: 2024-06-01}", "{value: 54, text: many}", "missing-key", "{value: 54, text: many}", "or else a `text`"},
		"base without rate":     {"      percent: 20%\n", "", "incomplete-cost", "social-charges", "percent"},
		"rate without base":     {"      of: [salaries]\n", "", "incomplete-cost", "20%", "of: [salaries]"},
		"two kinds":             {"percent: 20%", "percent: 20%\n      fixed: 5", "two-kinds", "social-charges", "keep one"},
		"no amount":             {"      percent: 20%\n      of: [salaries]\n", "", "no-amount", "social-charges", "stated"},
		"a lone dash":           {"serves: [mandate/advice]", "serves:\n              -", "wrong-type", "", "empty"},
		"thousands in a line":   {"{item: regional workshop, quantity: 2, cost: 12500}", "{item: regional workshop, quantity: 2, cost: 12,500}", "bad-number", "500", "thousands"},
		"a reserved id":         {"id: workshops\n      label", "id: total\n      label", "bad-id", "total", "another id"},
		"a bad path":            {"mandate/advice", "mandate advice", "bad-id", "mandate advice", "slashes"},
	} {
		t.Run(name, func(t *testing.T) {
			broken := strings.Replace(documented, c.old, c.new, 1)
			if broken == documented {
				t.Fatalf("the plan has no %q to break", c.old)
			}
			_, findings, ok := load(broken)
			if ok || len(findings) == 0 {
				t.Fatal("nothing was found")
			}
			for _, f := range findings {
				if f.Rule.Name == c.rule && f.Span.Text() == c.at && strings.Contains(f.Message+" "+f.Hint, c.say) {
					return
				}
			}
			for _, f := range findings {
				t.Errorf("%s at %q: %s (%s)", f.Rule.Name, f.Span.Text(), f.Message, f.Hint)
			}
		})
	}
}

//nolint:misspell // the slips are what is tested
func TestAllMistakesAreReportedInOneRun(t *testing.T) {
	text := strings.NewReplacer("activities:", "activites:", "percent: 20%", "percent: 20", "currency: EUR", "currency: EURO").Replace(small(t))
	_, findings, _ := load(text)
	var rules []string
	for _, f := range findings {
		rules = append(rules, f.Rule.Name)
	}
	want := "unknown-key bad-value bad-number"
	if got := strings.Join(rules, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestTheReferenceNamesEveryKey holds docs/plan-language.md to the language.
func TestTheReferenceNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("../../docs/plan-language.md")
	if err != nil {
		t.Fatal(err)
	}
	var visit func(s *schema.Shape)
	visit = func(s *schema.Shape) {
		for _, k := range s.Keys {
			if k.Doc == "" {
				t.Errorf("%s: the key %s has no description", s.Name, k.Key)
			}
			if !regexp.MustCompile("`" + regexp.QuoteMeta(k.Key) + "[`:]|## " + regexp.QuoteMeta(k.Key) + `\b`).Match(text) {
				t.Errorf("docs/plan-language.md does not name the key %s of %s", k.Key, s.Name)
			}
			visit(k.Shape)
		}
		if s.Of != nil {
			visit(s.Of)
		}
	}
	visit(plan.Shape())
}

// FuzzLoad holds that no plan makes the loader panic, and that every finding has a span,
// words and a rule.
func FuzzLoad(f *testing.F) {
	f.Add([]byte("isuplan: 1\nbudget: {lines: [{id: a, percent: 20%, of: [a]}]}\n"))
	f.Add([]byte("isuplan: [\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		_, findings, ok := plan.Load(source.NewFile("plan.yaml", text))
		if !ok && len(findings) == 0 {
			t.Error("refused without a word")
		}
		for _, finding := range findings {
			if finding.Message == "" || finding.Rule.Name == "" || !finding.Span.IsValid() {
				t.Errorf("%+v", finding)
			}
		}
	})
}
