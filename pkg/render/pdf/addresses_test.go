package pdf

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// addressed is a document with links in a heading, in a paragraph, and in the cells and the notes of a
// table that has notes of its own.
func addressed() *document.Document {
	table := noted(4)
	table.Rows[2].Cells[0] = document.Text{{Text: "Travel", Link: "https://e.org/first"}}
	table.Notes = append(table.Notes, document.Text{{Text: "The rules", Link: "https://e.org/rules"}})
	doc := &document.Document{EndRule: true, Blocks: []document.Block{
		document.Heading{Level: 1, Text: document.Text{{Text: "A plan", Link: "https://e.org/first"}}},
		document.Paragraph{Text: document.Text{{Text: "Write to "}, {Text: "us", Link: "mailto:a@e.org"}, {Text: "."}}},
		table,
	}}
	doc.Addresses = document.Addresses{Title: document.Plain("Addresses of links"), Notes: doc.Linked()}
	return doc
}

// TestMarksLeadToAddresses: each mark to its own, whatever notes a table has, and each address back;
// nothing of it is a fault of an accessible file.
func TestMarksLeadToAddresses(t *testing.T) {
	doc := addressed()
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, l := range c.marks.links {
		if l.note != nil {
			got[l.note.text]++
		}
	}
	for text, n := range map[string]int{"1/ https://e.org/first": 2, "2/ a@e.org": 1, "3/ https://e.org/rules": 1, "a/ Subject to approval.": 2,
		"A plan 1/": 1, "Write to us 2/.": 1, "The rules 3/": 1} {
		if got[text] != n {
			t.Errorf("%d links say %q: %v", got[text], text, got)
		}
	}
	if faults := faultsOf(t, render(t, doc)); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestBookmarksHaveNoMarks: in the list of headings there is nothing to lead to.
func TestBookmarksHaveNoMarks(t *testing.T) {
	objects := strings.Join(objectsOf(t, addressed(), "/Title"), "\n")
	if !strings.Contains(objects, "(A plan)") || strings.Contains(objects, "A plan 1/") {
		t.Error(objects)
	}
}

// TestLongAddressesAreBroken: behind their marks, as late as there is room, and nothing stands beyond the margin.
func TestLongAddressesAreBroken(t *testing.T) {
	long := "https://www.example.org/" + strings.Repeat("folder-of-documents/2026?a=b&c=", 40)
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{{Text: "here", Link: long}}}}}
	doc.Addresses = document.Addresses{Title: document.Plain("Addresses"), Notes: doc.Linked()}
	c, err := draw(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range c.marks.links {
		if l.x+l.width > columnLeft+columnWidth {
			t.Errorf("a link reaches to %d of %d", l.x+l.width, columnLeft+columnWidth)
		}
	}
	l := layout{tree: newTree(), setter: c.setter, x: columnLeft, width: columnWidth}
	l.addressList(&doc.Addresses)
	n := 0
	for _, s := range l.slabs[1 : len(l.slabs)-1] {
		for _, text := range s.texts {
			last := text.atoms[len(text.atoms)-1].Text
			if n++; !strings.ContainsAny(last[len(last)-1:], "/.-_?&=") || text.width < columnWidth*4/5 {
				t.Errorf("a line of %d ends with %q", text.width, last)
			}
		}
	}
	if n < 5 {
		t.Errorf("%d lines", n)
	}
}
