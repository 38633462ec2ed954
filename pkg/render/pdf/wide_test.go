package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
)

// wideDocument has text before and after a table, or has all of it in a box.
func wideDocument(table document.Table, boxed bool) *document.Document {
	doc := sample()
	blocks := []document.Block{document.Heading{ID: "b", Level: 1, Number: "IV.", Text: document.Plain("The budget of the Unit")},
		table, document.Paragraph{Number: "9.", Text: prose(40)}}
	if boxed {
		blocks = []document.Block{document.Box{Title: document.Plain("In a box"), Blocks: blocks}}
	}
	doc.Blocks = append(doc.Blocks, blocks...)
	return doc
}

// withHeads puts every two columns of figures of a wide table below one head.
func withHeads(t document.Table) document.Table {
	for from := 2; from+1 < len(t.Columns); from += 2 {
		t.Heads = append(t.Heads, document.Head{Text: document.Plain(fmt.Sprint("Fund number ", from/2)), From: from, To: from + 2})
	}
	return t
}

// forms are tables that take each of the steps.
func forms() map[string]document.Table {
	noted := wideTable(30, 40, "1,280,309")
	noted.Notes = []document.Text{{{Text: "a/ ", Note: 1}, {Text: "Of which half is in kind."}}}
	noted.Rows[3].Cells[1] = append(noted.Rows[3].Cells[1], document.Run{Text: " a/", Keep: true, Note: 1})
	deep := wideTable(40, 12, "(1,280,309.50)")
	for i := range deep.Rows {
		deep.Rows[i].Depth = i % 12
	}
	return map[string]document.Table{
		"full width": wideTable(20, 6, "1,280,309"), "small": wideTable(20, 9, "1,280,309"), "on its side": wideTable(60, 14, "1,280,309"),
		"beside": wideTable(60, 40, "1,280,309"), "two heads": withHeads(wideTable(60, 14, "1,280,309")), "heads beside": withHeads(wideTable(30, 41, "1,280,309")),
		"notes beside": noted, "deep": deep, "cents": wideTable(5, 9, "123,456,789,012,345.00"),
	}
}

// TestWideTables stand within their pages, each figure on one line, in rows that say what
// they are of in every portion; the pages before and after stay upright, and the file is
// accessible.
func TestWideTables(t *testing.T) {
	for name, table := range forms() {
		for _, boxed := range []bool{false, true} {
			doc := wideDocument(table, boxed)
			c, err := draw(doc)
			if err != nil {
				t.Fatal(err)
			}
			checkPlaces(t, c)
			checkFrames(t, c)
			if c.sheets[0].width != pageWidth || c.sheets[c.page-1].width != pageWidth {
				t.Errorf("%s: the pages are %v", name, c.sheets)
			}
			for i, f := range faultsOf(t, render(t, doc)) {
				if i < 5 {
					t.Errorf("%s, boxed %v: %s", name, boxed, f)
				}
			}
		}
	}
}

// checkFrames holds that what is drawn of a page's text is within its frames or outside of
// them, not across.
func checkFrames(t *testing.T, c *canvas) {
	t.Helper()
	frames := map[int][]drawn{}
	for _, d := range c.record {
		if d.isArtifact() && !d.text && d.height > 20*point && d.width > 20*point {
			frames[d.page] = append(frames[d.page], d)
		}
	}
	for _, d := range c.record {
		for _, f := range frames[d.page] {
			inside := d.y >= f.y && d.y+d.height <= f.y+f.height
			if d.text && d.role != roleRepeated && inside && (d.x < f.x || d.x+d.width > f.x+f.width) {
				t.Errorf("%+v stands across its frame %+v", d, f)
			}
		}
	}
}

// TestFiguresCanBeRead: every figure of a table, whatever its size, stands as one in the text
// of some page, as often as the table has it.
func TestFiguresCanBeRead(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		rows, columns := rapid.IntRange(1, 12).Draw(r, "rows"), rapid.IntRange(1, 25).Draw(r, "columns")
		table := wideTable(rows, columns, "1")
		want := map[string]int{}
		for i := range table.Rows {
			for n := range columns {
				figure := rapid.SampledFrom([]string{"1,280,309", "(33,661)", "–", "123,456,789,012,345.00", "0.5", "(1'280'309.50)"}).Draw(r, "figure")
				table.Rows[i].Cells[2+n] = document.Plain(figure)
				want[figure]++
			}
		}
		got := map[string]int{}
		for _, page := range pageTexts(t, render(t, &document.Document{Blocks: []document.Block{table}})) {
			for _, word := range strings.Fields(page) {
				got[word]++
			}
		}
		for figure, n := range want {
			if figure != "–" && got[figure] != n {
				t.Errorf("%d rows, %d columns: %q is found %d times, want %d", rows, columns, figure, got[figure], n)
			}
		}
	})
}

