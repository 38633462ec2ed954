package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// grid is a table as a file has it: of a workbook a sheet, of a document a table.
type grid struct {
	name   string // such as "sheet Budget 2018", for reports
	rows   []gridRow
	hidden bool // of a workbook: the sheet is hidden
}

// sheetName is what a workbook calls the sheet of a table.
func sheetName(table string) string { return strings.TrimPrefix(table, "sheet ") }

// gridRow is a row of a table.
type gridRow struct {
	where  string // such as "row 7", for reports
	hidden bool
	bold   bool
	cells  []cell
}

// cell is a cell of a table.
type cell struct {
	text    string        // as it is shown, blanks put right
	formula string        // of a workbook, without its "="
	ref     string        // of a workbook, such as C7
	number  money.Decimal // of a workbook, exactly as it is stored
	isNum   bool          // there is a number
	comment string
	notes   []string // footnotes, of which the cell has the marks
	over    bool     // a further part of the merged cell before or above it, with its text
	hidden  bool     // of a workbook: its column is hidden
	format  string   // of a workbook: how its number is shown
	lines   []string // of a document: its paragraphs and lines, where it has several
	span    int      // of a document: how many columns it reaches over, where it says so
	down    int      // of a document: how many rows below its own it reaches over, where it says so
	carried bool     // it is a further part of a merged cell of a row above
}
