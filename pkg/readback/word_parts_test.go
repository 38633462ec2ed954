package readback_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// r makes a run, with properties where there are any.
func r(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t>` + text + `</w:t></w:r>`
}

const (
	mc     = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	shapes = `"http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
)

// either has one text for programs that know a namespace, another for the rest.
func either(prefix, address, one, other string) string {
	return `<mc:AlternateContent ` + mc + `><mc:Choice Requires="` + prefix + `" xmlns:` + prefix + `=` + address + `>` + one + `</mc:Choice><mc:Fallback>` + other + `</mc:Fallback></mc:AlternateContent>`
}

// TestWhatAReaderOfWordSees is read, and nothing else.
func TestWhatAReaderOfWordSees(t *testing.T) {
	const vml = `xmlns:v="urn:schemas-microsoft-com:vml"`
	for body, want := range map[string]string{
		r("", "a") + r("<w:vanish/>", "b") + r(`<w:vanish w:val="0"/>`, "c"):                                                                                              "ac",
		r(`<w:rStyle w:val="Gone"/>`, "a") + r(`<w:rStyle w:val="Seen"/>`, "b"):                                                                                           "b",
		`<w:r><w:rPr><w:vanish/></w:rPr><w:txbxContent>` + p("", "", "", "b") + `</w:txbxContent><w:t>a</w:t></w:r>` + r("", "c"):                                         "c",
		either("wps", shapes, r("", "new"), r("", "old")):                                                                                                                 "new",
		either("wps", `"urn:nothing"`, r("", "new"), r("", "old")):                                                                                                        "old",
		either("zz", `"urn:nothing"`, r("", "new"), either("wps", shapes, r("", "newer"), r("", "old"))):                                                                  "newer",
		`<x:x xmlns:x="urn:x">` + r("", "a") + `</x:x>` + r("", "b") + `<x:t xmlns:x="urn:x">c</x:t>`:                                                                     "b",
		`<w:bdo w:val="rtl">` + r("", "37") + `</w:bdo>`:                                                                                                                  "\u202E37",
		`<w:pict ` + vml + `><v:shape><v:textpath string="38,000"/></v:shape></w:pict>` + r("", "a"):                                                                      "38,000 a",
		`<w:pict ` + vml + `><v:textbox><w:txbxContent>` + p("", "", "", "b") + `</w:txbxContent></v:textbox></w:pict>`:                                                   "b",
		`<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>`:                                               "x=1",
		r("", "a") + `<w:endnoteReference w:id="2"/>` + `</w:p>` + p("", "", "", "b") + `<w:p>`:                                                                           "ai\nb\ni note",
		`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr>` + r("", "a"):                                                                          "\uFFFD a",
		`<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr></w:pPr>` + r("", "a"):                                                                          "CHF 9 a",
		`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>2</w:t><w:fldChar w:fldCharType="end"/></w:r>`: "2",
	} {
		file := word(`<w:p>`+body+`</w:p>`, map[string]string{
			"word/styles.xml":   `<w:styles ` + main + `><w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Seen"><w:basedOn w:val="Gone"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>`,
			"word/endnotes.xml": `<w:endnotes ` + main + `><w:endnote w:id="2"><w:p><w:r><w:endnoteRef/><w:t> note</w:t></w:r></w:p></w:endnote></w:endnotes>`,
			"word/numbering.xml": `<w:numbering ` + main + ` xmlns:x="urn:x"><x:num w:numId="9"><x:abstractNumId w:val="8"/></x:num><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="cardinalText"/><w:lvlText w:val="%1"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="CHF 9"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>`})
		if got := lines(t, file); got != want {
			t.Errorf("%s: got %q, want %q", body, got, want)
		}
	}
}

