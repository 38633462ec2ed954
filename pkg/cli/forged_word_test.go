package cli_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// parts are the parts of a Word file, by their names.
type parts map[string]string

func partsOf(t *testing.T, file []byte) parts {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := parts{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(r)
		out[f.Name] = string(b)
	}
	return out
}

func (p parts) file(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(w, p[name])
	}
	_ = z.Close()
	return out.Bytes()
}

// edit replaces something in a part.
func (p parts) edit(t *testing.T, part, from, to string) {
	t.Helper()
	if !strings.Contains(p[part], from) {
		t.Fatalf("%s has no %s", part, from)
	}
	p[part] = strings.Replace(p[part], from, to, 1)
}

const (
	body     = "word/document.xml"
	figure   = `<w:r><w:rPr><w:kern w:val="0"/></w:rPr><w:t>37,000</w:t></w:r>`
	relating = "word/_rels/document.xml.rels"
	kinds    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// wordForgery changes a Word file.
type wordForgery struct {
	name string
	do   func(t *testing.T, p parts)
}

// setRun sets the figure otherwise.
func setRun(name, properties string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) {
		p.edit(t, body, figure, `<w:r><w:rPr>`+properties+`</w:rPr><w:t>37,000</w:t></w:r>`)
	}}
}

// instead writes something in the place of the figure.
func instead(name, xml string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) { p.edit(t, body, figure, xml) }}
}

// styled sets what all text is based on.
func styled(name, properties string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) {
		p.edit(t, "word/styles.xml", "<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr>"+properties)
	}}
}

// inPart replaces something in a part.
func inPart(name, part, from, to string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) { p.edit(t, part, from, to) }}
}

// inBook replaces something in the sheet of a chart's workbook.
func inBook(name, from, to string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) {
		book := partsOf(t, []byte(p["word/embeddings/chart1.xlsx"]))
		book.edit(t, "xl/worksheets/sheet1.xml", from, to)
		p["word/embeddings/chart1.xlsx"] = string(book.file(t))
	}}
}

// cell and row give the figure's cell and row other properties.
func cell(name, properties string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) { p.within(t, "<w:tc>", "<w:tcPr>", "</w:tcPr>", properties) }}
}

func row(name, properties string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) { p.within(t, "<w:tr>", "<w:trPr>", "</w:trPr>", properties) }}
}

func inParagraph(name, properties string) wordForgery {
	return wordForgery{name, func(t *testing.T, p parts) { p.within(t, "<w:p>", "<w:pPr>", "</w:pPr>", properties) }}
}

// within adds to the properties of what stands around the figure.
func (p parts) within(t *testing.T, element, begin, end, properties string) {
	t.Helper()
	at := strings.Index(p[body], figure)
	from := strings.LastIndex(p[body][:at], element) + len(element)
	rest := p[body][from:]
	if strings.HasPrefix(rest, begin) {
		rest = strings.Replace(rest, end, properties+end, 1)
	} else {
		rest = begin + properties + end + rest
	}
	p[body] = p[body][:from] + rest
}

func related(kind, target, mode string) wordForgery {
	return wordForgery{"a part of the kind " + kind, func(t *testing.T, p parts) {
		p.edit(t, relating, "</Relationships>", `<Relationship Id="x" Type="`+kinds+kind+`" Target="`+target+`"`+mode+`/></Relationships>`)
	}}
}

const drawing = `<w:r><w:drawing><wp:%s><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:%s></w:drawing></w:r>`

func drawn(kind string) string { return strings.ReplaceAll(drawing, "%s", kind) + figure }

