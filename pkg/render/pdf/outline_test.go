package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	reader "github.com/ledongthuc/pdf"

	"github.com/isuplan/isuplan/pkg/document"
)

// bookmarksOf writes the outline of a file, a line to a bookmark with how many it says
// are below it, and returns how many there are.
func bookmarksOf(b *strings.Builder, above reader.Value, depth int) (n int) {
	for v := above.Key("First"); !v.IsNull(); v = v.Key("Next") {
		fmt.Fprintf(b, "%s%s %d\n", strings.Repeat("  ", depth), v.Key("Title").Text(), v.Key("Count").Int64())
		n += 1 + bookmarksOf(b, v, depth+1)
	}
	return n
}

// TestTheOutlineIsWhole: boxes, headings, outcomes and outputs, none skipped; each says
// how many are below it.
func TestTheOutlineIsWhole(t *testing.T) {
	title := document.Plain
	results := []document.Block{document.Result{Level: 1, Label: "Outcome 1.", Text: title("One")}, document.Result{Level: 2, Label: "Output 1.1.", Text: title("In")},
		document.Result{Level: 3, Label: "Activity 1.1.1:", Text: title("Do")}, document.Result{Level: 2, Label: "Output 1.2.", Text: title("Out")}}
	blocks := []document.Block{document.Box{Title: title("Summary"), Blocks: []document.Block{document.Paragraph{Text: title("All.")}}},
		document.Heading{Level: 1, Number: "I.", Text: title("Results (/Count 0>>")}}
	blocks = append(append(blocks, results...), document.Heading{Level: 2, Number: "A.", Text: title("More")}, document.Box{Title: title("Box"), Blocks: results[:2]})
	blocks = append(blocks, document.Heading{Level: 1, Number: "II.", Text: title("Budget")})
	file := render(t, &document.Document{Blocks: blocks})
	r, err := reader.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	const want = "Summary 0\nI. Results (/Count 0>> 7\n  Outcome 1. One 2\n    Output 1.1. In 0\n    Output 1.2. Out 0\n" +
		"  A. More 3\n    Box 2\n      Outcome 1. One 1\n        Output 1.1. In 0\nII. Budget 0\n"
	var got strings.Builder
	root := r.Trailer().Key("Root").Key("Outlines")
	if n := bookmarksOf(&got, root, 0); got.String() != want || int64(n) != root.Key("Count").Int64() {
		t.Errorf("%d of %d:\n%s", n, root.Key("Count").Int64(), got.String())
	}
}

// TestABoxStandsBelowTheHeadingAboveIt, and what follows it does not stand below the box.
func TestABoxStandsBelowTheHeadingAboveIt(t *testing.T) {
	box := document.Box{Title: prose(1), Blocks: []document.Block{document.Result{Level: 1, Text: prose(2)}}}
	for want, blocks := range map[string][]document.Block{
		"Document(Div(H1(1) H2(1)) H1(1) H2(1))": {box, document.Heading{Level: 1, Text: prose(1)}, document.Result{Level: 1, Text: prose(1)}},
		"Document(H1(1) Div(H2(1) H3(1)) H2(1))": {document.Heading{Level: 1, Text: prose(1)}, box, document.Result{Level: 1, Text: prose(1)}},
		"Document(H1(1) H2(1) Div(H3(1) H3(1)) H3(1))": {document.Heading{Level: 1, Text: prose(1)}, document.Heading{Level: 2, Text: prose(1)}, box,
			document.Result{Level: 1, Text: prose(1)}},
	} {
		if got := outlineOf(t, blocks...); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestTheOutlineSkipsNoLevel, neither where a document does nor where a heading shows
// nothing and is left out.
func TestTheOutlineSkipsNoLevel(t *testing.T) {
	blocks := []document.Block{document.Heading{Level: 3, Text: prose(1)}, document.Heading{Level: 1, Text: prose(1)}, document.Heading{Level: 2, Text: document.Plain("\u200b")},
		document.Heading{Level: 3, Text: prose(1)}, document.Heading{Level: 1, Text: prose(1)}}
	c, err := draw(&document.Document{Blocks: blocks})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(c.levels); got != "[1 1 2 1]" {
		t.Errorf("levels %s", got)
	}
}
