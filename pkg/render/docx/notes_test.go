package docx_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// twoNotes is a table with two notes, the first of which two rows name, and one that no mark leads to.
func twoNotes() document.Table {
	mark := func(n int) document.Run {
		return document.Run{Text: " " + string(rune('a'+n-1)) + "/", Keep: true, Note: n}
	}
	row := func(label string, marks ...document.Run) document.Row {
		return document.Row{Cells: []document.Text{append(document.Plain(label), marks...), document.Plain("1")}}
	}
	return document.Table{ID: "budget", Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}, {Head: document.Plain("CHF"), Numeric: true}},
		Rows:  []document.Row{row("Staff", mark(1)), row("Travel", mark(1), mark(2)), row("Rent", mark(9))},
		Notes: []document.Text{{{Text: "a/ ", Note: 1}, {Text: "Subject to approval."}}, {{Text: "b/ ", Note: 2}, {Text: "Other."}}, document.Plain("Rounded.")}}
}

// TestNotesStandBelowTheirTable: in the order of the document, each mark leads to its note and each note
// back to the cell that has its mark first; marks are superscript italics.
func TestNotesStandBelowTheirTable(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{twoNotes(), twoNotes()}}
	got := lines(t, doc)
	want := "Cost CHF Staff a/ 1 Travel a/ b/ 1 Rent i/ 1 a/ Subject to approval. b/ Other. Rounded."
	want = strings.Replace(want, "i/", string(rune('a'+8))+"/", 1)
	if s := strings.Join(got, " "); s != want+" "+want {
		t.Errorf("got %s", s)
	}
	file := sound(t, doc)
	first := "a/ Subject to approval.; a/ Subject to approval.; b/ Other.; Staff a/; Travel a/ b/"
	if s := leads(t, file); strings.ReplaceAll(s, "\u00a0", " ") != first+"; "+first {
		t.Errorf("marks lead to %s", s)
	}
	text := string(file.Parts["word/document.xml"])
	if n := strings.Count(text, `<w:rPr><w:rStyle w:val="NoteMark"/><w:i/><w:iCs/></w:rPr>`); n != 2*6 {
		t.Errorf("%d superscript italics", n)
	}
	if file.Parts["word/footnotes.xml"] != nil || strings.Contains(text, "footnoteReference") {
		t.Error("there are footnotes")
	}
}

// TestNotesInARedline: words that changed in a note are marked, and its mark still leads there.
func TestNotesInARedline(t *testing.T) {
	old, now := twoNotes(), twoNotes()
	now.Notes[0] = document.Text{{Text: "a/ ", Note: 1}, {Text: "Subject to the approval."}}
	file := wellFormed(t, opened(t, redline(t, &document.Document{Blocks: []document.Block{old}}, &document.Document{Blocks: []document.Block{now}})))
	if s := leads(t, file); !strings.HasPrefix(s, "a/ Subject to the approval.; ") {
		t.Errorf("marks lead to %s", s)
	}
	if n := strings.Count(string(file.Parts["word/document.xml"]), "<w:ins "); n != 1 {
		t.Errorf("%d insertions", n)
	}
}
