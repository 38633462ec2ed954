package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// look is what a cell looks like.
type look struct {
	format string
	bold   bool
	ruled  bool // a line above
	indent int
	right  bool
	wrap   bool
	blue   bool // a value that the user may change
}

// style returns the number of a look in the file.
func (b *book) style(l look) int {
	if id, known := b.styles[l]; known {
		return id
	}
	s := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Indent: l.indent, WrapText: l.wrap}, Font: &excelize.Font{Bold: l.bold}}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.right {
		s.Alignment.Horizontal = "right"
	}
	if l.indent > 0 {
		s.Alignment.Horizontal = "left" // otherwise the indentation does not show
	}
	if l.ruled {
		s.Border = []excelize.Border{{Type: "top", Style: 1, Color: "000000"}}
	}
	if l.blue {
		s.Font.Color = "0000FF"
	}
	id, err := b.file.NewStyle(s)
	b.keep(err)
	b.styles[l] = id
	return id
}

// numberFormat shows an amount with a number of decimals. Where the amount is marked it
// shows zero as a dash or as nothing, so that the result of a formula stays a number.
func numberFormat(places int32, mark cost.Mark) string {
	format := "#,##0" + decimals(places, "0")
	switch mark {
	case cost.Nil:
		return format + ";-" + format + `;"–"`
	case cost.Blank:
		return format + ";-" + format + ";"
	}
	return format
}

func decimals(places int32, digit string) string {
	if places <= 0 {
		return ""
	}
	return "." + strings.Repeat(digit, int(places))
}

// shown returns how many decimals an amount shows: those of its column, or all that it has.
func (g *grid) shown(d money.Decimal, column int) int32 {
	return max(g.Budget.Columns[column].Places, money.OwnPlaces(d))
}
