package cli_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// forgery changes a file so that it shows something else.
type forgery struct {
	name string
	do   func(p *paper)
}

// travel is how the page shows 37,000 for Travel.
func (p *paper) travel() string {
	n := p.content(p.pages()[0])
	m := regexp.MustCompile(`BT [0-9.]+ [0-9.]+ Td\n/F0 9 Tf \[<` + p.coded("37,000 ") + `>\] TJ\nET`).FindString(p.streams[n])
	if m == "" {
		p.t.Fatal("the page does not show the figure")
	}
	return m
}

// draw puts something in the place of a text of the page's content.
func (p *paper) draw(from, to string) {
	n := p.content(p.pages()[0])
	if !strings.Contains(p.streams[n], from) {
		p.t.Fatalf("the page does not draw %s", from)
	}
	p.streams[n] = strings.Replace(p.streams[n], from, to, 1)
}

// around draws something before a figure and behind it.
func around(before, behind string) func(p *paper) {
	return func(p *paper) { p.draw(p.travel(), before+"\n"+p.travel()+"\n"+behind) }
}

// inside draws something before a figure's own text.
func inside(before string) func(p *paper) {
	return func(p *paper) { p.draw(p.travel(), strings.Replace(p.travel(), "Td\n", "Td\n"+before+"\n", 1)) }
}

// with adds to the page's resources.
func with(resources string, do func(p *paper)) func(p *paper) {
	return func(p *paper) {
		n := p.find("/Font <<")
		p.objects[n] = strings.TrimSuffix(strings.TrimSpace(regexp.MustCompile(`(?s)/(XObject|ColorSpace) <<\s*>>`).ReplaceAllString(p.objects[n], "")), ">>") + resources + ">>"
		do(p)
	}
}

// onPage adds to the page's dictionary.
func onPage(entry string) func(p *paper) {
	return func(p *paper) { p.edit(p.pages()[0], "/Type /Page", "/Type /Page "+entry) }
}

// atRoot adds to the catalog.
func atRoot(entry string) func(p *paper) {
	return func(p *paper) {
		n := p.find("/Type /Catalog")
		key, _, _ := strings.Cut(entry[1:], " ")
		p.objects[n] = regexp.MustCompile(`/`+key+` (\[[^\]]*\]|\d+ 0 R)`).ReplaceAllString(p.objects[n], "")
		p.edit(n, "/Type /Catalog", "/Type /Catalog "+entry)
	}
}

// annotated adds an annotation.
func annotated(annotation string) func(p *paper) {
	return func(p *paper) {
		p.edit(p.pages()[0], "/Annots [", "/Annots [<</Type /Annot /Rect [230 456 290 476] "+annotation+">> ")
	}
}

