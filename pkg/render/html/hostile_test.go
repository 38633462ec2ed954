package html_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/isuplan/isuplan/pkg/document"
	page "github.com/isuplan/isuplan/pkg/render/html"
)

// hostileTexts would be markup, style, addresses or directions if they were taken for it.
var hostileTexts = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</title></style></svg><b>x`,
	`"; } body { display: none } @import "https://example.org"; "`, `\22 } body{}`, `<!-- x`, `--> x`, `]]>`, `&lt;b&gt; &amp;#51;`,
	"\u202Edesrever\u202C", "\u2066open", "a\u200Fb", `javascript:alert(1)`, "line\u2028end", "zero\x00and\x1bescape",
}

// filled is a document with a text in each of its fields.
func filled(s string) *document.Document {
	run := document.Run{Text: s, Aloud: s, Link: s, Strong: true}
	kept := document.Run{Text: s, Keep: true, Edit: document.Inserted, Link: "https://example.org/" + s}
	t := document.Text{run, kept, {Text: s, Note: 1}}
	note := document.Text{{Text: s, Note: 1}, run}
	item := document.Item{ID: s, Marker: s, Text: t}
	return &document.Document{
		Meta:     document.Meta{Title: s, Author: s, Subject: s, Keywords: []string{s, s}, Language: s, Symbol: s, Job: s, Barcode: s, Name: s, Draft: s},
		Masthead: document.Masthead{Name: t, Symbol: s, Origin: []document.Text{t}, Session: []document.Text{t}, Title: t, Byline: t},
		Blocks: []document.Block{
			document.Box{ID: s, Title: t, Blocks: []document.Block{document.Paragraph{ID: s, Number: s, Text: t}}},
			document.Heading{ID: s, Level: 1, Number: s, Text: t}, document.Heading{ID: s, Level: 2, Number: s, Text: t}, document.Heading{ID: s, Level: 3, Number: s, Text: t},
			document.List{Items: []document.Item{item, {ID: s, Marker: s, Text: t, Items: []document.Item{item}}}},
			document.Result{ID: s, Level: 1, Label: s, Text: t}, document.Result{ID: s, Level: 3, Label: s, Text: t},
			document.Table{ID: s, Caption: t, Columns: []document.Column{{ID: s, Head: t, Label: true}, {ID: s, Head: t, Numeric: true}},
				Rows: []document.Row{{ID: s, Depth: 9, Cells: []document.Text{t, t, t}}}, Notes: []document.Text{note}},
			document.Chart{ID: s, Title: t, Alt: s, Series: []document.Text{t, t}, Zero: 100, Bars: []document.Bar{{Label: t, Values: []document.BarValue{{Text: s, Share: s, To: 500}, {Text: s}}}}},
		},
	}
}

// TestHostileTextStaysText: in every field of a document, to a browser, and nothing that it
// says is lost.
func TestHostileTextStaysText(t *testing.T) {
	harmless := elements(parsed(t, filled("harmless")))
	for _, s := range hostileTexts {
		root := parsed(t, filled(s))
		for _, e := range elements(root) {
			if name, _, _ := strings.Cut(e, " "); !slices.Contains(harmless, e) && name != "bdi" {
				t.Errorf("%q: there is %s", s, e)
			}
		}
		var b strings.Builder
		shown(root, &b)
		clean := strings.Map(func(r rune) rune {
			if r < ' ' {
				return '\uFFFD'
			}
			return r
		}, s)
		if n, want := strings.Count(b.String(), clean), strings.Count(textOf(parsed(t, filled("harmless"))), "harmless"); n != want {
			t.Errorf("%q is there %d times, want %d", s, n, want)
		}
	}
}

func textOf(n *html.Node) string {
	var b strings.Builder
	shown(n, &b)
	return b.String()
}

// elements are the kinds of element of a page, each with its attributes, without the style.
func elements(root *html.Node) (list []string) {
	for n := range root.Descendants() {
		if n.Type == html.CommentNode && !strings.Contains(n.Data, "made by isuplan") {
			list = append(list, "a comment "+n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		e := n.Data
		for _, a := range n.Attr {
			e += " " + a.Key
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://example.org/") {
				e += " to " + a.Val
			}
		}
		if !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// TestHostileTextStaysOutOfTheStyle: what stands in the margins of pages ends no string.
func TestHostileTextStaysOutOfTheStyle(t *testing.T) {
	for _, s := range hostileTexts {
		var styles []string
		for n := range parsed(t, filled(s)).Descendants() {
			if n.Data == "style" && n.FirstChild != nil {
				styles = append(styles, n.FirstChild.Data)
			}
		}
		if len(styles) != 1 {
			t.Fatalf("%q: %d styles", s, len(styles))
		}
		for line := range strings.Lines(styles[0]) {
			if strings.Contains(line, "content: \"") && (strings.Count(line, `"`) != 2 || strings.ContainsAny(strings.Split(line, `"`)[1], "<>{};@:'/")) {
				t.Errorf("%q is in the style as %s", s, line)
			}
		}
	}
}

// TestPlacesOfTexts stand at every run and figure of which something is known, as one
// attribute, whatever it says.
func TestPlacesOfTexts(t *testing.T) {
	doc := filled("x")
	body, err := page.Body(t.Context(), doc, page.Options{
		At:   func(r *document.Run) string { return `<"` + r.Text },
		Cell: func(r *document.Row, c *document.Column) string { return fmt.Sprint(r.ID, ">", c.ID) },
	})
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	runs, cells := 0, 0
	for n := range root.Descendants() {
		switch at := attribute(n, "data-at"); {
		case at == `<"x`:
			runs++
		case at == "x>x":
			cells++
		case at != "":
			t.Errorf("data-at is %s", at)
		}
	}
	want := 1 // of the label in the chart
	for text := range doc.Texts() {
		want += len(text)
	}
	want += len(doc.Blocks[7].(document.Table).Caption) - len(doc.Blocks[8].(document.Chart).Bars[0].Label)
	if runs != want || cells != 1 {
		t.Errorf("%d runs of %d have a place, and %d figures", runs, want, cells)
	}
	if strings.Contains(string(body), "<style") || strings.Contains(string(body), "<main") {
		t.Error("the body has more than the document")
	}
}
