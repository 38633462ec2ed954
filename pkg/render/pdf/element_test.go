package pdf

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// outline writes the elements as a line: what stands in which, and how many pieces
// each has on which pages.
func outline(c *canvas, node int) string {
	e := &c.tree.elements[node]
	var kids []string
	for _, k := range e.kids {
		switch {
		case k.element != 0:
			kids = append(kids, outline(c, k.element))
		case k.link != 0:
			kids = append(kids, "link")
		default:
			kids = append(kids, string(rune('0'+k.page)))
		}
	}
	return string(e.role) + "(" + strings.Join(kids, " ") + ")"
}

func outlineOf(t *testing.T, blocks ...document.Block) string {
	t.Helper()
	c, err := draw(&document.Document{Blocks: blocks})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.finish(); err != nil {
		t.Fatal(err)
	}
	f, err := parseFile([]byte(drawnFile))
	if err != nil {
		t.Fatal(err)
	}
	s := structure{canvas: c, file: f, objects: make([]int, len(c.tree.elements))}
	s.reserve(0) // what holds nothing goes
	return outline(c, 0)
}

func TestElements(t *testing.T) {
	long := prose(12)
	long[0].Link = "https://example.org"
	for name, c := range map[string]struct {
		want   string
		blocks []document.Block
	}{
		"a paragraph over two pages is one": {"Document(P(1) P(1 2))", []document.Block{
			document.Paragraph{Text: prose(400)}, document.Paragraph{Number: "2.", Text: prose(400)}}},
		"lettered items are lists in lists": {"Document(L(LI(Lbl(1) LBody(1 L(LI(Lbl(1) LBody(1))))) LI(Lbl(1) LBody(1))))", []document.Block{
			document.List{Lettered: true, Items: []document.Item{{Marker: "(a)", Text: prose(20), Items: []document.Item{{Marker: "(i)", Text: prose(2)}}}, {Marker: "(b)", Text: prose(2)}}}}},
		"headings skip no level": {"Document(H1(1) P(1) H2(1) P(1) H1(1) P(1))", []document.Block{
			document.Heading{Level: 2, Text: prose(1)}, document.Paragraph{Text: prose(1)}, document.Heading{Level: 3, Text: prose(1)}, document.Paragraph{Text: prose(1)},
			document.Heading{Level: 1, Text: prose(1)}, document.Paragraph{Text: prose(1)}}},
		"a link over two lines is one, with two areas": {"Document(P(1 Link(1 link 1 link) 1))", []document.Block{
			document.Paragraph{Text: append(append(prose(9), document.Run{Text: " "}, long[0]), document.Run{Text: "."})}}},
		"cells without text count, notes stand below": {"Document(Table(TR(TH(1) TH()) TR(TH(1) TD())) P(Note(1)))", []document.Block{
			document.Table{Columns: []document.Column{{Head: prose(1), Width: 1, Label: true}, {Width: 1}},
				Rows: []document.Row{{Cells: []document.Text{prose(1), nil}}}, Notes: []document.Text{prose(1)}}}},
		"what is empty is not there": {"Document(P(1))", []document.Block{
			document.List{Items: []document.Item{}}, document.Paragraph{}, document.Paragraph{Text: prose(1)}, document.Box{}}},
	} {
		if got := outlineOf(t, c.blocks...); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// TestATablesLaterHeadsAreNotReadAgain: its head stands on each page, and once in the
// structure.
func TestATablesLaterHeadsAreNotReadAgain(t *testing.T) {
	got := outlineOf(t, budget(150))
	if n := strings.Count(got, "TH("); n != 3 {
		t.Errorf("%d heads", n)
	}
	if !strings.HasPrefix(got, "Document(Table(TR(TH(1) TH(1) TH(1)) TR(") || !strings.Contains(got, "TD(3)") {
		t.Errorf("%.200s", got)
	}
}