// pdfForgeries are files that show something else than their text, or more.
var pdfForgeries = []forgery{
	{"another digit", func(p *paper) { p.draw(p.coded("37,000"), p.coded("73,000")) }},
	{"glyphs that lie", func(p *paper) {
		p.draw(p.coded("37,000"), p.coded("87,000"))
		for n := range p.streams {
			p.streams[n] = regexp.MustCompile(`(?i)(\n<`+p.codes["F0"]['8']+`>) <0038>`).ReplaceAllString(p.streams[n], "$1 <0033>")
		}
	}},
	{"a text of its own beside other glyphs", func(p *paper) {
		p.draw(p.travel(), "/Span <</ActualText (37,000)>> BDC "+strings.Replace(p.travel(), p.coded("37"), p.coded("73"), 1)+" EMC")
	}},
	{"other words for the ear", around("/Span <</ActualText (73,000)>> BDC", "EMC")},
	{"glyphs that change places", func(p *paper) {
		p.edit(p.find("/CIDToGIDMap"), "/CIDToGIDMap /Identity", "/CIDToGIDMap "+p.swapped('3', '8'))
	}},
	{"another font", func(p *paper) {
		p.objects[p.find("/FontFile2")] = "<</Type /FontDescriptor /FontName /Wingdings /Flags 4>>"
	}},
	{"no ink", inside("3 Tr")},
	{"cut out", inside("7 Tr")},
	{"drawn in white lines", around("q 1 Tr 1 G", "Q")},
	{"white", around("q 1 g", "Q")},
	{"nearly white", around("q 0.93 0.93 0.9 rg", "Q")},
	{"pale", around("q 0.8 g", "Q")},
	{"white by another name", with("/ColorSpace <</C [/ICCBased 99 0 R] /S [/Separation /None /DeviceGray <</FunctionType 2 /N 1 /Domain [0 1] /C0 [1] /C1 [1]>>]>>", around("q /S cs 1 scn", "Q"))},
	{"white made of gray", with("/ColorSpace <</DefaultGray [/Separation /None /DeviceGray <</FunctionType 2 /N 1 /Domain [0 1] /C0 [1] /C1 [1]>>]>>", func(*paper) {})},
	{"black on black", func(p *paper) {
		p.draw("/Title <</MCID", "q 0 g 230 456 60 25 re f Q /Title <</MCID")
	}},
	{"clear", with("/ExtGState <</G <</ca 0.02>>>>", around("q /G gs", "Q"))},
	{"below a mask", with("/ExtGState <</G <</SMask <</S /Luminosity /G 99 0 R>>>>>>", around("q /G gs", "Q"))},
	{"turned to white", with("/ExtGState <</G <</TR <</FunctionType 2 /N 1 /Domain [0 1] /C0 [1] /C1 [1]>>>>>>", around("q /G gs", "Q"))},
	{"tiny", func(p *paper) { p.draw(p.travel(), strings.Replace(p.travel(), "/F0 9 Tf", "/F0 0.6 Tf", 1)) }},
	{"shrunk", around("q 0.1 0 0 0.1 0 0 cm", "Q")},
	{"off the page", func(p *paper) { p.draw(p.travel(), strings.Replace(p.travel(), "BT ", "BT -", 1)) }},
	{"cut off", around("q 0 0 10 10 re W n", "Q")},
	{"cut off by an odd shape", around("q 0 400 m 300 400 l 300 476 l 230 476 l 230 461 l 0 461 l h W n", "Q")},
	{"half cut off", around("q 0 0 255 800 re W n", "Q")},
	{"below white", around("", "q 1 g 235 461 40 15 re f Q")},
	{"below a thick line", around("", "q 1 G 12 w 235 468 m 275 468 l S Q")},
	{"struck out", around("", "q 0.8 w 235 468 m 275 468 l S Q")},
	{"struck out by a rule", around("", "q 240 467 40 0.6 re f Q")},
	{"a digit drawn over a digit", around("", "q 1.2 w 248 466 m 252 474 l 256 466 l S Q")},
	{"a figure that is drawn", around("", "q 1 w 300 300 m 310 320 l 320 300 l S 330 300 m 330 320 l S Q")},
	{"a figure of curves", around("", "q 300 300 m 310 320 320 300 330 310 c f Q")},
	{"below a picture", with("/XObject <</I 99 0 R>>", func(p *paper) {
		p.objects[99], p.streams[99] = "<</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray>>", "\xff"
		around("", "q 60 0 0 20 230 456 cm /I Do Q")(p)
	})},
	{"a picture beside", with("/XObject <</I 99 0 R>>", func(p *paper) {
		p.objects[99], p.streams[99] = "<</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray>>", "\xff"
		around("", "q 160 0 0 90 230 260 cm /I Do Q")(p)
	})},
	{"below an inline picture", around("", "q 60 0 0 20 230 456 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q")},
	{"below a shading", with("/Shading <</S <</ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function <</FunctionType 2 /N 1 /Domain [0 1] /C0 [1] /C1 [1]>> /Extend [true true]>>>>", around("", "q 235 461 40 15 re W n /S sh Q"))},
	{"below a pattern", with("/Pattern <</P <</PatternType 2 /Shading <</ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function <</FunctionType 2 /N 1 /Domain [0 1] /C0 [1] /C1 [1]>> /Extend [true true]>>>>>>", around("", "q /Pattern cs /P scn 235 461 40 15 re f Q"))},
	{"mixed with white", with("/ExtGState <</G <</BM /Screen>>>>", around("", "q /G gs 1 g 235 461 40 15 re f Q"))},
	{"digits over digits", func(p *paper) { p.draw(p.travel(), p.travel()+"\n"+p.travel()) }},
	{"a digit over a digit", func(p *paper) {
		p.draw(p.travel(), p.travel()+"\n/Artifact BMC "+strings.Replace(p.travel(), p.coded("37,000 "), p.coded("2"), 1)+" EMC")
	}},
	{"swapped", func(p *paper) { p.draw("242.78 465 Td", "247.28 450.01 Td"); p.draw("247.28 450 Td", "242.78 465 Td") }},
	{"moved to another row", func(p *paper) { p.draw("242.78 465 Td", "242.78 420 Td") }},
	{"moved to another column", func(p *paper) { p.draw("242.78 465 Td", "442.78 465 Td") }},
	{"mirrored", inside("-100 Tz")},
	{"backwards", inside("-9 Tc")},
	{"backwards by steps", func(p *paper) {
		p.draw(p.travel(), strings.Replace(p.travel(), "<"+p.coded("37,000 ")+">", "-500 <"+p.coded("3")+"> 1000 <"+p.coded("7")+"> -500 <"+p.coded(",000 ")+">", 1))
	}},
	{"upside down", func(p *paper) {
		p.draw(p.travel(), strings.Replace(p.travel(), "242.78 465 Td", "-1 0 0 -1 268 471 Tm", 1))
	}},
	{"on a layer that is off", func(p *paper) {
		atRoot("/OCProperties <</OCGs [99 0 R] /D <</OFF [99 0 R]>>>>")(p)
		p.objects[99] = "<</Type /OCG /Name (x)>>"
		with("/Properties <</L 99 0 R>>", around("/OC /L BDC", "EMC"))(p)
	}},
	{"on a layer that does not print", func(p *paper) {
		atRoot("/OCProperties <</OCGs [99 0 R] /D <</AS [<</Event /Print /OCGs [99 0 R] /Category [/Print]>>]>>>>")(p)
		p.objects[99] = "<</Type /OCG /Name (x) /Usage <</Print <</PrintState /OFF>>>>>>"
		with("/Properties <</L 99 0 R>>", around("/OC /L BDC", "EMC"))(p)
	}},
	{"on a layer that is reckoned", func(p *paper) {
		atRoot("/OCProperties <</OCGs [99 0 R] /D <<>>>>")(p)
		p.objects[99] = "<</Type /OCG /Name (x)>>"
		with("/Properties <</L <</Type /OCMD /OCGs [99 0 R] /VE [/Not 99 0 R]>>>>", around("/OC /L BDC", "EMC"))(p)
	}},
	{"a field", annotated("/Subtype /Widget /FT /Tx /V (73,000)")},
	{"a field without a value", annotated("/Subtype /Widget /FT /Tx /MK <</BG [1 1 1]>>")},
	{"a text typed onto it", annotated("/Subtype /FreeText /Contents (73,000)")},
	{"a stamp", annotated("/Subtype /Stamp")},
	{"a note", annotated("/Subtype /Text /Contents (It is 73,000)")},
	{"a black mark", annotated("/Subtype /Highlight /C [0 0 0] /QuadPoints [230 476 290 476 230 456 290 456]")},
	{"a line through it", annotated("/Subtype /Underline /QuadPoints [230 474 290 474 230 466 290 466]")},
	{"a file pinned to it", annotated("/Subtype /FileAttachment")},
	{"a thick border", annotated("/Subtype /Link /Border [0 0 20] /C [1 1 1]")},
	{"a signature over a figure", annotated("/Subtype /Widget /FT /Sig /AP <</N 99 0 R>>")},
	{"a link elsewhere", annotated("/Subtype /Link /A <</S /URI /URI (https://example.com/other)>>")},
	{"a film", annotated("/Subtype /Screen")},
	{"a script on the page", onPage("/AA <</O <</S /JavaScript /JS (x)>>>>")},
	{"a script", atRoot("/OpenAction <</S /JavaScript /JS (x)>>")},
	{"a named script", atRoot("/Names <</JavaScript <</Names [(x) <</S /JavaScript /JS (x)>>]>>>>")},
	{"a file within", atRoot("/Names <</EmbeddedFiles <</Names [(x) <</Type /Filespec>>]>>>>")},
	{"a portfolio", atRoot("/Collection <<>>")},
	{"a form of its own", atRoot("/AcroForm <</XFA (x)>>")},
	{"a bookmark", func(p *paper) { p.edit(p.find("/Title ("), "/Title (", "/Title (CHF 73,000 and ") }},
	{"a title", func(p *paper) { p.edit(p.find("/Producer"), "/Title (", "/Title (CHF 73,000 ") }},
	{"a title in the metadata", func(p *paper) {
		n := p.find("/Subtype /XML")
		p.streams[n] = strings.Replace(p.streams[n], `"x-default">`, `"x-default">CHF 73,000 `, 1)
	}},
	{"names of pages", atRoot("/PageLabels <</Nums [0 <</P (CHF 73,000)>>]>>")},
	{"words for who listens", func(p *paper) { p.edit(p.find("/S /TD"), "/S /TD", "/S /TD /ActualText (73,000)") }},
	{"an extra page", func(p *paper) { p.extra("BT /F0 9 Tf 100 100 Td <" + p.coded("73,000") + "> Tj ET") }},
	{"an empty page", func(p *paper) { p.extra(" ") }},
	{"a page twice", func(p *paper) {
		n := p.pages()[0]
		p.edit(p.find("/Kids ["), "/Kids [", fmt.Sprintf("/Kids [%d 0 R ", n))
		p.edit(p.find("/Kids ["), "/Count 1", "/Count 2")
	}},
	{"turned over", onPage("/Rotate 180")},
	{"a page cut off", onPage("/CropBox [0 500 595 842]")},
	{"larger units", onPage("/UserUnit 40")},
	{"a font of drawings", func(p *paper) {
		n := p.find("/Subtype /Type0")
		p.objects[n] = strings.Replace(p.objects[n], "/Subtype /Type0", "/Subtype /Type3 /CharProcs <<>> /FontMatrix [0.001 0 0 0.001 0 0]", 1)
	}},
	{"another check", func(p *paper) {
		n := p.find("/Subtype /XML")
		p.streams[n] = regexp.MustCompile(`<isuplan:Check>.*?</`).ReplaceAllString(p.streams[n], "<isuplan:Check>no findings whatever</")
	}},
	{"another version's digest", func(p *paper) {
		n := p.find("/Subtype /XML")
		p.streams[n] = regexp.MustCompile(`<isuplan:PlanSHA256>..`).ReplaceAllString(p.streams[n], "<isuplan:PlanSHA256>zz")
	}},
	{"half a seal", func(p *paper) {
		n := p.find("/Subtype /XML")
		p.streams[n] = regexp.MustCompile(`<isuplan:PlanSHA256>.*</isuplan:PlanSHA256>`).ReplaceAllString(p.streams[n], "")
	}},
}

