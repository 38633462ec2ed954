package xlsx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// zipped makes a file of parts.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
		"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml", "xl/threaded1.xml",
		"content.xml", "xl/workbook.bin", "word/document.xml"} {
		if text, ok := parts[name]; ok {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	office = `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	named  = `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>`
	list = `<workbook xmlns:r="http://x"><sheets><sheet name="Costs" sheetId="1" r:id="r1"/></sheets></workbook>`
)

// workbook makes a workbook of one sheet.
func workbook(t testing.TB, data string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{"_rels/.rels": office, "xl/workbook.xml": list, "xl/_rels/workbook.xml.rels": named,
		"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8"?><worksheet>` + data + `</worksheet>`}
	for name, text := range more {
		parts[name] = text
	}
	return zipped(t, parts)
}

// shown writes what was read, a line for each cell.
func shown(b *xlsx.Book) string {
	var out strings.Builder
	for _, s := range b.Sheets {
		fmt.Fprintf(&out, "[%s hidden=%v]\n", s.Name, s.Hidden)
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				fmt.Fprintf(&out, "%s%d %q", xlsx.ColumnName(c.Column), r.Number, c.Text)
				for name, is := range map[string]bool{" hidden": r.Hidden || c.Hidden} {
					if is {
						out.WriteString(name)
					}
				}
				if c.Bold {
					out.WriteString(" bold")
				}
				if c.IsNumber {
					out.WriteString(" " + c.Number.String())
				}
				if c.Formula != "" {
					out.WriteString(" =" + c.Formula)
				}
				if c.Comment != "" {
					out.WriteString(" // " + c.Comment)
				}
				out.WriteString("\n")
			}
		}
		for _, m := range s.Merged {
			fmt.Fprintf(&out, "merged %v\n", m)
		}
	}
	for _, r := range b.Remarks {
		out.WriteString(r + "\n")
	}
	return out.String()
}

