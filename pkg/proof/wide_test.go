package proof_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
)

// wideDocument has a table of so many columns of figures, no two of which are alike, below
// heads over two columns each.
func wideDocument(rows, figures int) *document.Document {
	t := document.Table{ID: "budget", Columns: []document.Column{{Head: document.Plain("Code"), Width: 10}, {Head: document.Plain("Cost"), Width: 24, Label: true}}}
	for i := range figures {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(fmt.Sprint("Year ", 2000+i)), Width: 20, Numeric: true})
		if i%2 == 1 {
			t.Heads = append(t.Heads, document.Head{Text: document.Plain(fmt.Sprint("Fund ", i/2)), From: i + 1, To: i + 3})
		}
	}
	for r := range rows {
		cells := []document.Text{document.Plain(fmt.Sprint(1101 + r)), document.Plain(fmt.Sprint("Missions number ", r))}
		for i := range figures {
			cells = append(cells, document.Plain(fmt.Sprintf("%d,%03d", 100+i, r)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return &document.Document{Meta: document.Meta{Title: "Plan", Language: "en", Symbol: "CEM/2024/3"}, Blocks: []document.Block{
		document.Heading{ID: "i", Level: 1, Number: "I.", Text: document.Plain("The budget")}, t,
		document.Paragraph{Number: "1.", Text: document.Plain("What follows the table.")}}}
}

// TestWideTablesAreRead: a table on pages on their side, or one whose columns go on beside,
// says what the plan gives; also where another program printed it and no part of it is
// marked.
func TestWideTablesAreRead(t *testing.T) {
	for _, figures := range []int{6, 14, 40} {
		doc := wideDocument(70, figures)
		text := finished(t, formatOf("pdf"), doc)
		for _, unmarked := range []bool{false, true} {
			if unmarked {
				for i := range text.Lines {
					text.Lines[i].Kind = readback.Unmarked
				}
			}
			for i, d := range proof.Compare(text, proof.Against{Document: doc, Months: months}).Differences {
				if i < 5 {
					t.Errorf("%d columns, unmarked %v: %s: %s", figures, unmarked, d.Where(), d.Message())
				}
			}
		}
	}
}

// TestForgedPortions: in a portion behind the first, a figure that was changed is found, and
// so is a name that was put at another row, and one that was taken out.
func TestForgedPortions(t *testing.T) {
	doc := wideDocument(70, 40)
	for name, forge := range map[string]func(*readback.Text) bool{
		"a figure": func(text *readback.Text) bool {
			return change(text, "139,050", func(l *readback.Line) { l.Text = strings.Replace(l.Text, "139,050", "939,050", 1) })
		},
		"a name": func(text *readback.Text) bool {
			return change(text, "Missions number 60", func(l *readback.Line) { l.Text = "Missions number 61 " })
		},
		"no name": func(text *readback.Text) bool {
			return change(text, "Missions number 60", func(l *readback.Line) { l.Text = "" })
		},
		"a head": func(text *readback.Text) bool {
			return change(text, "2038", func(l *readback.Line) { l.Text = "2018 " })
		},
	} {
		text := finished(t, formatOf("pdf"), doc)
		if !forge(text) {
			t.Fatalf("%s: there is none", name)
		}
		r := proof.Compare(text, proof.Against{Document: doc, Months: months})
		if len(r.Differences) != 1 || r.Differences[0].Page == 0 {
			t.Errorf("%s: %+v", name, r.Differences)
		}
	}
}

// change changes the last line that says something.
func change(text *readback.Text, says string, do func(*readback.Line)) bool {
	for i := range slices.Backward(text.Lines) {
		if l := &text.Lines[i]; strings.Contains(l.Text, says) {
			do(l)
			return true
		}
	}
	return false
}
