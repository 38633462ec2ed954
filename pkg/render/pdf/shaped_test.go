package pdf

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/internal/settest"
	"github.com/isuplan/isuplan/pkg/render/set"
)

func newShaped(t *testing.T) *set.Setter {
	t.Helper()
	shaper, err := settest.New()
	if err != nil {
		t.Fatal(err)
	}
	return set.With(shaper)
}

// shapedPage returns the operators of the first page of a text, shaped as the tests do,
// and the complete file.
func shapedPage(t *testing.T, text document.Text) (page string, file []byte) {
	t.Helper()
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: text}}}
	c, err := drawWith(newShaped(t), doc)
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.finish()
	if err != nil {
		t.Fatal(err)
	}
	page = string(c.contents[0])
	file, _ = renderWith(t, newShaped(t), doc)
	if err != nil {
		t.Fatal(err)
	}
	return page, file
}

// TestShapedGlyphsAreDrawn: those that are joined as one, those of a divided character
// side by side, marks where the shaper wants them, and others in another font. What
// several glyphs stand for together is said.
func TestShapedGlyphsAreDrawn(t *testing.T) {
	for text, want := range map[string]string{
		"fix":       "/F0 10 Tf [(\x00\x01\x00\x02\x00\x03)] TJ\n",
		"Æ":         "/F0 10 Tf [()] TJ\n/Span <</ActualText (\xfe\xff\x00\xc6)>> BDC\n[(\x00\x01\x00\x02)] TJ\nEMC\n[(\x00\x03)] TJ\n",
		"x\u0301fi": "/F0 10 Tf [()] TJ\n/Span <</ActualText (\xfe\xff\x00x\x03\x01)>> BDC\n[(\x00\x01)] TJ\n1.2 Ts\n[()300(\x00\x02)MARK()] TJ\n0 Ts\n[()] TJ\nEMC\n[(\x00\x03\x00\x04)] TJ\n",
		"a☞b":       "/F0 10 Tf [(\x00\x01)] TJ\n/F4 10 Tf [(\x00\x01)] TJ\n/F0 10 Tf [(\x00\x02\x00\x03)] TJ\n",
		"שלום":      "/F0 10 Tf [(\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05)] TJ\n",
	} {
		page, file := shapedPage(t, document.Plain(text))
		if strings.Contains(want, "MARK") { // the mark goes back by its own width, and by how far it was moved
			s := newShaped(t)
			s.Width(text, 0, 10)
			want = strings.Replace(want, "MARK", string(appendHundredths(nil, 100*int(s.Uses(0)[2].Width-300))), 1)
		}
		if !strings.Contains(page, want) {
			t.Errorf("%q is drawn as %q, want %q", text, page, want)
		}
		if faults := faultsOf(t, file); len(faults) > 0 {
			t.Errorf("%q: %v", text, faults)
		}
	}
}

// TestShapedTextIsRead: by who knows nothing of shaping, whatever the text is made of; and
// a file is proved by what it reads.
func TestShapedTextIsRead(t *testing.T) {
	text := document.Text{{Text: "The office of Æ, of x\u0301 and fi, "}, {Text: "fi Æ", Strong: true}, {Text: " see "},
		{Text: "Æ fi", Link: "https://example.org"}, {Text: " ☞ " + strings.Repeat("fi", 200) + " end."}}
	_, file := shapedPage(t, text)
	want := withoutBlanks(text.String())
	clean := func(s string) string { return withoutBlanks(strings.ReplaceAll(s, nothing, "")) }
	if got := clean(strings.Join(pageTexts(t, file), "")); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	back, err := readback.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, l := range back.Lines {
		got += l.Text
	}
	if got := clean(got); got != want {
		t.Errorf("read back %q, want %q", got, want)
	}
	if faults := faultsOf(t, file); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestShapedDocumentsKeepTheirPlaces: a document of all kinds of block is laid out and
// accessible with another shaper too.
func TestShapedDocumentsKeepTheirPlaces(t *testing.T) {
	doc := sample()
	doc.Blocks = append(doc.Blocks, budget(40))
	c, err := drawWith(newShaped(t), doc)
	if err != nil {
		t.Fatal(err)
	}
	checkPlaces(t, c)
	file, missing := renderWith(t, newShaped(t), doc)
	if err != nil || len(missing) > 0 {
		t.Fatalf("missing %v, %v", missing, err)
	}
	if faults := faultsOf(t, file); len(faults) > 0 {
		t.Error(faults)
	}
}
