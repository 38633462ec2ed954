package compose

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

func second(_ *plan.Plan, doc *document.Document) *document.Document { return doc }

func cells(table document.Table) string {
	var rows []string
	for _, r := range table.Rows {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.String())
		}
		rows = append(rows, strings.TrimRight(strings.Join(row, "|"), "|"))
	}
	return strings.Join(rows, "\n")
}

// TestTheStaffingTableOfRotterdam: every figure of the source comes out, as it prints it.
func TestTheStaffingTableOfRotterdam(t *testing.T) {
	text, err := os.ReadFile("../../testdata/budgets/rotterdam-staffing-2009.yaml")
	if err != nil {
		t.Fatal(err)
	}
	doc := second(built(t, string(text)))
	list := tables(doc)
	if len(list) != 1 {
		t.Fatalf("%d tables", len(list))
	}
	if diff := cmp.Diff(`A. Professional category
D-1 a/ b/|0.50|0.50|0.25|0.25|0.50
P-5 a/|2.00|2.00|1.00|1.00|2.00
P-4 b/|3.00|2.50|1.00|1.50|2.50
P-3 a/ c/|6.00|7.00|3.00|4.00|7.00
P-2|2.00|2.00|1.00|1.00|2.00
Subtotal|13.50|14.00|6.25|7.75|14.00
B. General Service category a/ d/|5.25|7.25|2.50|4.75|7.25
TOTAL (A+B)|18.75|21.25|8.75|12.50|21.25`, cells(list[0])); diff != "" {
		t.Error(diff)
	}
	for text := range doc.Printed() {
		if strings.Contains(text, "USD") || strings.Contains(text, "Budget") {
			t.Errorf("a document without money says %q", text)
		}
	}
}

// TestWhereTheStaffingTableStands: before the budget where the plan says so, and behind it.
func TestWhereTheStaffingTableStands(t *testing.T) {
	const head = `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  lines: [{id: salaries, label: Salaries, posts: [{title: Director, grade: P-5, annual: 180000}, {title: Junior, grade: P-2, paid_by: "*Ruritania*"}]}]
`
	after := tables(second(built(t, head+"  staffing: {}\n")))
	before := tables(second(built(t, head+"  staffing: {before: true, label: Our posts, footnote: All of them.}\n")))
	if after[0].ID != "budget" || after[1].ID != "budget.staffing" || before[0].ID != "budget.staffing" || len(before) != 2 {
		t.Errorf("%s %s; %s", after[0].ID, after[1].ID, before[0].ID)
	}
	if diff := cmp.Diff("Professional and higher\nP-5|1\nProfessional and higher|1\nTotal a/|1\nP-2 (Ruritania)|1\nTotal, including posts that others pay|2", cells(before[0])); diff != "" {
		t.Error(diff)
	}
}
