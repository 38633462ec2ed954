package importer

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// around is the rest of a plan.
const around = `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Implementation Support Unit, unit_short: ISU, date: 2017-06-03}
period: {from: 2018-01-01, to: 2018-12-31}
outcomes:
  - id: reporting
    text: States Parties report in time.
    outputs:
      - id: help
        text: States Parties receive the help that they need to report.
        activities:
          - {id: workshops, text: Hold regional workshops.}
`

// planOf writes the plan of a budget in its canonical form.
func planOf(t *testing.T, d *budgetDraft) string {
	t.Helper()
	g := &group{}
	g.set("budget", d.tree())
	text := around + g.write()
	root, findings := source.Parse(source.NewFile("plan.yaml", []byte(text)))
	if len(findings) > 0 {
		t.Fatalf("%s\n%s", findings[0].Message, text)
	}
	form, err := format.Plan(root, plan.Shape())
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return string(form)
}

// compiled compiles a plan and returns its errors.
func compiled(t *testing.T, text string) (unit *compile.Unit, errors []string) {
	t.Helper()
	unit, err := compile.New(compile.Options{}).Compile(context.Background(), compile.Input{File: source.NewFile("plan.yaml", []byte(text))})
	if err != nil {
		t.Fatal(err)
	}
	findings, err := unit.Judge(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Rule.Severity != diag.Note {
			errors = append(errors, f.Rule.Name+" at "+f.Subject+": "+f.Message)
		}
	}
	return unit, errors
}

// tablesOf are the tables of a Word file.
func tablesOf(t *testing.T, name string) (tables []grid) {
	t.Helper()
	file, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := readback.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	row, inside := 0, false
	for _, l := range text.Lines {
		if l.Row == 0 {
			inside = false
			continue
		}
		if !inside {
			tables = append(tables, grid{name: "table"})
			inside, row = true, 0
		}
		g := &tables[len(tables)-1]
		if l.Row != row {
			g.rows, row = append(g.rows, gridRow{}), l.Row
		}
		r := &g.rows[len(g.rows)-1]
		for len(r.cells) < l.Column {
			r.cells = append(r.cells, cell{})
		}
		c := &r.cells[l.Column-1]
		c.text = strings.TrimSpace(c.text + " " + strings.TrimSpace(l.Text))
	}
	return tables
}

func TestTheTablesOfTheThreeFiles(t *testing.T) {
	for _, name := range []string{"2018-typed.docx", "2018-styled.docx", "2018-messy.docx"} {
		d, remarks := readBudget(tablesOf(t, name), nil, budgetOptions{})
		if d == nil {
			t.Fatalf("%s: no budget", name)
		}
		text := planOf(t, d)
		t.Log(text[strings.Index(text, "budget:"):])
		t.Log(remarks)
		_, errors := compiled(t, text)
		t.Log(errors)
	}
}

func TestBoth(t *testing.T) {
	file, err := os.ReadFile("testdata/budget-2018.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	book, _, err := readBook(file)
	if err != nil {
		t.Fatal(err)
	}
	d, remarks := readBudget(tablesOf(t, "2018-messy.docx"), book, budgetOptions{})
	if d == nil {
		t.Fatal("no budget")
	}
	text := planOf(t, d)
	t.Log(text[strings.Index(text, "budget:"):])
	for _, r := range remarks {
		t.Log(r)
	}
	_, errors := compiled(t, text)
	t.Log(errors)
}

func TestTheWorkbook(t *testing.T) {
	file, err := os.ReadFile("testdata/budget-2018.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	book, more, err := readBook(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(more)
	d, remarks := readBudget(nil, book, budgetOptions{})
	if d == nil {
		t.Fatal("no budget")
	}
	text := planOf(t, d)
	t.Log(text[strings.Index(text, "budget:"):])
	for _, r := range remarks {
		t.Log(r)
	}
	_, errors := compiled(t, text)
	t.Log(errors)
}
