package pdf_test

import (
	"bytes"
	"compress/lzw"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// only returns the one page of a file.
func only(t *testing.T, b []byte) pdf.Page {
	t.Helper()
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil || len(pages) != 1 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	return pages[0]
}

// said returns what a page says.
func said(p pdf.Page) (s string) {
	for _, l := range p.Lines {
		s += l.Text
	}
	return s
}

const shown = "BT /F 9 Tf (abc) Tj ET"

// with makes a page whose content draws an object, with more in its resources.
func with(content, resources string, objects ...string) []byte {
	return bytes.Replace(page(content, objects...), []byte("/XObject"), []byte(resources+"/XObject"), 1)
}

// TestFilters: whatever content is packed in is unpacked, or noted.
func TestFilters(t *testing.T) {
	early, long := lateLZW(shown), strings.Repeat("% a comment that goes on and on and on\n", 300)
	differences := []byte(shown)
	for i := len(differences) - 1; i > 0; i-- {
		differences[i] -= differences[i-1]
	}
	pairs := []byte(shown)
	for i := len(pairs) - 2; i > 1; i -= 2 {
		n := int(pairs[i])<<8 + int(pairs[i+1]) - int(pairs[i-2])<<8 - int(pairs[i-1])
		pairs[i], pairs[i+1] = byte(n>>8), byte(n)
	}
	for name, x := range map[string]string{
		"runs":            stream("/Filter /RunLengthDecode", string([]byte{byte(len(shown) - 1)})+shown+"\xF0 \x80"),
		"runs, no end":    stream("/Filter /RL", string([]byte{byte(len(shown) - 1)})+shown),
		"LZW":             stream("/Filter /LZWDecode /DecodeParms <</EarlyChange 0>>", early),
		"long LZW":        stream("/Filter /LZWDecode /DecodeParms <</EarlyChange 0>>", lateLZW(long+shown)),
		"early LZW":       stream("/Filter /LZW", earlyLZW(long+shown)),
		"TIFF":            packed(fmt.Sprintf("/DecodeParms <</Predictor 2 /Columns %d>>", len(shown)), string(differences), 1),
		"TIFF of 16 bits": packed(fmt.Sprintf("/DecodeParms <</Predictor 2 /Columns %d /BitsPerComponent 16>>", len(shown)/2), string(pairs), 1),
		"no checksum":     stream("/Filter /FlateDecode", flated()[:len(flated())-4]),
		"hexadecimal":     stream("/Filter [/AHx]", fmt.Sprintf("%x>", shown)),
		"85":              stream("/Filter /A85", "6<#'\\7PQ#@1a#b0+>GQ(+?(u.+B2ko-qIocCi~>"),
		"not encrypted":   stream("/Filter /Crypt /DecodeParms <</Name /Identity>>", shown),
	} {
		p := only(t, bytes.Replace(page("x", x), []byte("/Contents 4"), []byte("/Contents 6"), 1))
		if name == "85" {
			continue // what it says does not matter here
		}
		if said(p) != "abc " || p.Unread {
			t.Errorf("%s: %q, unread %v", name, said(p), p.Unread)
		}
	}
	for name, x := range map[string]string{
		"a picture's":    stream("/Filter /DCTDecode", shown),
		"of its own":     stream("/Filter /Mine", shown),
		"encrypted":      stream("/Filter /Crypt /DecodeParms <</Name /Mine>>", shown),
		"TIFF of 4 bits": packed("/DecodeParms <</Predictor 2 /BitsPerComponent 4>>", shown, 1),
		"cut":            stream("/Filter /FlateDecode", flated()[:12]),
		"runs that lack": stream("/Filter /RunLengthDecode", "\x50abc"),
		"not LZW":        stream("/Filter /LZWDecode", "\x80\x7f\xff\xff"),
		"no dictionary":  stream("/Filter /FlateDecode", "\x78\xbb"+flated()[2:]),
	} {
		if p := only(t, bytes.Replace(page("x", x), []byte("/Contents 4"), []byte("/Contents 6"), 1)); !p.Unread {
			t.Errorf("%s: it seems to have been read: %q", name, said(p))
		}
		if p := only(t, page("/X Do", x)); !p.Unread {
			t.Errorf("%s, in a drawing: it seems to have been read: %q", name, said(p))
		}
	}
}

// flated packs the shown text.
func flated() string {
	b := packed("", shown, 1)
	b = b[strings.Index(b, "stream\n")+len("stream\n"):]
	return b[:strings.LastIndex(b, "\nendstream")]
}

func lateLZW(s string) string {
	var b bytes.Buffer
	w := lzw.NewWriter(&b, lzw.MSB, 8)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// earlyLZW packs text as PDF has it: codes become longer one code sooner. The table
// is never cleared here.
func earlyLZW(s string) string {
	table := map[string]int{}
	for i := range 256 {
		table[string([]byte{byte(i)})] = i
	}
	var out []byte
	held, bits, wide, next := 0, 0, 9, 258
	put := func(c int) {
		held, bits = held<<wide|c, bits+wide
		for bits >= 8 {
			bits -= 8
			out = append(out, byte(held>>bits))
		}
	}
	put(256)
	word := ""
	for _, c := range []byte(s) {
		longer := word + string([]byte{c})
		if _, known := table[longer]; known {
			word = longer
			continue
		}
		put(table[word])
		table[longer], next = next, next+1
		if next == 1<<wide && wide < 12 {
			wide++
		}
		word = string([]byte{c})
	}
	put(table[word])
	if next++; next == 1<<wide {
		wide++
	}
	put(257)
	put(0)
	return string(out)
}

// TestTextEverywhere: text is read wherever operators can be.
func TestTextEverywhere(t *testing.T) {
	const form = "/Type /XObject /Subtype /Form"
	nested := []string{}
	for i := range 12 {
		nested = append(nested, stream(fmt.Sprintf("%s /Resources <</XObject <</X %d 0 R>>>>", form, i+7), "/X Do"))
	}
	nested = append(nested, stream(form+" /Resources <</Font <</F 5 0 R>>>>", shown))
	for name, b := range map[string][]byte{
		"nested":    page("/X Do", nested...),
		"a pattern": with("/Pattern cs /P scn 0 0 9 9 re f", "/Pattern <</P 6 0 R>>", stream("/PatternType 1 /Resources <</Font <</F 5 0 R>>>>", shown)),
		"a mask":    with("/G gs", "/ExtGState <</G <</SMask <</G 6 0 R>>>>>>", stream("/Resources <</Font <</F 5 0 R>>>>", shown)),
		"a state":   with("/G gs BT (abc) Tj ET", "/ExtGState <</G <</Font [5 0 R 9]>>>>"),
		"operands":  page("BT /F 9 Tf " + strings.Repeat("0 ", 100) + "(abc) Tj ET"),
	} {
		if p := only(t, b); said(p) != "abc " || p.Unread {
			t.Errorf("%s: %q, unread %v", name, said(p), p.Unread)
		}
	}
	deep := []string{}
	for i := range 60 {
		deep = append(deep, stream(fmt.Sprintf("%s /Resources <</XObject <</X %d 0 R>>>>", form, i+7), "/X Do"))
	}
	glyph := func(content string) []byte {
		return bytes.Replace(page(shown, stream("", content)), []byte("/Type1"), []byte("/Type3 /CharProcs <</a 6 0 R>> /Resources <</Font <</F 5 0 R>>>>"), 1)
	}
	for name, b := range map[string][]byte{
		"deep":           page("/X Do", append(deep, stream(form, shown))...),
		"glyphs of text": glyph("9 0 d0 BT /F 9 Tf (x) Tj ET"),
		"a picture":      page("BI /W 1 /H 1 ID xEI BT /F 9 Tf (abc) Tj ET EI " + shown),
	} {
		if p := only(t, b); !p.Unread {
			t.Errorf("%s: it seems to have been read: %q", name, said(p))
		}
	}
	if p := only(t, glyph("9 0 d0 0 0 9 9 re f")); p.Unread || said(p) != "abc " {
		t.Errorf("%q, unread %v", said(p), p.Unread)
	}
}

// TestDividedWordsAreWhole: a soft hyphen at a line's end is no part of the word, which goes on.
func TestDividedWordsAreWhole(t *testing.T) {
	const soft = "\u00AD"
	for line, want := range map[string]string{"abE": "abcd ", "abE" + " ": "abcd ", "ab": "ab cd ", "ab-": "ab-cd ", "aEb": "a" + soft + "b cd ", "E": soft + " cd "} {
		file := page("BT /F 9 Tf (" + line + ") Tj 0 -12 Td (cd) Tj ET")
		if got := said(only(t, bytes.Replace(file, []byte("/fi]"), []byte("/softhyphen]"), 1))); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestHyphensDrawnAloneDivideWords: LibreOffice draws the hyphen of a divided word by itself. One
// that is far from the word, or that no small letter follows in the next line, is the text's own.
func TestHyphensDrawnAloneDivideWords(t *testing.T) {
	const widths = "/Type1 /FirstChar 32 /Widths ["
	text := func(x, y float64, s string) string { return fmt.Sprintf("BT /F 10 Tf %g %g Td (%s) Tj ET\n", x, y, s) }
	for want, content := range map[string]string{
		"abcde ":     text(100, 700, "abc") + text(115, 700, "-") + text(100, 688, "de"),
		"abc - Xe ":  text(100, 700, "abc") + text(115, 700, "-") + text(100, 688, "Xe"),
		"ab1 - de ":  text(100, 700, "ab1") + text(115, 700, "-") + text(100, 688, "de"),
		"abc - de ":  text(100, 700, "abc") + text(125, 700, "-") + text(100, 688, "de"),
		"abc - def ": text(100, 700, "abc") + text(115, 700, "-") + text(120, 700, "def"),
		"- de ":      text(115, 700, "-") + text(100, 688, "de"),
	} {
		file := bytes.Replace(page(content), []byte("/Type1"), []byte(widths+strings.Repeat("500 ", 95)+"]"), 1)
		if got := said(only(t, file)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestAHyphenThatAFileCallsSoft: whoever says of a hyphen that it is a soft one divides a word, and
// nothing is strange about it.
func TestAHyphenThatAFileCallsSoft(t *testing.T) {
	for drawn, isHyphen := range map[string]bool{"-": true, "1": false} {
		p := only(t, page("/P <</MCID 0>> BDC BT /F 9 Tf (ab) Tj /Span <</ActualText <FEFF00AD>>> BDC ("+drawn+") Tj EMC 0 -12 Td (cd) Tj ET EMC"))
		strange := slices.ContainsFunc(p.Strange, func(s pdf.Strange) bool { return s.Text == "\u00AD" })
		if got := said(p); (got == "abcd ") != isHyphen || strange == isHyphen {
			t.Errorf("%s: got %q, strange is %v", drawn, got, p.Strange)
		}
	}
}
