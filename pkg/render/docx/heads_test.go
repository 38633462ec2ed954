package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

// TestHeadsOverColumns: both rows of heads are repeated where the table goes on; a head as
// high as both is one cell, and one over columns is as wide as they are.
func TestHeadsOverColumns(t *testing.T) {
	n := node(t, sound(t, documents()["heads over some"]), "word/document.xml")
	var rows []string
	for i := range n.First("tbl").Nodes {
		tr := &n.First("tbl").Nodes[i]
		if tr.XMLName.Local != "tr" {
			continue
		}
		row := fmt.Sprintf("head:%t", tr.First("tblHeader") != nil)
		for k := range tr.Nodes {
			if c := &tr.Nodes[k]; c.XMLName.Local == "tc" {
				row += " | " + written(c)
			}
		}
		rows = append(rows, row)
	}
	want := []string{
		"head:true | Cost restart | 2016 2 | Note restart | All 2 restart",
		"head:true |  continue | BCTF | RTF |  continue |  2 continue",
		"head:false | Cost 0 | 1,000 | 2,000 |  | x | y",
	}
	if len(rows) != 5 || strings.Join(rows[:3], "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(rows, "\n"), strings.Join(want, "\n"))
	}
}

// written is what a cell says, how wide it is, and how it belongs to others.
func written(c *docxtest.Node) string {
	text := ""
	c.Walk(func(n *docxtest.Node) bool {
		if n.XMLName.Local == "t" {
			text += n.Text
		}
		return true
	})
	for _, property := range []string{"gridSpan", "vMerge"} {
		if n := c.First(property); n != nil {
			text += " " + n.Attr("val")
		}
	}
	return text
}

// TestHeadsOverColumnsAreRead in the order in which they are printed.
func TestHeadsOverColumnsAreRead(t *testing.T) {
	got := lines(t, &document.Document{Blocks: documents()["heads over some"].Blocks})
	if want := "Cost 2016 Note All BCTF RTF Cost 0"; !strings.HasPrefix(strings.Join(got, " "), want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
