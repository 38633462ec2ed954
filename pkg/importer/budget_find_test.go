package importer

import (
	"strings"
	"testing"
)

// TestFurtherRows: rows beyond those that are read are counted once, however often the table is
// read to tell how it spells its numbers.
func TestFurtherRows(t *testing.T) {
	g := grid{name: "the table"}
	for _, row := range [][2]string{{"Cost", "EUR"}, {"Salaries", "180.000"}, {"Travel", "12.500"}, {"Office", "950"}, {"Total", "193.450"}} {
		g.rows = append(g.rows, gridRow{cells: []cell{{text: row[0]}, {text: row[1]}}})
	}
	const more = 7
	for len(g.rows) < 1+mostRows+more {
		g.rows = append(g.rows, gridRow{cells: []cell{{text: "Words"}}})
	}
	d, _ := readBudget([]grid{g}, nil, budgetOptions{})
	if d == nil || len(d.lines) != 3 || d.lines[1].amounts[d.columns[0]].value.String() != "12500" || !strings.Contains(strings.Join(d.review, "\n"), "there are 7 more") {
		t.Errorf("%+v", d)
	}
}
