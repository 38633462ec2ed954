package document

import (
	"os"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

func english(t *testing.T) *Language {
	t.Helper()
	text, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	l, findings, ok := LoadLanguage(source.NewFile("en.yaml", text))
	if !ok {
		t.Fatal(findings)
	}
	return l
}

func side(t *testing.T, path string) diff.Side {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, findings, ok := plan.Load(source.NewFile(path, text))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	return diff.Side{Name: path, Plan: p, Budget: b}
}

// TestEditsHaveWords: whoever does not see that a text is struck out is told.
func TestEditsHaveWords(t *testing.T) {
	r := diff.Compare(side(t, "../../plans/2018.yaml"), side(t, "../../testdata/diff/2019-example.yaml"))
	said, forms := map[Edit]int{}, map[Edit]string{Deleted: "[taken out: ", Inserted: "[put in: "}
	for _, b := range Compare(r, true, english(t)).Blocks {
		list, _ := b.(List)
		for _, it := range list.Items {
			for _, run := range it.Text {
				want := ""
				if run.Edit != Kept {
					want = forms[run.Edit] + squeeze(run.Text) + "]"
				}
				if run.Aloud != want {
					t.Errorf("%q is read as %q, want %q", run.Text, run.Aloud, want)
				}
				said[run.Edit]++
			}
		}
	}
	if said[Deleted] == 0 || said[Inserted] == 0 || said[Kept] == 0 {
		t.Errorf("the comparison has too little: %v", said)
	}
	for _, b := range Compare(r, true, &Language{}).Blocks {
		list, _ := b.(List)
		for _, it := range list.Items {
			for _, run := range it.Text {
				if run.Aloud != "" {
					t.Errorf("a language without words says %q", run.Aloud)
				}
			}
		}
	}
}
