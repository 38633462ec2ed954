package docx_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// addressed is a document with a link in a heading, in a paragraph and in a table with a note,
// and a long address.
func addressed(second string) *document.Document {
	const long = "https://www.example.org/a-very-long-folder/of-the-documents/of-the-meetings-2026-9/that-have-been-held?language=en&format=pdf&version=3"
	table := twoNotes()
	table.Rows[1].Cells[0] = append(document.Text{{Text: "Travel", Link: "https://e.org/first"}}, table.Rows[1].Cells[0][1:]...)
	doc := &document.Document{EndRule: true, Blocks: []document.Block{
		document.Heading{Level: 1, Text: document.Text{{Text: "A plan", Link: "https://e.org/first"}}},
		document.Paragraph{Number: "1.", Text: document.Text{{Text: "See "}, {Text: second, Link: long}, {Text: "."}}},
		table,
	}}
	doc.Addresses = document.Addresses{Title: document.Plain("Addresses of links"), Notes: doc.Linked()}
	return doc
}

// TestAddressesStandAtTheEnd: marks in every text lead to the list, which leads back to the first of them;
// marks are smaller, in italics and raised.
func TestAddressesStandAtTheEnd(t *testing.T) {
	doc := addressed("here")
	got := strings.ReplaceAll(strings.Join(lines(t, doc), "\n"), "\u200b", "|")
	for _, want := range []string{"A plan 1/\n", "See here 2/.\n", "Travel 1/ a/ b/\n", "Addresses of links\n1/ https://e.org/first\n2/ https://www.example.org/a-very-long-folder/of-the-documents/of-the-meetings-2026-9/that-have-been-held?|language=en&"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
	file := sound(t, doc)
	text := string(file.Parts["word/document.xml"])
	for what, n := range map[string]int{
		`<w:i/><w:iCs/><w:position w:val="7"/><w:sz w:val="19"/>`: 1, // in type of 14 points
		`<w:i/><w:iCs/><w:position w:val="5"/><w:sz w:val="13"/>`: 1, // of 10
		`<w:i/><w:iCs/><w:position w:val="4"/><w:sz w:val="12"/>`: 1, // of 9, in a cell
		`<w:i/><w:iCs/><w:position w:val="4"/><w:sz w:val="11"/>`: 2, // of 8, in the list
	} {
		if strings.Count(text, what) != n {
			t.Errorf("%d times %s", strings.Count(text, what), what)
		}
	}
	if strings.Contains(text, "noBreakHyphen") {
		t.Error("a hyphen of an address is another character")
	}
	anchors := leads(t, file)
	for what, n := range map[string]int{"1/ https://e.org/first": 2, "A plan 1/": 1, "See here 2/.": 1} {
		if strings.Count(strings.ReplaceAll(anchors, "\u00a0", " "), what) != n {
			t.Errorf("not %d times to %s: %s", n, what, anchors)
		}
	}
}

// TestNoAddresses: without a list links have no marks.
func TestNoAddresses(t *testing.T) {
	doc := addressed("here")
	doc.Addresses = document.Addresses{}
	if got := strings.Join(lines(t, doc), " "); strings.Contains(got, "1/") || strings.Contains(got, "Addresses") {
		t.Error(got)
	}
}

// TestAddressesInARedline: a link that was added shows in its text and in the list.
func TestAddressesInARedline(t *testing.T) {
	old := addressed("https://www.example.org/a-very-long-folder/of-the-documents/of-the-meetings-2026-9/that-have-been-held?language=en&format=pdf&version=3")
	if len(old.Addresses.Notes) != 1 {
		t.Fatal(old.Addresses)
	}
	file := wellFormed(t, opened(t, redline(t, old, addressed("here"))))
	text := string(file.Parts["word/document.xml"])
	if !strings.Contains(text, "<w:ins ") || !strings.Contains(leads(t, file), "2/ https://www.example.org") {
		t.Error("the mark or its address is not there")
	}
	same := string(redline(t, addressed("here"), addressed("here")))
	if strings.Contains(same, "<w:ins ") {
		t.Error("there are changes where nothing changed")
	}
}