// swapped is a map of characters to glyphs in which two change places.
func (p *paper) swapped(a, b rune) string {
	var out strings.Builder
	at := map[string]string{p.codes["F0"][a]: p.codes["F0"][b], p.codes["F0"][b]: p.codes["F0"][a]}
	for i := range 200 {
		code := fmt.Sprintf("%04x", i)
		if other, ok := at[code]; ok {
			code = other
		}
		var n int
		_, _ = fmt.Sscanf(code, "%x", &n)
		out.WriteString(string([]byte{byte(n >> 8), byte(n)}))
	}
	return p.add("<<>>", out.String())
}

// extra adds a page.
func (p *paper) extra(content string) {
	n := p.pages()[0]
	tree := p.find("/Kids [")
	page := p.add(fmt.Sprintf("<</Type /Page /Parent %d 0 R /Resources 2 0 R /Contents %s>>", tree, p.add("<<>>", content)), "")
	p.edit(tree, fmt.Sprintf("%d 0 R", n), fmt.Sprintf("%d 0 R %s", n, page))
	p.edit(tree, "/Count 1", "/Count 2")
}

// unseen are the forgeries that pass where another program wrote the file, or seems to have.
var unseen = map[string]bool{"glyphs that change places": true}

// TestForgedPDFs: no forgery passes, whether it has a seal or not.
func TestForgedPDFs(t *testing.T) {
	file := buildForged(t, "pdf")
	for _, f := range pdfForgeries {
		t.Run(f.name, func(t *testing.T) {
			p := takeApart(t, file)
			f.do(p)
			isFoundOut(t, f.name, p.file())
		})
		if strings.Contains(f.name, "seal") || strings.Contains(f.name, "check") || strings.Contains(f.name, "digest") {
			continue
		}
		t.Run(f.name+", without a seal", func(t *testing.T) {
			p := takeApart(t, file).unsealed()
			f.do(p)
			isFoundOut(t, f.name+", unsealed", p.file())
		})
		if unseen[f.name] {
			continue
		}
		t.Run(f.name+", from another program", func(t *testing.T) {
			p := takeApart(t, file).foreign()
			f.do(p)
			isFoundOut(t, f.name+", printed", p.file())
		})
	}
}

