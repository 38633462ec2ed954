package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// tagged makes a PDF of one page with as many parts as there are letters, and its structure: the roles and the
// first elements, which may refer to further objects from 7 on.
func tagged(letters, roles, kids string, more ...string) []byte {
	content := "BT /F 9 Tf "
	for i, letter := range letters {
		content += fmt.Sprintf("/P <</MCID %d>> BDC 9 0 Td (%c) Tj EMC ", i, letter)
	}
	return file(append([]string{"<</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>", stream("", content+"ET"), "<</Type /Font /Subtype /Type1>>",
		"<</Type /StructTreeRoot /RoleMap <<" + roles + ">> /K " + kids + ">>"}, more...)...)
}

// cells says of the texts of a page in which tables, rows and columns they stand.
func cells(t *testing.T, b []byte) string {
	t.Helper()
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil {
		return err.Error()
	}
	var said []string
	for _, l := range pages[0].Lines {
		for i, s := range l.Cells {
			to := len(l.Text)
			if i+1 < len(l.Cells) {
				to = l.Cells[i+1].From
			}
			where := fmt.Sprintf("%d.%d.%d", s.Cell.Table, s.Cell.Row, s.Cell.Column)
			if s.Cell.Over > 1 || s.Cell.Down > 0 {
				where += fmt.Sprintf("+%d+%d", s.Cell.Over, s.Cell.Down)
			}
			if s.Cell.Paragraph > 0 {
				where = fmt.Sprint("p", s.Cell.Paragraph)
			}
			said = append(said, strings.TrimSpace(l.Text[s.From:to])+"="+where)
		}
	}
	return strings.Join(said, " ")
}

// TestTables: the structure says in which cells of tables texts stand.
func TestTables(t *testing.T) {
	table := func(rows ...string) string { return "<</S /Table /Pg 3 0 R /K [" + strings.Join(rows, " ") + "]>>" }
	row := func(kids ...string) string { return "<</S /TR /K [" + strings.Join(kids, " ") + "]>>" }
	cell := func(part int, attributes string) string {
		return fmt.Sprintf("<</S /TD /K <</S /P /K %d>> %s>>", part, attributes)
	}
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"no table":       {file: tagged("ab", "", "<</S /P /Pg 3 0 R /K [0 1]>>"), want: "a=p1 b=p1"},
		"two rows":       {file: tagged("abcd", "", table(row(cell(0, ""), cell(1, "")), row(cell(2, ""), cell(3, "")))), want: "a=1.1.1 b=1.1.2 c=1.2.1 d=1.2.2"},
		"text around":    {file: tagged("xay", "", "["+table(row(cell(1, "")))+" <</S /P /Pg 3 0 R /K 0>>]"), want: "x=p1 a=1.1.1 y=0.0.0"},
		"body and head":  {file: tagged("ab", "", table("<</S /THead /K "+row(cell(0, ""))+">>", "<</S /TBody /K ["+row(cell(1, ""))+"]>>")), want: "a=1.1.1 b=1.2.1"},
		"over and down":  {file: tagged("abcd", "", table(row(cell(0, "/A <</O /Table /RowSpan 2>>"), cell(1, "/A [<</O /Layout>> <</O /Table /ColSpan 2>>]")), row(cell(2, ""), cell(3, "")), row(cell(9, "")))), want: "a=1.1.1+1+1 b=1.1.2+2+0 c=1.2.2 d=1.2.3"},
		"other names":    {file: tagged("a", "/Tabelle /Table /Zeile /R /R /TR", "<</S /Tabelle /Pg 3 0 R /K <</S /Zeile /K "+cell(0, "")+">>>>"), want: "a=1.1.1"},
		"names in turns": {file: tagged("a", "/A /B /B /A", "<</S /A /Pg 3 0 R /K 0>>"), want: ""},
		"marked parts":   {file: tagged("ab", "", table(row("<</S /TD /K [<</Type /MCR /Pg 3 0 R /MCID 0>> <</Type /MCR /Stm 4 0 R /MCID 1>>]>>"))), want: "a=1.1.1 b=0.0.0"},
		"another page":   {file: tagged("a", "", "<</S /Table /Pg 2 0 R /K "+row(cell(0, ""))+">>"), want: ""},
		"one in a cell":  {file: tagged("ab", "", table(row("<</S /TD /K ["+table(row(cell(0, ""), cell(1, "")))+"]>>"))), want: "a=1.1.1 b=1.1.1"},
		"two tables":     {file: tagged("ab", "", "["+table(row(cell(0, "")))+table(row(cell(1, "")))+"]"), want: "a=1.1.1 b=2.2.1"},
		"a picture":      {file: tagged("ab", "", "[<</S /Figure /Pg 3 0 R /K [0]>>"+table(row(cell(1, "")))+"]"), want: "a=p1 b=1.1.1"},
		"paragraphs":     {file: tagged("abcd", "", "[<</S /P /Pg 3 0 R /K [0 <</S /Span /K 1>>]>><</S /H1 /Pg 3 0 R /K 2>><</S /Div /Pg 3 0 R /K 3>>]"), want: "a=p1 b=p1 c=p2 d=0.0.0"},
		"a list":         {file: tagged("abcd", "", "<</S /L /Pg 3 0 R /K <</S /LI /K [<</S /Lbl /K 0>><</S /LBody /K [<</S /P /K 1>><</S /L /K <</S /LI /K <</S /P /K 2>>>>>>]>>]>>>>"), want: "a=p1 b=p1 c=p2 d=0.0.0"},
		"no rows":        {file: tagged("a", "", "<</S /Table /Pg 3 0 R /K "+cell(0, "")+">>"), want: "a=p1"},
		"twice":          {file: tagged("a", "", table(row(cell(0, ""), cell(0, "")))), want: "a=1.1.1"},
		"around":         {file: tagged("a", "", "7 0 R", "<</S /Table /Pg 3 0 R /K [7 0 R "+row(cell(0, ""))+"]>>"), want: "a=1.1.1"},
		"no numbers":     {file: tagged("a", "", table(row(cell(0, "/A <</ColSpan -5 /RowSpan (x)>>")))), want: "a=1.1.1"},
		"far":            {file: tagged("a", "", table(row(cell(0, "/A <</ColSpan 999999999 /RowSpan 999999999>>")))), want: "a=1.1.1+200+9999"},
	} {
		if got := cells(t, c.file); got != c.want {
			t.Errorf("%s: %s; want %s", name, got, c.want)
		}
	}
}

// TestTablesWithinBounds: structures that ask for too much end.
func TestTablesWithinBounds(t *testing.T) {
	deep := strings.Repeat("<</S /Table /K <</S /TR /K <</S /TD /K ", 3000) + "0" + strings.Repeat(">>>>>>", 3000)
	cell := "<</S /TD /A <</ColSpan 200 /RowSpan 10000>> /K []>>"
	wide := "<</S /Table /Pg 3 0 R /K [" + strings.Repeat("<</S /TR /K ["+strings.Repeat(cell, 300)+"]>>", 300) + "]>>"
	for name, kids := range map[string]string{"deep": deep, "wide": wide} {
		f, err := pdf.Open(tagged("a", "", kids))
		if err != nil {
			continue
		}
		if _, err := f.Pages(); err == nil && name == "wide" {
			t.Errorf("%s: it was read", name)
		}
	}
}
