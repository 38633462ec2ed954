package importer_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/importer"
	"github.com/isuplan/isuplan/pkg/readback"
)

// TestTablesAreKept imports a text with tables of figures that are no budget.
func TestTablesAreKept(t *testing.T) {
	text, err := readback.Read([]byte("# Work plan 2024\n\n## Budget\n\n| Cost | 2024 |\n|---|---|\n| Salaries | CHF 1,200 |\n| Total | CHF 1,200 |\n\n" +
		"## Annex I: Posts\n\n| Post | Level | 2024 |\n|---|---|---|\n| Director | D1 | 200,000 |\n| Officer | P3 | 120,000 |\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := imported(t, text)
	for _, row := range []string{"Post | Level | 2024", "Director | D1 | 200,000", "Officer | P3 | 120,000"} {
		if !strings.Contains(string(r.Plan), "# review: stood in a table, row ") || !strings.Contains(string(r.Plan), row) {
			t.Errorf("the plan does not keep the row %s:\n%s", row, r.Plan)
		}
	}
	if len(r.Lost) > 0 {
		t.Errorf("not placed: %v", r.Lost)
	}
}

// TestSheetThatIsNot names a sheet that the workbook has not, and one without a budget.
func TestSheetThatIsNot(t *testing.T) {
	file, err := os.ReadFile("testdata/budget-2018.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	_, err = importer.Import(context.Background(), compile.New(compile.Options{}), importer.Input{Workbook: file, Options: importer.Options{Sheet: "Nope"}})
	var e *importer.SheetError
	if !errors.As(err, &e) || strings.Join(e.Has, " ") != "Read me Staff Budget 2018" {
		t.Errorf("the error is %v", err)
	}
	r, err := importer.Import(context.Background(), compile.New(compile.Options{}), importer.Input{Workbook: file, Options: importer.Options{Sheet: "read me"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"sheet Budget 2018, row", "sheet Staff, row", "sheet Read me, row"} {
		if !strings.Contains(string(r.Plan), words) {
			t.Errorf("lost: %s\n%s", words, r.Plan)
		}
	}
	if !strings.Contains(strings.Join(r.Remarks, "\n"), "no labels and amounts were found here") {
		t.Errorf("nothing says so: %v", r.Remarks)
	}
}

// TestTextOutsideOfCells: a row of a table may have text that stands in none of its cells.
func TestTextOutsideOfCells(t *testing.T) {
	for _, column := range []int{0, -3} {
		r := imported(t, &readback.Text{Lines: []readback.Line{{Text: "Work plan 2024 "}, {Text: "A text in a row. ", Row: 1, Column: column}, {Text: "A text in a cell. ", Row: 1, Column: 1}}})
		for _, want := range []string{"A text in a row.", "A text in a cell."} {
			if !strings.Contains(string(r.Plan), want) {
				t.Errorf("column %d: lost: %s\n%s", column, want, r.Plan)
			}
		}
	}
}

// TestBesideTheLanguage: what stands in one paragraph with the language of the document is kept.
func TestBesideTheLanguage(t *testing.T) {
	text, err := readback.Read([]byte("Convention on Example Matters\n\nA line that no masthead has. Original: English\n\n# Work plan for 2024\n\n## Mandate\n\nA text.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if r := imported(t, text); !strings.Contains(string(r.Plan), "A line that no masthead has.") {
		t.Errorf("lost: the words before the language\n%s", r.Plan)
	}
}

// TestBelowTheSources: a row of the table of sources that is no source is kept.
func TestBelowTheSources(t *testing.T) {
	text, err := readback.Read([]byte("# Work plan 2024\n\n## Budget\n\n| Cost | 2024 |\n|---|---|\n| Salaries | CHF 1,200 |\n| Total | CHF 1,200 |\n\nSources:\n\n" +
		"| Source | Kind | 2024 |\n|---|---|---|\n| Contributions | Assessed | 1,000 |\n| Donations | Voluntary | 200 |\n| Total | | 1,200 |\n| Pledges are expected by June | | |\n"))
	if err != nil {
		t.Fatal(err)
	}
	if r := imported(t, text); !strings.Contains(string(r.Plan), "source: voluntary") || !strings.Contains(string(r.Plan), "Pledges are expected by June") {
		t.Errorf("lost: a row below the sources\n%s", r.Plan)
	}
}
