package docx_test

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
	"github.com/isuplan/isuplan/pkg/render/docx"
	"github.com/xuri/excelize/v2"
)

// amounts is a chart of a plan's amounts in two years, with names that look like formulas.
func amounts() document.Chart {
	value := func(text, number string, from, to int) document.BarValue {
		return document.BarValue{Text: text, Number: number, From: from, To: to}
	}
	return document.Chart{Title: document.Plain("By <line> & year"), Alt: "In words", Zero: 1000, Least: "-12000.05", Most: "108000.45",
		Series: []document.Text{document.Plain("2024"), document.Plain("=2025")},
		Bars: []document.Bar{
			{Label: document.Plain("=SUM(B2:B9)"), Values: []document.BarValue{value("108,000.45", "108000.45", 1000, 10000), value("3", "3", 1000, 1001)}},
			{Label: document.Plain("+41 & <co>"), Values: []document.BarValue{value("(12,000.05)", "-12000.05", 0, 1000)}},
			{Label: document.Plain("-5 _x0041_"), Values: []document.BarValue{value("0", "0", 1000, 1000), value("12345678901234567890.12", "12345678901234567890.12", 1000, 10000)}},
			{Label: document.Plain("@home")}}}
}

// times is a chart of times: a bar, a mark, and a name without a bar.
func times() document.Chart {
	return document.Chart{Title: document.Plain("When"), Axis: []document.Stretch{{Text: "2025", To: document.ChartWidth}}, Bars: []document.Bar{
		{Label: document.Plain("Workshop on the implementation of everything"), Values: []document.BarValue{{Text: "March", From: 2000, To: 3000}}},
		{Label: document.Plain("Report"), Values: []document.BarValue{{Text: "1 May", From: 4000, To: 4000, Mark: true}}}, {Label: document.Plain("Nothing")}}}
}

