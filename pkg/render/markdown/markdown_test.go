package markdown_test

import (
	"bytes"
	"html"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

// toHTML renders as GitHub does: tables, strikethrough, task lists and autolinks.
// rendered returns a document without a seal.
func rendered(t *testing.T, doc *document.Document) []byte {
	t.Helper()
	md, err := markdown.Render(t.Context(), doc, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	return md
}

func toHTML(t *testing.T, md []byte) string {
	t.Helper()
	var out strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(md, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// hostile are texts that would be markup if they were not escaped.
var hostile = []string{
	"# heading", "> quote", "- item", "+ item", "* item", "1. item", "12) item", "=====", "---", "***", "```go", "~~~",
	"    code", "a | b", "|---|", ":--", "<script>alert(1)</script>", "<!-- x -->", "&lt;b&gt; &amp; &#35;", "[text](javascript:x)",
	"![image](x)", "*stars* and _lines_", "**bold**", "~~gone~~", "`code`", `back\slash`, `\*`, "[x] task", "[^1]", "snake_case_name",
	"US$ 5 and US$ 6", "a  *  b", "www.evil.com", "see https://evil.com/x", "a@b.org", "@user", "me: this", "10:30", "trailing #", "## both ##", "http://example.org/a_b_c", "2018. A year", "#", "-", ">", "<b", "a<b>c", "&copy;",
}

func TestTextStaysText(t *testing.T) {
	for _, text := range hostile {
		stays(t, text)
	}
}

// render returns the file without its last line, which is no word of the document.
func render(t *testing.T, blocks ...document.Block) []byte {
	t.Helper()
	md := rendered(t, &document.Document{Blocks: blocks})
	return append(bytes.TrimRight(md[:bytes.LastIndex(md, []byte("<!-- made by isuplan"))], "\n"), '\n')
}

// stays holds that a text comes out of every part of a document unchanged.
func stays(t *testing.T, text string) {
	t.Helper()
	want := strings.Join(strings.Fields(text), " ")
	plain := document.Plain(want)
	for place, c := range map[string]struct {
		block document.Block
		html  string
	}{
		"paragraph":          {document.Paragraph{Text: plain}, "<p>…</p>"},
		"numbered paragraph": {document.Paragraph{Number: "7.", Text: plain}, "<ol start=\"7\"> <li>…</li> </ol>"},
		"heading":            {document.Heading{Level: 1, Number: "I.", Text: plain}, "<h2>I. …</h2>"},
		"bullet":             {document.List{Items: []document.Item{{Text: plain}}}, "<ul> <li>…</li> </ul>"},
		"lettered":           {document.List{Lettered: true, Items: []document.Item{{Marker: "(a)", Text: plain}}}, "<p>(a) …</p>"},
		"activity":           {document.Result{Level: 3, Label: "Activity 1.1.1:", Text: plain}, "<ul> <li>Activity 1.1.1: …</li> </ul>"},
		"cell": {document.Table{Columns: []document.Column{{Head: document.Plain("h")}}, Rows: []document.Row{{Cells: []document.Text{plain}}}},
			"<table> <thead> <tr> <th>h</th> </tr> </thead> <tbody> <tr> <td>…</td> </tr> </tbody> </table>"},
	} {
		md := render(t, c.block)
		got := strings.Join(strings.Fields(html.UnescapeString(toHTML(t, md))), " ")
		if expected := strings.Replace(c.html, "…", want, 1); got != expected {
			t.Errorf("%s in a %s: got %s, want %s\nMarkdown: %s", text, place, got, expected, md)
		}
	}
}

func FuzzTextStaysText(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// Plans hold valid text without control characters; the reader sees to that.
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" || strings.ContainsFunc(text, func(r rune) bool {
			return unicode.IsControl(r) || r == '\uFEFF' || unicode.IsSpace(r) && r != ' ' || r == '\uFFFD'
		}) {
			return
		}
		stays(t, text)
	})
}

