package readback_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// lines returns what a file says, line by line.
func lines(t *testing.T, file []byte) string {
	t.Helper()
	text, err := readback.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, l := range text.Lines {
		list = append(list, strings.Join(strings.Fields(l.Text), " "))
	}
	return strings.Join(list, "\n")
}

func TestMarkdown(t *testing.T) {
	const file = "**Head**\n\n# I. Title \\*\n\n7. One &amp; two\nlines [here](https://example.org/9).\n\n9. Next\n\n   (a) Item\n\n- bullet\n\n" +
		"| A | B |\n|---|--:|\n| &nbsp;x | **1,000** |\n\n![words of a picture](1.svg)\n\n<p>HTML 5</p>\n\n`code\\*` a<strong>b</strong>c\n\n<!-- a comment 8 -->\n"
	const want = "Head\nI. Title *\n7. One & two lines here.\n9. Next\n(a) Item\nbullet\nA\nB\nx\n1,000\nwords of a picture\n<p>HTML 5</p>\ncode\\* abc"
	if got := lines(t, []byte(file)); got != want {
		t.Errorf("got %s", got)
	}
}

// TestTrickyMarkdown: an entity that is written out is text, and HTML that may hide
// something is read as it is written.
func TestTrickyMarkdown(t *testing.T) {
	for file, want := range map[string]string{
		`R&D \&amp; &amp; &#51; \&#51; &bogus; \\&lt;`: `R&D &amp; & 3 &#51; &bogus; \<`,
		`&amp;#51; &` + strings.Repeat("a", 50) + ";":  "&#51; &" + strings.Repeat("a", 50) + ";",
		"a <del>37,000</del> <em>b</em> <!-- c -->":    "a <del>37,000</del> b",
		"<div hidden>\n\nb\n\n</div>":                  "<div hidden>\nb\n</div>",
		"<!--> 38,000 -->\n\na <!--> 38 -->":           "<!--> 38,000 -->\na <!--> 38 -->",
		"<!-- a\n\nb -->\n\nc":                         "c",
	} {
		if got := lines(t, []byte(file)); got != want {
			t.Errorf("%s: got %q, want %q", file, got, want)
		}
	}
	for address, want := range map[string]int{"2018-budget-chart.svg": 0, "https://example.org/a-chart.svg": 1, "a.png": 1} {
		if text, err := readback.Read([]byte("![a](" + address + ") ![b](" + address + ")")); err != nil || len(text.Remarks) != want {
			t.Errorf("%s: %v, %v", address, text, err)
		}
	}
}

