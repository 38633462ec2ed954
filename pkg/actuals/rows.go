package actuals

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// row reads a row: it is added to its line, or passed over and counted.
func (r *reader) row(row tabular.Row) {
	switch c := &r.columns; {
	case r.again(row):
		return
	case row.Cell(c.line).Text == "" && !r.hasDigits(row) && !row.Cell(c.line).IsOpen:
		return // no amount, and of no line: words below the heads, or between pages
	}
	had := r.failed
	sums, has := r.amounts(row)
	if r.isSum(row, sums, has) {
		if r.section = ""; !has && r.lines.knows(row.Cell(r.columns.line).Text) {
			r.computed(row)
		}
		return
	}
	line := r.lineOf(row, has)
	if !r.computed(row) {
		r.rows++
		return
	}
	if !has {
		r.gaps.see(r, row) // a heading, or a line of which nothing was spent
		return
	}
	if r.failed && !had {
		r.rows++
		return
	}
	r.counted(row, line, sums)
}

// hasDigits reports a row whose cells of amounts have a digit, or a formula that was to give some.
func (r *reader) hasDigits(row tabular.Row) bool {
	for _, of := range r.columns.amounts() {
		if c := row.Cell(*of.at); c.IsOpen || strings.ContainsAny(c.Text, "0123456789") {
			return true
		}
	}
	return false
}

// amounts reads what was spent and what was committed: the columns of amounts, or what debits are
// more than credits.
func (r *reader) amounts(row tabular.Row) (sums [2]money.Decimal, has bool) {
	c := &r.columns
	for i, at := range []int{c.spent, c.committed} {
		if d, ok := r.amount(row, at); ok {
			sums[i], has = d, true
		}
	}
	if d, ok := r.amount(row, c.amount); ok {
		has, sums[spent] = true, d
	}
	debit, hasDebit := r.amount(row, c.debit)
	credit, hasCredit := r.amount(row, c.credit)
	if hasDebit || hasCredit {
		has, sums[spent] = true, debit.Sub(credit)
	}
	if credit.IsNegative() {
		r.fail(r.table.Node(row.Cell(c.credit)).Span(), tabular.Quoted(row.Cell(c.credit).Text)+" in the column of `credit` is less than nothing: nobody can tell whether it is a credit, or takes one back", "write credits without a sign, and what takes one back as a debit")
	}
	return sums, has && !r.hasOpen(row)
}

// hasOpen reports a row of which an amount was never computed.
func (r *reader) hasOpen(row tabular.Row) bool {
	return slices.ContainsFunc(r.columns.amounts(), func(of keyed) bool { return row.Cell(*of.at).IsOpen })
}

// computed reports the cells of a row that the plan reads and that are formulas without a value: they look
// empty, and are not.
func (r *reader) computed(row tabular.Row) bool {
	for _, of := range r.columns.all() {
		if c := row.Cell(*of.at); c.IsOpen {
			r.fail(r.table.Node(c).Span(), fmt.Sprintf("the cell of this row in the column of `%s` has a formula that was never computed, and no value", of.key), tabular.Compute)
			return false
		}
	}
	return true
}

// lineOf returns the text that names the line of a row. In a list by accounts, the heading above
// rows that name none is theirs; it ends where a row names its own line, and at the account's sum.
func (r *reader) lineOf(row tabular.Row, has bool) string {
	text := row.Cell(r.columns.line).Text
	switch {
	case text == "" && has:
		if r.section != "" {
			r.gaps.isHeading()
		}
		return r.section
	case text != "" && has:
		r.section = ""
	case text != "":
		r.section = text
	}
	return text
}

// counted adds an amount to its line, or to what is passed over.
func (r *reader) counted(row tabular.Row, line string, sums [2]money.Decimal) {
	r.rows++
	node := r.where(row)
	is := r.kind(row, node)
	if is == committed {
		sums[spent], sums[committed] = money.Zero, sums[spent]
	}
	r.sameCurrency(row)
	why, last := whyKind, time.Time{}
	if is != neither {
		why, last = r.when(row)
	}
	if r.failed {
		return // further rows are looked at for what else is wrong
	}
	if why < passings {
		r.passed[why].add(node, sums[spent].Add(sums[committed]))
		return
	}
	if last.After(r.of.AsAt.Value) {
		r.cut.add(row.Cell(r.columns.date).Text, last, node, sums[spent].Add(sums[committed]))
	}
	r.twins.see(r, row, node, sums)
	r.unread.see(r, row, node, sums[spent].Add(sums[committed]))
	id, fund, _ := r.lines.match(line, row.Cell(r.columns.fund).Text)
	r.names.see(r, row, node, id)
	of := group{line: id, fund: fund}
	if id == "" {
		of.text, of.fund = line, row.Cell(r.columns.fund).Text
	}
	r.add(of, node, sums[spent], sums[committed])
}

// first is the first text of a row.
func first(row tabular.Row) string {
	if texts := row.Texts(); len(texts) > 0 {
		return texts[0]
	}
	return ""
}

// where is the cell that a finding about a row points at: that of its line, or else its first.
func (r *reader) where(row tabular.Row) source.Node {
	if c := row.Cell(r.columns.line); c.Text != "" {
		return r.table.Node(c)
	}
	for _, c := range row.Cells {
		if c.Text != "" {
			return r.table.Node(c)
		}
	}
	return r.of.List.Node
}

// sameCurrency reports an amount in another currency than the budget's.
func (r *reader) sameCurrency(row tabular.Row) {
	if c := row.Cell(r.columns.currency); r.columns.currency >= 0 && c.Text != "" && !strings.EqualFold(c.Text, r.currency) {
		r.fail(r.table.Node(c).Span(), fmt.Sprintf("this amount is in %s, and the budget is in %s", tabular.Quoted(c.Text), r.currency), "export the accounts in the budget's currency")
	}
}
