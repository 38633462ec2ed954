package pdf

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestRowsOfUnequalLength: each has a cell in each column, or a listener is told of the
// wrong ones.
func TestRowsOfUnequalLength(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Head: prose(1), Width: 1}, {Width: 1}},
		Rows: []document.Row{{}, {Cells: []document.Text{prose(1), prose(1), prose(1)}}, {Cells: []document.Text{prose(1)}}}}
	const want = "Document(Table(TR(TH(1) TH() TH()) TR(TD() TD() TD()) TR(TD(1) TD(1) TD(1)) TR(TD(1) TD() TD())))"
	if got := outlineOf(t, table); got != want {
		t.Errorf("got %s", got)
	}
}

// TestChartsOfFewWords: a figure needs words, and a place with some width.
func TestChartsOfFewWords(t *testing.T) {
	bars := []document.Bar{{Values: []document.BarValue{{}}}}
	for _, c := range []struct {
		chart document.Chart
		role  string
	}{
		{document.Chart{Title: document.Plain("Costs"), Bars: bars}, "/S /Figure"},
		{document.Chart{Alt: "Costs", Bars: bars}, "/S /Figure"},
		{document.Chart{Bars: bars}, "/S /P"},
	} {
		doc := &document.Document{Blocks: []document.Block{c.chart}}
		list := objectsOf(t, doc, c.role)
		if len(list) != 1 || strings.Contains(list[0], "/Alt (Costs)") != (c.role == "/S /Figure") {
			t.Errorf("%+v: %q", c.chart, list)
			continue
		}
		if m := regexp.MustCompile(`/BBox \[(\S+) (\S+) (\S+) (\S+)\]`).FindStringSubmatch(list[0]); m != nil {
			var side [4]float64
			for i := range side {
				side[i], _ = strconv.ParseFloat(m[i+1], 64)
			}
			if side[0] >= side[2] || side[1] >= side[3] {
				t.Errorf("the figure stands at %v", side)
			}
		} else if c.role == "/S /Figure" {
			t.Errorf("no place: %q", list)
		}
		if faults := faultsOf(t, render(t, doc)); len(faults) > 0 {
			t.Error(faults)
		}
	}
}