// foreign changes the fonts so that the file seems to be printed by another program.
func (p *paper) foreign() *paper {
	for n, d := range p.objects {
		if strings.Contains(d, "/Length1") {
			p.streams[n] += "\x00"
		}
	}
	return p.unsealed()
}

// TestPDFsThatOnlyLookForged agree.
func TestPDFsThatOnlyLookForged(t *testing.T) {
	file := buildForged(t, "pdf")
	for _, f := range []forgery{
		{"taken apart", func(*paper) {}},
		{"from another program", func(p *paper) { p.foreign() }},
		{"without a seal", func(p *paper) { p.unsealed() }},
		{"another author", func(p *paper) {
			p.edit(p.find("/Producer"), "/Producer (isuplan)", "/Producer (Another) /Keywords (budget)")
		}},
		{"signed beside the text", func(p *paper) {
			p.objects[99], p.streams[99] = "<</Type /XObject /Subtype /Form /BBox [0 0 90 30]>>", "0 0 90 30 re S"
			annotated("/Subtype /Widget /FT /Sig /V <</Type /Sig>> /AP <</N 99 0 R>>")(p)
			p.edit(p.pages()[0], "[230 456 290 476]", "[300 100 390 130]")
		}},
	} {
		p := takeApart(t, file)
		f.do(p)
		agrees(t, f.name, p.file())
	}
	if code, said := verifyForged(t, file, "--as-built"); code != cli.ExitClean {
		t.Error(said)
	}
	if code, said := verifyForged(t, takeApart(t, file).file(), "--as-built"); code != cli.ExitFindings || !strings.Contains(said, "not byte for byte") {
		t.Error(said)
	}
}