// TestRowsAreNamedInEachPortion.
func TestRowsAreNamedInEachPortion(t *testing.T) {
	c, err := draw(&document.Document{Blocks: []document.Block{wideTable(60, 40, "1,280,309")}})
	if err != nil {
		t.Fatal(err)
	}
	type line struct {
		page int
		y    length
	}
	named, rows, repeated := map[line]bool{}, map[line]bool{}, 0
	for _, d := range c.record {
		at := line{d.page, d.y}
		switch d.role {
		case roleRepeated, roleHead:
			named[at] = true
			repeated++
		case roleCell:
			rows[at] = true
		}
	}
	for at := range rows {
		if !named[at] {
			t.Errorf("the row at %d on page %d has no name", at.y, at.page)
		}
	}
	if len(rows) < 180 || repeated < 180 {
		t.Errorf("%d rows on the pages, %d names", len(rows), repeated)
	}
}

// TestPagesOnTheirSide: the file says of each page how large it is, and the bookmark leads to
// where the heading stands on it.
func TestPagesOnTheirSide(t *testing.T) {
	doc := wideDocument(wideTable(20, 14, "1,280,309"), false)
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	var heading drawn
	for _, d := range c.record {
		if d.role == roleHeading1 {
			heading = d
		}
	}
	if c.sheets[heading.page-1] != (sheet{pageHeight, pageWidth}) {
		t.Fatalf("the heading stands on page %d of %v", heading.page, c.sheets)
	}
	raw := strings.Join(objectsOf(t, doc, "/Type /Page\n"), "\n")
	if n := strings.Count(raw, "/MediaBox [0 0 841.89 595.28]"); n != 1 {
		t.Errorf("%d pages lie on their side", n)
	}
	marks := objectsOf(t, doc, "/Title (IV. The budget of the Unit)")
	if len(marks) != 1 {
		t.Fatal(marks)
	}
	want := fmt.Sprintf("%.0f", points(pageWidth-heading.y))
	if at := regexp.MustCompile(`/XYZ 0 (\d+)`).FindStringSubmatch(marks[0]); at == nil || at[1][:2] != want[:2] {
		t.Errorf("the bookmark is %s, want %s", marks[0], want)
	}
}

// TestHeadingsComeAlong to a page on its side; what only introduces the table does not.
func TestHeadingsComeAlong(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: prose(20)},
		document.Paragraph{Text: prose(60), Lead: true}, wideTable(20, 14, "1,280,309")}}
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range c.record {
		if d.role == roleParagraph && d.page > 1 {
			t.Errorf("a paragraph stands on page %d", d.page)
		}
	}
	if len(c.sheets) != 2 || c.sheets[1].width != pageHeight {
		t.Errorf("the pages are %v", c.sheets)
	}
}

// TestTitlesComeAlong: a short text that introduces a table stands above it.
func TestTitlesComeAlong(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: prose(20)}, document.Heading{Level: 1, Text: prose(2)},
		document.Paragraph{Text: prose(5), Lead: true}, wideTable(20, 14, "1,280,309")}}
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	on := map[role][]int{}
	for _, d := range c.record {
		on[d.role] = append(on[d.role], d.page)
	}
	if got := on[roleParagraph]; got[len(got)-1] != 2 || got[0] != 1 || on[roleHeading1][0] != 2 {
		t.Errorf("paragraphs stand on %v, the heading on %v", got, on[roleHeading1])
	}
}

// TestHeadsSpan: the head of columns that stand together says over how many.
func TestHeadsSpan(t *testing.T) {
	table := withHeads(wideTable(2, 4, "1"))
	c, err := draw(&document.Document{Blocks: []document.Block{table}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range c.tree.elements {
		if e.role == roleHead && strings.Contains(e.attributes, "Scope /Column") {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(e.attributes, "<</O /Table /Scope /Column"), ">>"))
		}
	}
	want := []string{" /RowSpan 2", " /RowSpan 2", " /ColSpan 2", " /ColSpan 2", "", "", "", ""}
	for i := range want {
		if i < len(got) && i > 3 && strings.HasPrefix(got[i], " /Headers [(element-") {
			got[i] = ""
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestPagesAgree: what says on which page each block begins turns pages as the file does.
func TestPagesAgree(t *testing.T) {
	doc := wideDocument(wideTable(60, 40, "1,280,309"), false)
	pages, err := Pages(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	last := pages[len(pages)-1]
	if last != c.page || pages[len(pages)-2] != pages[len(pages)-3] || c.page < 5 {
		t.Errorf("%v of %d pages", pages, c.page)
	}
}