func field(code string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + code + `</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		figure + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

var wordForgeries = []wordForgery{
	instead("another figure", `<w:r><w:t>73,000</w:t></w:r>`),
	setRun("hidden", `<w:vanish/>`), setRun("hidden in a browser", `<w:webHidden/>`), setRun("hidden specially", `<w:specVanish/>`),
	setRun("white", `<w:color w:val="FFFFFF"/>`), setRun("nearly white", `<w:color w:val="EEEEE0"/>`), setRun("pale", `<w:color w:val="C8C8C8"/>`),
	setRun("in a colour of the theme", `<w:color w:val="000000" w:themeColor="background1"/>`),
	setRun("black on black", `<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>`),
	setRun("yellow on yellow", `<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>`),
	setRun("tiny", `<w:sz w:val="2"/>`), setRun("tiny from right to left", `<w:rtl/><w:szCs w:val="2"/>`),
	setRun("squeezed", `<w:w w:val="1"/>`), setRun("condensed", `<w:spacing w:val="-200"/>`), setRun("raised", `<w:position w:val="900"/>`),
	setRun("struck out", `<w:strike/>`), setRun("struck out twice", `<w:dstrike/>`), setRun("imprinted", `<w:imprint/>`),
	setRun("in signs", `<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`),
	setRun("filled with nothing", `<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>`),
	styled("all hidden", `<w:vanish/>`), styled("all white", `<w:color w:val="FFFFFF"/>`), styled("all tiny", `<w:sz w:val="2"/>`),
	inPart("a style that hides", "word/styles.xml", `w:styleId="TableText"`, `w:styleId="TableText" w:x="">`+`<w:rPr><w:vanish/></w:rPr><w:y`),
	{"a style in a chain of styles", func(t *testing.T, p parts) {
		p.edit(t, "word/styles.xml", "</w:styles>", `<w:style w:type="character" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="character" w:styleId="B"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style></w:styles>`)
		p.edit(t, body, figure, `<w:r><w:rPr><w:rStyle w:val="A"/></w:rPr><w:t>37,000</w:t></w:r>`)
	}},
	{"hidden twice, which shows", func(t *testing.T, p parts) {
		p.edit(t, "word/styles.xml", "</w:styles>", `<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`)
		p.edit(t, body, "<w:sectPr", `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:rPr><w:rStyle w:val="A"/></w:rPr><w:t>CHF 73,000</w:t></w:r></w:p><w:sectPr`)
	}},
	{"a table's style that hides", func(_ *testing.T, p parts) {
		p["word/styles.xml"] = regexp.MustCompile(`(?s)(<w:style w:type="table".*?)</w:style>`).ReplaceAllString(p["word/styles.xml"], `$1<w:tblStylePr w:type="lastRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>`)
	}},
	cell("merged with the one above", `<w:vMerge/>`), cell("merged with the one before", `<w:hMerge w:val="continue"/>`),
	cell("turned", `<w:textDirection w:val="btLr"/>`),
	row("a hidden row", `<w:hidden/>`), row("a low row", `<w:trHeight w:val="20" w:hRule="exact"/>`),
	inParagraph("a low line", `<w:spacing w:line="20" w:lineRule="exact"/>`), inParagraph("off the page", `<w:ind w:left="-20000"/>`),
	inParagraph("in a frame", `<w:framePr w:w="10" w:h="10" w:x="1" w:y="1"/>`),
	inParagraph("folded away", `<w15:collapsed xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>`),
	instead("bound to data", `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>`+figure+`</w:sdtContent></w:sdt>`),
	instead("bound to data in a newer way", `<w:sdt><w:sdtPr><w15:dataBinding xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w:xpath="/x"/></w:sdtPr><w:sdtContent>`+figure+`</w:sdtContent></w:sdt>`),
	instead("a field that is reckoned", field(" = 70000 + 3000 ")), instead("a field that quotes", field(` QUOTE "73,000" `)),
	instead("a field of the title", field(" TITLE ")), instead("a field of a property", field(" DOCPROPERTY x ")),
	instead("today's day", `<w:r><w:t>37,000</w:t><w:dayShort/></w:r>`), instead("a page's number behind it", `<w:r><w:t>37,000</w:t><w:pgNum/></w:r>`),
	instead("this year", `<w:r><w:yearLong/></w:r>`+figure), instead("a blank that Word leaves out", `<w:r><w:t>37,000 </w:t></w:r>`),
	instead("a blank that Word leaves out before all", `<w:r><w:t xml:space="default"> 37,000</w:t></w:r>`),
	setRun("raised", `<w:vertAlign w:val="superscript"/>`), setRun("lowered", `<w:vertAlign w:val="subscript"/>`),
	cell("a line across the cell", `<w:tcBorders><w:tl2br w:val="single" w:sz="48"/></w:tcBorders>`),
	cell("the other line across the cell", `<w:tcBorders><w:tr2bl w:val="double"/></w:tcBorders>`),
	cell("a margin as wide as the page", `<w:tcMar><w:left w:w="31680" w:type="dxa"/></w:tcMar>`),
	row("beside the page", `<w:wBefore w:w="20000" w:type="dxa"/>`),
	inPart("a table beside the page", body, `<w:tblInd w:w="1134"`, `<w:tblInd w:w="20000"`),
	inPart("a table on the other side of the page", body, `<w:tblInd w:w="1134"`, `<w:tblInd w:w="-20000"`),
	inPart("columns beside the page", body, `<w:gridCol w:w="1768"`, `<w:gridCol w:w="30000"`),
	inPart("another caption for who listens", body, `<w:tblCaption w:val="`, `<w:tblCaption w:val="Not approved: `),
	{"digits for bullets", func(t *testing.T, p parts) {
		p.within(t, "<w:p>", "<w:pPr>", "</w:pPr>", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>`)
		p["word/numbering.xml"] = strings.ReplaceAll(p["word/numbering.xml"], `<w:lvlText w:val="•"`, `<w:lvlText w:val="9"`)
	}},
	instead("a field in short", `<w:fldSimple w:instr=" SEQ x ">`+figure+`</w:fldSimple>`),
	instead("a field without a result", figure+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE "73,000" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`),
	instead("the number of a page", `<w:fldSimple w:instr=" PAGE ">`+figure+`</w:fldSimple>`),
	{"a comment that contradicts", func(t *testing.T, p parts) {
		p.edit(t, relating, "</Relationships>", `<Relationship Id="c" Type="`+kinds+`comments" Target="comments.xml"/></Relationships>`)
		p["word/comments.xml"] = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"><w:p><w:r><w:t>It is 73,000</w:t></w:r></w:p></w:comment></w:comments>`
		p.edit(t, body, figure, figure+`<w:r><w:commentReference w:id="1"/></w:r>`)
	}},
	instead("deleted and inserted", `<w:del w:id="1" w:author="X"><w:r><w:delText>73,000</w:delText></w:r></w:del><w:ins w:id="2" w:author="X">`+figure+`</w:ins>`),
	instead("inserted", `<w:ins w:id="2" w:author="X">`+figure+`</w:ins>`),
	instead("a picture over it", drawn("anchor")), instead("a picture beside it", drawn("inline")),
	instead("an older drawing", figure+`<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute" fillcolor="white"/></w:pict></w:r>`),
	instead("an embedded object", figure+`<w:r><w:object/></w:r>`), instead("another file", figure+`<w:altChunk r:id="x"/>`),
	instead("a formula", figure+`<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:phant><m:r><m:t> </m:t></m:r></m:phant></m:oMath>`),
	instead("in two forms", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:w16="http://schemas.microsoft.com/office/word/2099/wordml" Requires="w16"><w:r><w:t>73,000</w:t></w:r></mc:Choice><mc:Fallback>`+figure+`</mc:Fallback></mc:AlternateContent>`),
	{"a link to elsewhere", func(t *testing.T, p parts) {
		p.edit(t, relating, "</Relationships>", `<Relationship Id="x" Type="`+kinds+`hyperlink" Target="https://example.com/other" TargetMode="External"/></Relationships>`)
		p.edit(t, body, figure, `<w:hyperlink r:id="x">`+figure+`</w:hyperlink>`)
	}},
	related("oleObject", "x.bin", ""), related("vbaProject", "x.bin", ""), related("attachedTemplate", "file:///x.dotm", ` TargetMode="External"`),
	related("image", "https://example.org/x.png", ` TargetMode="External"`),
	inPart("other numbers", "word/document.xml", `<w:sectPr>`, `<w:sectPr><w:pgNumType w:start="7"/>`),
	inPart("numbers of lines", "word/document.xml", `<w:sectPr>`, `<w:sectPr><w:lnNumType w:countBy="1"/>`),
	inPart("numbers of lists", "word/numbering.xml", `<w:lvlText w:val="%1."`, `<w:lvlText w:val="%1%1."`),
	inPart("hidden numbers", "word/numbering.xml", `</w:lvl>`, `<w:rPr><w:vanish/></w:rPr></w:lvl>`),
	inPart("a table that floats", body, `<w:tblPr>`, `<w:tblPr><w:tblpPr w:tblpX="1" w:tblpY="1"/>`),
	inPart("columns the other way round", body, `<w:tblPr>`, `<w:tblPr><w:bidiVisual/>`),
	inPart("a title", "docProps/core.xml", "Implementation Support Unit 2025", "CHF 73,000 Implementation Support Unit 2025"),
	inPart("a header", "word/header2.xml", "</w:p>", `<w:r><w:t>CHF 73,000</w:t></w:r></w:p>`),
	{"a moved row", func(_ *testing.T, p parts) {
		rows := regexp.MustCompile(`<w:tr>.*?</w:tr>`).FindAllString(p[body], -1)
		n := len(rows)
		p[body] = strings.Replace(p[body], rows[n-3]+rows[n-2], rows[n-2]+rows[n-3], 1)
	}},
	{"a font of its own", func(t *testing.T, p parts) {
		p.edit(t, "word/fontTable.xml", "</w:font>", `<w:embedRegular r:id="x"/></w:font>`)
	}},
	setRun("on a black highlight", `<w:highlight w:val="black"/>`), setRun("on solid black", `<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="auto"/>`),
	inParagraph("begun off the page", `<w:ind w:left="0" w:hanging="20000"/>`),
	{"low lines by a style", func(t *testing.T, p parts) {
		p.edit(t, "word/styles.xml", "</w:styles>", `<w:style w:type="paragraph" w:styleId="Low"><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:style></w:styles>`)
		at := strings.Index(p[body], figure)
		from := strings.LastIndex(p[body][:at], "<w:p>")
		p[body] = p[body][:from] + `<w:p><w:pPr><w:pStyle w:val="Low"/><w:spacing w:before="0"/></w:pPr>` + p[body][at:]
	}},
	inPart("numbers of two forms", "word/numbering.xml", "<w:lvlText", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice></mc:AlternateContent><w:lvlText`),
	inPart("a chart fed by a file", "word/charts/chart1.xml", "</c:chartSpace>", `<c:externalData/></c:chartSpace>`),
	inPart("another workbook of a chart", "word/charts/_rels/chart1.xml.rels", `Target="../embeddings/chart1.xlsx"`, `Target="https://example.org/x.xlsx" TargetMode="External"`),
	inBook("a cell of a chart's workbook", "<v>37000<", "<v>99000<"), inBook("a formula of a chart's workbook", "<v>37000<", "<f>9*9</f><v>37000<"),
	{"a chart's workbook that is none", func(_ *testing.T, p parts) { p["word/embeddings/chart1.xlsx"] = "nothing" }},
	{"a chart's workbook that is gone", func(_ *testing.T, p parts) { delete(p, "word/embeddings/chart1.xlsx") }},
	inPart("a longer bar", "word/charts/chart1.xml", "<c:v>37000<", "<c:v>99000<"),
	inPart("a white figure of a chart", "word/charts/chart1.xml", "<a:rPr/>", `<a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>`),
	inPart("a tiny figure of a chart", "word/charts/chart1.xml", "<a:rPr/>", `<a:rPr sz="100"/>`),
	{"another check", func(_ *testing.T, p parts) {
		p["docProps/custom.xml"] = regexp.MustCompile(`(name="isuplan check"><vt:lpwstr>)`).ReplaceAllString(p["docProps/custom.xml"], "${1}nothing, and ")
	}},
}

// TestForgedWordFiles: no forgery passes.
func TestForgedWordFiles(t *testing.T) {
	file := buildForged(t, "docx")
	for _, f := range wordForgeries {
		t.Run(f.name, func(t *testing.T) {
			p := partsOf(t, file)
			f.do(t, p)
			isFoundOut(t, f.name, p.file(t))
		})
		if f.name == "another check" {
			continue
		}
		t.Run(f.name+", without a seal", func(t *testing.T) {
			p := partsOf(t, file)
			delete(p, "docProps/custom.xml")
			f.do(t, p)
			isFoundOut(t, f.name, p.file(t))
		})
	}
}

// TestWordFilesThatOnlyLookForged agree: programs add all this when they save a file.
func TestWordFilesThatOnlyLookForged(t *testing.T) {
	file := buildForged(t, "docx")
	for _, f := range []wordForgery{
		{"packed anew", func(*testing.T, parts) {}},
		{"without a seal", func(_ *testing.T, p parts) { delete(p, "docProps/custom.xml") }},
		setRun("black", `<w:color w:val="000000"/><w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="en-GB"/><w:noProof/><w:strike w:val="0"/>`),
		setRun("automatic", `<w:color w:val="auto"/><w:shd w:val="clear" w:fill="auto"/><w:position w:val="0"/><w:spacing w:val="0"/>`),
		instead("checked for spelling", `<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="9" w:name="_GoBack"/>`+figure+`<w:bookmarkEnd w:id="9"/><w:proofErr w:type="spellEnd"/>`),
		instead("in a control without data", `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>`+figure+`</w:sdtContent></w:sdt>`),
		inBook("a workbook packed anew", "<v>37000<", "<v>37000.0<"),
		row("a row that is at least so high", `<w:trHeight w:val="20"/>`),
		inPart("another author", "docProps/core.xml", "</cp:coreProperties>", "<cp:keywords>x</cp:keywords></cp:coreProperties>"),
	} {
		p := partsOf(t, file)
		f.do(t, p)
		agrees(t, f.name, p.file(t))
	}
	if code, said := verifyForged(t, partsOf(t, file).file(t), "--as-built"); code != cli.ExitFindings {
		t.Error(said)
	}
}
