package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestAnnotations: what an annotation draws was laid over the page.
func TestAnnotations(t *testing.T) {
	const resources = "/Resources <</Font <</F 5 0 R>> /ExtGState <</M <</BM /Multiply>> /A <</ca 0.5>>>>>>"
	for annotation, want := range map[string]string{
		"/Subtype /Widget /AP <</N 6 0 R>>":                           "Widget abc ",
		"/Subtype /Text /AP <</N <</On 6 0 R /Off 7 0 R>>>> /AS /On":  "Text abc ",
		"/Subtype /Text /AP <</N <</On 6 0 R /Off 7 0 R>>>> /AS /Off": "",
		"/Subtype /Text /AP <</N <</On 6 0 R /Off 7 0 R>>>>":          "Text abc ",
		"/Subtype /Highlight /AP <</N 6 0 R>>":                        "Highlight abc ",
		"/AP <</N 6 0 R>>":                                            "annotation abc ",
		"/Subtype /Link /AP <</N 8 0 R>>":                             "Link ",
		"/Subtype /Highlight /AP <</N 8 0 R>>":                        "Highlight ",
		"/Subtype /Highlight /AP <</N 9 0 R>>":                        "",
		"/Subtype /Highlight /AP <</N 10 0 R>>":                       "",
		"/Subtype /Underline /AP <</N 11 0 R>>":                       "",
		"/Subtype /Underline /AP <</N 12 0 R>>":                       "Underline ",
		"/Subtype /Widget /AP <</N 7 0 R>>":                           "",
		"/Subtype /Link":                                              "",
		"/Subtype /Highlight":                                         "",
		"/Subtype /Widget /FT /Tx /V (9)":                             "Widget 9",
		"/Subtype /Widget /Parent <</FT /Tx /V (9)>>":                 "Widget 9",
		"/Subtype /Widget /FT /Sig /V <</Type /Sig>>":                 "",
		"/Subtype /Widget /MK <</CA (9)>>":                            "Widget 9",
		"/Subtype /Widget /Rect [9 9 9 9] /AP <</N 6 0 R>>":           "",
		"/Subtype /Widget /Rect [9 9 0 0] /AP <</N 6 0 R>>":           "Widget abc ",
		"/Subtype /Widget /F 6 /AP <</N 6 0 R>>":                      "",
		"/Subtype /Widget /F 4 /AP <</N 6 0 R>>":                      "Widget abc ",
		"/Subtype /FreeText /Contents (9)":                            "FreeText 9",
		"/Subtype /Stamp":                                             "Stamp ",
	} {
		b := bytes.Replace(page("", stream(resources, shown), stream("", "% nothing"), stream("", "1 g 0 0 9 9 re f"),
			stream(resources, "/M gs 1 1 0 rg 0 0 9 9 re f"), stream(resources, "/A gs 1 1 0 rg 0 0 9 9 re f"),
			stream("", "1 w 0 0 m 9 0 l S"), stream("", "1 G 9 w 0 0 m 9 0 l S")),
			[]byte("/Contents 4 0 R"), []byte("/Contents 4 0 R /Annots [<<"+annotation+">>]"), 1)
		got := ""
		for _, o := range only(t, b).Overlays {
			got += o.Kind + " " + o.Text
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", annotation, got, want)
		}
	}
}