// TestCells holds what each kind of cell is read as.
func TestCells(t *testing.T) {
	styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;CHF&quot;\ #,##0.00;(#,##0.00)"/><numFmt numFmtId="165" formatCode="[$€-407] #,##0"/></numFmts>` +
		`<fonts><font/><font><b/></font><font><b val="0"/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="3" fontId="1"/>` +
		`<xf numFmtId="9" fontId="2"/><xf numFmtId="164" fontId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`
	texts := `<sst><si><t>Salaries</t></si><si><r><t>Social </t></r><r><t xml:space="preserve">charges</t></r><rPh><t>x</t></rPh></si></sst>`
	data := `<cols><col min="5" max="6" hidden="1"/></cols><sheetData>` +
		`<row r="2"><c r="A2" t="s" s="1"><v>0</v></c><c r="B2" s="1"><v>69010.800000000003</v></c><c r="C2" s="2"><v>0.5</v></c><c r="D2" s="3"><v>-1234.5</v></c><c r="E2"><v>1E3</v></c></row>` +
		`<row r="3" hidden="1"><c t="s"><v>1</v></c><c r="B3" s="4"><v>43101</v></c><c r="C3" s="5"><v>500</v></c><c t="b"><v>1</v></c></row>` +
		`<row><c t="inlineStr"><is><t>in_x000D_line</t></is></c><c t="str"><f>A2&amp;"x"</f><v>Salariesx</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>B2*2</f></c></row>` +
		`<row r="9"><c r="A9" s="1"/><c r="B9"><f t="shared" ref="B9:B11" si="0">$A9*B$2+SUM(B2:B3)+'My A1'!C4+LOG10(A1)</f><v>1</v></c></row>` +
		`<row r="10"><c r="B10"><f t="shared" si="0"/><v>2</v></c></row><row r="11"><c r="C11"><f t="shared" si="0"/><v>3</v></c></row>` +
		`</sheetData><mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="nonsense"/></mergeCells>`
	rels := `<Relationships><Relationship Id="c1" Type="http://x/comments" Target="../comments1.xml"/><Relationship Id="c2" Type="http://x/threadedComment" Target="../threaded1.xml"/></Relationships>`
	comments := `<comments><commentList><comment ref="B2"><text><r><t>old </t></r><r><t>kind</t></r></text></comment><comment ref="A2"><text><t>stand-in</t></text></comment><comment ref="Z99"><text><t>astray</t></text></comment></commentList></comments>`
	threaded := `<ThreadedComments><threadedComment ref="A2"><text>first</text></threadedComment><threadedComment ref="A2"><text>reply</text></threadedComment></ThreadedComments>`
	b, err := xlsx.Read(workbook(t, data, map[string]string{"xl/styles.xml": styles, "xl/sharedStrings.xml": texts,
		"xl/worksheets/_rels/sheet1.xml.rels": rels, "xl/comments1.xml": comments, "xl/threaded1.xml": threaded}))
	if err != nil {
		t.Fatal(err)
	}
	const want = `[Costs hidden=false]
A2 "Salaries" bold // first / reply
B2 "69,011" bold 69010.800000000003 // old kind
C2 "50%" 0.5
D2 "(CHF 1,234.50)" -1234.5
E2 "1000" hidden 1000
A3 "Social charges" hidden
B3 "2018-01-01" hidden
C3 "€ 500" hidden 500
D3 "TRUE" hidden
A4 "in line"
B4 "Salariesx" =A2&"x"
C4 "#DIV/0!" =1/0
D4 "" =B2*2
B9 "1" 1 =$A9*B$2+SUM(B2:B3)+'My A1'!C4+LOG10(A1)
B10 "2" 2 =$A10*B$2+SUM(B3:B4)+'My A1'!C5+LOG10(A2)
C11 "3" 3 =$A11*C$2+SUM(C4:C5)+'My A1'!D6+LOG10(B3)
merged {1 1 1 5}
a comment on the empty cell Z99 of the sheet Costs says: astray
`
	if got := shown(b); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestWhatAnotherLibraryWrites holds for a workbook of somebody else's making.
func TestWhatAnotherLibraryWrites(t *testing.T) {
	f := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "Cost", "B1": 2018, "A2": "Salaries & more", "B2": 345054.25} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range []error{f.SetCellFormula("Sheet1", "B3", "SUM(B2:B2)"), f.AddComment("Sheet1", excelize.Comment{Cell: "B2", Author: "A", Text: "why?"}),
		f.SetRowVisible("Sheet1", 2, false), f.MergeCell("Sheet1", "A5", "B5")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Hidden"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetVisible("Hidden", false); err != nil {
		t.Fatal(err)
	}
	file, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	b, err := xlsx.Read(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	const want = `[Sheet1 hidden=false]
A1 "Cost"
B1 "2018" 2018
A2 "Salaries & more" hidden
B2 "345054.25" hidden 345054.25 // why?
B3 "" =SUM(B2:B2)
merged {5 1 5 2}
[Hidden hidden=true]
`
	if got := shown(b); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestWhatCannotBeRead is said in a sentence.
func TestWhatCannotBeRead(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	wide := "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":                 {nil, xlsx.ErrEmpty},
		"blanks":                  {[]byte(" \n"), xlsx.ErrEmpty},
		"a text":                  {[]byte("a;b;c"), xlsx.ErrUnknown},
		"the old kind":            {[]byte(ole), xlsx.ErrOld},
		"locked":                  {[]byte(ole + wide), xlsx.ErrLocked},
		"another program's":       {zipped(t, map[string]string{"content.xml": "<x/>"}), xlsx.ErrODS},
		"binary":                  {zipped(t, map[string]string{"xl/workbook.bin": "x"}), xlsx.ErrBinary},
		"a Word document":         {zipped(t, map[string]string{"word/document.xml": "<x/>"}), xlsx.ErrWord},
		"half an archive":         {workbook(t, "<sheetData/>", nil)[:200], xlsx.ErrBroken},
		"no sheets":               {zipped(t, map[string]string{"_rels/.rels": office, "xl/workbook.xml": "<workbook/>"}), xlsx.ErrBroken},
		"an empty sheet":          {workbook(t, "<sheetData/>", nil), xlsx.ErrNoSheet},
		"broken XML":              {workbook(t, "<sheetData><row", nil), xlsx.ErrBroken},
		"an end too many":         {workbook(t, "</sheetData></x></y></z>", nil), xlsx.ErrBroken},
		"an entity":               {workbook(t, "<sheetData><row><c t=\"str\"><v>&boom;</v></c></row></sheetData>", nil), xlsx.ErrBroken},
		"a document type":         {workbook(t, "<!DOCTYPE x [<!ENTITY a \"b\">]><sheetData/>", nil), xlsx.ErrBroken},
		"cells that go back":      {workbook(t, `<sheetData><row><c r="C1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData>`, nil), xlsx.ErrBroken},
		"deeper than any":         {workbook(t, strings.Repeat("<a>", 300)+strings.Repeat("</a>", 300), nil), xlsx.ErrBroken},
		"too long":                {make([]byte, xlsx.MaxBytes+1), xlsx.ErrTooLarge},
		"a part that swells":      {workbook(t, strings.Repeat(" ", 65<<20), nil), xlsx.ErrTooLarge},
		"more marks than any":     {workbook(t, "<sheetData>"+strings.Repeat("<row/>", 1_600_000)+"</sheetData>", nil), xlsx.ErrTooLarge},
		"more texts than any":     {workbook(t, "<sheetData/>", map[string]string{"xl/sharedStrings.xml": "<sst>" + strings.Repeat("<si><t>"+strings.Repeat("x", 1000)+"</t></si>", 17_000) + "</sst>"}), xlsx.ErrTooLarge},
		"cells up to the bounds":  {workbook(t, "<sheetData>"+strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 150)+"</row>", 900)+"</sheetData>", nil), xlsx.ErrTooLarge},
		"comments without an end": {workbook(t, "<sheetData><row><c><v>1</v></c></row></sheetData>", map[string]string{"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="c" Type="x/comments" Target="/xl/comments1.xml"/></Relationships>`, "xl/comments1.xml": "<comments>"}), xlsx.ErrBroken},
	} {
		if _, err := xlsx.Read(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// TestWhatIsOddIsRead: other programs' odd habits, and a stranger's, stop nothing.
func TestWhatIsOddIsRead(t *testing.T) {
	const one = `<row r="1"><c r="A1"><v>1</v></c></row>`
	for name, c := range map[string]struct{ data, want string }{
		"the last row and column":   {`<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="XFE1048576"><v>1</v></c></row>` + one, "A1 \"1\" 1\nof the sheet Costs only the first 200 columns were read\n"},
		"a number that is huge":     {`<row><c><v>1E+308</v></c><c><v>1e-99</v></c><c><v>12345678901234567890123456789012345</v></c></row>`, "A1 \"1E+308\"\nB1 \"0\" 0\nC1 \"12345678901234567890123456789012345\"\n"},
		"a text that is not there":  {`<row><c t="s"><v>7</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c><c><v>5</v></c></row>`, "D1 \"5\" 5\n"},
		"a formula of another cell": {`<row><c><f t="shared" si="9"/><v>5</v></c></row>`, "A1 \"5\" 5\n"},
		"a style that is not there": {`<row><c s="99"><v>5</v></c><c s="-1"><v>6</v></c></row>`, "A1 \"5\" 5\nB1 \"6\" 6\n"},
		"names with prefixes":       {`<x:row xmlns:x="y"><x:c><x:v>5</x:v></x:c></x:row>`, "A1 \"5\" 5\n"},
		"a formula that is long":    {`<row><c><f>` + strings.Repeat("1+", 2000) + `1</f><v>5</v></c></row>`, "A1 \"5\" 5\n"},
	} {
		b, err := xlsx.Read(workbook(t, "<sheetData>"+c.data+"</sheetData>", nil))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.TrimPrefix(shown(b), "[Costs hidden=false]\n"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	var rows strings.Builder
	for range 4000 {
		rows.WriteString(`<row><c><v>1</v></c></row>`)
	}
	b, err := xlsx.Read(workbook(t, "<sheetData>"+rows.String()+"</sheetData>", nil))
	if err != nil || len(b.Sheets[0].Rows) != xlsx.MaxRows || len(b.Remarks) != 1 {
		t.Error(err)
	}
}

// TestShow holds how numbers are shown.
func TestShow(t *testing.T) {
	for _, c := range []struct{ number, format, want string }{
		{"1234.5", "", "1234.5"}, {"0.1", "General", "0.1"}, {"69010.800000000003", "General", "69010.8"}, {"1234.5", "#,##0", "1,235"}, {"-5", "0.00", "-5.00"},
		{"0.185", "0.0%", "18.5%"}, {"1234", `"CHF" #,##0`, "CHF 1,234"}, {"1234", `#,##0\ "€"`, "1,234 €"}, {"-7", `#,##0_);(#,##0)`, "(7)"},
		{"1234.5", "#'##0.00", "1,234.50"}, {"1234567", "# ##0", "1,234,567"}, {"5", "@", "5"}, {"5", `"unclosed`, "5"}, {"5", "[Red]0", "5"}, {"5", "[$CHF-807] 0", "CHF 5"}, {"5", "[", "5"},
		{"5", `_-* #,##0.00\ _€_-`, "5.00"}, {"12", "0,", "12"}, {"5", `\`, "5"},
	} {
		d := number(t, c.number)
		if got := xlsx.Show(d, c.format); got != c.want {
			t.Errorf("%s as %s is %q, want %q", c.number, c.format, got, c.want)
		}
	}
}

// FuzzRead holds that no file stops the reader.
func FuzzRead(f *testing.F) {
	file, err := os.ReadFile("../../importer/testdata/budget-2018.xlsx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add(workbook(f, `<sheetData><row><c><f>A1</f><v>1</v></c></row></sheetData>`, nil))
	f.Fuzz(func(_ *testing.T, file []byte) { _, _ = xlsx.Read(file) })
}

func number(t *testing.T, text string) money.Decimal {
	t.Helper()
	d, fault := money.Parse(text)
	if fault != nil {
		t.Fatal(fault.Message)
	}
	return d
}
