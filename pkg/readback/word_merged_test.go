package readback_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// TestMergedRows: a cell of a Word file says how many rows below its own it reaches over.
func TestMergedRows(t *testing.T) {
	cell := func(merge, text string) string {
		properties := map[string]string{"": "", "begins": `<w:vMerge w:val="restart"/>`, "goes on": `<w:vMerge/>`, "goes on too": `<w:vMerge w:val="continue"/>`}[merge]
		return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p("", "", "", text) + "</w:tc>"
	}
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	table := func(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }
	for name, c := range map[string]struct{ body, want string }{
		"three rows":        {table(row(cell("begins", "a"), cell("", "b")), row(cell("goes on", ""), cell("", "c")), row(cell("goes on too", ""), cell("", "d")), row(cell("", "e"), cell("", "f"))), "a2 b0 c0 d0 e0 f0"},
		"two in one column": {table(row(cell("begins", "a")), row(cell("goes on", "")), row(cell("begins", "b")), row(cell("goes on", ""))), "a1 b1"},
		"an end between":    {table(row(cell("begins", "a")), row(cell("", "b")), row(cell("goes on", ""))), "a0 b0"},
		"nothing above":     {table(row(cell("goes on", "a")), row(cell("goes on", ""))), "a0"},
		"an empty one":      {table(row(cell("begins", ""), cell("", "b")), row(cell("goes on", ""), cell("", "c"))), "b0 c0"},
		"another table":     {table(row(cell("begins", "a"))) + p("", "", "", "x") + table(row(cell("goes on", "b"))), "a0 x0 b0"},
		"one inside":        {table(row("<w:tc>"+table(row(cell("begins", "i")), row(cell("goes on", "")))+p("", "", "", "a")+"</w:tc>"), row(cell("goes on", ""))), "i1 a0"},
	} {
		text, err := readback.Read(word(c.body, nil))
		if err != nil {
			t.Fatal(name, err)
		}
		var got []string
		for _, l := range text.Lines {
			got = append(got, fmt.Sprint(strings.TrimSpace(l.Text), l.Down))
		}
		if said := strings.Join(got, " "); said != c.want {
			t.Errorf("%s: %s; want %s", name, said, c.want)
		}
	}
}
