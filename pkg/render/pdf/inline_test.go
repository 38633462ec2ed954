package pdf

import (
	"bytes"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// unfinished returns a document's file as gofpdf writes it, and what drew it.
func unfinished(t *testing.T, doc *document.Document) (*canvas, []byte) {
	t.Helper()
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := c.finish()
	if err != nil {
		t.Fatal(err)
	}
	return c, raw
}

// objectsOf returns the objects of a document's file that hold a text, in their order.
func objectsOf(t *testing.T, doc *document.Document, with string) (list []string) {
	t.Helper()
	c, raw := unfinished(t, doc)
	f, err := c.complete(t.Context(), raw, doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, body := range f.objects {
		if bytes.Contains(body, []byte(with)) {
			list = append(list, string(body))
		}
	}
	return list
}

// drawnPage returns the operators of the first page.
func drawnPage(t *testing.T, doc *document.Document) string {
	t.Helper()
	c, _ := unfinished(t, doc)
	return string(c.contents[0])
}

func edits() document.Text {
	return document.Text{{Text: "Cost: "}, {Text: "101", Edit: document.Deleted, Aloud: "[taken out: 101]"}, {Text: " "},
		{Text: "104", Edit: document.Inserted, Aloud: "[put in: 104]"}, {Text: "."}}
}

// TestEditsAreHeard: what was taken out and put in is said so in words; where a caller
// has no words, what was taken out is marked as struck out.
func TestEditsAreHeard(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: edits()}}}
	if got, want := outlineOf(t, doc.Blocks...), "Document(P(1 Span(1) Span(1) 1))"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	spans := objectsOf(t, doc, "/S /Span")
	if len(spans) != 2 || !strings.Contains(spans[0], "/ActualText ([taken out: 101] )") || !strings.Contains(spans[0], "/A <</O /Layout /TextDecorationType /LineThrough>>") ||
		!strings.Contains(spans[1], "/ActualText ([put in: 104])") || strings.Contains(spans[1], "/A ") {
		t.Errorf("%q", spans)
	}
	bare := document.Text{{Text: "101", Edit: document.Deleted}}
	spans = objectsOf(t, &document.Document{Blocks: []document.Block{document.Paragraph{Text: bare}}}, "/S /Span")
	if len(spans) != 1 || !strings.Contains(spans[0], "/LineThrough") || strings.Contains(spans[0], "/ActualText") {
		t.Errorf("without words: %q", spans)
	}
	if faults := faultsOf(t, render(t, doc)); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestTheLineThroughATextIsNoPartOfIt: it is drawn as an artifact, outside of the text.
func TestTheLineThroughATextIsNoPartOfIt(t *testing.T) {
	page := drawnPage(t, &document.Document{Blocks: []document.Block{document.Paragraph{Text: edits()}}})
	before, _, ok := strings.Cut(page, " re f")
	if begin := before[strings.LastIndex(before, "BDC")-40:]; !ok || !strings.Contains(begin, "EMC\n/Artifact <</Type /Layout>> BDC\n") && !strings.Contains(begin, "ET\n/Artifact <</Type /Layout>> BDC\n") {
		t.Errorf("%q", begin)
	}
}

// TestAnEditOverPagesIsOne, in words too long for the file as well: then it is read as
// it is written.
func TestAnEditOverPagesIsOne(t *testing.T) {
	long := prose(900)
	long[0].Edit, long[0].Aloud = document.Deleted, "[taken out: "+long[0].Text+"]"
	if got := outlineOf(t, document.Paragraph{Text: long}); strings.Count(got, "Span(") != 1 || !strings.Contains(got, "1 2") {
		t.Error(got)
	}
	long[0].Aloud = strings.Repeat("é", 20_000)
	spans := objectsOf(t, &document.Document{Blocks: []document.Block{document.Paragraph{Text: long}}}, "/S /Span")
	if len(spans) != 1 || strings.Contains(spans[0], "/ActualText") {
		t.Errorf("%.200q", spans)
	}
}

// TestFiguresAreHeard: a cell whose brackets would not be heard.
func TestFiguresAreHeard(t *testing.T) {
	table := budget(1)
	table.Rows[0].Cells[1] = document.Text{{Text: "(10'000)", Keep: true, Aloud: "minus 10'000"}}
	if got := outlineOf(t, table); strings.Count(got, "TD(Span(1))") != 1 {
		t.Error(got)
	}
	if spans := objectsOf(t, &document.Document{Blocks: []document.Block{table}}, "/S /Span"); len(spans) != 1 || !strings.Contains(spans[0], "/ActualText (minus 10'000)") {
		t.Errorf("%q", spans)
	}
}

