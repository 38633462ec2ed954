package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
)

// putTogether puts together what belongs to one table: columns that go on beside, in a table with the
// same names of the rows again, and heads that stand over others, which then say both.
func putTogether(lines []readback.Line) (out []readback.Line) {
	for from := 0; from < len(lines); {
		to := from + 1
		for lines[from].Row > 0 && to < len(lines) && lines[to].Row > 0 {
			to++
		}
		if lines[from].Row == 0 {
			out = append(out, lines[from])
		} else {
			for _, table := range apart(rowsOf(lines[from:to])) {
				table = oneHead(besides(table))
				number := table[0][0].Table // what is put together is one table
				for _, row := range table {
					for _, l := range row {
						l.Table = number
						out = append(out, l)
					}
				}
			}
		}
		from = to
	}
	return out
}

// rowsOf cuts the lines of tables into rows.
func rowsOf(lines []readback.Line) (rows [][]readback.Line) {
	row := 0
	for _, l := range lines {
		if l.Row != row {
			rows, row = append(rows, nil), l.Row
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], l)
	}
	return rows
}

// besides puts rows side by side whose names come again, all of them, in their order.
func besides(rows [][]readback.Line) [][]readback.Line {
	n := len(rows)
	for high := 2; high <= n/2; high++ {
		if n%high > 0 {
			continue
		}
		if names := namesAgain(rows, high); names > 0 && names < columnsIn(rows[:high]) {
			return sideBySide(rows, high, names)
		}
	}
	return rows
}

// namesAgain returns how many columns at the left come again every so many rows.
func namesAgain(rows [][]readback.Line, high int) int {
	if textIn(rows[0], 1) == "" {
		return 0
	}
	names := 0
	for column := 1; column <= columnsIn(rows[:high]); column++ {
		for i := high; i < len(rows); i++ {
			if textIn(rows[i], column) != textIn(rows[i-high], column) {
				return names
			}
		}
		names = column
	}
	return names
}

// textIn is what a row says in a column.
func textIn(row []readback.Line, column int) (text string) {
	for _, l := range row {
		if l.Column == column {
			text += l.Text
		}
	}
	return text
}

// columnsIn is how many columns rows have.
func columnsIn(rows [][]readback.Line) (n int) {
	for _, row := range rows {
		for _, l := range row {
			n = max(n, l.Column+max(l.Over, 1)-1)
		}
	}
	return n
}

func sideBySide(rows [][]readback.Line, high, names int) [][]readback.Line {
	out := slices.Clone(rows[:high])
	width := columnsIn(out)
	for from := high; from < len(rows); from += high {
		part := rows[from : from+high]
		for i, row := range part {
			out[i] = slices.Clip(out[i])
			for _, l := range row {
				if l.Column > names {
					l.Row, l.Column = rows[i][0].Row, l.Column-names+width
					out[i] = append(out[i], l)
				}
			}
		}
		width += columnsIn(part) - names
	}
	return out
}

// oneHead makes one row of two rows of heads, of which the second begins behind the names of the
// rows: each head says what stands over it too.
func oneHead(rows [][]readback.Line) [][]readback.Line {
	if len(rows) < 2 || textIn(rows[0], 1) == "" || textIn(rows[1], 1) != "" || !slices.ContainsFunc(rows[0], func(l readback.Line) bool { return l.Over > 1 }) {
		return rows
	}
	var head []readback.Line
	for _, over := range rows[0] {
		below := 0
		for _, l := range rows[1] {
			if l.Column >= over.Column && l.Column < over.Column+max(over.Over, 1) {
				l.Row, l.Form = over.Row, nil
				l.Text = strings.TrimSpace(over.Text) + document.HeadGap + l.Text
				head = append(head, l)
				below++
			}
		}
		if below == 0 {
			head = append(head, over)
		}
	}
	return append([][]readback.Line{head}, rows[2:]...)
}
