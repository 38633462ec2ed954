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

// bookOf is a workbook of testdata.
func bookOf(t *testing.T, name string) []grid {
	t.Helper()
	file, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	book, remarks, err := readBook(file)
	if err != nil || len(remarks) > 0 {
		t.Fatal(remarks, err)
	}
	return book
}

// saidOf writes remarks and the errors of check, a line each.
func saidOf(remarks []remark, faults []string) string {
	var said strings.Builder
	kinds := map[remarkKind]string{recognised: "said", unsure: "look", unplaced: "kept"}
	for _, r := range remarks {
		said.WriteString(kinds[r.kind] + " " + r.where + ": " + r.text + "\n")
	}
	for _, f := range faults {
		if !strings.HasPrefix(f, "review at") {
			said.WriteString("check " + f + "\n")
		}
	}
	return said.String()
}

// TestTheSubmissionOf2018 holds what is made of its table as others type it, of its workbook,
// and of both: the words and the printed amounts are the document's, the rules the workbook's.
func TestTheSubmissionOf2018(t *testing.T) {
	book := bookOf(t, "budget-2018.xlsx")
	var alone, both string
	for _, name := range []string{"2018-typed.docx", "2018-styled.docx", "2018-messy.docx"} {
		tables := tablesOf(t, name)
		d, _ := readBudget(tables, nil, budgetOptions{currency: "CHF"})
		text := planOf(t, d)
		if alone == "" {
			alone = text
		}
		if text != alone {
			t.Errorf("%s: another plan than of the first file\n%s", name, text)
		}
		if d.placed != d.rows || d.rows != 7 {
			t.Errorf("%s: %d of %d rows", name, d.placed, d.rows)
		}
		joint, remarks := readBudget(tables, book, budgetOptions{year: "2018"})
		text = planOf(t, joint)
		_, faults := compiled(t, text)
		got := budgetOf(text)
		if both == "" {
			both = got
			golden(t, "testdata/budget/2018-both.golden", got+saidOf(remarks, faults))
		}
		if got != both {
			t.Errorf("%s: another plan with the workbook\n%s", name, got)
		}
	}
	unit, faults := compiled(t, alone)
	if total := unit.Budget.Total[0]; total.Differs() || total.Computed.String() != "465440" {
		t.Errorf("%s %v", total.Computed, faults)
	}
	golden(t, "testdata/budget/2018-word.golden", budgetOf(alone))
	d, remarks := readBudget(nil, book, budgetOptions{})
	text := planOf(t, d)
	unit, faults = compiled(t, text)
	sameTotals(t, d, unit)
	golden(t, "testdata/budget/2018-book.golden", budgetOf(text)+saidOf(remarks, faults))
}

// sameTotals holds that the plan prints the file's totals, in each column.
func sameTotals(t *testing.T, d *budgetDraft, unit *compile.Unit) {
	t.Helper()
	for i, c := range d.columns {
		if d.total == nil || d.total.amounts[c].kind != isNumber {
			continue
		}
		r := unit.Budget.Columns[i].Rounding
		if got, want := unit.Budget.Total[i].Printed, r.Round(d.total.amounts[c].value); !got.Equal(want) {
			t.Errorf("the total of %s is %s, not %s", c.label, got, want)
		}
	}
}

// budgetOf is the budget of a plan.
func budgetOf(text string) string {
	_, budget, _ := strings.Cut(text, "budget:")
	return "budget:" + budget
}

// golden compares with a file, which -update writes.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(name); err != nil || string(want) != got {
		t.Errorf("%s is now\n%s", name, got)
	}
}
