package importer

import "github.com/isuplan/isuplan/pkg/readback"

// apart cuts rows at the tables that have nothing between them and are others: a table that goes
// on has no head, or one that begins like the head of the one before.
func apart(rows [][]readback.Line) (tables [][][]readback.Line) {
	from := 0
	for i := 1; i < len(rows); i++ {
		if begins := rows[i][0].Table != rows[i-1][0].Table; begins && isHeadRow(rows[i]) && firstText(rows[i]) != firstText(rows[from]) {
			tables, from = append(tables, rows[from:i]), i
		}
	}
	return append(tables, rows[from:])
}

// isHeadRow reports a row of several texts without figures, which may be years.
func isHeadRow(row []readback.Line) bool {
	cells := map[int]bool{}
	for _, l := range row {
		if text := tidy(l.Text); hasFigure(text) && !isYear(text) {
			return false
		}
		cells[l.Column] = true
	}
	return len(cells) > 1
}

func firstText(row []readback.Line) string { return tidy(row[0].Text) }
