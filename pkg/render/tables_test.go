package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
)

// drawn makes tables of words that stand nowhere else.
type drawn struct {
	*rapid.T
	words []string
}

func (d *drawn) text(name string, most int) document.Text {
	if rapid.IntRange(0, 4).Draw(d.T, name+" is empty") == 0 {
		return nil
	}
	var words []string
	for range rapid.IntRange(1, most).Draw(d.T, name) {
		d.words = append(d.words, fmt.Sprintf("w%dx%s", len(d.words), strings.Repeat("y", rapid.IntRange(0, 9).Draw(d.T, "length"))))
		words = append(words, d.words[len(d.words)-1])
	}
	return document.Plain(strings.Join(words, " "))
}

// table is one of up to forty columns, with heads over any of them.
func (d *drawn) table() document.Table {
	t := document.Table{ID: "budget", Caption: document.Plain("Costs")}
	columns := rapid.IntRange(1, 40).Draw(d.T, "columns")
	for i := range columns {
		figures := i > 0 && rapid.IntRange(0, 3).Draw(d.T, "figures") > 0
		t.Columns = append(t.Columns, document.Column{Head: d.text("head", 2), Width: 1 + i%3, Numeric: figures, Label: i == 0})
	}
	for range rapid.IntRange(0, 6).Draw(d.T, "heads") {
		from := rapid.IntRange(0, columns-1).Draw(d.T, "from")
		t.Heads = append(t.Heads, document.Head{Text: d.text("upper head", 3), From: from, To: from + rapid.IntRange(1, 6).Draw(d.T, "over")})
	}
	for range rapid.IntRange(0, 6).Draw(d.T, "rows") {
		r := document.Row{Kind: rapid.SampledFrom(document.RowKinds()).Draw(d.T, "kind"), Depth: rapid.IntRange(0, 2).Draw(d.T, "depth")}
		for i := range columns {
			if t.Columns[i].Numeric && rapid.IntRange(0, 5).Draw(d.T, "figure") > 0 {
				d.words = append(d.words, fmt.Sprintf("%d,%03d,000", 100+len(d.words)/1000, len(d.words)%1000))
				r.Cells = append(r.Cells, document.Plain(d.words[len(d.words)-1]))
				continue
			}
			r.Cells = append(r.Cells, d.text("cell", 5))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// TestTablesAreReadAgain: every format prints all of a table, however many columns it has and
// whatever stands over them, and is read again as it is printed, cell by cell.
func TestTablesAreReadAgain(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := &drawn{T: rt}
		doc := &document.Document{Meta: document.Meta{Title: "Plan", Language: "en"}, Masthead: document.Masthead{Title: document.Plain("Plan")}}
		doc.Blocks = []document.Block{document.Paragraph{Text: document.Plain("Before.")}, d.table(), document.Paragraph{Text: document.Plain("Behind.")}}
		if rapid.Bool().Draw(rt, "in a box") {
			doc.Blocks[1] = document.Box{Title: document.Plain("Summary"), Blocks: []document.Block{doc.Blocks[1]}}
		}
		for _, f := range render.Formats() {
			file, err := f.Render(t.Context(), doc, document.Seal{})
			if err != nil {
				rt.Fatal(err)
			}
			text, err := readback.Read(file.Bytes)
			if err != nil {
				rt.Fatal(err)
			}
			result := proof.Compare(text, proof.Against{Document: doc, Built: text})
			for i := range result.Differences {
				rt.Errorf("%s: %s: %s", f.Name, result.Differences[i].Where(), result.Differences[i].Message())
			}
			read := wordsIn(text)
			for _, w := range d.words {
				if !slices.Contains(read, w) {
					rt.Errorf("%s has lost %s", f.Name, w)
				}
			}
			if f.Name == "html" && !slices.Equal(printedBy(doc), read) {
				rt.Errorf("a page reads\n%v\nnot\n%v", read, printedBy(doc))
			}
		}
	})
}

// wordsIn are the words of a file, in order.
func wordsIn(text *readback.Text) (list []string) {
	all := ""
	for _, l := range text.Lines {
		all += l.Text
	}
	for _, w := range strings.Fields(all) {
		list = append(list, strings.TrimSuffix(w, ":")) // between heads that share a cell
	}
	return list
}

// printedBy are the words that a document prints, in order.
func printedBy(doc *document.Document) (list []string) {
	for text := range doc.Texts() {
		list = append(list, strings.Fields(text.String())...)
	}
	return list
}
