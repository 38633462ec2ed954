package diag_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestFindingsOfAKindAreBounded: of each rule the first findings are listed, and one says
// how many more there are, where they begin, and weighs as much.
func TestFindingsOfAKindAreBounded(t *testing.T) {
	f := source.NewFile("a.yaml", []byte(strings.Repeat("x", 5000)))
	many := diag.Rule{Code: "E101", Name: "many", Severity: diag.Note}
	few := diag.Rule{Code: "E102", Name: "few", Severity: diag.Error}
	for _, c := range []struct {
		found, counted int
		more           string
	}{
		{diag.MostOfAKind - 1, 0, ""},
		{diag.MostOfAKind, 0, ""},
		{diag.MostOfAKind + 1, 0, "1 more of E101/many from here on"},
		{diag.MostOfAKind + 1234, 0, "1,234 more of E101/many from here on"},
		{diag.MostOfAKind + 1, 999_999, "1,000,000 more of E101/many from here on"},
	} {
		var list diag.List
		for i := range c.found {
			list.Add(diag.Finding{Rule: many, Span: f.Span(i, i+1), Message: fmt.Sprint(i)})
		}
		list.Add(diag.Finding{Rule: few, Span: f.Span(4999, 5000)})
		list.Count(many, c.counted)
		if list.Len() != c.found+c.counted+1 {
			t.Errorf("%d findings are %d", c.found+c.counted+1, list.Len())
		}
		if full := list.IsFull(many); full != (c.found+c.counted > diag.MostOfAKind) {
			t.Errorf("with %d findings the list is full: %v", c.found, full)
		}
		sorted, more := list.Sorted(), ""
		if got, want := len(list.Listed()), min(c.found, diag.MostOfAKind)+1; got != want {
			t.Errorf("of %d findings %d are listed, want %d", c.found, got, want)
		}
		for _, s := range sorted {
			if s.Rule.Name == diag.MoreOfAKind.Name {
				more = s.Message
				if s.Rule.Severity != diag.Note || s.Span.Start.Offset != diag.MostOfAKind {
					t.Errorf("%q is a %s at %d", s.Message, s.Rule.Severity, s.Span.Start.Offset)
				}
			}
		}
		if !strings.HasPrefix(more, c.more) || (c.more == "") != (more == "") {
			t.Errorf("%d findings: %q, want %q", c.found+c.counted, more, c.more)
		}
	}
}

// TestSuggestionsAreBounded: a word that nobody typed by mistake is compared with nothing,
// and a near one is found all the same.
func TestSuggestionsAreBounded(t *testing.T) {
	many := make([]string, 100_000)
	for i := range many {
		many[i] = fmt.Sprint("line-", i)
	}
	many[10] = "salaries"
	if got := diag.Suggest("salaires", many); got != "salaries" {
		t.Errorf("salaires is taken for %q", got)
	}
	if got := diag.Suggest(strings.Repeat("salaries", 100), []string{strings.Repeat("salaries", 100)}); got != "" {
		t.Errorf("a word of 800 letters is compared with others")
	}
}

// TestRelatedPlacesAreBounded: of more places than anybody looks at the rest are counted.
func TestRelatedPlacesAreBounded(t *testing.T) {
	for n, want := range map[int]string{20: "here", 21: "here; and 1 more", 1520: "here; and 1,500 more"} {
		related := make([]diag.Related, n)
		for i := range related {
			related[i].Note = "here"
		}
		var list diag.List
		list.Add(diag.Finding{Rule: diag.Rule{Name: "a"}, Related: related})
		got := list.Listed()[0].Related
		if len(got) != 20 || got[19].Note != want || related[19].Note != "here" {
			t.Errorf("%d places: %d are named, the last %q", n, len(got), got[len(got)-1].Note)
		}
	}
}
