package html_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	page "github.com/isuplan/isuplan/pkg/render/html"
	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/pkg/source"
)

// allPlans are the plans of the project, and two of them with charts.
func allPlans(t *testing.T) map[string]*document.Document {
	t.Helper()
	docs := map[string]*document.Document{}
	for _, pattern := range []string{"../../../plans/*.yaml", "../../../testdata/*/*.yaml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(filepath.Base(path), ".yaml")
			if doc := compiled(t, name, text); doc != nil {
				docs[name] = doc
			}
			for plan, kind := range map[string]string{"2018": "share", "carpathian-2018": "years"} {
				if plan == name {
					docs[name+" with a chart"] = compiled(t, name, bytes.Replace(text, []byte("\nbudget:\n"), []byte("\nbudget:\n  chart: "+kind+"\n"), 1))
				}
			}
		}
	}
	if len(docs) < 12 {
		t.Fatalf("only %d plans", len(docs))
	}
	return docs
}

// compiled is the document of a plan, marked as a draft; nil where it cannot be read.
func compiled(t testing.TB, name string, text []byte) *document.Document {
	t.Helper()
	u, err := compile.New(compile.Options{Draft: true}).Compile(t.Context(), compile.Input{File: source.NewFile(name+".yaml", text)})
	if err != nil {
		t.Fatal(err)
	}
	return u.Document
}

// parsed reads a page as browsers do.
func parsed(t *testing.T, doc *document.Document) *html.Node {
	t.Helper()
	file, err := page.Render(t.Context(), doc, document.Seal{Plan: "ab", Tool: "isuplan 1", Check: "no findings"})
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// shown gathers the text that a page shows as the document's: no style, title, caption or
// table of contents, nor what pictures say to who does not see them.
func shown(n *html.Node, b *strings.Builder) {
	silent := []string{"head", "nav", "caption", "title", "desc"}
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case n.Type == html.ElementNode && slices.Contains(silent, n.Data):
		return
	}
	for c := range n.ChildNodes() {
		shown(c, b)
	}
	switch n.DataAtom {
	case atom.A, atom.Span, atom.Strong, atom.Em, atom.Bdi, atom.Ins, atom.Del:
	default:
		if n.Data != "tspan" && n.Type == html.ElementNode {
			b.WriteString("\n")
		}
	}
}

// squeezed is a text with single blanks.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestThePageSaysWhatIsPrinted, in the same order and no word more: of every plan, for who
// reads it as a browser does.
func TestThePageSaysWhatIsPrinted(t *testing.T) {
	for name, doc := range allPlans(t) {
		var want, got strings.Builder
		before := false
		symbol := doc.Meta.Symbol
		doc.Meta.Symbol = "" // it is in the margins of printed pages
		addresses := doc.Addresses
		doc.Addresses = document.Addresses{} // one follows the links
		for text, run := range typography.Set(doc).Printed() {
			if run == nil || !before {
				want.WriteString(" ")
			}
			want.WriteString(text)
			if before = run != nil; !before {
				want.WriteString(" ")
			}
		}
		doc.Meta.Symbol, doc.Addresses = symbol, addresses
		shown(parsed(t, doc), &got)
		a, b := strings.Join(strings.Fields(want.String()), ""), strings.Join(strings.Fields(got.String()), "")
		if a != b {
			at := 0
			for at < min(len(a), len(b)) && a[at] == b[at] {
				at++
			}
			t.Errorf("%s: the page goes on with %.100q, the document with %.100q", name, b[at:], a[at:])
		}
	}
}