func TestStyles(t *testing.T) {
	run := func(text string, strong, emphasis bool, link string) document.Run {
		return document.Run{Text: text, Strong: strong, Emphasis: emphasis, Link: link}
	}
	for name, c := range map[string]struct {
		text document.Text
		want string
	}{
		"bold":            {document.Text{run("a ", false, false, ""), run("b", true, false, "")}, "a **b**"},
		"blanks outside":  {document.Text{run("a", false, false, ""), run(" b ", true, false, ""), run("c", false, false, "")}, "a **b** c"},
		"both":            {document.Text{run("b", true, true, "")}, "***b***"},
		"inside a word":   {document.Text{run("un", false, false, ""), run("do", false, true, ""), run("ne", false, false, "")}, "un<em>do</em>ne"},
		"next to a comma": {document.Text{run("b", false, true, ""), run(", c", false, false, "")}, "*b*, c"},
		"link":            {document.Text{run("site", false, false, "https://example.org/a(b)")}, "[site](https://example.org/a%28b%29)"},
		"empty":           {nil, ""},
		"bang":            {document.Text{run("wow!", false, false, ""), run("x", false, false, "https://e.org/a|b`c")}, `wow\![x](https://e.org/a%7Cb%60c)`},
	} {
		got := strings.TrimSpace(string(render(t, document.Paragraph{Text: c.text})))
		if got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestSentencesHaveLinesOfTheirOwn(t *testing.T) {
	got := string(render(t,
		document.Paragraph{Number: "3.", Text: document.Plain("First one. Second one? Under No. 5 of e.g. Annex I. Mr. J. Doe.")}))
	want := "3. First one.\n   Second one?\n   Under No. 5 of e.g. Annex I. Mr. J. Doe.\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestOwnFilesAreKnownByTheirLastLine(t *testing.T) {
	doc := &document.Document{Masthead: document.Masthead{Name: document.Plain("Convention on Examples")},
		Blocks: []document.Block{document.List{Items: []document.Item{{Text: document.Plain("Last words.")}}}}}
	made := rendered(t, doc)
	before, _, _ := bytes.Cut(made, []byte("<!-- made by isuplan"))
	quoted := rendered(t, &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Plain(string(made))}}})
	quoted = quoted[:bytes.LastIndex(quoted, []byte("<!--"))]
	for name, c := range map[string]struct {
		file []byte
		want bool
	}{
		"as written":                    {made, true},
		"with the line ends of Windows": {bytes.ReplaceAll(made, []byte("\n"), []byte("\r\n")), true},
		"with the last line taken out":  {before, false},
		"with words behind the mark":    {append(bytes.Clone(made), "mine\n"...), false},
		"that quotes the mark":          {quoted, false},
		"with a mark inside a line":     {append([]byte("see "), made[len(before):]...), false},
		"empty":                         {nil, false},
	} {
		if markdown.Ours(c.file) != c.want {
			t.Errorf("a file %s: got %v, want %v:\n%s", name, !c.want, c.want, c.file)
		}
	}
}

// TestCellsBeyondTheColumns get columns of their own, as they do on paper.
func TestCellsBeyondTheColumns(t *testing.T) {
	cell := document.Plain
	got := string(render(t, document.Table{Columns: []document.Column{{Head: cell("Cost"), Label: true}},
		Rows: []document.Row{{Cells: []document.Text{cell("Rent"), cell("1"), cell("two")}}, {Cells: []document.Text{cell("Staff")}}}}))
	const want = "| Cost  |     |  |\n| ----- | --- | --- |\n| Rent  | 1   | two |\n| Staff |\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := render(t, document.Table{}); bytes.Contains(got, []byte("-")) {
		t.Errorf("a table of nothing is %q", got)
	}
}

// TestHeadsOverColumns: GitHub's tables have one row of heads, in which each says what stands
// over it too.
func TestHeadsOverColumns(t *testing.T) {
	plain := document.Plain
	table := document.Table{Columns: []document.Column{{Head: plain("Cost"), Label: true}, {Head: plain("BCTF"), Numeric: true}, {Head: plain("RTF"), Numeric: true}},
		Heads: []document.Head{{Text: plain("20*16"), From: 1, To: 3}}, Rows: []document.Row{{Cells: []document.Text{plain("Rent"), plain("1"), plain("2")}}}}
	const want = "| Cost | 20\\*16: BCTF | 20\\*16: RTF |\n| ---- | -----------: | ----------: |\n| Rent |            1 |           2 |\n"
	if got := string(render(t, table)); !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
