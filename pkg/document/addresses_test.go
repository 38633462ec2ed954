package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestLinked: addresses are listed once, in the order of print; not those that the text says, nor
// those in charts.
func TestLinked(t *testing.T) {
	to := func(text, link string) document.Text { return document.Text{{Text: text, Link: link}} }
	for name, c := range map[string]struct {
		texts []document.Text
		want  string
	}{
		"none":                   {[]document.Text{document.Plain("a")}, ""},
		"one":                    {[]document.Text{to("a", "https://e.org/a")}, "1/ https://e.org/a"},
		"twice":                  {[]document.Text{to("a", "https://e.org/a"), to("b", "https://e.org/a/")}, "1/ https://e.org/a"},
		"another page":           {[]document.Text{to("a", "https://e.org/a"), to("b", "https://e.org/A")}, "1/ https://e.org/a; 2/ https://e.org/A"},
		"its address":            {[]document.Text{to("https://e.org/a", "https://e.org/a")}, ""},
		"without its scheme":     {[]document.Text{to("E.org/a/ ", "https://e.org/a")}, ""},
		"without a slash":        {[]document.Text{to("e.org", "http://e.org/")}, ""},
		"another address":        {[]document.Text{to("e.org", "https://e.org/a")}, "1/ https://e.org/a"},
		"mail":                   {[]document.Text{to("write", "mailto:a@e.org?subject=x")}, "1/ a@e.org"},
		"mail of two subjects":   {[]document.Text{to("write", "mailto:a@e.org?subject=x"), to("ask", "MAILTO:a@e.org")}, "1/ a@e.org"},
		"mail that is said":      {[]document.Text{to("a@e.org", "mailto:a@e.org?subject=x"), to("mailto:a@e.org", "mailto:a@e.org")}, ""},
		"of several runs":        {[]document.Text{{{Text: "www.", Link: "https://www.e.org"}, {Text: "e.org", Link: "https://www.e.org", Strong: true}}}, ""},
		"blanks":                 {[]document.Text{to("  ", "https://e.org")}, ""},
		"the address of another": {[]document.Text{{{Text: "e.org", Link: "https://e.org"}, {Text: "a", Link: "https://e.org/a"}}}, "1/ https://e.org/a"},
	} {
		doc := &document.Document{Blocks: []document.Block{
			document.Chart{Title: to("chart", "https://e.org/chart")},
			document.Box{Blocks: []document.Block{document.Chart{Series: []document.Text{to("series", "https://e.org/series")}}}},
			document.Table{Rows: []document.Row{{Cells: c.texts}}},
		}}
		var got []string
		for i, n := range doc.Linked() {
			if n[0].Address != i+1 || n[0].Text != document.AddressMark(i+1)+" " {
				t.Errorf("%s: %+v", name, n[0])
			}
			got = append(got, n.String())
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", name, s, c.want)
		}
	}
}

// TestLinkedInOrder: masthead, box, heading, list and the notes of a table.
func TestLinkedInOrder(t *testing.T) {
	n := 0
	next := func() document.Text {
		n++
		return document.Text{{Text: "see"}, {Text: "here", Link: fmt.Sprint("https://e.org/", n)}}
	}
	doc := &document.Document{Masthead: document.Masthead{Title: next(), Byline: next()}}
	doc.Blocks = []document.Block{
		document.Box{Title: next(), Blocks: []document.Block{document.Paragraph{Text: next()}}},
		document.Heading{Text: next()}, document.List{Items: []document.Item{{Text: next(), Items: []document.Item{{Text: next()}}}}},
		document.Result{Text: next()}, document.Table{Columns: []document.Column{{Head: next()}}, Rows: []document.Row{{Cells: []document.Text{next()}}}, Notes: []document.Text{next()}}}
	got := doc.Linked()
	if len(got) != n {
		t.Fatalf("%d of %d", len(got), n)
	}
	for i := range got {
		if want := fmt.Sprintf("%d/ https://e.org/%d", i+1, i+1); got[i].String() != want {
			t.Errorf("got %s, want %s", got[i], want)
		}
	}
}
