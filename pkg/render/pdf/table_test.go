package pdf

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

func TestTableHeadRepeatsAndRowsHoldTogether(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{budget(300)}}
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	pages, heads := map[int]int{}, map[int]bool{}
	for _, d := range c.record {
		switch d.role {
		case roleCell:
			row := c.tree.elements[d.node].parent
			if page, ok := pages[row]; ok && page != d.page {
				t.Errorf("row %d stands on the pages %d and %d", row, page, d.page)
			}
			pages[row] = d.page
		case roleHead, roleRepeated:
			heads[d.page] = true
		}
	}
	if c.page < 5 || len(heads) != c.page {
		t.Errorf("%d pages, heads on %v", c.page, heads)
	}
	checkPlaces(t, c)
}

func TestShortTableIsKeptWhole(t *testing.T) {
	for n := range 50 {
		doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: prose(100 + 10*n)}, budget(6)}}
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		pages, foot := map[int]bool{}, length(0)
		for _, d := range c.record {
			switch d.role {
			case roleCell:
				pages[d.page] = true
			case roleParagraph:
				foot = d.y
			}
		}
		if len(pages) > 1 && foot > firstFoot*7/10 {
			t.Errorf("%d: the table is split where a gap of a third of a page would do", n)
		}
	}
}

func TestCellTallerThanAPage(t *testing.T) {
	for _, cell := range []document.Text{prose(3000), document.Plain(strings.Repeat("x", 50_000))} {
		doc := &document.Document{Blocks: []document.Block{document.Table{
			Columns: []document.Column{{Head: prose(2), Width: 1}, {Head: prose(1), Width: 1}},
			Rows:    []document.Row{{Cells: []document.Text{prose(2), cell}}, {Cells: []document.Text{prose(2), prose(3)}}}}}}
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		if c.page < 2 {
			t.Errorf("%d page", c.page)
		}
		checkPlaces(t, c)
	}
}

func TestHeadTallerThanAPage(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Table{
		Columns: []document.Column{{Head: prose(3000), Width: 1}, {Head: prose(1), Width: 1}},
		Rows:    []document.Row{{Cells: []document.Text{prose(2), prose(3)}}}}}}
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	checkPlaces(t, c)
}

func TestFrameOnEveryPage(t *testing.T) {
	box := document.Box{Title: prose(1)}
	for range 30 {
		box.Blocks = append(box.Blocks, document.Paragraph{Text: prose(80)})
	}
	c, err := draw(&document.Document{Blocks: []document.Block{box}})
	if err != nil {
		t.Fatal(err)
	}
	frames := map[int]drawn{}
	for _, d := range c.record {
		if d.isArtifact() && !d.text && d.width == columnWidth {
			frames[d.page] = d
		}
	}
	for _, d := range c.record {
		f := frames[d.page]
		if d.role == roleParagraph && (d.y < f.y || d.y+d.height > f.y+f.height || d.x < f.x || d.x+d.width > f.x+f.width) {
			t.Errorf("%+v is outside its frame %+v", d, f)
		}
	}
	if c.page < 3 || len(frames) != c.page {
		t.Errorf("%d pages, %d frames", c.page, len(frames))
	}
}