// TestMarginsOfWord: what stands in headers and footers is no part of the text. The number
// of a page is not in the file.
func TestMarginsOfWord(t *testing.T) {
	const page = `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>2</w:t><w:fldChar w:fldCharType="end"/></w:r>`
	picture := func(high int) string {
		return fmt.Sprintf(`<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cy="%d"/><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline>`, high)
	}
	body := p("", "", "", "text") + `<w:sectPr><w:headerReference r:id="h"/><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>`
	for pictures, remarks := range map[string]int{"": 0, picture(254_000): 0, picture(2_540_000): 1, picture(254_000) + picture(254_000): 0, picture(254_000) + picture(254_000) + picture(254_000): 1} {
		file := word(body, map[string]string{
			"word/_rels/document.xml.rels": relation("h", "header", "header1.xml") + relation("f", "footer", "footer1.xml"),
			"word/header1.xml":             `<w:hdr ` + main + `><w:p><w:r><w:t>Revised</w:t></w:r></w:p></w:hdr>`,
			"word/footer1.xml":             `<w:ftr ` + main + `><w:p>` + page + `<w:r><w:tab/><w:t>GE.17</w:t>` + pictures + `</w:r></w:p></w:ftr>`})
		text, err := readback.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		want := []readback.Line{{Text: "text "}, {Text: "Revised ", Kind: readback.Aside}, {Text: "GE.17 ", Kind: readback.Aside}}
		if fmt.Sprint(text.Lines) != fmt.Sprint(want) || len(text.Remarks) != remarks {
			t.Errorf("got %v, %v", text.Lines, text.Remarks)
		}
	}
}

// TestPageNumbersThatAreNone: the field of a page's number may show anything, for as
// long as no program counts anew.
func TestPageNumbersThatAreNone(t *testing.T) {
	for field, want := range map[string]string{
		`<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>`:               "text",
		`<w:fldSimple w:instr=" PAGE " w:fldLock="1"><w:r><w:t>2</w:t></w:r></w:fldSimple>`: "text\n2",
		`<w:fldSimple w:instr=" PAGE "><w:r><w:t>CHF 38,000</w:t></w:r></w:fldSimple>`:      "text\nCHF 38,000",
		`<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>2</w:t></w:r></w:fldSimple>`:           "text\n2",
	} {
		file := word(p("", "", "", "text")+`<w:sectPr><w:headerReference r:id="h"/></w:sectPr>`, map[string]string{
			"word/_rels/document.xml.rels": relation("h", "header", "header1.xml"),
			"word/header1.xml":             `<w:hdr ` + main + `><w:p>` + field + `</w:p></w:hdr>`})
		if got := lines(t, file); got != want {
			t.Errorf("%s: got %q", field, got)
		}
	}
}

// TestWhatIsNoText is told: comments in a remark, other files within the file as
// something that no reader of this package sees.
func TestWhatIsNoText(t *testing.T) {
	body := p("", "", "", "a") + `<w:altChunk r:id="x"/><w:p><w:r><w:object/><w:commentReference w:id="1"/><w:commentReference w:id="2"/>` +
		`<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:r></w:p>`
	text, err := readback.Read(word(body, nil))
	if err != nil || len(text.Over) != 3 || len(text.Remarks) != 2 || text.Remarks[0] != "there are comments in the file" {
		t.Errorf("got %+v, %v", text, err)
	}
}

// TestTheDocumentThatWordOpens is the one that the package names, and it is one.
func TestTheDocumentThatWordOpens(t *testing.T) {
	another := word(p("", "", "", "a"), map[string]string{
		"_rels/.rels":       relationsStart + relation("d", "officeDocument", "word/other.xml") + `</Relationships>`,
		"word/other.xml":    documentStart + p("", "", "", "b") + `</w:body></w:document>`,
		"word/settings.xml": `<w:settings ` + main + `/>`})
	if got := lines(t, another); got != "b" {
		t.Errorf("got %s", got)
	}
	var twice bytes.Buffer
	z := zip.NewWriter(&twice)
	for _, name := range []string{"word/document.xml", "/Word/document.xml"} {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	_ = z.Close()
	if _, err := readback.Read(twice.Bytes()); !errors.Is(err, readback.ErrTwice) {
		t.Errorf("two parts of one name: %v", err)
	}
	two := relationsStart + relation("d", "officeDocument", "word/document.xml") + relation("e", "officeDocument", "word/other.xml") + `</Relationships>`
	strict := strings.ReplaceAll(string(documentStart), "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	for name, parts := range map[string]map[string]string{"two documents": {"_rels/.rels": two}, "another language": {"word/document.xml": strings.ReplaceAll(documentStart, "wordprocessingml", "x") + `</w:body></w:document>`}} {
		if _, err := readback.Read(word(p("", "", "", "a"), parts)); !errors.Is(err, readback.ErrNotWord) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := lines(t, word("", map[string]string{"word/document.xml": strict + p("", "", "", "a") + `</w:body></w:document>`})); got != "a" {
		t.Errorf("strict: %s", got)
	}
}
