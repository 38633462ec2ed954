package xlsx

import (
	"strconv"
	"strings"
)

// master is a formula that cells share, and the cell that it is written for.
type master struct {
	formula string
	at      position
}

// formulaOf returns the cell's formula; of a shared one as it is in this cell.
func (r *sheetReader) formulaOf() string {
	text := strings.TrimPrefix(strings.TrimSpace(r.formula.String()), "=")
	if len(text) > MaxFormula {
		return ""
	}
	if r.share == "" {
		return text
	}
	if text != "" {
		r.shared[r.share] = master{text, r.at}
		return text
	}
	m := r.shared[r.share]
	return moved(m.formula, r.at.row-m.at.row, r.at.column-m.at.column)
}

// MaxFormula is how long a formula may be; of longer ones the values alone are read.
const MaxFormula = 2000

// moved writes a formula as it is so many rows and columns further on.
func moved(formula string, rows, columns int) string {
	var b strings.Builder
	for i := 0; i < len(formula); {
		switch c := formula[i]; {
		case c == '"' || c == '\'':
			end := i + 1
			for end < len(formula) && formula[end] != c {
				end++
			}
			end = min(end+1, len(formula))
			b.WriteString(formula[i:end])
			i = end
		case isWordByte(c):
			end := i
			for end < len(formula) && isWordByte(formula[end]) {
				end++
			}
			word := formula[i:end]
			if end < len(formula) && (formula[end] == '(' || formula[end] == '!') {
				b.WriteString(word)
			} else {
				b.WriteString(movedCell(word, rows, columns))
			}
			i = end
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

func isWordByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '$' || c == '_' || c == '.' || c >= 0x80
}

// movedCell moves what does not stand behind a $; what is no cell stays as it is.
func movedCell(word string, rows, columns int) string {
	rest, fixedColumn := strings.CutPrefix(word, "$")
	name, number, fixedRow := rest, "", false
	if at := strings.IndexAny(rest, "$0123456789"); at > 0 {
		name = rest[:at]
		number, fixedRow = strings.CutPrefix(rest[at:], "$")
	}
	row, column, ok := Position(name + number)
	if !ok {
		return word
	}
	if !fixedColumn {
		column += columns
	}
	if !fixedRow {
		row += rows
	}
	if row < 1 || column < 1 {
		return "#REF!"
	}
	mark := map[bool]string{true: "$"}
	return mark[fixedColumn] + ColumnName(column) + mark[fixedRow] + strconv.Itoa(row)
}

// Position reads the name of a cell, such as C7; row and column count from 1.
func Position(name string) (row, column int, ok bool) {
	at := 0
	for at < len(name) && at < 4 && name[at]|0x20 >= 'a' && name[at]|0x20 <= 'z' {
		column = column*26 + int(name[at]|0x20-'a') + 1
		at++
	}
	const lastRow, lastColumn = 1_048_576, 16_384
	if at == 0 || at == len(name) || name[at] == '0' || len(name)-at > 7 || column > lastColumn {
		return 0, 0, false
	}
	row = number(name[at:])
	return row, column, row > 0 && row <= lastRow
}

// ColumnName is the name of a column, such as C for 3.
func ColumnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// rangeOf reads a range such as A1:E1.
func rangeOf(ref string) (m Range, ok bool) {
	from, to, both := strings.Cut(ref, ":")
	if !both {
		to = from
	}
	var ok1, ok2 bool
	m.FromRow, m.FromColumn, ok1 = Position(from)
	m.ToRow, m.ToColumn, ok2 = Position(to)
	return m, ok1 && ok2 && m.FromRow <= m.ToRow && m.FromColumn <= m.ToColumn
}

// number reads a whole number of digits alone; 0 for what is none.
func number(digits string) int {
	const most = 9
	if digits == "" || len(digits) > most || strings.Trim(digits, "0123456789") != "" {
		return 0
	}
	n, _ := strconv.Atoi(digits)
	return n
}
