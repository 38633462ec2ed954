package readback

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

const (
	mostBook     = 1 << 20 // bytes of the workbook of a chart
	mostInBook   = 8 << 20 // the same, unpacked
	enoughOfBook = 120     // of what it says, to be told
)

// chartBook notes what the workbook says that programs open to edit a chart: verify knows whether isuplan
// writes the same. It shows nothing on the page.
func (w *word) chartBook(part, id string) {
	book := w.office.relations(part)[id]
	file, isSmall := w.bookOf(book)
	if !isSmall {
		w.doubt("a chart whose figures come from another file", book.address)
		return
	}
	read, err := xlsx.Read(file)
	if err != nil {
		w.doubt("a chart whose workbook cannot be read", "")
		return
	}
	said := saidIn(read)
	if len(said) > enoughOfBook {
		said = fmt.Sprintf("%s … (%x)", strings.ToValidUTF8(said[:enoughOfBook], ""), sha256.Sum256([]byte(said)))
	}
	w.doubt("a workbook of a chart", said)
}

// bookOf unpacks a workbook within the file, unless it is far larger than what a chart has. What it would
// unpack to counts as unpacked.
func (w *word) bookOf(r relation) (file []byte, ok bool) {
	if r.kind != "package" || r.part == "" {
		return nil, false
	}
	f := w.files[partName(r.part)]
	if f == nil || f.UncompressedSize64 > mostBook {
		return nil, false
	}
	file = w.small(r.part, mostBook)
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return file, true // it is read no further
	}
	all := uint64(0)
	for _, f := range z.File {
		if all += min(f.UncompressedSize64, mostInBook+1); all > mostInBook {
			return nil, false
		}
	}
	if w.spent += int64(all); w.spent > mostUnpacked { //nolint:gosec // it is at most mostInBook
		return nil, false
	}
	return file, true
}

// saidIn is everything that a workbook says, cell by cell.
func saidIn(b *xlsx.Book) string {
	var out strings.Builder
	for _, s := range b.Sheets {
		if len(b.Sheets) > 1 || s.Hidden {
			fmt.Fprintf(&out, "[%s %t] ", s.Name, s.Hidden)
		}
		for _, row := range s.Rows {
			for i := range row.Cells {
				c := &row.Cells[i]
				text := c.Text
				if c.IsNumber {
					text = c.Number.String()
				}
				if c.Formula != "" {
					text += " =" + c.Formula
				}
				if c.Comment != "" {
					text += " (" + c.Comment + ")"
				}
				if row.Hidden || c.Hidden {
					text += " (hidden)"
				}
				fmt.Fprintf(&out, "%s%d: %s; ", xlsx.ColumnName(c.Column), row.Number, text)
			}
		}
	}
	return strings.TrimSpace(out.String() + strings.Join(b.Remarks, " "))
}
