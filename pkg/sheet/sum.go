package sheet

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
)

// sum adds up: cells that stand together as ranges, anything else one by one.
func (f *formula) sum(of []cost.Step) string {
	var args []string
	var first, last cell // the range that is being put together
	flush := func() {
		switch {
		case first == last && first.row > 0:
			args = append(args, f.name(first))
		case first.row > 0:
			args = append(args, f.name(first)+":"+last.name())
		}
		first, last = cell{}, cell{}
	}
	for _, s := range f.members(of) {
		at, isCell := cell{}, false
		if s.Fund == "" && (s.Line != "" || s.Column != "") {
			at, isCell = f.target(f.row, f.column, s)
		}
		switch {
		case !isCell:
			flush()
			args = append(args, f.step(s))
		case first.row > 0 && follows(first, last, at):
			last = at
		default:
			flush()
			first, last = at, at
		}
	}
	flush()
	return nest(args)
}

// members returns the steps of a sum, with the lines of groups in the place of those that have
// no cell.
func (f *formula) members(of []cost.Step) (list []cost.Step) {
	for _, s := range of {
		if s.Op == cost.Sum && s.Column == "" && f.isUnsummed(s.Line) {
			list = append(list, f.members(s.Of)...)
			continue
		}
		list = append(list, s)
	}
	return list
}

// follows reports whether a cell continues a range down or to the right.
func follows(first, last, at cell) bool {
	down := at.col == first.col && at.row == last.row+1
	right := at.row == first.row && at.col == last.col+1
	return at.sheet == first.sheet && (down && first.col == last.col || right && first.row == last.row)
}

// nest writes a sum of any length; a spreadsheet takes 255 arguments at the most.
func nest(args []string) string {
	const most = 250
	if len(args) == 0 {
		return "0"
	}
	for len(args) > most {
		var sums []string
		for ; len(args) > most; args = args[most:] {
			sums = append(sums, "SUM("+strings.Join(args[:most], ",")+")")
		}
		args = append(sums, args...)
	}
	return "SUM(" + strings.Join(args, ",") + ")"
}