// TestChartsHaveTheirWorkbook: a chart of Word refers to a workbook in the file, of which it keeps
// what its cells say.
func TestChartsHaveTheirWorkbook(t *testing.T) {
	bare := amounts()
	bare.Most = "much" // no number: then bars have their lengths
	for name, chart := range map[string]document.Chart{"amounts": amounts(), "times": times(), "lengths": bare, "nothing": {Bars: []document.Bar{{}}}} {
		t.Run(name, func(t *testing.T) {
			file := sound(t, &document.Document{Blocks: []document.Block{chart}})
			agreesWithItsBook(t, file, "chart1")
		})
	}
	file := sound(t, &document.Document{Blocks: []document.Block{amounts()}})
	part := string(file.Parts["word/charts/chart1.xml"])
	for _, want := range []string{`<c:max val="108000.45"/><c:min val="-12000.05"/>`, "<c:v>-12000.05</c:v>", "<c:v>12345678901234567890.12</c:v>", "Sheet1!$C$2:$C$5", "Sheet1!$C$1<"} {
		if !strings.Contains(part, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
	sheet := string(unzipped(t, file.Parts["word/embeddings/chart1.xlsx"])["xl/worksheets/sheet1.xml"])
	if !strings.Contains(sheet, `<c r="C4"><v>12345678901234567890.12</v></c>`) || strings.Contains(sheet, "<f>") {
		t.Errorf("sheet %s", sheet)
	}
	if types := string(file.Parts["[Content_Types].xml"]); !strings.Contains(types, `"/word/embeddings/chart1.xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"`) {
		t.Errorf("types %s", types)
	}
}

// TestNoWorkbookWithoutAChart: nothing of it stands in other files.
func TestNoWorkbookWithoutAChart(t *testing.T) {
	file := sound(t, &document.Document{Blocks: []document.Block{document.Paragraph{Text: prose(9)}}})
	for name, part := range file.Parts {
		if strings.Contains(name, "embeddings") || bytes.Contains(part, []byte("spreadsheetml")) {
			t.Errorf("%s has something of a workbook", name)
		}
	}
}

// TestEqualChartsAreEqualBytes, whenever they are made.
func TestEqualChartsAreEqualBytes(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{amounts(), times()}}
	if !bytes.Equal(render(t, doc), render(t, doc)) {
		t.Error("two files of one document differ")
	}
}

// TestWorkbooksInRedlines: the chart that is struck out has its workbook, and the new one its own.
func TestWorkbooksInRedlines(t *testing.T) {
	old, now := amounts(), amounts()
	now.Bars = now.Bars[:2]
	file, err := docx.Redline(context.Background(), &document.Document{Blocks: []document.Block{old, times()}}, &document.Document{Blocks: []document.Block{now, times()}}, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	f := wellFormed(t, opened(t, file))
	rows := map[int]bool{}
	for n := range 3 {
		rows[agreesWithItsBook(t, f, "chart"+strconv.Itoa(n+1))] = true
	}
	if !rows[2] || !rows[4] || f.Parts["word/charts/chart4.xml"] != nil {
		t.Errorf("charts of %v bars", rows)
	}
}

// agreesWithItsBook holds that a chart finds its workbook, and keeps what its cells say. It
// returns how many bars it has.
func agreesWithItsBook(t *testing.T, file *docxtest.File, name string) (bars int) {
	t.Helper()
	chart := node(t, file, "word/charts/"+name+".xml")
	data := chart.First("externalData")
	relation := node(t, file, "word/charts/_rels/"+name+".xml.rels").First("Relationship")
	if data == nil || data.Attr("id") != relation.Attr("Id") || !strings.HasSuffix(relation.Attr("Type"), "/relationships/package") {
		t.Fatalf("the chart finds no workbook: %s", file.Parts["word/charts/"+name+".xml"])
	}
	bytesOf := file.Parts[strings.Replace(relation.Attr("Target"), "..", "word", 1)]
	book, err := excelize.OpenReader(bytes.NewReader(bytesOf))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := xlsx.Read(bytesOf); err != nil && !strings.Contains(err.Error(), "no sheet with cells") {
		t.Error(err)
	}
	chart.Walk(func(n *docxtest.Node) bool {
		if !strings.HasSuffix(n.XMLName.Local, "Ref") {
			return true
		}
		column, from, to := area(t, words(n.First("f")))
		points := map[int]string{}
		n.Walk(func(p *docxtest.Node) bool {
			if p.XMLName.Local == "pt" {
				at, _ := strconv.Atoi(p.Attr("idx"))
				points[at] = words(p.First("v"))
			}
			return true
		})
		bars = max(bars, to-from+1)
		for row := from; row <= to; row++ {
			cell := column + strconv.Itoa(row)
			got, err := book.GetCellValue("Sheet1", cell, excelize.Options{RawCellValue: true})
			if formula, _ := book.GetCellFormula("Sheet1", cell); err != nil || got != points[row-from] || formula != "" {
				t.Errorf("%s: %q in the workbook, %q in the chart, formula %q, %v", cell, got, points[row-from], formula, err)
			}
			if kind, _ := book.GetCellType("Sheet1", cell); n.XMLName.Local == "strRef" && got != "" && kind != excelize.CellTypeInlineString {
				t.Errorf("%s is no text but %d", cell, kind)
			}
		}
		return false
	})
	return bars
}

// area takes a name such as Sheet1!$B$2:$B$9 apart.
func area(t *testing.T, name string) (column string, from, to int) {
	t.Helper()
	first, last, isLong := strings.Cut(strings.TrimPrefix(name, "Sheet1!"), ":")
	parts := strings.Split(first, "$")
	if len(parts) != 3 {
		t.Fatalf("no cells: %s", name)
	}
	from, _ = strconv.Atoi(parts[2])
	if to = from; isLong {
		to, _ = strconv.Atoi(strings.TrimPrefix(last, "$"+parts[1]+"$"))
	}
	return parts[1], from, to
}

func words(n *docxtest.Node) string { return n.Text }

func unzipped(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	parts, err := docxtest.Parts(file)
	if err != nil {
		t.Fatal(err)
	}
	return parts
}
