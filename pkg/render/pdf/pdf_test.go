package pdf

import (
	"bytes"
	"strconv"
	"strings"
	"sync"
	"testing"

	reader "github.com/ledongthuc/pdf"

	"github.com/isuplan/isuplan/pkg/document"
)

func TestTextReadsAsWritten(t *testing.T) {
	text := squeeze(strings.Join(pageTexts(t, render(t, sample())), " "))
	text = strings.ReplaceAll(text, "cost- effective", "cost-effective") // over a line's end
	for _, want := range []string{
		"CCM/MSP/2017/9 Convention on Cluster Munitions 6 June 2017 Original: English Seventh Meeting Geneva, 4–6 September 2017",
		"Work plan and budget Submitted by the Unit Summary Budget: CHF 465,440 • the",
		"I. Mandate 1. " + prose(80).String(),
		"(a) " + prose(40).String() + " (i) ",
		"A. Support – and more 1. Details Outcome 1: ",
		"Output 1.1. The Presidency receives advice. Activity 1.1.1: ",
		"See the site of the Convention.",
		"Total 465,440 Rent in kind",
		"“agreed” will", "café’s",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

func TestFurniture(t *testing.T) {
	doc := sample()
	doc.Meta.Draft = "Draft"
	doc.Blocks = append(doc.Blocks, document.Paragraph{Text: prose(1500)})
	pages := pageTexts(t, render(t, doc))
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, text := range pages {
		text = squeeze(text)
		want := "Draft CCM/MSP/2017/9 " + strconv.Itoa(i+1) + " GE.17-09131(E) "
		if i == 0 {
			want = "Draft CCM/MSP/2017/9 Convention "
			if foot := "GE.17-09131(E) * 1 7 0 9 1 3 1 * Please recycle"; strings.TrimSpace(text[strings.LastIndex(text, "GE."):]) != foot {
				t.Errorf("page one ends with %.60q, not %q", text[strings.LastIndex(text, "GE."):], foot)
			}
		}
		if !strings.HasPrefix(text, want) {
			t.Errorf("page %d begins %.60q, not %q", i+1, text, want)
		}
	}
}

// The page number stands outside: right on odd pages, left on even ones.
func TestFootersAreMirrored(t *testing.T) {
	doc := sample()
	doc.Blocks = append(doc.Blocks, document.Paragraph{Text: prose(1500)})
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	feet := map[int][]drawn{}
	for _, d := range c.record {
		if d.isArtifact() && d.text && d.y > bodyFoot {
			feet[d.page] = append(feet[d.page], d)
		}
	}
	for page := 2; page <= c.page; page++ {
		number, job := feet[page][0], feet[page][1]
		if odd := page%2 == 1; number.x < job.x == odd {
			t.Errorf("page %d: number at %v, job at %v", page, number.x, job.x)
		}
	}
}

func TestWithoutSymbolNoHeader(t *testing.T) {
	doc := sample()
	doc.Meta.Symbol = ""
	doc.Blocks = append(doc.Blocks, document.Paragraph{Text: prose(1500)})
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range c.record {
		if d.page > 1 && d.y < bodyTop {
			t.Fatalf("page %d has %+v in its upper margin", d.page, d)
		}
	}
}

func TestEqualDocumentsGiveEqualBytes(t *testing.T) {
	want := render(t, sample())
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			got, _, err := Render(t.Context(), sample(), document.Seal{})
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("another file (%v)", err)
			}
		})
	}
	wait.Wait()
}

func TestMissingCharacters(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{
		document.Paragraph{Text: document.Plain("first 中")},
		document.Paragraph{Text: document.Text{{Text: "second 中 and 🕊", Strong: true}}},
	}}
	out, missing, err := Render(t.Context(), doc, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	if len(missing) != 2 || missing[0].Rune != '中' || missing[0].Run.Text != "first 中" || missing[1].Rune != '🕊' {
		t.Errorf("missing %+v", missing)
	}
	// They are drawn as boxes, and still read as what they are.
	if text := squeeze(strings.Join(pageTexts(t, out), "")); !strings.Contains(text, "second 中 and 🕊") {
		t.Errorf("text is %q", text)
	}
}

func TestFileSaysWhatItIs(t *testing.T) {
	out := render(t, sample())
	r, err := reader.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	info, catalog := r.Trailer().Key("Info"), r.Trailer().Key("Root")
	for got, want := range map[string]string{
		info.Key("Title").Text():        "Work plan – 2018",
		info.Key("Author").Text():       "Unit",
		info.Key("Keywords").Text():     "a, b",
		info.Key("Producer").Text():     "isuplan",
		info.Key("CreationDate").Text(): "D:20170606000000+00'00'",
		catalog.Key("Lang").Text():      "en",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if !catalog.Key("ViewerPreferences").Key("DisplayDocTitle").Bool() || r.Trailer().Key("ID").Len() != 2 {
		t.Error("the file has no title preference or no identity")
	}
	font := r.Page(1).Resources().Key("Font").Key("F0")
	if name := font.Key("BaseFont").Name(); len(name) < 8 || name[6:] != "+LiberationSerif" {
		t.Errorf("the font is called %q", name)
	}
}

func TestOutline(t *testing.T) {
	out := render(t, sample())
	r, err := reader.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	top := r.Outline().Child
	if len(top) != 2 || top[0].Title != "Summary" || top[1].Title != "I. Mandate" || len(top[1].Child) != 1 ||
		top[1].Child[0].Title != "A. Support – and more" || len(top[1].Child[0].Child) != 1 {
		t.Errorf("outline %+v", top)
	}
}

func TestLinksCoverTheirWords(t *testing.T) {
	out := render(t, sample())
	r, err := reader.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	for i := range r.NumPage() {
		annots := r.Page(i + 1).V.Key("Annots")
		for k := range annots.Len() {
			links++
			if got := annots.Index(k).Key("A").Key("URI").RawString(); got != "https://example.org/%C3%A9" {
				t.Errorf("a link to %q", got)
			}
			if got := annots.Index(k).Key("Contents").Text(); got != "https://example.org/é" {
				t.Errorf("a link that says %q", got)
			}
		}
	}
	if links == 0 {
		t.Error("no link")
	}
}

func TestEmptyDocument(t *testing.T) {
	empty := document.Text{{}, {Text: " "}}
	for _, doc := range []*document.Document{{}, {Blocks: []document.Block{
		document.Heading{}, document.Paragraph{Text: empty}, document.List{}, document.List{Items: []document.Item{{}}},
		document.Result{}, document.Box{}, document.Table{}, document.Table{Columns: make([]document.Column, 3), Rows: make([]document.Row, 2)},
		document.Table{Rows: []document.Row{{Cells: []document.Text{empty, prose(2)}}}},
	}}} {
		if n := len(pageTexts(t, render(t, doc))); n != 1 {
			t.Errorf("%d pages", n)
		}
	}
}

func TestBarcodeThatCannotBe(t *testing.T) {
	if _, _, err := Render(t.Context(), &document.Document{Meta: document.Meta{Barcode: "é中"}}, document.Seal{}); err == nil {
		t.Error("no error")
	}
}
