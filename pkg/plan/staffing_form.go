package plan

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// StaffName is the id of a grade's row: p-3 for P-3, P3 and p 3.
func StaffName(grade string) string {
	var spaced []byte
	for i := range len(grade) {
		if i > 0 && isDigit(grade[i]) && isLetter(grade[i-1]) {
			spaced = append(spaced, '-')
		}
		spaced = append(spaced, grade[i])
	}
	return schema.Slug(string(spaced))
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// Names that rows of the table of posts cannot have, since references mean sums by them.
const (
	StaffTotal  = "total"  // the posts of this budget
	StaffOthers = "others" // those that others pay
	StaffAll    = "all"    // both
)

// Unit returns what the table counts: posts, fte or months.
func (s *Staffing) Unit() string { return cmp.Or(s.Count.Value, cost.HeadsOnly) }

// checkStaffing checks what the keys of the table of posts name.
func checkStaffing(r *schema.Reader, b *Budget) {
	s := &b.Staffing
	names := map[string]source.Node{}
	define := func(name string, at source.Node, what string) {
		first, twice := names[name]
		switch {
		case name == "":
			return
		case slices.Contains([]string{StaffTotal, StaffOthers, StaffAll}, name):
			r.Report(schema.BadID, at, fmt.Sprintf("no row may be called `%s`: ${staffing.%s} means something else", name, name), "take another name")
		case twice:
			r.Add(diag.Finding{Rule: DuplicateID, Span: at.Span(), Message: fmt.Sprintf("%s `%s` stands twice in the table of posts", what, cmp.Or(schema.Clip(at.Text()), name)),
				Hint: "take one of them out, or give it another name", Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
		}
		if !twice {
			names[name] = at
		}
	}
	for i := range s.Categories {
		c := &s.Categories[i]
		define(c.ID.Value, c.ID.Node, "the category")
		for k := range c.Grades {
			define(StaffName(c.Grades[k].Grade.Value), c.Grades[k].Grade.Node, "the grade")
		}
	}
	checkStaffSeries(r, b)
}

// checkStaffSeries reports values for columns that the table of posts does not have.
func checkStaffSeries(r *schema.Reader, b *Budget) {
	s := &b.Staffing
	all := b.StaffColumns()
	var amounts []string
	for _, id := range all {
		if i := slices.IndexFunc(b.Columns, func(c Column) bool { return c.ID.Value == id }); i < 0 || b.Columns[i].IsAmount() {
			amounts = append(amounts, id)
		}
	}
	check := func(keys []source.At[string], known []string) {
		for _, k := range keys {
			if slices.Contains(known, k.Value) {
				continue
			}
			f := diag.Finding{Rule: WrongColumn, Span: k.Span(), Message: fmt.Sprintf("the table of posts has no column `%s` to put this into", k.Value), Hint: diag.DidYouMean(k.Value, known)}
			if slices.Contains(b.ColumnIDs(), k.Value) {
				f.Hint = "the table has the columns of amounts, and of the others those in which posts can be counted: posts of several years do not add up, and none are in per cent"
			}
			r.Add(f)
		}
	}
	see := func(stated cost.Series[cost.Cell], notes *cost.Footnotes) {
		check(stated.Keys(), all)
		check(notes.Keys(), all)
	}
	see(s.StatedTotal, &s.Footnote)
	for i := range s.Categories {
		c := &s.Categories[i]
		see(c.Stated, &c.Footnote)
		for k := range c.Grades {
			see(c.Grades[k].Stated, &c.Grades[k].Footnote)
		}
	}
	for i := range s.Posts {
		s.Posts[i].EachSeries(func(keys []source.At[string]) { check(keys, amounts) })
	}
}

// StaffColumns returns the ids of the columns that the table of posts has: those of amounts,
// and sums and changes of them. Posts of several years do not add up, and work-months do.
func (b *Budget) StaffColumns() []string {
	if len(b.Columns) == 0 {
		return b.ColumnIDs()
	}
	var ids []string
	kept := func(of []source.At[string]) bool {
		return len(of) > 0 && !slices.ContainsFunc(of, func(id source.At[string]) bool { return !slices.Contains(ids, id.Value) })
	}
	for i := range b.Columns {
		c := &b.Columns[i]
		if c.IsAmount() || kept(c.Change) || kept(c.Sum) && (b.Staffing.Count.Value == cost.WorkMonths || !b.addsYears(c)) {
			ids = append(ids, c.ID.Value)
		}
	}
	return ids
}

// addsYears reports a sum of columns that are different years.
func (b *Budget) addsYears(sum *Column) bool {
	last := 0
	for _, id := range sum.Sum {
		i := slices.IndexFunc(b.Columns, func(c Column) bool { return c.ID.Value == id.Value })
		if i < 0 || b.Columns[i].years().none() || b.Columns[i].years().first <= last {
			return false
		}
		last = b.Columns[i].years().last
	}
	return len(sum.Sum) > 1
}
