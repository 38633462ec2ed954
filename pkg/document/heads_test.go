package document_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
)

// shape writes the rows of heads: each with its columns, and how high it is.
func shape(t *document.Table) string {
	var rows []string
	for _, row := range t.HeadRows() {
		var cells []string
		for _, h := range row {
			cells = append(cells, fmt.Sprintf("%s@%d-%dx%d", h.Text, h.From, h.To, h.Rows))
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	return strings.Join(rows, " | ")
}

func columns(heads string) (list []document.Column) {
	for h := range strings.SplitSeq(heads, ",") {
		list = append(list, document.Column{Head: document.Plain(h)})
	}
	return list
}

// TestHeadRows: heads stand as a reader of rows meets them; none is lost, however it was
// declared.
func TestHeadRows(t *testing.T) {
	head := func(s string, from, to int) document.Head { return document.Head{document.Plain(s), from, to} }
	for _, test := range []struct {
		columns string
		heads   []document.Head
		want    string
	}{
		{"a,b", nil, "a@0-1x1 b@1-2x1"},
		{"a,b,c,d", []document.Head{head("X", 1, 3)}, "a@0-1x2 X@1-3x1 d@3-4x2 | b@1-2x1 c@2-3x1"},
		{"a,b,c,d", []document.Head{head("Y", 2, 4), head("X", 0, 2)}, "X@0-2x1 Y@2-4x1 | a@0-1x1 b@1-2x1 c@2-3x1 d@3-4x1"},
		{"a,b,", []document.Head{head("X", 1, 2), head("Y", 2, 3)}, "a@0-1x2 X@1-2x1 Y@2-3x2 | b@1-2x1"},
		{"a,,", []document.Head{head("X", 1, 3)}, "a@0-1x1 X@1-3x1"},
		{"a,b,c", []document.Head{head("", 1, 3)}, "a@0-1x1 b@1-2x1 c@2-3x1"},
		{"a,b,c", []document.Head{head("X", -5, 2), head("Y", 1, 1<<30)}, "X@0-2x1 Y@2-3x1 | a@0-1x1 b@1-2x1 c@2-3x1"},
		{"a,b", []document.Head{head("X", 0, 2), head("Y", 1, 2)}, "X@0-2x1 Y@2-3x2 | a@0-1x1 b@1-2x1"},
		{"a", []document.Head{head("X", 1<<30, -1)}, "a@0-1x1 X@1-2x1"},
	} {
		table := &document.Table{Columns: columns(test.columns), Heads: test.heads}
		if got := shape(table); got != test.want {
			t.Errorf("%s under %v:\ngot  %s\nwant %s", test.columns, test.heads, got, test.want)
		}
	}
}

// TestHeadsTile: whatever is declared, the heads cover each column once, from the left, and
// have every text once; the full heads have those that stand over each other.
func TestHeadsTile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 6).Draw(t, "columns")
		table := &document.Table{}
		for i := range n {
			table.Columns = append(table.Columns, document.Column{Head: document.Plain(rapid.SampledFrom([]string{"", fmt.Sprint("c", i)}).Draw(t, "head"))})
		}
		for i := range rapid.IntRange(0, 4).Draw(t, "heads") {
			table.Heads = append(table.Heads, document.Head{Text: document.Plain(fmt.Sprint("h", i)), From: rapid.IntRange(-1, 8).Draw(t, "from"), To: rapid.IntRange(-1, 8).Draw(t, "to")})
		}
		all, rows := table.AllColumns(), table.HeadRows()
		above, printed := make([]int, len(all)), ""
		for _, row := range rows {
			at := 0
			for _, h := range row {
				printed += h.Text.String() + " "
				if h.From < at || h.To <= h.From || h.To > len(all) || h.Rows < 1 {
					t.Fatalf("%s", shape(table))
				}
				for at = h.From; at < h.To; at++ {
					above[at] += h.Rows
				}
			}
		}
		for i := range all {
			if above[i] != len(rows) {
				t.Fatalf("column %d of %s has %d rows of heads", i, shape(table), above[i])
			}
		}
		full := table.FullHeads()
		for _, word := range strings.Fields(printed) {
			if strings.Count(" "+printed, " "+word+" ") != 1 || !strings.Contains(fmt.Sprint(full), word) {
				t.Fatalf("%s is not once in %s, or not in %v", word, printed, full)
			}
		}
		for i := range all {
			if !strings.HasSuffix(full[i].String(), all[i].Head.String()) {
				t.Fatalf("column %d is %s, not %s", i, full[i], all[i].Head)
			}
		}
		for i := range table.Heads {
			if !strings.Contains(printed, table.Heads[i].Text.String()) {
				t.Fatalf("%s is lost in %s", table.Heads[i].Text, printed)
			}
		}
	})
}
