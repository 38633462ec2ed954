package cli

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
)

// unshowable are the rules without examples, and why.
var unshowable = map[string]string{
	"no-emblem":            "it speaks of the template, not of the plan",
	"too-much":             "it takes more than a page has room for",
	"more-of-a-kind":       "it takes more findings than a page has room for",
	"not-text":             "bytes that are no text cannot be shown",
	"too-large":            "the file would be too large for this page",
	"too-deep":             "the file would be too deep for this page",
	"empty-file":           "there is nothing to show",
	"text-too-long":        "the text would be too long for this page",
	"bad-list":             "it speaks of a file beside the plan",
	"list-total":           "it speaks of a file beside the plan",
	"list-head":            "it speaks of a file beside the plan",
	"bad-export":           "it speaks of a file beside the plan",
	"on-no-line":           "it speaks of a file beside the plan",
	"passed-over":          "it speaks of a file beside the plan",
	"counted-whole":        "it speaks of a file beside the plan",
	"row-without-amount":   "it speaks of a file beside the plan",
	"row-twice":            "it speaks of a file beside the plan",
	"other-name":           "it speaks of a file beside the plan",
	"other-year":           "it speaks of a file beside the plan",
	"dates-not-read":       "it speaks of a file beside the plan",
	"unnumbered-reference": "it speaks of the template, not of the plan",
	"unplaced":             "it speaks of the template, not of the plan",
}

var (
	codeForm = regexp.MustCompile(`^[A-Z]\d{3}$`)
	nameForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
)

// TestCatalogue holds what every rule has, and that its examples are true: the bad one
// raises the rule at the marked span, the good one raises nothing at all.
func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range compile.Rules() {
		t.Run(r.Name, func(t *testing.T) {
			if !codeForm.MatchString(r.Code) || !nameForm.MatchString(r.Name) || seen[r.Code] || seen[r.Name] || compile.FamilyOf(r) < 0 {
				t.Errorf("the code %q and the name %q must have their form and be its own", r.Code, r.Name)
			}
			seen[r.Code], seen[r.Name] = true, true
			if r.Severity.String() == "invalid severity" || r.Title == "" || r.Why == "" || r.Since == "" {
				t.Error("a rule has a severity, a title, a reason and a version")
			}
			if _, ok := unshowable[r.Name]; ok {
				return
			}
			if r.Bad == "" || r.Good == "" {
				t.Fatal("a rule has a bad and a good example")
			}
			e, findings, err := runExample(t.Context(), r.Bad, r)
			if err != nil {
				t.Fatal(err)
			}
			want := e.file.Span(e.from, e.to).Text()
			found := false
			for _, f := range findings {
				if f.Rule.Name == r.Name && f.Span.Text() == want && f.Span.Start.Offset == e.from {
					found = true
				}
			}
			if !found || want == "" {
				t.Errorf("the bad example does not raise the rule at %q", want)
				for _, f := range findings {
					t.Logf("%s at %q: %s", f.Rule.ID(), f.Span.Text(), f.Message)
				}
			}
			_, findings, err = runExample(t.Context(), r.Good, r)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range findings {
				if f.WaivedBy == "" {
					t.Errorf("the good example has %s at %q: %s", f.Rule.ID(), f.Span.Text(), f.Message)
				}
			}
		})
	}
}

// TestRulesPage holds that docs/rules.md is what the rules say; make golden writes it.
func TestRulesPage(t *testing.T) {
	var b strings.Builder
	if err := rulesPage(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	const page = "../../docs/rules.md"
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(page)
	if err != nil || string(text) != b.String() {
		t.Error("docs/rules.md is not what the rules say; run make golden")
	}
}
