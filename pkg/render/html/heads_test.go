package html

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestHeadsOverColumns: two rows of heads, of which those over several columns are the heads
// of a group of columns, so that who has the table read aloud hears both; only a page that
// has them has their style.
func TestHeadsOverColumns(t *testing.T) {
	plain := document.Plain
	table := document.Table{ID: "t", Columns: []document.Column{{Head: plain("Cost"), Label: true}, {Head: plain("BCTF"), Numeric: true}, {Head: plain("RTF"), Numeric: true}},
		Rows: []document.Row{{Cells: []document.Text{plain("Rent"), plain("1"), plain("2")}}}}
	if page := render(t, &document.Document{Blocks: []document.Block{table}}); strings.Contains(page, "colgroup") {
		t.Error("a page without heads over columns has their style")
	}
	table.Heads = []document.Head{{Text: plain("2016"), From: 1, To: 3}}
	page := render(t, &document.Document{Blocks: []document.Block{table}})
	const want = `<colgroup span="1"></colgroup><colgroup span="2"></colgroup>
<thead><tr><th scope="col" rowspan="2">Cost</th><th scope="colgroup" colspan="2">2016</th></tr><tr><th scope="col" class="figure">BCTF</th><th scope="col" class="figure">RTF</th></tr></thead>`
	if !strings.Contains(page, want) || !strings.Contains(page, "th[scope=colgroup]") {
		_, got, _ := strings.Cut(page, "<table")
		t.Errorf("the page has no\n%s\nin\n%s", want, got)
	}
}
