package pdf

import (
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// noted is a table with two notes, the first of which two rows refer to.
func noted(rows int) document.Table {
	table := budget(rows)
	table.Columns[0].Label = true
	mark := func(row, note int, text string) {
		cell := &table.Rows[row].Cells[0]
		*cell = append(document.Plain(fmt.Sprintf("Line %d", row)), document.Run{Text: " " + text, Keep: true, Note: note})
	}
	mark(0, 1, "a/")
	mark(1, 2, "b/")
	mark(rows-1, 1, "a/")
	table.Notes = []document.Text{{{Text: "a/ ", Note: 1}, {Text: "Subject to approval."}}, {{Text: "b/ ", Note: 2}, {Text: "Other."}}, document.Plain("Rounded.")}
	return table
}

// TestMarksLeadToTheirNotes: a listener can go from a mark to its note, and hears it on
// the way.
func TestMarksLeadToTheirNotes(t *testing.T) {
	got := outlineOf(t, noted(200))
	for part, n := range map[string]int{"TH(1 Reference(Link(1 link)))": 2, "Reference(Link(": 3, "P(Note(Lbl(Link(8 link)) 8))": 2, "P(Note(8))": 1} {
		if strings.Count(got, part) != n {
			t.Errorf("%d times %s in %.200s … %s", strings.Count(got, part), part, got, got[len(got)-200:])
		}
	}
	doc := &document.Document{Blocks: []document.Block{noted(200)}}
	links := objectsOf(t, doc, "/Subtype /Link")
	pages := objectsOf(t, doc, "/Type /Page\n")
	if len(links) != 5 || len(pages) != 8 {
		t.Fatalf("%d links, %d pages: %q", len(links), len(pages), links)
	}
	dest := regexp.MustCompile(` /F 4 .* /StructParent (\d+) /Contents \(a/ Subject to approval.\) /Dest (\[\d+ 0 R /XYZ [0-9.]+ [0-9.]+ null\])>>$`)
	first, last := dest.FindStringSubmatch(links[0]), dest.FindStringSubmatch(links[2])
	if first == nil || last == nil || first[1] != "8" || last[1] != "10" || first[2] != last[2] || !strings.Contains(links[1], "/Contents (b/ Other.) /Dest [") {
		t.Errorf("%q", links)
	}
}

// TestANoteIsWhereItsMarkLeads: the mark leads to the note's first line.
func TestANoteIsWhereItsMarkLeads(t *testing.T) {
	c, err := draw(&document.Document{Blocks: []document.Block{noted(200)}})
	if err != nil {
		t.Fatal(err)
	}
	s := structure{canvas: c}
	areas := s.measured()
	for _, l := range c.marks.links[:3] {
		a := areas[l.note.node]
		if a.page != 8 || a.left != columnLeft || a.foot-a.top != length(set.HeadSize.Points)*point {
			t.Errorf("the note %q stands at %+v", l.note.text, a)
		}
	}
}

// TestANoteLeadsBack: to the row that has its mark first, which the link says.
func TestANoteLeadsBack(t *testing.T) {
	c, err := draw(&document.Document{Blocks: []document.Block{noted(200)}})
	if err != nil {
		t.Fatal(err)
	}
	areas := (&structure{canvas: c}).measured()
	for i, l := range c.marks.links[3:] {
		if a := areas[l.note.node]; a.page != 1 || l.page != 8 || l.note.text != fmt.Sprintf("Line %d %c/", i, 'a'+i) {
			t.Errorf("a link says %q and leads to %+v", l.note.text, a)
		}
	}
}

// TestMarksAreRaised: marks are smaller italics above the line, and take the room of their size.
func TestMarksAreRaised(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{noted(4)}}
	page := drawnPage(t, doc)
	if n := strings.Count(page, "3 Ts /F2 6 Tf"); n != 3 { // in type of 9 points
		t.Errorf("%d marks are raised: %s", n, page)
	}
	if n := strings.Count(page, "2.67 Ts /F2 5.33 Tf"); n != 2 { // of 8, in the notes
		t.Errorf("%d marks of notes are raised", n)
	}
	if strings.Count(page, " Ts ") != 5 || strings.Count(page, " 0 Ts") != 5 {
		t.Error("something else is raised, or what follows")
	}
}

// TestMarksOfNoNoteLeadNowhere: of one that is not there, or empty.
func TestMarksOfNoNoteLeadNowhere(t *testing.T) {
	table := noted(4)
	table.Notes = []document.Text{nil}
	if got := outlineOf(t, table); strings.Contains(got, "Link") || strings.Contains(got, "Note") {
		t.Error(got)
	}
	doc := &document.Document{Blocks: []document.Block{table, document.Paragraph{Text: table.Rows[0].Cells[0]}}}
	if faults := faultsOf(t, render(t, doc)); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestManyNotesCostWhatTheyAre: ten times as many notes take ten times the room while
// the file is written, not a hundred times.
func TestManyNotesCostWhatTheyAre(t *testing.T) {
	cost := func(n int) int {
		c := &canvas{tree: &tree{elements: make([]element, n)}}
		s := structure{canvas: c, file: &file{objects: make([][]byte, 1)}, objects: make([]int, n)}
		for i := range n {
			c.tree.elements[i].isNamed, s.objects[i] = true, i+1
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s.writeRoot()
		runtime.ReadMemStats(&after)
		return int(after.TotalAlloc - before.TotalAlloc)
	}
	if few, many := cost(1000), cost(10_000); many > 30*few {
		t.Errorf("1,000 notes take %d bytes, 10,000 take %d", few, many)
	}
}
