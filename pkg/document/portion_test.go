package document_test

import (
	"fmt"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestPortion: a portion has the heads over its columns as far as they reach, and all rows.
func TestPortion(t *testing.T) {
	table := &document.Table{ID: "budget", Columns: columns("a,b,c,d,e"),
		Heads: []document.Head{{Text: document.Plain("X"), From: 1, To: 4}},
		Rows:  []document.Row{{ID: "r", Cells: []document.Text{document.Plain("1"), document.Plain("2"), document.Plain("3")}}, {Kind: document.TotalRow}},
		Notes: []document.Text{document.Plain("n")}}
	for _, test := range []struct {
		columns []int
		last    bool
		want    string
	}{
		{[]int{0, 1, 2}, false, "a@0-1x2 X@1-3x1 | b@1-2x1 c@2-3x1 [1 2 3] []"},
		{[]int{0, 3, 4}, true, "a@0-1x2 X@1-2x1 e@2-3x2 | d@1-2x1 [1  ] [n]"},
		{[]int{0, 4}, false, "a@0-1x1 e@1-2x1 [1 ] []"},
	} {
		p := table.Portion(test.columns, test.last)
		got := fmt.Sprint(shape(p), " ", p.Rows[0].Cells, " ", p.Notes)
		if p.ID != "budget" || p.Rows[0].ID != "r" || p.Rows[1].Kind != document.TotalRow || len(p.Rows[1].Cells) != len(test.columns) || got != test.want {
			t.Errorf("%v: got  %s\nwant %s", test.columns, got, test.want)
		}
	}
}
