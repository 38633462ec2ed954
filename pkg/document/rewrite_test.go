package document_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestRewriterForgetsNoText: every text of a document is rewritten, but for those of charts where they are not
// asked for; the document itself stays as it was.
func TestRewriterForgetsNoText(t *testing.T) {
	doc := &document.Document{
		Masthead: document.Masthead{Name: document.Plain("name"), Title: document.Plain("title"), Byline: document.Plain("byline"), Origin: []document.Text{document.Plain("origin")}, Session: []document.Text{document.Plain("session")}},
		Blocks: []document.Block{
			document.Heading{Text: document.Plain("heading")}, document.Paragraph{Text: document.Plain("paragraph")}, document.Result{Label: "label", Text: document.Plain("result")},
			document.Box{Title: document.Plain("box"), Blocks: []document.Block{document.List{Items: []document.Item{{Text: document.Plain("item"), Items: []document.Item{{Text: document.Plain("below")}}}}}}},
			document.Table{Caption: document.Plain("caption"), Columns: []document.Column{{Head: document.Plain("column")}}, Heads: []document.Head{{Text: document.Plain("head")}},
				Rows: []document.Row{{Cells: []document.Text{document.Plain("cell")}}}, Notes: []document.Text{document.Plain("note")}},
			document.Chart{Title: document.Plain("chart"), Series: []document.Text{document.Plain("series")}, Bars: []document.Bar{{Label: document.Plain("bar")}}},
		},
	}
	all := func(d *document.Document) (list []string) {
		for text := range d.Printed() {
			list = append(list, text)
		}
		return list
	}
	upper := func(t document.Text) (document.Text, bool) {
		return document.Plain(strings.ToUpper(t.String())), len(t) > 0
	}
	before := strings.Join(all(doc), " ")
	for isAll, small := range map[bool]string{true: "", false: "chart series bar"} {
		out := document.Rewriter{Text: upper, All: isAll}.Document(doc)
		var left []string
		for _, text := range all(out) {
			if text != strings.ToUpper(text) {
				left = append(left, text)
			}
		}
		if table, _ := document.As[document.Table](out.Blocks[4]); (table.Caption.String() == "CAPTION") != isAll {
			t.Errorf("all: %v, and the table's caption is %q", isAll, table.Caption)
		}
		if got := strings.Join(left, " "); got != small {
			t.Errorf("all: %v: %q was left", isAll, got)
		}
	}
	if after := strings.Join(all(doc), " "); after != before {
		t.Errorf("the document became %q", after)
	}
}
