package tabular

import (
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/source"
)

// Positions returns where in a row one of some heads stands.
func Positions(cells []Cell, heads ...string) (at []int) {
	for i, c := range cells {
		if slices.ContainsFunc(heads, func(h string) bool { return strings.EqualFold(c.Text, strings.Join(strings.Fields(h), " ")) }) {
			at = append(at, i)
		}
	}
	return at
}

// Cell returns a cell of a row; one without text where the row is shorter.
func (r Row) Cell(at int) Cell {
	if at < 0 || at >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[at]
}

// Texts are those of a row.
func (r Row) Texts() (list []string) {
	for _, c := range r.Cells {
		if c.Text != "" {
			list = append(list, c.Text)
		}
	}
	return list
}

// Node is where the text of a cell was written.
func (t *Table) Node(c Cell) source.Node { return source.Cell(t.File, c.At, c.Text) }

// IsSum reports the name of a row that adds the others up.
func IsSum(name string) bool {
	switch strings.ToLower(strings.TrimSuffix(name, ":")) {
	case "total", "totals", "grand total", "sum", "subtotal", "subtotals", "sub-total", "sub total":
		return true
	}
	return false
}

// Compute is what to do about a cell with a formula that has no value.
const Compute = "open the workbook in a spreadsheet program, save it there, and check again"

// Quoted lists texts of a file for a message, not too many of them, and without characters that
// nobody sees.
func Quoted(list ...string) string {
	const most = 8
	more := ""
	if len(list) > most {
		list, more = list[:most], ", …"
	}
	shown := make([]string, len(list))
	for i, s := range list {
		if runes := []rune(s); len(runes) > 40 {
			s = string(runes[:40]) + "…"
		}
		shown[i] = "`" + strings.Map(func(x rune) rune {
			if unicode.IsControl(x) || source.IsUnseen(x) {
				return -1
			}
			return x
		}, s) + "`"
	}
	return strings.Join(shown, ", ") + more
}