// TestThePageIsTheReferenceWordForWord: the 2018 document as it was issued.
func TestThePageIsTheReferenceWordForWord(t *testing.T) {
	text, err := os.ReadFile("../../../testdata/2018-work-plan-blocks.txt")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := os.ReadFile("../../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	doc := compiled(t, "2018", plan)
	doc.Meta.Draft = ""
	var b strings.Builder
	shown(parsed(t, doc), &b)
	rest := typography.Alike(squeezed(b.String()))
	blocks := strings.Split(strings.TrimSpace(string(text)), "\n")
	for i, block := range blocks {
		after, found := strings.CutPrefix(rest, typography.Alike(block))
		if !found {
			t.Fatalf("block %d is not next:\nwant %s\nhave %.200s", i+1, block, rest)
		}
		rest = strings.TrimPrefix(after, " ")
	}
	if len(blocks) != 178 || rest != "GE.17-09131(E) * 1 7 0 9 1 3 1 * Please recycle" {
		t.Errorf("behind %d blocks stands %s", len(blocks), rest)
	}
}

// TestThePageIsReadAloudAndFollowed: of every plan, one title, headings in steps, names
// that are unique, links that lead somewhere, and tables that say what they are.
func TestThePageIsReadAloudAndFollowed(t *testing.T) {
	for name, doc := range allPlans(t) {
		root := parsed(t, doc)
		names, links, titles, level := map[string]int{}, map[string]bool{}, 0, 0
		for n := range root.Descendants() {
			if id := attribute(n, "id"); id != "" {
				names[id]++
			}
			if href := attribute(n, "href"); strings.HasPrefix(href, "#") {
				links[href[1:]] = true
			}
			for _, of := range []string{"aria-labelledby", "aria-describedby"} {
				if id := attribute(n, of); id != "" {
					links[id] = true
				}
			}
			switch n.DataAtom {
			case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
				at := int(n.Data[1] - '0')
				if at > level+1 {
					t.Errorf("%s: %s follows a heading of level %d", name, n.Data, level)
				}
				if level = at; at == 1 {
					titles++
				}
			case atom.Th:
				if attribute(n, "scope") == "" {
					t.Errorf("%s: a head of a table says not of what", name)
				}
			case atom.Table:
				if c := n.FirstChild.NextSibling; c == nil || c.DataAtom != atom.Caption {
					t.Errorf("%s: a table has no caption", name)
				}
			case atom.Script, atom.Img, atom.Link, atom.Iframe, atom.Form:
				t.Errorf("%s: there is a %s", name, n.Data)
			}
		}
		for id, times := range names {
			if times > 1 {
				t.Errorf("%s: %d parts have the name %s", name, times, id)
			}
		}
		for id := range links {
			if names[id] == 0 {
				t.Errorf("%s: a link leads to %s, which is nowhere", name, id)
			}
		}
		if titles != 1 {
			t.Errorf("%s: %d titles", name, titles)
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// TestNotesLeadThereAndBack: the mark to its note, and the note to its first mark.
func TestNotesLeadThereAndBack(t *testing.T) {
	mark := func(n int) document.Run { return document.Run{Text: string(rune('a'+n-1)) + "/", Note: n} }
	note := func(n int, text string) document.Text { return document.Text{mark(n), {Text: " " + text}} }
	doc := &document.Document{Blocks: []document.Block{
		document.Table{ID: "budget", Columns: []document.Column{{Label: true}}, Rows: []document.Row{
			{Cells: []document.Text{{{Text: "Travel "}, mark(1)}}}, {Cells: []document.Text{{{Text: "Rent "}, mark(1)}}}, {Cells: []document.Text{{mark(3)}}}},
			Notes: []document.Text{note(1, "One."), note(2, "Two, without a mark."), document.Plain("Three.")}},
		document.Table{ID: "budget", Columns: []document.Column{{Label: true}}, Rows: []document.Row{{Cells: []document.Text{{mark(1)}}}}, Notes: []document.Text{note(1, "One.")}},
	}}
	var got []string
	for n := range parsed(t, doc).Descendants() {
		if role := attribute(n, "role"); strings.HasPrefix(role, "doc-") {
			got = append(got, strings.TrimPrefix(role, "doc-")+" "+attribute(n, "id")+" -> "+attribute(n, "href"))
		}
	}
	want := []string{"noteref budget/mark-1 -> #budget/note-1", "noteref  -> #budget/note-1", "backlink  -> #budget/mark-1",
		"noteref budget-2/mark-1 -> #budget-2/note-1", "backlink  -> #budget-2/mark-1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
