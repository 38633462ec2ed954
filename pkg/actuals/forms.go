package actuals

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// forms are the two ways in which numbers are written: how many of a file are, and the first of each.
type forms struct{ point, comma writtenForm }

type writtenForm struct {
	name  string
	count int
	first tabular.Cell
	at    int // its column
}

func (f *forms) see(c tabular.Cell, at int, number string) {
	form := &f.point
	switch tabular.MarkOf(number) {
	case tabular.Point:
	case tabular.Comma:
		form = &f.comma
	default:
		return
	}
	if form.count++; form.count == 1 {
		form.first, form.at = c, at
	}
}

func (f *forms) areTwo() bool { return f.point.count > 0 && f.comma.count > 0 }

// twoForms reports a file with both, once: those of which there are fewer. All others are read as the more are.
func (r *reader) twoForms(f *forms) {
	f.point.name, f.comma.name = "a decimal point", "a decimal comma"
	few, most := &f.point, &f.comma
	r.marks.Marks, r.marks.odd = tabular.Comma, tabular.Point
	if f.point.count > f.comma.count {
		few, most = most, few
		r.marks.Marks, r.marks.odd = r.marks.odd, r.marks.Marks
	}
	what, others, hint := "has "+few.name, "another amount of the file, "+tabular.Quoted(most.first.Text)+", has ", "write all amounts in one way"
	if few.count > 1 {
		what = fmt.Sprintf("is the first of %s amounts that have %s", diag.Grouped(few.count), few.name)
	}
	if most.count > 1 {
		others = fmt.Sprintf("%s others, such as %s, have ", diag.Grouped(most.count), tabular.Quoted(most.first.Text))
	}
	if few.count == 1 && most.count > 1 {
		hint = "write it as the others are"
	}
	if !r.table.Exact {
		hint += asWorkbook
	}
	r.fail(r.table.Node(few.first).Span(), fmt.Sprintf("%s in the column %s %s, and %s%s", tabular.Quoted(few.first.Text), r.headOf(few.at), what, others, most.name), hint)
}
