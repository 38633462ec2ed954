package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// textTable is a small table below a paragraph, which is no budget.
type textTable struct {
	label, head string
	columns     []textColumn
	rows        []textRow
	notes       []said
	marks       []string
	dropped     bool // it was taken for the budget after all
}

type textColumn struct {
	label   string
	numeric bool
}

// textRow is a row: what it is called, its cells behind that, and the rows that it adds up.
type textRow struct {
	label string
	cells []string
	sum   []int
}

// Bounds on such a table, as the plan has them.
const (
	mostTextColumns = 20
	mostTextRows    = 200
	longestTextCell = 600
)

// textTableOf reads a table as one of the text: a row of heads, and rows that each have a name. It is nil
// for a table of another form.
func textTableOf(g *grid) *textTable {
	width := g.width()
	if len(g.rows) < 2 || len(g.rows) > 1+mostTextRows || width < 2 || width > 1+mostTextColumns {
		return nil
	}
	for i, r := range g.rows {
		for c := range width {
			cell := cellAt(r, c)
			isHead := i == 0 && c > 0
			if cell.over || cell.span > 1 || cell.comment != "" || len(cell.text) > longestTextCell || cell.text == "" && (isHead || c == 0 && i > 0) {
				return nil
			}
		}
	}
	t := &textTable{head: g.text(0, 0)}
	for c := 1; c < width; c++ {
		t.columns = append(t.columns, textColumn{label: g.text(0, c), numeric: g.isNumeric(c)})
	}
	for i := 1; i < len(g.rows); i++ {
		row := textRow{label: g.text(i, 0)}
		for c := 1; c < width; c++ {
			row.cells = append(row.cells, g.text(i, c))
		}
		row.sum = t.summedBy(&row, g.rows[i].bold)
		t.rows = append(t.rows, row)
	}
	return t
}

var printedNumber = pattern.Lazy(`^(?:-|minus )?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*)(?:\.([0-9]+))?$`)

// isNumeric reports a column of numbers that a document prints as the file has them: with commas between
// thousands and as many decimals in each. Years are no such numbers.
func (g *grid) isNumeric(column int) bool {
	decimals, found := -1, false
	for i := 1; i < len(g.rows); i++ {
		text := g.text(i, column)
		if text == "" || text == "–" {
			continue
		}
		m := printedNumber().FindStringSubmatch(text)
		if m == nil || found && len(m[1]) != decimals {
			return false
		}
		decimals, found = len(m[1]), true
	}
	return found
}

// numberOf is the number of a cell, zero for none.
func (r *textRow) numberOf(column int) money.Decimal {
	text := strings.Replace(strings.ReplaceAll(r.cells[column], ",", ""), "minus ", "-", 1)
	d, fault := money.Parse(text)
	if fault != nil {
		return money.Zero
	}
	return d
}

// summedBy finds the rows before a row of totals that it adds up, in each column of numbers; nil for none.
func (t *textTable) summedBy(row *textRow, bold bool) []int {
	if !bold && !isTotal(row.label) {
		return nil
	}
	var since, plainly, sums []int
	for i := range t.rows {
		if len(t.rows[i].sum) > 0 {
			sums, since = append(sums, i), nil
			continue
		}
		since, plainly = append(since, i), append(plainly, i)
	}
	for _, parts := range [][]int{since, plainly, sums} {
		if len(parts) > 1 && t.addsUp(row, parts) {
			return slices.Clone(parts)
		}
	}
	return nil
}

func (t *textTable) addsUp(row *textRow, parts []int) bool {
	found := false
	for c := range t.columns {
		if !t.columns[c].numeric || row.cells[c] == "" {
			continue
		}
		sum := money.Zero
		for _, i := range parts {
			sum = sum.Add(t.rows[i].numberOf(c))
		}
		if found = true; !sum.Equal(row.numberOf(c)) {
			return false
		}
	}
	return found
}
