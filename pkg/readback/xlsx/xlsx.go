// Package xlsx reads the cells of workbooks (.xlsx), from anybody, within bounds: what is
// shown, what is stored, formulas and comments. No formula is worked out, and no link,
// macro or entity is followed.
package xlsx

import (
	"bytes"
	"errors"

	"github.com/isuplan/isuplan/pkg/money"
)

// Bounds, far above any budget.
const (
	MaxBytes  = 32 << 20 // of a file
	mostPart  = 64 << 20 // bytes of a part, unpacked
	mostAll   = 160 << 20
	mostMarks = 3_000_000 // beginnings and ends of elements
	// MaxSheets, MaxRows, MaxColumns and MaxCells are how many are read; the rest is said.
	MaxSheets  = 60
	MaxRows    = 3000 // of a sheet, that have something
	MaxColumns = 200
	MaxCells   = 120_000 // of all sheets
	mostText   = 32_768  // bytes of a cell
	mostWords  = 16 << 20
)

// Book is what a workbook holds.
type Book struct {
	Sheets []Sheet
	// Remarks are sentences on what was not read.
	Remarks []string
}

// Sheet is a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []Row // those that have something, in order
	Merged []Range
}

// Row is a row of a sheet.
type Row struct {
	Number int // from 1, as the sheet counts them
	Hidden bool
	Cells  []Cell // those that have something, in order
}

// Cell is a cell of a sheet.
type Cell struct {
	Column   int    // from 1
	Text     string // as it is shown
	Number   money.Decimal
	IsNumber bool   // a number is stored, and it is no date
	Formula  string // without its "="
	Open     bool   // a formula that no program has computed yet: it has no value, not even an empty text
	Comment  string
	Format   string // how numbers are shown, see Show
	Bold     bool
	Hidden   bool // its column is
}

// Range is a stretch of cells, from 1.
type Range struct{ FromRow, FromColumn, ToRow, ToColumn int }

// Reasons why a file cannot be read, as sentences that go on behind its name.
var (
	ErrTooLarge = errors.New("it is larger than any budget is")
	ErrEmpty    = errors.New("the file is empty")
	ErrUnknown  = errors.New("it is no workbook of Excel: open it in a spreadsheet program and save it as .xlsx")
	ErrOld      = errors.New("it is a workbook of the old kind (.xls): open it and save it as .xlsx")
	ErrLocked   = errors.New("it is locked with a password: open it and save it without one")
	ErrODS      = errors.New("it is a workbook of another kind (.ods): open it and save it as .xlsx")
	ErrBinary   = errors.New("it is a workbook of another kind (.xlsb): open it and save it as .xlsx")
	ErrWord     = errors.New("it is a Word document, not a workbook")
	ErrBroken   = errors.New("it cannot be read as a workbook: open it in a spreadsheet program and save it anew as .xlsx")
	ErrNoSheet  = errors.New("it has no sheet with cells")
)

// Read reads a workbook.
func Read(file []byte) (book *Book, err error) {
	switch {
	case len(file) > MaxBytes:
		return nil, ErrTooLarge
	case len(bytes.TrimSpace(file)) == 0:
		return nil, ErrEmpty
	case bytes.HasPrefix(file, []byte("\xd0\xcf\x11\xe0")):
		if bytes.Contains(file, wide("EncryptedPackage")) {
			return nil, ErrLocked
		}
		return nil, ErrOld
	case !bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return nil, ErrUnknown
	}
	p, err := open(file)
	if err != nil {
		return nil, err
	}
	return p.book()
}

// wide is a text as two bytes for each character, as containers of the old kind name
// their parts.
func wide(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}
