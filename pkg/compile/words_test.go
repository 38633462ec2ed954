package compile_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestWordsOfAComparison: a comparison is worded by the last plan's language file, or, where
// that has no words for it, in English; its figures are the language's all the same.
func TestWordsOfAComparison(t *testing.T) {
	en := embedded(t, "languages/en.yaml")
	french := bytes.Replace(en, []byte("language: en\nname: English"), []byte("language: pt\nname: português"), 1)
	french = bytes.Replace(french, []byte(`thousands: ","`), []byte(`thousands: " "`), 1)
	worded := bytes.Replace(french, []byte("stays: The budget stays at ${amount}."), []byte("stays: Le budget reste à ${amount}."), 1)
	from, to := bytes.Index(french, []byte("\ncomparison:")), bytes.Index(french, []byte("\nwords:"))
	silent := append(bytes.Clone(french[:from]), french[to:]...)
	plan := strings.Replace(small, "  unit:", "  language: pt\n  unit:", 1)
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"words of its own": {worded, "Le budget reste à CHF 120 000."},
		"none":             {silent, "The budget stays at CHF 120 000."},
	} {
		un := embedded(t, "un.yaml")
		compiler := compile.New(compile.Options{Template: compile.Template{File: source.NewFile("ours.yaml", un), Folder: fs.FS(fstest.MapFS{"pt.yaml": {Data: c.file}})}})
		var units []*compile.Unit
		for _, text := range []string{plan, strings.Replace(plan, "Reply to questions.", "Reply to all questions.", 1)} {
			u, err := compiler.Compute(t.Context(), in("plan.yaml", text))
			if err != nil || !u.Complete() {
				t.Fatal(err, u.Findings)
			}
			units = append(units, u)
		}
		both, err := compile.Compare(t.Context(), units...)
		if err != nil {
			t.Fatal(err)
		}
		if got := both.Summary()[0]; got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestWordsOfOtherTables: a language file that is older, with words of a comparison but not of all
// its tables, has those of English for them.
func TestWordsOfOtherTables(t *testing.T) {
	french := bytes.Replace(embedded(t, "languages/en.yaml"), []byte("language: en\nname: English"), []byte("language: pt\nname: português"), 1)
	french = bytes.Replace(french, []byte("stays: The budget stays at ${amount}."), []byte("stays: Le budget reste à ${amount}."), 1)
	from := bytes.Index(french, []byte("\n  # Tables that do not add up"))
	to := from + bytes.Index(french[from:], []byte("\n\n"))
	older := append(bytes.Clone(french[:from]), french[to:]...)
	un := embedded(t, "un.yaml")
	compiler := compile.New(compile.Options{Template: compile.Template{File: source.NewFile("ours.yaml", un), Folder: fs.FS(fstest.MapFS{"pt.yaml": {Data: older}})}})
	plan := strings.Replace(small, "  unit:", "  language: pt\n  unit:", 1) + "  after_total: [{id: reserve, label: Reserve, percent: 15%, of: [total]}]\n"
	var units []*compile.Unit
	for _, text := range []string{plan, strings.Replace(plan, "percent: 15%, of", "percent: 20%, of", 1)} {
		u, err := compiler.Compute(t.Context(), in("plan.yaml", text))
		if err != nil || !u.Complete() {
			t.Fatal(err, u.Findings)
		}
		units = append(units, u)
	}
	both, err := compile.Compare(t.Context(), units...)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := both.Summary()[0], "Le budget reste à CHF 120,000. After the total: Reserve (+6,000)."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
