package html

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

const hostile = `<script>alert("1")</script> & 'x' </title>`

func sample() *document.Document {
	t := document.Plain
	return &document.Document{
		Meta:     document.Meta{Title: hostile, Language: "en"},
		Masthead: document.Masthead{Name: t(hostile), Symbol: hostile, Title: t("Changes"), Byline: t("By")},
		Blocks: []document.Block{
			document.Box{ID: `a"b`, Title: t("Summary"), Blocks: []document.Block{document.Paragraph{Number: "1.", Text: t(hostile)}}},
			document.Heading{ID: "h", Level: 1, Number: "I.", Text: t(hostile)},
			document.List{Items: []document.Item{{Marker: "(a)", Text: document.Text{{Text: "old", Edit: document.Deleted}, {Text: "new", Edit: document.Inserted}, {Text: hostile, Strong: true, Emphasis: true, Link: `https://example.org/?a="b"&c`}}}}},
			document.Result{Level: 3, Label: "Activity 1.1.1:", Text: t(hostile)},
			document.Table{ID: "t", Caption: t(hostile), Columns: []document.Column{{Head: t("Cost"), Label: true}, {Head: t("2025"), Numeric: true}},
				Rows: []document.Row{{Kind: document.TotalRow, Depth: 1, Cells: []document.Text{t(hostile), t("1,000")}}}, Notes: []document.Text{t("note")}},
		},
	}
}

func render(t *testing.T, doc *document.Document) string {
	t.Helper()
	page, err := Render(t.Context(), doc, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// body returns the page from its body on, without its head and style.
func body(t *testing.T, doc *document.Document) string {
	t.Helper()
	_, body, _ := strings.Cut(render(t, doc), "<body>")
	return body
}

// TestHarmless holds that no text of a plan becomes a mark of the page, and that the
// page is well formed and loads nothing.
func TestHarmless(t *testing.T) {
	page := render(t, sample())
	for _, bad := range []string{"<script", "</title> ", "src=", "@import", "url("} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	for _, want := range []string{"<del>old</del><ins>new</ins>", `href="https://example.org/?a=&#34;b&#34;&amp;c"`, `<th scope="row"`, `lang="en"`, "viewport"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	d := xml.NewDecoder(strings.NewReader(page))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the page is not well formed: %v", err)
		}
	}
}

func TestSameBytes(t *testing.T) {
	first, second := render(t, sample()), render(t, sample())
	if first != second {
		t.Error("two pages of one document differ")
	}
}

// TestCellsBeyondTheColumns get columns of their own, as they do on paper.
func TestCellsBeyondTheColumns(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}},
		Rows: []document.Row{{Cells: []document.Text{document.Plain("Rent"), document.Plain("1"), document.Plain("two")}}}}
	page := render(t, &document.Document{Blocks: []document.Block{table}})
	const want = "<thead><tr><th scope=\"col\">Cost</th><th scope=\"col\"></th><th scope=\"col\"></th></tr></thead>\n<tbody>\n<tr><th scope=\"row\">Rent</th><td>1</td><td>two</td></tr>\n"
	if !strings.Contains(page, want) {
		t.Errorf("no %s in %s", want, page)
	}
}

// TestATableOfNotesOnly is no table.
func TestATableOfNotesOnly(t *testing.T) {
	page := body(t, &document.Document{Blocks: []document.Block{document.Table{Notes: []document.Text{document.Plain("A note.")}}}})
	if strings.Contains(page, "<table") || !strings.Contains(page, "<div class=\"notes\">\n<p>A note.</p>") {
		t.Errorf("%s", page)
	}
}

// TestADraftIsMarked: before everything else, and only where it is one.
func TestADraftIsMarked(t *testing.T) {
	doc := sample()
	if page := body(t, doc); strings.Contains(page, "draft") {
		t.Error("a final document is marked as a draft")
	}
	doc.Meta.Draft = "DRAFT <1>"
	const want = "<article class=\"document\" lang=\"en\">\n<p class=\"draft\"><strong>DRAFT &lt;1&gt;</strong></p>\n<header>"
	if page := render(t, doc); !strings.Contains(page, want) {
		t.Errorf("no %s", want)
	}
}

// TestWhereTextsWereWritten stands at each run of which something is known, and the body has
// neither head nor style.
func TestWhereTextsWereWritten(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{{Text: "One"}, {Text: "two", Strong: true}, {Text: "three"}}}}}
	body, err := Body(t.Context(), doc, Options{At: func(r *document.Run) string {
		if r.Text == "One" {
			return ""
		}
		return `"` + r.Text
	}})
	if err != nil {
		t.Fatal(err)
	}
	const want = `<p>One<strong><span data-at="&#34;two">two</span></strong><span data-at="&#34;three">three</span></p>`
	if page := string(body); !strings.Contains(page, want) || strings.Contains(page, "<head>") || strings.Contains(page, "<style") {
		t.Errorf("no %s in %s", want, page)
	}
	if !strings.Contains(Style(), "table") {
		t.Error("there is no style")
	}
}

// TestPagesOfPrint: where a block begins on another page than the one before it, a rule says
// so, which is no text.
func TestPagesOfPrint(t *testing.T) {
	p := func(s string) document.Block { return document.Paragraph{Text: document.Plain(s)} }
	doc := &document.Document{Blocks: []document.Block{p("one"), nil, p("two"), p("three"), p("four")}}
	body, err := Body(t.Context(), doc, Options{Pages: []int{1, 1, 1, 2}})
	if err != nil {
		t.Fatal(err)
	}
	const want = "<p>two</p>\n<p class=\"page\" data-page=\"2\" aria-hidden=\"true\"></p>\n<p>three</p>\n<p>four</p>\n"
	if got := string(body); !strings.Contains(got, want) || strings.Count(got, "data-page") != 1 {
		t.Errorf("no %s in %s", want, got)
	}
}
