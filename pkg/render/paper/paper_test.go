package paper_test

import (
	"reflect"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/paper"
)

// full is a document with links in all kinds of text, to two addresses, and one that says its own.
func full() *document.Document {
	a := func() document.Text {
		return document.Text{{Text: `"`}, {Text: "a ", Link: "https://e.org/a"}, {Text: "b", Link: "https://e.org/a", Strong: true}, {Text: `"`}}
	}
	b := document.Text{{Text: "b", Link: "https://e.org/b/"}}
	doc := &document.Document{Meta: document.Meta{Typography: &document.Typography{Quotes: document.Quotation{Open: "“", Close: "”"}}}}
	doc.Masthead = document.Masthead{Name: a(), Title: b, Byline: a(), Origin: []document.Text{a()}, Session: []document.Text{document.Plain("x"), a()}}
	doc.Blocks = []document.Block{
		document.Heading{Text: a()}, document.Paragraph{Text: document.Text{{Text: "e.org/a", Link: "https://e.org/a"}}}, document.Result{Text: a()},
		document.List{Items: []document.Item{{Text: a(), Items: []document.Item{{Text: b}}}}},
		document.Box{Title: a(), Blocks: []document.Block{document.Paragraph{Text: b}}},
		document.Table{Columns: []document.Column{{Head: a()}, {Head: document.Plain("h")}}, Heads: []document.Head{{Text: b, From: 0, To: 2}},
			Rows: []document.Row{{Cells: []document.Text{a(), document.Plain("1")}}}, Notes: []document.Text{{{Text: "a/ ", Note: 1}, b[0]}}},
		document.Chart{Title: a()},
	}
	doc.Addresses.Notes = doc.Linked()
	return doc
}

func printed(doc *document.Document) (list []string) {
	for t := range doc.Texts() {
		list = append(list, t.String())
	}
	return list
}

// TestSet: every text but those of charts is marked, behind the link and within what stands around
// it; the document is as it was, and to set it again changes nothing.
func TestSet(t *testing.T) {
	doc := full()
	before := printed(doc)
	set := paper.Set(doc)
	const a, b = "“a b 1/”", "b 2/"
	want := []string{a, a, "x", a, b, a, a, "e.org/a", a, a, b, a, b, b, a, "h", a, "1", "a/ b 2/", "“a b”"}
	if got := printed(set); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if again := printed(paper.Set(set)); !reflect.DeepEqual(again, want) {
		t.Errorf("set again: %q", again)
	}
	if after := printed(doc); !reflect.DeepEqual(after, before) {
		t.Errorf("the document is another: %q", after)
	}
}

// TestNothingToMark: without a list nothing is marked, and nothing copied.
func TestNothingToMark(t *testing.T) {
	doc := full()
	doc.Addresses, doc.Meta.Typography = document.Addresses{}, nil
	if paper.Set(doc) != doc {
		t.Error("it is another document")
	}
	table, _ := document.As[document.Table](doc.Blocks[5])
	if paper.Table(table, nil, &doc.Addresses) != table {
		t.Error("it is another table")
	}
}

// TestTable: a table alone is set as in its document.
func TestTable(t *testing.T) {
	doc := full()
	for table := range document.Each[document.Table](doc.Blocks) {
		got := paper.Table(table, doc.Meta.Typography, &doc.Addresses)
		if s := got.Rows[0].Cells[0].String(); s != "“a b 1/”" || got.Notes[0].String() != "a/ b 2/" {
			t.Errorf("%s, %s", s, got.Notes)
		}
	}
}