// TestPlacesOfCells: a cell knows its row and its column, and what GitHub does not show
// is not read.
func TestPlacesOfCells(t *testing.T) {
	cell := func(span, text string) string {
		return `<w:tc><w:tcPr><w:gridSpan w:val="` + span + `"/></w:tcPr><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>`
	}
	row := func(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
	inner := `<w:tc><w:tbl>` + row(cell("1", "i")) + `</w:tbl><w:p><w:r><w:t>o</w:t></w:r></w:p></w:tc>`
	for file, want := range map[string]string{
		string(word(`<w:tbl>`+row(cell("2", "a"), cell("1", "b"))+row(cell("1", ""), inner, cell("1", "c"))+`</w:tbl>`+p("", "", "", "d"), nil)): "a11 b13 i31 o22 c23 d00",
		"a | b\n--|--\n | c | d\ne || f\n\n| g | h |\n|---|\n": "a11 b12 c31 d32 e41 g|h||---|00",
		"| a | b |\n|---|---|\n| | c | x |\n| e |":             "a11 b12 c32 e41",
	} {
		text, err := readback.Read([]byte(file))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range text.Lines {
			got = append(got, strings.TrimLeft(strings.ReplaceAll(l.Text, " ", ""), "|")+strconv.Itoa(l.Row)+strconv.Itoa(l.Column))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}

func TestWhatIsNoDocument(t *testing.T) {
	for file, want := range map[string]error{
		"":                  readback.ErrEmpty,
		"\n":                readback.ErrEmpty,
		"\xff\xfe":          readback.ErrUnknown,
		"PK\x03\x04nothing": readback.ErrNotWord,
		string(office(map[string]string{"xl/workbook.xml": "<workbook/>"})):                          readback.ErrSheet,
		string(office(map[string]string{"a": "b"})):                                                  readback.ErrNotWord,
		string(office(map[string]string{"word/document.xml": "<w:document><w:body>"})):               readback.ErrNotWord,
		string(office(map[string]string{"word/document.xml": strings.Repeat("<w:p>", 1_000_000)})):   readback.ErrNotWord,
		string(office(map[string]string{"word/document.xml": "<x/>" + strings.Repeat(" ", 70<<20)})): readback.ErrTooLarge,
		strings.Repeat(" ", readback.MaxBytes+1):                                                     readback.ErrTooLarge,
	} {
		if _, err := readback.Read([]byte(file)); !errors.Is(err, want) {
			t.Errorf("%.30q: %v, want %v", file, err, want)
		}
	}
	if _, err := readback.Read([]byte("%PDF-1.4 nothing")); err == nil {
		t.Error("no error")
	}
}

const (
	relationsStart = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	officeSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// relation refers to a part.
func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + officeSpace + `/` + kind + `" Target="` + target + `"/>`
}

// office makes a Word document of its parts, which refer to one another as usual.
func office(parts map[string]string) []byte {
	parts = maps.Clone(parts)
	if parts["_rels/.rels"] == "" {
		parts["_rels/.rels"] = relationsStart + relation("d", "officeDocument", "word/document.xml") + relation("c", "custom-properties", "docProps/custom.xml") + `</Relationships>`
	}
	list := parts["word/_rels/document.xml.rels"]
	for _, kind := range []string{"numbering", "styles", "settings", "footnotes", "endnotes"} {
		list += relation(kind, kind, kind+".xml")
	}
	parts["word/_rels/document.xml.rels"] = relationsStart + list + `</Relationships>`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		_, _ = f.Write([]byte(text))
	}
	_ = z.Close()
	return b.Bytes()
}

const documentStart = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>`

func word(body string, more map[string]string) []byte {
	parts := map[string]string{"word/document.xml": documentStart + body + `<w:sectPr/></w:body></w:document>`,
		"word/numbering.xml": `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
		"word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="H3"><w:basedOn w:val="H2"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`}
	for name, text := range more {
		parts[name] = text
	}
	return office(parts)
}

// p makes a paragraph of a list or a style.
func p(style, list, level, text string) string {
	properties := ""
	if style != "" {
		properties += `<w:pStyle w:val="` + style + `"/>`
	}
	if list != "" {
		properties += `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr>`
	}
	return `<w:p><w:pPr>` + properties + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestNumbersOfWord(t *testing.T) {
	body := p("H1", "", "", "one") + p("", "2", "0", "first") + p("", "2", "1", "item") + p("", "2", "1", "item") + p("", "2", "0", "second") +
		p("H2", "", "", "sub") + p("H2", "", "", "sub") + p("H3", "", "", "deep") + p("H1", "", "", "two") + p("H2", "", "", "sub") +
		p("", "2", "0", "third") + p("", "2", "1", "item") + p("", "4", "1", "anew") + p("", "3", "0", "bullet") + p("H1", "0", "0", "none")
	const want = "I. one\n1. first\n(a) item\n(b) item\n2. second\nA. sub\nB. sub\nI.B.1 deep\nII. two\nA. sub\n3. third\n(a) item\n(a) anew\nbullet\nnone"
	if got := lines(t, word(body, nil)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestTextOfWord(t *testing.T) {
	body := `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t xml:space="preserve">c </w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>
<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="2"/><w:t>/</w:t></w:r><w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del><w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1,000</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:drawing><c:chart r:id="r1"/></w:drawing></w:r></w:p><w:p/>`
	const want = "a b c -denew\nxa/*\n1,000\na/ note\n* other\nTitle\nTravel\n37,000 (80%)\n38,000\nRent\n9,000\n10,000"
	file := word(body, map[string]string{
		"word/footnotes.xml":           `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>/</w:t></w:r><w:r><w:tab/><w:t>note</w:t></w:r></w:p></w:footnote><w:footnote w:id="3"><w:p><w:r><w:t>* other</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/settings.xml":            `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnotePr><w:pos w:val="pageBottom"/><w:numFmt w:val="lowerLetter"/></w:footnotePr></w:settings>`,
		"word/_rels/document.xml.rels": relation("r1", "chart", "charts/chart1.xml"),
		"word/charts/chart1.xml":       `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:t>Title</a:t></c:title>` + bars + `</c:chart>`,
		"docProps/custom.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="isuplan plan SHA-256"><vt:lpwstr>ab</vt:lpwstr></property>
<property name="isuplan version"><vt:lpwstr>isuplan 0.1.0</vt:lpwstr></property><property name="isuplan check"><vt:lpwstr>1 note</vt:lpwstr></property></Properties>`})
	if got := lines(t, file); got != want {
		t.Errorf("got %s", got)
	}
	text, _ := readback.Read(file)
	if want := (readback.Seal{Plan: "ab", Tool: "isuplan 0.1.0", Check: "1 note"}); text.Seal != want {
		t.Errorf("seal %+v", text.Seal)
	}
}

// bars are two series of two bars. Their lengths are no text.
const bars = `<c:ser><c:tx><c:v>2015</c:v></c:tx><c:dLbls><c:dLbl><c:idx val="1"/><c:tx><c:rich><a:t>9,000</a:t></c:rich></c:tx></c:dLbl>
<c:dLbl><c:idx val="0"/><c:tx><c:rich><a:p><a:t>37,000</a:t><a:t> (80%)</a:t></a:p></c:rich></c:tx></c:dLbl></c:dLbls>
<c:cat><c:strLit><c:pt idx="0"><c:v>Travel</c:v></c:pt><c:pt idx="1"><c:v>Rent</c:v></c:pt></c:strLit></c:cat><c:val><c:numLit><c:pt idx="0"><c:v>1836</c:v></c:pt></c:numLit></c:val></c:ser>
<c:ser><c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:t>38,000</a:t></c:rich></c:tx></c:dLbl><c:dLbl><c:idx val="1"/><c:tx><c:rich><a:t>10,000</a:t></c:rich></c:tx></c:dLbl></c:dLbls>
<c:cat><c:strLit><c:pt idx="0"><c:v>Travel</c:v></c:pt></c:strLit></c:cat></c:ser>`

// TestTrackedChangesOfWord are read as accepted: a paragraph whose end is deleted runs on
// into the next, and does not count.
func TestTrackedChangesOfWord(t *testing.T) {
	ended := func(mark, list, runs string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + list + `"/></w:numPr><w:rPr><w:` + mark + `/></w:rPr>` +
			`<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>` + runs + `</w:p>`
	}
	const kept, gone, moved = `<w:r><w:t xml:space="preserve">kept </w:t></w:r>`, `<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`, `<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>`
	body := ended("del", "2", gone) + ended("ins", "2", `<w:ins>`+kept+`</w:ins>`) + ended("moveFrom", "2", moved) + ended("moveTo", "2", kept) +
		ended("del", "2", kept) + ended("del", "2", kept) + p("", "2", "0", "last") + ended("del", "2", kept) +
		`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>` + ended("x", "2", kept) + `</w:tc></w:tr></w:tbl>` + ended("del", "2", kept)
	const want = "1. kept\n2. kept\n3. kept kept last\nkept\nkept"
	if got := lines(t, word(body, nil)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	text, _ := readback.Read(word(body, nil))
	if text.Changes != 20 {
		t.Errorf("%d changes", text.Changes)
	}
}

// TestPagesOfPDF: what each page hides or lacks is said with its number; where text
// stands counts only in files that isuplan made.
func TestPagesOfPDF(t *testing.T) {
	const mark = `<?xpacket?><x xmlns:i="https://github.com/isuplan/isuplan/ns/seal/1.0/"><i:PlanSHA256>ab</i:PlanSHA256></x>`
	for seal, want := range map[string]string{"": "[3] [2] []", mark: "[3] [2] [4]"} {
		file := "%PDF-1.4\n1 0 obj <</Pages 2 0 R /Metadata 9 0 R>> endobj 2 0 obj <</Kids [3 0 R 4 0 R 5 0 R 10 0 R] /Count 4 /Resources <</Font <</F <</Subtype /Type1>>>>>>>> endobj\n" +
			"3 0 obj <</Contents 6 0 R>> endobj 4 0 obj <</Contents 7 0 R>> endobj 5 0 obj <</Contents 8 0 R>> endobj 10 0 obj <</Contents 11 0 R>> endobj\n" +
			"6 0 obj <<>>\nstream\nBT /F 9 Tf (a) Tj ET\nendstream endobj\n7 0 obj <<>>\nstream\nBT /F 9 Tf 3 Tr (a) Tj ET\nendstream endobj\n" +
			"8 0 obj <</Filter /Mine>>\nstream\nBT\nendstream endobj\n9 0 obj <<>>\nstream\n" + seal + "\nendstream endobj\n" +
			"11 0 obj <<>>\nstream\n/P <</MCID 0>> BDC BT /F 9 Tf 9 9 Td (a) Tj ET BT 9 50 Td (a) Tj ET EMC\nendstream endobj\ntrailer <</Root 1 0 R>>"
		text, err := readback.Read([]byte(file))
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(text.Unread, text.Hidden, text.Astray); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("# I. Title\n\n1. Text"))
	f.Add(pageOf(`<p class="draft"><a href="#b">a</a></p><svg><text><tspan>b</tspan></text></svg>`))
	f.Add(word(p("H1", "", "", "one")+p("", "2", "1", "item"), nil))
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<</Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids [3 0 R]>>\nendobj\n3 0 obj\n<</Contents 4 0 R>>\nendobj\n" +
		"4 0 obj\n<</Length 40>>\nstream\nBT /F 9 Tf [(ab)-9<6162>] TJ T* (c) ' ET\nendstream\nendobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, file []byte) {
		text, err := readback.Read(file)
		if err == nil && text == nil {
			t.Error("nothing")
		}
	})
}
