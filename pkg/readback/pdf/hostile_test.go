package pdf_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// file makes a PDF of numbered objects; the first is the catalog.
func file(objects ...string) []byte {
	var out, list bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	for i, body := range objects {
		fmt.Fprintf(&list, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, list.String(), len(objects)+1, at)
	return out.Bytes()
}

func stream(dict, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(content), content)
}

// page makes a PDF of one page.
func page(content string, more ...string) []byte {
	return file(append([]string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R>>>>>>", stream("", content),
		"<</Type /Font /Subtype /Type1 /Encoding <</Differences [65 /B /eacute /one /uni20AC /fi]>>>>"}, more...)...)
}

// read returns the text of a file's pages, and of what is no part of the text.
func read(t *testing.T, b []byte) (text, aside string) {
	t.Helper()
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		for _, l := range p.Lines {
			if l.Artifact {
				aside += l.Text
			} else {
				text += l.Text
			}
		}
	}
	return text, aside
}

func TestText(t *testing.T) {
	for content, want := range map[string]string{
		"BT /F 9 Tf (abc) Tj ET":                                   "abc ",
		"BT /F 9 Tf (ABCDE) Tj ET":                                 "Be\u03011€fi ",
		"BT /F 9 Tf [(ab)-500(c) 10 (d)] TJ ET":                    "ab cd ",
		"BT 12 TL /F 9 Tf (a\\(b\\)\\061\\\n2) Tj T* (c) ' ET":     "a(b)12 c ",
		"BT /F 9 Tf 12 TL (cost-) Tj T* (free) Tj ET":              "cost-free ",
		"BT /F 9 Tf <61 6> Tj 5 0 Td (x) Tj ET":                    "a` x ",
		"BT /F 9 Tf (a) Tj ET BI /W 1 ID xEIx EI BT (b) Tj ET":     "a b ",
		"/P <</MCID 0>> BDC BT /F 9 Tf (a) Tj ET EMC":              "a ",
		"q BT /F 9 Tf (a) Tj ET Q BT 0 0 (b) \" ET":                "a \uFFFD ",
		"BT /F 9 Tf (a) Tj /Artifact BMC (x) Tj EMC (b) Tj ET":     "a b ",
		"/Artifact <</Type /Pagination>> BDC BT /F 9 Tf (x) Tj ET": "",
	} {
		if got, _ := read(t, page(content)); got != want {
			t.Errorf("%s: got %q, want %q", content, got, want)
		}
	}
	got, aside := read(t, page("BT /F 9 Tf (a) Tj ET /Artifact BMC /X Do EMC EMC EMC BT (b) Tj ET", stream("/Type /XObject /Subtype /Form", "BT (x) Tj ET EMC EMC /X Do")))
	if got != "a b " || !strings.HasPrefix(aside, "x ") {
		t.Errorf("got %q and %q", got, aside)
	}
}