// TestLinksAreWhatTheyAre: a link with a bold word in it is one, two that lead to one
// address are two, and one in a row that no page holds is one.
func TestLinksAreWhatTheyAre(t *testing.T) {
	const a = "https://example.org"
	for want, text := range map[string]document.Text{
		"Document(P(Link(1 link)))":                  {{Text: "a ", Link: a}, {Text: "bold", Link: a, Strong: true}, {Text: " b", Link: a}},
		"Document(P(Link(1 link) Link(1 link)))":     {{Text: "a", Link: a}, {Text: " "}, {Text: "b", Link: a}},
		"Document(P(Link(1 link) 1 Link(1 link) 1))": {{Text: "a", Link: a}, {Text: " and "}, {Text: "b", Link: a}, {Text: "."}},
	} {
		if got := outlineOf(t, document.Paragraph{Text: text}); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	tall := prose(900)
	tall[0].Link = a
	row := document.Table{Columns: []document.Column{{Width: 1}, {Width: 1}}, Rows: []document.Row{{Cells: []document.Text{tall, prose(900)}}}}
	if got := outlineOf(t, row); strings.Count(got, "Link(") != 1 || strings.Count(got, "link") < 50 {
		t.Errorf("%.300s", got)
	}
}

// TestNoLinksInFigures: a figure is read as one, in words of its own.
func TestNoLinksInFigures(t *testing.T) {
	label := document.Text{{Text: "Rent", Link: "https://example.org"}}
	doc := &document.Document{Blocks: []document.Block{document.Chart{Title: label, Alt: "Rent: 1", Bars: []document.Bar{
		{Label: label, Values: []document.BarValue{{Text: "1", To: 10}}}}}}}
	if got := outlineOf(t, doc.Blocks...); strings.Contains(got, "Link") || !strings.HasPrefix(got, "Document(Figure(1") {
		t.Error(got)
	}
}

// TestRandomPartsOfTexts: whatever stands in a text, all of it is drawn as it is written,
// belongs to one element, and the file is accessible.
func TestRandomPartsOfTexts(t *testing.T) {
	for seed := range uint64(15) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 11))}
		doc := &document.Document{Blocks: w.blocks(2)}
		mix := func(text document.Text) {
			for i := range text {
				r := &text[i]
				r.Edit = document.Edit(w.IntN(3))
				if w.IntN(3) == 0 {
					r.Aloud = "read: \uF0B7" + r.Text
				}
			}
		}
		eachText(doc.Blocks, mix)
		file := render(t, doc)
		if faults := faultsOf(t, file); len(faults) > 0 {
			t.Errorf("%d: %.300q", seed, faults)
		}
		got := ""
		for i, text := range pageTexts(t, file) {
			if i > 0 {
				text = strings.TrimPrefix(strings.TrimSpace(text), strconv.Itoa(i+1))
			}
			got += text
		}
		if want := withoutBlanks(set.Drawable(w.want.String())); withoutBlanks(got) != want {
			t.Errorf("%d: another text", seed)
		}
	}
}

// eachText visits the texts of blocks.
func eachText(blocks []document.Block, visit func(document.Text)) {
	var items func([]document.Item)
	items = func(list []document.Item) {
		for _, it := range list {
			visit(it.Text)
			items(it.Items)
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			visit(b.Text)
		case document.Paragraph:
			visit(b.Text)
		case document.Result:
			visit(b.Text)
		case document.List:
			items(b.Items)
		case document.Box:
			visit(b.Title)
			eachText(b.Blocks, visit)
		case document.Table:
			for _, r := range b.Rows {
				for _, cell := range r.Cells {
					visit(cell)
				}
			}
		}
	}
}

// TestWhatIsStressedIsTagged: bold is Strong and italics are Em, once over several lines, and not in
// a link; a file without them maps no such roles.
func TestWhatIsStressedIsTagged(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{{Text: "A "}, {Text: "b", Strong: true}, {Text: " "},
		{Text: strings.Repeat("many words ", 40), Emphasis: true}, {Text: "c", Strong: true, Emphasis: true}, {Text: "d", Strong: true, Link: "https://example.org"}}}}}
	if got, want := outlineOf(t, doc.Blocks...), "Document(P(1 Strong(1) Em(1 1 1 1 1 1) Strong(Em(1)) Link(1 link)))"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if root := objectsOf(t, doc, "/Type /StructTreeRoot"); !strings.Contains(root[0], "/RoleMap <</Title /P /Strong /Span /Em /Span>>") {
		t.Errorf("%s", root)
	}
	plain := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Plain("A")}}}
	if root := objectsOf(t, plain, "/Type /StructTreeRoot"); !strings.Contains(root[0], "/RoleMap <</Title /P>>") {
		t.Errorf("%s", root)
	}
	if faults := faultsOf(t, render(t, doc)); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestPhrasesSayTheirLanguage: a phrase has an element of its own with its language, and in bold it is
// in the element that says so.
func TestPhrasesSayTheirLanguage(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{{Text: "The "}, {Text: "aide-mémoire", Language: "fr"}, {Text: " of "},
		{Text: "Москва", Language: "ru-RU", Strong: true}, {Text: "."}}}}}
	if got, want := outlineOf(t, doc.Blocks...), "Document(P(1 Span(1) 1 Strong(1) 1))"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, want := range []string{"/Lang (fr)", "/Lang (ru-RU)"} {
		if list := objectsOf(t, doc, want); len(list) != 1 || !strings.Contains(list[0], "/StructElem") {
			t.Errorf("%s is in %q", want, list)
		}
	}
}
