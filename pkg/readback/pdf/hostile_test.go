package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// file makes a PDF of numbered objects, of which the first is the catalog.
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
	w.Close()
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
		if _, err := f.Pages(); err != nil && err != pdf.ErrTooMuch {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestFaultyFilesAreMended where viewers mend them too.
func TestFaultyFilesAreMended(t *testing.T) {
	whole := page("BT /F 9 Tf (abc) Tj ET")
	for name, b := range map[string][]byte{
		"something before": append([]byte("mail\n"), whole...),
		"a shifted object": bytes.Replace(whole, []byte("1 0 obj\n"), []byte("% more\n1 0 obj\n"), 1),
		"a wrong length":   bytes.Replace(whole, []byte("/Length 22"), []byte("/Length 17"), 1),
		"no list":          bytes.Replace(whole, []byte("startxref"), []byte("startxxxx"), 1),
		"cut":              whole[:bytes.Index(whole, []byte("xref"))],
	} {
		if got, _ := read(t, b); got != "abc " {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestEncryptedFilesAreRefused(t *testing.T) {
	if _, err := pdf.Open(bytes.Replace(page("x"), []byte("/Root"), []byte("/Encrypt 9 0 R/Root"), 1)); err != pdf.ErrEncrypted {
		t.Error(err)
	}
}