// TestHostileFiles: none of them takes long, or brings the program down.
func TestHostileFiles(t *testing.T) {
	deep := strings.Repeat("[", 5_000_000)
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	for range 300 {
		_, _ = w.Write(bytes.Repeat([]byte("BT (x) Tj ET "), 80_000))
	}
	_ = w.Close()
	bomb := stream("/Filter /FlateDecode", packed.String())
	for name, b := range map[string][]byte{
		"nothing":      []byte("%PDF-1.4"),
		"deep":         page(deep),
		"deep dict":    page(strings.Repeat("<</A", 1_000_000)),
		"deep object":  file("<</Pages " + deep),
		"deep list":    []byte("%PDF-1.4\nxref\n0 9999999999999\n" + strings.Repeat("0000000000 00000 n \n", 3) + "startxref\n9\n"),
		"own previous": []byte("%PDF-1.4\nxref\n0 0\ntrailer <</Prev 9>>\nstartxref\n9\n%%EOF"),
		"own kid":      file("<</Pages 2 0 R>>", "<</Kids [2 0 R 2 0 R 1 0 R] /Parent 2 0 R>>"),
		"own form":     page("/X Do /X Do", stream("/Subtype /Form", "/X Do /X Do /X Do /X Do")),
		"own length":   file("<</Pages 2 0 R>>", "<</Length 2 0 R>>\nstream\nx"),
		"a circle":     file("<</Pages 2 0 R>>", "3 0 R", "2 0 R"),
		"bombs":        page("x", bomb),
		"a bomb":       bytes.Replace(page("x", bomb), []byte("/Contents 4"), []byte("/Contents 6"), 1),
		"many bombs":   bytes.Replace(page("x", bomb), []byte("/Contents 4 0 R"), []byte("/Contents ["+strings.Repeat("6 0 R ", 1000)+"]"), 1),
		"packed":       file("<</Pages 9 0 R>>", stream("/Type /XRef /W [1 4 2] /Size 9 /Root 1 0 R /Index [0 99999999999]", strings.Repeat("\x02\x00\x00\x00\x02\x00\x00", 9))),
	} {
		f, err := pdf.Open(b)
		if err != nil {
			continue
		}
		if _, err := f.Pages(); err != nil && !errors.Is(err, pdf.ErrTooMuch) && !errors.Is(err, pdf.ErrPages) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// packed makes a stream that unpacks to some bytes, repeated.
func packed(dict, content string, times int) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	for range times {
		_, _ = w.Write([]byte(content))
	}
	_ = w.Close()
	return stream(dict+"/Filter /FlateDecode", b.String())
}

// TestTooMuch: running out of memory or stack cannot be recovered from, so that what
// a file asks for is refused before it is done.
func TestTooMuch(t *testing.T) {
	shown := func(content string) []byte {
		return bytes.Replace(page("x", content), []byte("/Contents 4"), []byte("/Contents 6"), 1)
	}
	mapped := func(cmap string) []byte {
		return bytes.Replace(page("BT /F 9 Tf (a) Tj ET", cmap), []byte("/Type1"), []byte("/Type1 /ToUnicode 6 0 R"), 1)
	}
	var fonts, lengths []string
	for i := range 40 {
		fonts = append(fonts, fmt.Sprintf("/F%d <</ToUnicode 6 0 R>>", i))
	}
	for i := range 1000 {
		lengths = append(lengths, fmt.Sprintf("<</Length %d 0 R>>\nstream\nendstream", i+4))
	}
	manyFonts := bytes.ReplaceAll(page(strings.Repeat("/X Do ", 40), stream("/Resources <</Font <<"+strings.Join(fonts, "")+">>>>", "BT "+strings.Repeat("/F0 9 Tf /F1 9 Tf ", 9)),
		stream("", "1 beginbfrange <0000> <ffff> <0000> endbfrange")), []byte("/ToUnicode 6"), []byte("/ToUnicode 7"))
	emptyBlocks := "\x78\x9c" + strings.Repeat("\x00\x00\x00\xff\xff", 100_000) + "\x01\x00\x00\xff\xff"
	for name, b := range map[string][]byte{
		"lists":        shown(packed("", "BT ["+strings.Repeat("[]", 1_000_000), 6)),
		"dictionaries": shown(packed("", "BT ["+strings.Repeat("<<>>", 1_000_000), 6)),
		"deep":         page(strings.Repeat("[", 200)),
		"letters":      shown(packed("", "BT /F 9 Tf "+strings.Repeat("(abcdefghijkl)Tj ", 100_000), 12)),
		"nothing":      page(strings.Repeat("/X Do ", 600_000), stream("", "")),
		"empty blocks": page(strings.Repeat("/X Do ", 1000), stream("/Filter /FlateDecode", emptyBlocks)),
		"one range":    mapped(stream("", "1 beginbfrange "+strings.Repeat("<0000><ffff><0000>", 40)+" endbfrange")),
		"long codes":   mapped(stream("", "1 beginbfrange <00000000><ffffffff><0000> endbfrange")),
		"many fonts":   manyFonts,
		"widths": page(strings.Repeat("/X Do ", 3000), stream("/Resources <</Font <</F <</Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<</W 7 0 R>>]>>>>>>", "/F 9 Tf"),
			"[99999 ["+strings.Repeat("0 ", 2000)+"]]"),
		"states":       page(strings.Repeat("q ", 20_000)),
		"long letters": bytes.Replace(mapped(stream("", "1 beginbfchar <41> <"+strings.Repeat("0041", 128)+"> endbfchar")), []byte("(a)"), []byte("("+strings.Repeat("A", 1_000_000)+")"), 1),
		"a long text":  page("(" + strings.Repeat("a", 2<<20) + ") Tj"),
		"a long name":  page("/" + strings.Repeat("a", 2<<20)),
		"entries": []byte("%PDF-1.7\n1 0 obj\n" + packed("/Type /XRef /W [0 0 1] /Index [9 63000000] /Root 2 0 R", strings.Repeat("\x01", 1<<20), 20) +
			"\nendobj\nstartxref\n9\n%%EOF"),
		"pages":         file("<</Pages 2 0 R>>", "<</Kids ["+strings.Repeat("3 0 R ", 30_000)+"]>>", "<</Type /Page>>"),
		"lengths":       file(append([]string{"<</Pages 2 0 R>>", "<</Kids [3 0 R]>>"}, lengths...)...),
		"a long stream": shown(packed("", strings.Repeat("% blank\n", 1<<17), 40)),
	} {
		f, err := pdf.Open(b)
		if err == nil {
			_, err = f.Pages()
		}
		if !errors.Is(err, pdf.ErrTooMuch) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPages: a page that is listed twice is shown twice; where viewers would show
// different pages, the file is refused.
func TestPages(t *testing.T) {
	const catalog, leaf = "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Page /Contents 4 0 R>>"
	content := stream("", "BT /F 9 Tf (a) Tj ET")
	for kids, want := range map[string]int{
		"/Kids [3 0 R] /Count 1":                          1,
		"/Kids [3 0 R 3 0 R] /Count 2":                    2,
		"/Kids [5 0 R 3 0 R 5 0 R] /Count 3":              3,
		"/Kids [3 0 R 3 0 R] /Count 1":                    -1,
		"/Kids [3 0 R] /Count 2":                          -1,
		"/Kids [6 0 R] /Count 1":                          -1, // a page with kids
		"/Kids [7 0 R] /Count 1":                          -1, // a page with no kids, but a list of them
		"/Kids [8 0 R] /Count 1":                          -1, // a node with content
		"/Kids [2 0 R]":                                   -1,
		"/Kids [3 0 R 9 0 R] /Count 1":                    -1, // nothing
		"/Kids [3 0 R] /Contents 4 0 R /Count 1":          -1,
		"/Kids [3 0 R] /Type /Catalog /Count 1":           -1,
		"/Kids [<</Type /Pages /Kids [2 0 R]>>]":          -1,
		"/Kids [<</Type /Pages /Kids [3 0 R]>>]":          1,
		"/Kids [<</Type /Pages /Kids [] /Count 0>>]":      0,
		"/Kids [<</Type /Pages /Kids [3 0 R] /Count 2>>]": -1,
	} {
		f, err := pdf.Open(file(catalog, "<<"+kids+">>", leaf, content, "<</Kids [3 0 R] /Count 1>>", "<</Type /Page /Contents 4 0 R /Kids [3 0 R]>>",
			"<</Type /Page /Contents 4 0 R /Kids []>>", "<</Contents 4 0 R /Kids [3 0 R]>>"))
		if err != nil {
			t.Fatal(err)
		}
		pages, err := f.Pages()
		if want < 0 && !errors.Is(err, pdf.ErrPages) || want >= 0 && (err != nil || len(pages) != want) {
			t.Errorf("%s: %d pages, %v", kids, len(pages), err)
		}
	}
}

// TestPredictionsTooLargeToBe: a row is no longer than the data.
func TestPredictionsTooLargeToBe(t *testing.T) {
	for _, parameters := range []string{"/Predictor 12 /Columns 65535 /Colors 65535 /BitsPerComponent 65535", "/Predictor 12 /Columns 9223372036854775807 /Colors 32",
		"/Predictor 2 /Columns 9223372036854775807 /Colors 32 /BitsPerComponent 16", "/Predictor 2 /Colors 32", "/Predictor 15 /Columns -1"} {
		for _, content := range []string{"", "B", "BT ET"} {
			b := bytes.Replace(page("x", packed("/DecodeParms <<"+parameters+">>", content, 1)), []byte("/Contents 4"), []byte("/Contents 6"), 1)
			read(t, b)
		}
	}
}

// TestWidthsOfNoCode take no time.
func TestWidthsOfNoCode(t *testing.T) {
	b := page("BT /F 9 Tf (a) Tj ET", "[-9223372036854775808 9223372036854775807 500 0 9223372036854775807 500]")
	b = bytes.Replace(b, []byte("/Type1"), []byte("/Type0 /Encoding /Identity-H /DescendantFonts [<</W 6 0 R>>]"), 1)
	if got, _ := read(t, b); got != "\uFFFD " {
		t.Errorf("got %q", got)
	}
}

// TestFontsThatAreNoObjects are read once for each content.
func TestFontsThatAreNoObjects(t *testing.T) {
	b := page("BT "+strings.Repeat("/F 9 Tf ", 100_000)+"(a) Tj ET", stream("", "1 beginbfrange <00><ff><0042> endbfrange"))
	b = bytes.Replace(b, []byte("/F 5 0 R"), []byte("/F <</ToUnicode 6 0 R>>"), 1)
	if got, _ := read(t, b); got != "\u00A3 " {
		t.Errorf("got %q", got)
	}
}

// TestFaultyFilesAreMended where viewers mend them too.
func TestFaultyFilesAreMended(t *testing.T) {
	intact := page("BT /F 9 Tf (abc) Tj ET")
	cut, _, _ := bytes.Cut(intact, []byte("xref"))
	for name, b := range map[string][]byte{
		"something before": append([]byte("mail\n"), intact...),
		"a shifted object": bytes.Replace(intact, []byte("1 0 obj\n"), []byte("% more\n1 0 obj\n"), 1),
		"a wrong length":   bytes.Replace(intact, []byte("/Length 22"), []byte("/Length 17"), 1),
		"no list":          bytes.Replace(intact, []byte("startxref"), []byte("startxxxx"), 1),
		"cut":              cut,
	} {
		if got, _ := read(t, b); got != "abc " {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestEncryptedFilesAreRefused(t *testing.T) {
	if _, err := pdf.Open(bytes.Replace(page("x"), []byte("/Root"), []byte("/Encrypt 9 0 R/Root"), 1)); !errors.Is(err, pdf.ErrEncrypted) {
		t.Error(err)
	}
}
