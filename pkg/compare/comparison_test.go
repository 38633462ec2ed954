package compare

import (
	"os"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

func english(t *testing.T) *language.Language {
	t.Helper()
	text, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	l, findings, ok := language.Load(source.NewFile("en.yaml", text))
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

// TestEditsHaveWords: a listener, who does not see that a text is struck out, is told.
func TestEditsHaveWords(t *testing.T) {
	r := diff.Compare(side(t, "../../plans/2018.yaml"), side(t, "../../testdata/diff/2019-example.yaml"))
	said, forms := map[document.Edit]int{}, map[document.Edit]string{document.Deleted: "[taken out: ", document.Inserted: "[put in: "}
	for _, b := range Document(r, true, english(t)).Blocks {
		list, _ := b.(document.List)
		for _, it := range list.Items {
			for _, run := range it.Text {
				want := ""
				if run.Edit != document.Kept {
					want = forms[run.Edit] + single(run.Text) + "]"
				}
				if run.Aloud != want {
					t.Errorf("%q is read as %q, want %q", run.Text, run.Aloud, want)
				}
				said[run.Edit]++
			}
		}
	}
	if said[document.Deleted] == 0 || said[document.Inserted] == 0 || said[document.Kept] == 0 {
		t.Errorf("the comparison has too little: %v", said)
	}
	for _, b := range Document(r, true, &language.Language{}).Blocks {
		list, _ := b.(document.List)
		for _, it := range list.Items {
			for _, run := range it.Text {
				if run.Aloud != "" {
					t.Errorf("a language without words says %q", run.Aloud)
				}
			}
		}
	}
}