// TestHiddenText is noted.
func TestHiddenText(t *testing.T) {
	const layers = "/Properties <</O 7 0 R /P 8 0 R /M <</Type /OCMD /OCGs [7 0 R 8 0 R]>> /A <</Type /OCMD /OCGs [7 0 R 8 0 R] /P /AllOn>>>>"
	for content, want := range map[string]bool{
		"":                        false,
		"3 Tr":                    true,
		"7 Tr":                    true,
		"q 3 Tr Q":                false,
		"1 g":                     true,
		"1 1 1 rg":                true,
		"0 0 0 0 k":               true,
		"1 g 0 g":                 false,
		"/DeviceRGB cs 1 1 1 scn": true,
		"200 0 0 200 0 0 cm":      true, // off the page
		"0.01 0 0 0.01 50 50 cm":  true,
		"0 0 40 40 re W n":        true,
		"0 0 60 60 re W n":        false,
		"/OC /O BDC":              true,
		"/OC /P BDC":              false,
		"/OC /M BDC":              false,
		"/OC /A BDC":              true,
		"/Span /O BDC":            false,
	} {
		for _, b := range [][]byte{with(content+" BT /F 9 Tf 50 50 Td (abc) Tj ET", layers, "<<>>", "<<>>", "<<>>"),
			with(content+" /X Do", layers, stream("", "BT /F 9 Tf 50 50 Td (abc) Tj ET"), "<<>>", "<<>>")} {
			b = bytes.Replace(b, []byte("/Catalog"), []byte("/Catalog /OCProperties <</OCGs [7 0 R 8 0 R] /D <</OFF [7 0 R]>>>>"), 1)
			b = bytes.Replace(b, []byte("/Type /Page "), []byte("/Type /Page /MediaBox [0 0 100 100]"), 1)
			if p := only(t, b); p.Hidden != want || said(p) != "abc " {
				t.Errorf("%s: hidden %v, %q", content, p.Hidden, said(p))
			}
		}
	}
	// Marks without an area hide nothing.
	invisible := bytes.Replace(page("BT /F 9 Tf 50 50 Td (a) Tj ET", stream("", "1 beginbfchar <61> <202E> endbfchar")),
		[]byte("/Type1"), []byte("/Type1 /FirstChar 97 /Widths [0] /ToUnicode 6 0 R"), 1)
	if p := only(t, bytes.Replace(invisible, []byte("/Type /Page "), []byte("/Type /Page /MediaBox [0 0 100 100]"), 1)); p.Hidden {
		t.Error("a mark for the direction of text is taken for hidden text")
	}
	for after, want := range map[string]bool{
		"1 g 0 0 99 99 re f":              true,
		"q 1 g 49 48 30 12 re f* Q":       true,
		"q 1 g 49 48 6 12 re B Q":         true,
		"49 60 30 12 re f":                false,
		"0 49 99 1 re f":                  false, // a rule
		"9 w 40 52 m 90 52 l S":           true,
		"1 w 40 52 m 90 52 l S":           false,
		"0 0 40 40 re W n 0 0 99 99 re f": false,
		"0 0 99 99 re W n":                false,
		"0 0 99 99 re n":                  false,
		"/G gs 0 0 99 99 re f":            false,
		"/X Do":                           true,
	} {
		b := with("BT /F 9 Tf 50 50 Td (abc) Tj ET "+after, "/ExtGState <</G <</ca 0.2>>>>", stream("", "0 0 99 99 re f"))
		if p := only(t, b); p.Hidden != want {
			t.Errorf("%s: hidden %v", after, p.Hidden)
		}
	}
	for boxes, want := range map[string]bool{"/CropBox [0 0 100 40]": true, "/CropBox [100 100 0 0]": false, "/MediaBox [0 60 100 100]": true} {
		b := bytes.Replace(page("BT /F 9 Tf 50 50 Td (abc) Tj ET"), []byte("/Kids"), []byte(boxes+"/Kids"), 1)
		if p := only(t, b); p.Hidden != want {
			t.Errorf("%s: hidden %v", boxes, p.Hidden)
		}
	}
}

// TestAstray: a reader of the page has to find text where it is written.
func TestAstray(t *testing.T) {
	at := func(coordinates ...int) string {
		s := ""
		for i := 0; i+1 < len(coordinates); i += 2 {
			s += fmt.Sprintf("/P <</MCID %d>> BDC BT /F 9 Tf %d %d Td (abc) Tj ET EMC ", i, coordinates[i], coordinates[i+1])
		}
		return s
	}
	table := []int{50, 500, 100, 500, 150, 500, 50, 490, 100, 490, 150, 490, 50, 480, 50, 470, 100, 480}
	swapped := func(i, j int) string {
		other := append([]int{}, table...)
		other[2*i], other[2*i+1], other[2*j], other[2*j+1] = other[2*j], other[2*j+1], other[2*i], other[2*i+1]
		return at(other...)
	}
	for name, b := range map[string]string{
		"columns": swapped(1, 2), "rows": swapped(1, 4), "lines": swapped(6, 7), "labels": swapped(0, 3), "the last": swapped(5, 8),
		"turned": "0 1 -1 0 0 0 cm " + swapped(1, 4), "outside of the structure": strings.Replace(swapped(1, 4), "/P <</MCID 8>> BDC", "/P BMC", 1),
	} {
		if !only(t, page(b)).Astray {
			t.Errorf("%s: not noticed", name)
		}
	}
	// Within one stretch too, if the font says how wide its characters are.
	measured := func(content string) []byte {
		content = "/P <</MCID 0>> BDC BT /F 10 Tf 50 500 Td (a) Tj 100 0 Td " + content + " ET EMC"
		return bytes.Replace(page(content), []byte("/Type1"), []byte("/Type1 /FirstChar 97 /Widths [1000 500 500]"), 1)
	}
	for content, want := range map[string]bool{
		"(b) Tj 20 0 Td (c) Tj": false, "(b) Tj (c) Tj": false, "(b) Tj -30 0 Td (c) Tj": true, "[(b) 2000 (c)] TJ": true, "[(b) -200 (c)] TJ": false,
		"[2000 (b) -5000 (c)] TJ": false, "[20000 (b) (c)] TJ": true, "(b) Tj 50 Ts (c) Tj": true, "(b) Tj -5 Tc (c) Tj (c) Tj": false, "(b) Tj -9 Tc (c) Tj (c) Tj": true,
	} {
		if got := only(t, measured(content)).Astray; got != want {
			t.Errorf("%s: astray %v", content, got)
		}
	}
	for name, b := range map[string]string{
		"as written": at(table...), "turned": "0 1 -1 0 0 0 cm " + at(table...), "no structure": strings.ReplaceAll(swapped(1, 4), "MCID", "Other"),
		"furniture":               "/Artifact BMC BT /F 9 Tf 9 9 Td (abc) Tj ET EMC " + at(table...),
		"lines that end together": "/P <</MCID 0>> BDC BT /F 9 Tf 50 500 Td (abc) Tj ET BT 40 490 Td (abcdef) Tj ET EMC " + at(100, 500, 50, 480),
	} {
		if only(t, page(b)).Astray {
			t.Errorf("%s: astray", name)
		}
	}
}
