package readback

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// TestCelled: rows that go on over pages are one table, in its order; what is one paragraph is one line, unless it
// is as long as no paragraph is.
func TestCelled(t *testing.T) {
	in := func(table, row, column, paragraph int) []pdf.Stretch {
		return []pdf.Stretch{{Cell: pdf.Cell{Table: table, Row: row, Column: column, Paragraph: paragraph}}}
	}
	pages := []pdf.Page{
		{Lines: []pdf.Line{{Text: "head ", Artifact: true}, {Text: "one ", Cells: in(0, 0, 0, 1)}, {Text: "two ", Cells: in(0, 0, 0, 1)}, {Text: "three "},
			{Text: "a ", Cells: in(1, 1, 1, 0)}, {Text: "b1 ", Cells: in(1, 1, 2, 0)}}},
		{Lines: []pdf.Line{{Text: "head ", Artifact: true}, {Text: "c ", Cells: in(1, 2, 1, 0)}, {Text: "b2 ", Cells: in(1, 1, 2, 0)},
			{Text: "d x", Cells: []pdf.Stretch{{Cell: pdf.Cell{Table: 1, Row: 2, Column: 2}}, {From: 2}}}, {Text: "end ", Cells: in(0, 0, 0, 2)}}},
	}
	said := ""
	for _, l := range celled(pages) {
		said += fmt.Sprintf("%s@%d.%d.%d%v ", strings.TrimSpace(l.Text), l.Table, l.Row, l.Column, l.Whole)
	}
	const want = "head@0.0.0false one two@0.0.0true three@0.0.0false a@1.1.1false b1 b2@1.1.2false c@1.2.1false d@1.2.2false head@0.0.0false x@0.0.0false end@0.0.0true "
	if said != want {
		t.Errorf("got  %s\nwant %s", said, want)
	}
	long := pdf.Page{}
	for range mostWhole / 10 {
		long.Lines = append(long.Lines, pdf.Line{Text: "0123456789 ", Cells: in(0, 0, 0, 1)})
	}
	if got := celled([]pdf.Page{long}); len(got) != len(long.Lines) || got[0].Whole {
		t.Errorf("%d lines", len(got))
	}
	if celled([]pdf.Page{{Lines: []pdf.Line{{Text: "x "}}}}) != nil {
		t.Error("a file without a structure has one")
	}
}
