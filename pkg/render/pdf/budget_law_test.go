package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// wideBudget makes a budget of groups with codes, labels, columns of figures and,
// where they are asked for, notes.
func wideBudget(figures int, figure string, notes bool) document.Table {
	t := document.Table{Columns: []document.Column{{Head: document.Plain("Code"), Width: 10}, {Head: document.Plain("Cost"), Width: 24, Label: true}}}
	for i := range figures {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(fmt.Sprint(2020 + i)), Width: 20, Numeric: true})
	}
	if notes {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain("Notes"), Width: 56})
	}
	row := func(kind document.RowKind, depth int, label, figure string) {
		r := document.Row{Kind: kind, Depth: depth, Cells: make([]document.Text, len(t.Columns))}
		r.Cells[0], r.Cells[1] = document.Plain("1301"), document.Plain(label)
		for i := range figures {
			r.Cells[2+i] = document.Text{{Text: figure, Keep: true}}
		}
		if notes && kind == document.BodyRow {
			r.Cells[2+figures] = prose(12)
		}
		t.Rows = append(t.Rows, r)
	}
	row(document.GroupRow, 0, "Programme support of the secretariat and its meetings", "")
	row(document.BodyRow, 1, "Participation of Article 5 parties", figure)
	row(document.GroupRow, 1, "Staff", "")
	row(document.BodyRow, 2, "Representation", figure)
	row(document.SubtotalRow, 1, "Subtotal", figure)
	row(document.SubtotalRow, 0, "Total, programme support", figure)
	row(document.TotalRow, 0, "Total", figure)
	t.Rows = append(t.Rows, document.Row{Kind: document.AsideRow, Cells: make([]document.Text, len(t.Columns))})
	aside := t.Rows[len(t.Rows)-1].Cells
	aside[1], aside[2] = document.Plain("Rent"), document.Plain("Geneva International Centre for Humanitarian Demining in-kind")
	t.Notes = []document.Text{prose(40), prose(9), prose(9)}
	return t
}

// TestFiguresStandOnOneLine: however many columns there are, no figure wraps, no
// cell runs into the next, and labels keep room for their words.
func TestFiguresStandOnOneLine(t *testing.T) {
	for figures := 1; figures <= 6; figures++ {
		for _, figure := range []string{"–", "(33,661)", "1,280,309", "101,280,309", "(1'280'309.50)"} {
			for _, notes := range []bool{false, true} {
				table := wideBudget(figures, figure, notes)
				l := layout{tree: newTree(), x: columnLeft, width: columnWidth}
				l.setter, _ = set.New()
				l.Table(&table, nil)
				name := fmt.Sprintf("%d columns of %s, notes %v", figures, figure, notes)
				found := 0
				for _, s := range l.slabs {
					for _, x := range s.texts {
						word := lineText(&x)
						if word == figure {
							found++
						} else if strings.ContainsAny(word, "0123456789") && strings.Contains(figure, word) && word != "1301" {
							t.Errorf("%s: a figure is broken at %q", name, word)
						}
						if word == "Rep" || word == "Repres" {
							t.Errorf("%s: the labels have no room: %q", name, word)
						}
					}
				}
				if want := 5 * figures; found != want {
					t.Errorf("%s: %d figures stand on one line, want %d", name, found, want)
				}
				noOverlap(t, name, l.slabs)
			}
		}
	}
}

func lineText(x *text) string {
	s := ""
	for _, a := range x.atoms {
		s += a.Text
		if a.Space > 0 {
			s += " "
		}
	}
	return strings.TrimSpace(s)
}

// noOverlap holds that texts on one line of a slab do not touch and stay in the column.
func noOverlap(t *testing.T, name string, slabs []slab) {
	t.Helper()
	for _, s := range slabs {
		for i, a := range s.texts {
			left, right := columnLeft, columnLeft+columnWidth
			if s.wide != nil {
				left, right = s.wide.left, s.wide.right
			}
			if a.x < left || a.x+a.width > right {
				t.Errorf("%s: %q is outside the column", name, lineText(&a))
			}
			for _, b := range s.texts[i+1:] {
				if a.y == b.y && a.x < b.x+b.width && b.x < a.x+a.width {
					t.Errorf("%s: %q runs into %q", name, lineText(&a), lineText(&b))
				}
			}
		}
	}
}

// TestGroupsAreIndentedAndStayWithTheirLines.
func TestGroupsAreIndented(t *testing.T) {
	l := layout{tree: newTree(), x: columnLeft, width: columnWidth}
	l.setter, _ = set.New()
	table := wideBudget(2, "1,280", false)
	l.Table(&table, nil)
	at := map[string]length{}
	for _, s := range l.slabs {
		for _, x := range s.texts {
			at[lineText(&x)] = x.x
		}
	}
	base := at["Total"]
	for label, depth := range map[string]length{"Participation of Article 5 parties": 1, "Staff": 1, "Representation": 2, "Subtotal": 1, "Total, programme support": 0} {
		if got := at[label]; got != base+depth*set.GroupStep {
			t.Errorf("%s stands at %d, want %d", label, got-base, depth*set.GroupStep)
		}
	}
}

// TestNotesStayWithTheirTable: wherever the table stands, its notes begin on the
// page of its last row.
func TestNotesStayWithTheirTable(t *testing.T) {
	for n := range 80 {
		doc := &document.Document{}
		for range n {
			doc.Blocks = append(doc.Blocks, document.Paragraph{Text: document.Plain("One line.")})
		}
		doc.Blocks = append(doc.Blocks, wideBudget(3, "1,280", false))
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		last, pages := 0, map[int]bool{}
		for _, d := range c.record {
			switch {
			case d.role == roleCell:
				last = d.page
			case d.role == roleNote && last > 0:
				pages[d.page] = true
			}
		}
		if len(pages) != 1 || !pages[last] {
			t.Errorf("after %d paragraphs the table ends on page %d and its notes stand on %v", n, last, pages)
		}
		checkPlaces(t, c)
	}
}
