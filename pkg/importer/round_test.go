package importer_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/importer"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// plans are the plans of the project.
func plans(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"../../plans/*.yaml", "../../testdata/plans/*.yaml", "../../testdata/budgets/*.yaml", "../../testdata/diff/*.yaml"} {
		list, err := filepath.Glob(pattern)
		if err != nil || len(list) == 0 {
			t.Fatal(pattern, err)
		}
		all = append(all, list...)
	}
	return all
}

// derived has the plans whose document prints what follows from values that it does not print:
// the import keeps it in comments or notes.
var derived = map[string]string{
	"apmbc-2025.yaml":     "Cost by outcome",      // from shares
	"rotterdam-2018.yaml": "EUR 1 = USD 1.085777", // from rates of exchange
	"ccw-2025.yaml":       "CHF 1 = USD 1.125",    // from rates of exchange
}

// beyond are plans whose documents say more than the import reads back yet, and what that is.
var beyond = map[string]string{
	"grant-2025.yaml":                     "tables of funds, activities and times, which follow from values that no document prints",
	"trust-funds-2026.yaml":               "tables of funds, which follow from values that no document prints",
	"cairngorms-2003.yaml":                "a financial year from April on, which no document prints",
	"basel-rotterdam-stockholm-2016.yaml": "a budget of two years in a summary that says nothing else; figures by fund",
}

// TestRoundTrip: what isuplan built and reads back gives a plan whose document says the same.
func TestRoundTrip(t *testing.T) {
	for _, name := range plans(t) {
		if beyond[filepath.Base(name)] != "" {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		u, err := compile.New(compile.Options{}).Compile(context.Background(), compile.Input{File: source.NewFile(name, text), Folder: os.DirFS(filepath.Dir(name))})
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range []string{"docx", "md"} {
			t.Run(filepath.Base(name)+" "+format, func(t *testing.T) {
				f, ok := render.FormatNamed(format)
				if !ok {
					t.Fatal("no format")
				}
				made, err := u.Render(context.Background(), f, document.Seal{})
				if err != nil {
					t.Fatal(err)
				}
				file, err := readback.Read(made.Bytes)
				if err != nil {
					t.Fatal(err)
				}
				r := imported(t, file)
				back := compiled(t, r.Plan)
				if words := derived[filepath.Base(name)]; words != "" {
					wholeBut(t, r, said(u), said(back), words)
					return
				}
				want, got := strings.Split(said(u), " "), strings.Split(said(back), " ")
				for i := range want {
					if i >= len(got) || got[i] != want[i] {
						t.Errorf("the document says otherwise from word %d on:\ngot  … %s\nwant … %s", i, around(got, i), around(want, i))
						break
					}
				}
				for _, p := range r.Lost {
					t.Errorf("%s (%s): %s", p.Why, p.Where, p.Text)
				}
			})
		}
	}
}

func around(words []string, at int) string {
	const before, behind = 6, 14
	return strings.Join(words[max(0, min(at, len(words))-before):min(len(words), at+behind)], " ")
}

// wholeBut holds that a document says the same up to some words, which the plan has all the
// same, and that nothing of what was not placed is missing in the plan.
func wholeBut(t *testing.T, r *importer.Result, want, got, words string) {
	t.Helper()
	at := strings.Index(want, words)
	if at < 0 || len(got) < at || got[:at] != want[:at] {
		t.Errorf("the document says otherwise:\ngot  %s\nwant %s", got, want)
	}
	plan := strings.Join(strings.Fields(string(r.Plan)), " ")
	for _, p := range append(r.Lost, importer.Passage{Text: words}) {
		if !strings.Contains(plan, strings.Join(strings.Fields(p.Text), " ")) {
			t.Errorf("the plan has lost: %s", p.Text)
		}
	}
}
