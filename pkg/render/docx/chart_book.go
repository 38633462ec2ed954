package docx

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/isuplan/isuplan/pkg/document"
)

const (
	sheetNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	sheetType = officeType + "spreadsheetml."
	bookID    = "book" // of a chart's workbook, in its own list of relations
	sheetName = "Sheet1"
)

// charts adds the charts, each with the workbook that Word opens to edit its data.
func (f *file) charts(b *body) error {
	for i := range b.charts {
		name := chartID(i + 1)
		book, err := b.charts[i].book()
		if err != nil {
			return err
		}
		f.add(name, "chart", part{name: "word/charts/" + name + ".xml", kind: officeType + "drawingml.chart+xml", bytes: b.charts[i].part()})
		f.parts = append(f.parts, part{name: "word/embeddings/" + name + ".xlsx", kind: sheetType + "sheet", bytes: book},
			relations("word/charts/_rels/"+name+".xml.rels", []relation{{bookID, "package", "../embeddings/" + name + ".xlsx"}}))
	}
	return nil
}

// book is the workbook of a chart, with nothing but one sheet. Its parts are not squeezed: the file that
// it goes into is.
func (c *chart) book() ([]byte, error) {
	var list, sheets writer
	list.raw(prolog, `<workbook xmlns="`, sheetNS, `" xmlns:r="`, officeNS, `"><sheets><sheet name="`, sheetName, `" sheetId="1" r:id="sheet"/></sheets></workbook>`)
	sheets.sheet(c)
	parts := []part{{name: "xl/workbook.xml", kind: sheetType + "sheet.main+xml", bytes: list.Bytes()},
		{name: "xl/worksheets/sheet1.xml", kind: sheetType + "worksheet+xml", bytes: sheets.Bytes()}}
	parts = append([]part{contentTypes(parts), relations("_rels/.rels", []relation{{"book", "officeDocument", "xl/workbook.xml"}}),
		relations("xl/_rels/workbook.xml.rels", []relation{{"sheet", "worksheet", "worksheets/sheet1.xml"}})}, parts...)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateRaw(stored(p))
		if err == nil {
			_, err = w.Write(p.bytes)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// stored is the head of a part that is packed as it is. No clock: it is of the day when zip files begin.
func stored(p part) *zip.FileHeader {
	const firstDay = 1<<5 | 1
	size := uint64(len(p.bytes))
	h := &zip.FileHeader{Name: p.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(p.bytes), CompressedSize64: size, UncompressedSize64: size}
	//lint:ignore SA1019 the day that replaces it is not written of what is packed as it is
	h.ModifiedDate = firstDay //nolint:staticcheck // likewise
	return h
}

// sheet writes the cells of a chart: its title and the names of its series, and of each bar its name, its
// numbers, and in a chart of times how these are printed.
func (w *writer) sheet(c *chart) {
	columns := c.columns()
	w.raw(prolog, `<worksheet xmlns="`, sheetNS, `"><sheetData><row r="1">`)
	w.inCell(0, 0, worded(c.Title))
	for n := range columns {
		w.inCell(n+1, 0, columns[n].name)
	}
	w.raw(`</row>`)
	for i := range c.Bars {
		w.raw(`<row r="`, strconv.Itoa(i+2), `">`)
		w.inCell(0, i+1, worded(c.Bars[i].Label))
		for n := range columns {
			if v := columns[n].values[i]; v != "" {
				w.raw(`<c r="`, cellName("", n+1, i+1), `"><v>`, v, `</v></c>`)
			}
		}
		if v := c.Bars[i].Values; len(v) > 0 && c.Floats() {
			w.inCell(len(columns)+1, i+1, worded(document.Plain(v[0].Text)))
		}
		w.raw(`</row>`)
	}
	w.raw(`</sheetData></worksheet>`)
}

// inCell writes a cell of text, which is never a formula, whatever it begins with.
func (w *writer) inCell(column, row int, s string) {
	if s == "" {
		return
	}
	w.raw(`<c r="`, cellName("", column, row), `" t="inlineStr"><is><t xml:space="preserve">`)
	w.text(strings.ReplaceAll(s, "_x", "_x005F_x")) // which begins the number of a character there
	w.raw(`</t></is></c>`)
}

// worded is a text as a cell holds it: no longer than one may be.
func worded(t document.Text) string {
	const most = 32_767 // in the units of UTF-16
	s := t.String()
	if len(s) <= most {
		return s
	}
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > most {
			return s[:i]
		}
	}
	return s
}

// head is the cell with a column's name, as charts refer to it.
func head(column int) string { return sheetName + "!" + cellName("$", column, 0) }

// below are the cells of a column below its head, as many as there are bars.
func below(column, bars int) string {
	return sheetName + "!" + cellName("$", column, 1) + ":" + cellName("$", column, max(1, bars))
}

// cellName is the name of a cell; a sign before column and row fixes both.
func cellName(sign string, column, row int) string {
	const letters = 26
	name := ""
	for n := column; n >= 0; n = n/letters - 1 {
		name = string(rune('A'+n%letters)) + name
	}
	return sign + name + sign + strconv.Itoa(row+1)
}
