package importer

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// mergedTable has a line for each row and a bar between cells; a cell that begins with ^ is part of the one above it.
const mergedTable = `Output | Activity | Responsible | When | Indicator | Baseline (2024) | Target (end 2026)
1.1 Help is given | 1.1.1 Answer queries | ISU | Q1 | Queries answered | 41 | 50
^ | 1.1.2 Hold a workshop | ^ | Q2 | States that come | 1,200 | 1,300
^ | ^ | ^ | Q4 | ^ | ^ | ^
1.2 Words are kept | 1.2.1 Keep a register | Host | Q3 | | |`

const mergedPlan = `- id: help-given text: Help is given activities: - id: answer-queries text: Answer queries responsible: isu when: Q1 indicators: ` +
	`# review: the table's head says of its baselines only 2024: the last day of that is taken for each - id: queries-answered text: Queries answered baseline: value: 41 as_at: 2024-12-31 targets: 2026: 50 ` +
	`- id: hold-workshop text: Hold a workshop responsible: isu when: - Q2 - Q4 indicators: - id: come text: States that come baseline: value: 1200 as_at: 2024-12-31 targets: 2026: 1300 ` +
	`- id: words-kept text: Words are kept activities: - id: keep-register text: Keep a register responsible: host when: Q3`

// TestMergedCells: in Word and in Excel each row belongs to what a cell says that is merged over several.
func TestMergedCells(t *testing.T) {
	got, err := Import(context.Background(), compile.New(compile.Options{}), Input{Document: mergedInWord()})
	if err != nil {
		t.Fatal(err)
	}
	if plan := strings.Join(strings.Fields(string(got.Plan)), " "); !strings.Contains(plan, mergedPlan) {
		t.Errorf("%s\nremarks: %s", got.Plan, strings.Join(got.Remarks, "\n"))
	}
	word := gridOfLines(mergedInWord().Lines[2:])
	excel := sheetGrid(mergedInExcel())
	for i := range word.rows {
		for c := range word.rows[i].cells {
			if a, b := word.rows[i].cells[c], excel.rows[i].cells[c]; a.text != b.text || a.carried != b.carried || a.over != b.over {
				t.Errorf("row %d, column %d: %+v and %+v", i+1, c+1, a, b)
			}
		}
	}
}

func gridOfLines(lines []readback.Line) *grid {
	s := splitter{}
	for _, l := range lines {
		s.cell(l)
	}
	s.endCell()
	return s.table.carriedDown()
}

func mergedRows() (rows [][]string) {
	for _, row := range strings.Split(mergedTable, "\n") {
		cells := strings.Split(row, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

// mergedInWord is the table as a Word file has it.
func mergedInWord() *readback.Text {
	text := &readback.Text{Format: "docx", Lines: []readback.Line{{Text: "Work Plan 2026 ", Form: &readback.Form{Style: "title"}}, {Text: "I. Work plan ", Form: &readback.Form{Heading: 1}}}}
	rows := mergedRows()
	for r, cells := range rows {
		for c, said := range cells {
			if said == "" || said == "^" {
				continue
			}
			down := 0
			for r+down+1 < len(rows) && rows[r+down+1][c] == "^" {
				down++
			}
			text.Lines = append(text.Lines, readback.Line{Text: said + " ", Row: r + 1, Column: c + 1, Table: 1, Over: 1, Down: down})
		}
	}
	return text
}

// mergedInExcel is the table as a workbook has it.
func mergedInExcel() *xlsx.Sheet {
	s := &xlsx.Sheet{Name: "Work plan 2026"}
	rows := mergedRows()
	for r, cells := range rows {
		row := xlsx.Row{Number: r + 1}
		for c, said := range cells {
			if said == "" || said == "^" {
				continue
			}
			down := 0
			for r+down+1 < len(rows) && rows[r+down+1][c] == "^" {
				down++
			}
			if down > 0 {
				s.Merged = append(s.Merged, xlsx.Range{FromRow: r + 1, ToRow: r + down + 1, FromColumn: c + 1, ToColumn: c + 1})
			}
			row.Cells = append(row.Cells, xlsx.Cell{Column: c + 1, Text: said})
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// TestMergedCellsEnd: a cell that says to reach over more rows than there are ends with the table.
func TestMergedCellsEnd(t *testing.T) {
	g := &grid{rows: []gridRow{{cells: []cell{{text: "a", down: 1 << 30}}}, {}, {cells: []cell{{text: "b"}, {text: "c"}}}}}
	out := g.carriedDown()
	if out.rows[1].cells[0].text != "a" || out.rows[2].cells[0].text != "b" || len(g.rows[1].cells) != 0 {
		t.Errorf("%+v", out.rows)
	}
	if !slices.ContainsFunc(out.rows[1].cells, func(c cell) bool { return c.carried }) {
		t.Error("nobody knows that it is a part of a cell above")
	}
}
