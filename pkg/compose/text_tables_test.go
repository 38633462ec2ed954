package compose

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

const tableText = `isuplan: 1
document: {convention: Treaty, unit: Secretariat, date: 2024-06-01}
period: {from: 2025-01-01, to: 2025-12-31}
sections:
  - id: basis
    paragraphs:
      - text: "There were ${tables.visits.all.days} days, ${tables.visits.a.rate} each, in ${tables.visits.a.when}."
        tables:
          - id: visits
            label: Visits of the *Unit*
            head: Region
            columns: [{id: days, label: Days}, {id: rate}, {id: when, label: When}]
            rows:
              - {id: a, label: A, values: {days: 1234, rate: 1.5}, texts: {when: May}}
              - {id: b, label: B, values: {days: nil, rate: -2}}
              - {id: ab, label: A and B, sum: [a, b]}
              - {id: all, label: All, sum: [ab], values: {rate: blank}}
            notes: [Without short ones.]
      - Another paragraph.
outcomes: []
budget: {currency: CHF, style: {negative: parentheses}, lines: [{id: x, label: X, fixed: 1}]}
`

// TestTextTable: a table stands below its paragraph and its label; sums are set off, columns have their decimals, and
// each figure knows its name and where it was written.
func TestTextTable(t *testing.T) {
	_, doc := built(t, tableText)
	var said []string
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			said = append(said, strings.TrimSpace(b.Number+" "+b.Text.String()))
		case document.Table:
			said = append(said, "table "+b.ID)
		}
	}
	want := "1. There were 1,234 days, 1.5 each, in May. | Visits of the Unit | table tables.visits | 2. Another paragraph."
	if got := strings.Join(said, " | "); !strings.HasPrefix(got, want) {
		t.Errorf("got %s", got)
	}
	table := tables(doc)[0]
	var rows []string
	for _, r := range table.Rows {
		row := r.ID + " " + map[document.RowKind]string{document.BodyRow: "", document.SubtotalRow: "sum", document.TotalRow: "total"}[r.Kind]
		for _, c := range r.Cells {
			row += "|" + c.String()
		}
		rows = append(rows, row)
	}
	wanted := []string{"tables.visits.a |A|1,234|1.5|May", "tables.visits.b |B|–|(2.0)|", "tables.visits.ab sum|A and B|1,234|(0.5)|", "tables.visits.all total|All|1,234||"}
	if got := strings.Join(rows, "\n"); got != strings.Join(wanted, "\n") {
		t.Errorf("got\n%s", got)
	}
	if run := table.Rows[0].Cells[1][0]; run.Name != "tables.visits.a.days" || run.Origin.Text() != "1234" || !run.Keep {
		t.Errorf("the figure is %+v", run)
	}
	if table.Columns[3].Numeric || !table.Columns[1].Numeric || table.Columns[2].Head.String() != "rate" || table.Columns[0].Head.String() != "Region" || len(table.Notes) != 1 || table.Caption.String() != "Visits of the Unit" {
		t.Errorf("the table is %+v", table)
	}
	if table.Rows[1].Cells[1][0].Aloud == "" || table.Rows[1].Cells[2][0].Aloud != "minus 2.0" {
		t.Errorf("heard is %+v", table.Rows[1].Cells)
	}
}
