// Package tabular reads tables from files beside a plan: CSV and workbooks, from anybody, within
// bounds. Nothing is guessed: a number that can be read in two ways is none.
package tabular

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
	"github.com/isuplan/isuplan/pkg/source"
)

// Table is a file as rows of cells. A workbook is a table too: each of its sheets is written
// out as CSV, row by row, so that a line of that text is a row of the sheet.
type Table struct {
	File  *source.File
	Rows  []Row
	Exact bool // numbers are those that a workbook stores
}

// Row is a row of a table.
type Row struct{ Cells []Cell }

// Cell is a text without blanks around it, and where it begins in the file.
type Cell struct {
	Text string
	At   int
	// IsNumber says that a workbook stores the cell as a number, which its text has with a point.
	IsNumber bool
	// IsOpen says that a workbook has a formula here whose value no program has computed yet.
	IsOpen bool
}

// Fault says why a file is no table, as a sentence that goes on behind its name.
type Fault struct {
	Message string
	Line    int // 0 where it is no line's
}

// Error is the sentence.
func (f *Fault) Error() string { return f.Message }

// Read returns the ways in which a file may be read as a table: by each separator, or each
// sheet of a workbook.
func Read(name string, text []byte, sheet string) ([]Table, error) {
	if strings.EqualFold(path.Ext(name), ".xlsx") {
		return sheets(name, text, sheet)
	}
	switch {
	case sheet != "":
		return nil, &Fault{Message: "it is no workbook, and has no sheets"}
	case bytes.HasPrefix(text, []byte("PK\x03\x04")):
		return nil, &Fault{Message: "it is a workbook: give it the ending .xlsx"}
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")), !utf8.Valid(text):
		return nil, &Fault{Message: "it is not in UTF-8: save it as CSV UTF-8"}
	case bytes.IndexByte(text, 0) >= 0:
		return nil, &Fault{Message: "it is no table in CSV"}
	}
	file := source.NewFile(name, text)
	var list []Table
	var broken error
	for _, separator := range ";\t," {
		t, err := separated(file, separator)
		if err != nil {
			broken = err
			continue
		}
		list = append(list, t)
	}
	if len(list) == 0 {
		return nil, broken
	}
	return list, nil
}

// mostColumns is how many cells of a row are read.
const mostColumns = 200

// separated reads a file by one separator.
func separated(file *source.File, separator rune) (Table, error) {
	t := Table{File: file}
	r := csv.NewReader(bytes.NewReader(file.Bytes))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = separator, -1, true
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return t, unquoted(err)
		}
		record = record[:min(len(record), mostColumns)]
		cells := make([]Cell, len(record))
		for i, text := range record {
			line, column := r.FieldPos(i)
			from, _ := file.LineBounds(line)
			at := from + column - 1
			if at < len(file.Bytes) && file.Bytes[at] == '"' {
				at++
			}
			cells[i] = Cell{Text: strings.Join(strings.Fields(text), " "), At: at + len(text) - len(strings.TrimLeft(text, " \t"))}
		}
		t.Rows = append(t.Rows, Row{cells})
	}
}

// unquoted says in plain words what the reader of CSV found.
func unquoted(err error) error {
	var at *csv.ParseError
	if errors.As(err, &at) {
		return &Fault{Message: "a cell has a quotation mark that stands alone: put the cell in quotes, and write a mark inside it twice", Line: at.Line}
	}
	return &Fault{Message: "it is no table in CSV"}
}

// sheets returns the sheets of a workbook as tables: the one that is named, or all that are
// shown.
func sheets(name string, text []byte, sheet string) ([]Table, error) {
	book, err := xlsx.Read(text)
	if err != nil {
		return nil, &Fault{Message: err.Error()}
	}
	var list []Table
	var known []string
	for i := range book.Sheets {
		s := &book.Sheets[i]
		known = append(known, s.Name)
		if sheet != "" && !strings.EqualFold(s.Name, sheet) || sheet == "" && s.Hidden {
			continue
		}
		if len(s.Rows) >= xlsx.MaxRows {
			return nil, &Fault{Message: "it has more rows than are read"}
		}
		list = append(list, written(name, s))
	}
	if len(list) == 0 {
		return nil, &Fault{Message: "it has no sheet " + sheet + ", but " + strings.Join(known, ", ")}
	}
	return list, nil
}

// written writes a sheet out as text, a line for each row of it.
func written(name string, s *xlsx.Sheet) Table {
	t := Table{Exact: true}
	var b strings.Builder
	last := 1
	for i := range s.Rows {
		for ; last < s.Rows[i].Number && last < lastRow; last++ {
			b.WriteByte('\n')
		}
		column, cells := 1, []Cell{}
		for _, c := range s.Rows[i].Cells {
			for ; column < c.Column; column++ {
				b.WriteByte(',')
				cells = append(cells, Cell{At: b.Len()})
			}
			text := value(&c)
			quoted := strings.ContainsAny(text, `",`)
			if quoted {
				b.WriteByte('"')
			}
			cells = append(cells, Cell{Text: text, At: b.Len(), IsNumber: c.IsNumber, IsOpen: c.Open})
			b.WriteString(strings.ReplaceAll(text, `"`, `""`))
			if quoted {
				b.WriteByte('"')
			}
			column = c.Column
			b.WriteByte(',')
			column++
		}
		t.Rows = append(t.Rows, Row{cells})
	}
	t.File = source.NewFile(name, []byte(b.String()))
	return t
}

// lastRow is the last row of a sheet whose number a line of the text has.
const lastRow = 20_000

// value is what a cell holds: the number as it is stored, and not as it is shown.
func value(c *xlsx.Cell) string {
	if !c.IsNumber {
		return strings.Join(strings.Fields(c.Text), " ")
	}
	if strings.HasSuffix(strings.TrimSpace(c.Text), "%") {
		return Tidy(c.Number.Shift(2)).String() + "%"
	}
	return Tidy(c.Number).String()
}
