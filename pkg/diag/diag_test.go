package diag_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// at returns a finding that points at a word of a file.
func at(f *source.File, word, rule, message string) diag.Finding {
	from := strings.Index(string(f.Bytes), word)
	return diag.Finding{Rule: diag.Rule{Name: rule}, Message: message, Span: source.Span{File: f, Start: f.At(from), End: f.At(from + len(word))}}
}

func messages(findings []diag.Finding) string {
	var list []string
	for _, f := range findings {
		list = append(list, f.Message)
	}
	return strings.Join(list, " ")
}

func TestSeveritiesFromTheGravest(t *testing.T) {
	var words []string
	for _, s := range diag.Severities() {
		words = append(words, s.String())
	}
	if got := strings.Join(words, " "); got != "error warning note" {
		t.Errorf("the severities are %s", got)
	}
	for _, s := range []diag.Severity{0, diag.Note + 1} {
		if s.String() != "invalid severity" {
			t.Errorf("severity %d is called %s", s, s)
		}
	}
}

func TestARuleGoesByItsCodeAndItsName(t *testing.T) {
	if got := (diag.Rule{Code: "D101", Name: "weekday"}).ID(); got != "D101/weekday" {
		t.Errorf("the rule is called %s", got)
	}
}

// TestFindingsAreInTheOrderOfTheirPositions holds, and at one position for rules and then
// for messages.
func TestFindingsAreInTheOrderOfTheirPositions(t *testing.T) {
	a, b := source.NewFile("a.yaml", []byte("one two three")), source.NewFile("b.yaml", []byte("one two three"))
	sorted := []diag.Finding{
		{Message: "no-file"},
		at(a, "one", "rule", "1"),
		at(a, "two", "first", "2"),
		at(a, "two", "second", "3"),
		at(a, "two", "second", "4"),
		at(a, "three", "a-rule", "5"),
		at(b, "one", "a-rule", "6"),
	}
	want := messages(sorted)
	rapid.Check(t, func(t *rapid.T) {
		var list diag.List
		list.Add(rapid.Permutation(sorted).Draw(t, "order")...)
		if got := messages(list.Sorted()); got != want {
			t.Fatalf("the order is %s, want %s", got, want)
		}
		if list.Len() != len(sorted) {
			t.Fatalf("%d findings are %d", len(sorted), list.Len())
		}
	})
}

// TestAFindingIsSaidOnce holds that two findings are one only if file, position, rule and
// message are the same; then the first stays.
func TestAFindingIsSaidOnce(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("one two"))
	found := at(f, "one", "rule", "wrong")
	again := found
	again.Hint = "the second's"
	if got := diag.Sort([]diag.Finding{found, again, found}); len(got) != 1 || got[0].Hint != "" {
		t.Errorf("one finding is said %d times: %v", len(got), got)
	}
	for name, other := range map[string]diag.Finding{
		"of another file":    at(source.NewFile("b.yaml", f.Bytes), "one", "rule", "wrong"),
		"at another place":   at(f, "two", "rule", "wrong"),
		"of another rule":    at(f, "one", "other", "wrong"),
		"of another message": at(f, "one", "rule", "wrong as well"),
		"of no place at all": {Rule: found.Rule, Message: found.Message},
	} {
		if got := diag.Sort([]diag.Finding{found, other}); len(got) != 2 {
			t.Errorf("a finding %s is lost", name)
		}
	}
}

func TestSortingLeavesTheListAsItIs(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("one two"))
	list := []diag.Finding{at(f, "two", "rule", "2"), at(f, "one", "rule", "1")}
	diag.Sort(list)
	if got := messages(list); got != "2 1" {
		t.Errorf("the list became %s", got)
	}
}

// TestTheWorstFindingDecides holds for findings that are not waived, in any order.
func TestTheWorstFindingDecides(t *testing.T) {
	of := func(s diag.Severity, waived string) diag.Finding {
		return diag.Finding{Rule: diag.Rule{Severity: s}, WaivedBy: waived}
	}
	for name, c := range map[string]struct {
		findings []diag.Finding
		want     diag.Severity
	}{
		"nothing":            {nil, 0},
		"one":                {[]diag.Finding{of(diag.Note, "")}, diag.Note},
		"the first":          {[]diag.Finding{of(diag.Error, ""), of(diag.Warning, "")}, diag.Error},
		"the last":           {[]diag.Finding{of(diag.Note, ""), of(diag.Warning, "")}, diag.Warning},
		"not a waived one":   {[]diag.Finding{of(diag.Error, "as submitted"), of(diag.Note, "")}, diag.Note},
		"all of them waived": {[]diag.Finding{of(diag.Error, "as submitted")}, 0},
	} {
		if got := diag.Worst(c.findings); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		slices.Reverse(c.findings)
		if got := diag.Worst(c.findings); got != c.want {
			t.Errorf("%s, turned round: %s, want %s", name, got, c.want)
		}
	}
}
