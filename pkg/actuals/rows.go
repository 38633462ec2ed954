package actuals

import (
	"fmt"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// learn finds the decimal mark of the file's numbers and the order of its dates; a workbook stores
// numbers with a point.
func (r *reader) learn(rows []tabular.Row) {
	var numbers, dates []string
	for _, row := range rows {
		for _, at := range []int{r.columns.amount, r.columns.spent, r.columns.committed} {
			if text := row.Cell(at).Text; strings.ContainsAny(text, ",.") {
				numbers = append(numbers, r.signed(text))
			}
		}
		if text := row.Cell(r.columns.date).Text; text != "" {
			dates = append(dates, text)
		}
	}
	r.marks = tabular.MarksOf(numbers)
	if r.table.Exact {
		r.marks = tabular.Point
	}
	r.order = orderOf(dates)
}

// signed writes a number as accounts have it with its sign in front and without its currency:
// (1,234.50) and 1,234.50- are less than nothing.
func (r *reader) signed(text string) string {
	text = strings.TrimSpace(text)
	if r.currency != "" {
		text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, r.currency), r.currency))
	}
	if inner, ok := strings.CutPrefix(text, "("); ok {
		if inner, ok = strings.CutSuffix(inner, ")"); ok && !strings.ContainsAny(inner, "()-−") {
			return "-" + strings.TrimSpace(inner)
		}
	}
	for _, sign := range []string{"-", "−"} {
		if before, ok := strings.CutSuffix(text, sign); ok && before != "" && !strings.ContainsAny(before, "()-−") {
			return "-" + strings.TrimSpace(before)
		}
	}
	return strings.TrimPrefix(text, "+")
}

// amount reads an amount; a dash and an empty cell say nothing.
func (r *reader) amount(row tabular.Row, at int) (d money.Decimal, has bool) {
	c := row.Cell(at)
	if strings.Trim(c.Text, "-–—") == "" {
		return money.Zero, false
	}
	why := "is a percentage, and no amount"
	if !strings.HasSuffix(c.Text, "%") {
		d, why = tabular.Number(r.signed(c.Text), r.marks)
	}
	if why == "" {
		return d, true
	}
	r.fail(r.table.Node(c).Span(), fmt.Sprintf("%s in the column %s %s", tabular.Quoted(c.Text), r.headOf(at), why), "correct the cell")
	return money.Zero, false
}

// headOf names a column of the export.
func (r *reader) headOf(at int) string {
	switch at {
	case r.columns.spent:
		return "of `spent`"
	case r.columns.committed:
		return "of `committed`"
	}
	return "of `amount`"
}

// row reads a row: it is added to its line, or passed over and counted.
func (r *reader) row(row tabular.Row) {
	c := &r.columns
	code := row.Cell(c.line)
	if tabular.IsSum(code.Text) || code.Text == "" && tabular.IsSum(first(row)) {
		return // a sum is no amount of its own
	}
	var sums [2]money.Decimal
	has := false
	for i, at := range []int{c.spent, c.committed} {
		if d, ok := r.amount(row, at); ok {
			sums[i], has = d, true
		}
	}
	if d, ok := r.amount(row, c.amount); ok {
		has, sums[spent] = true, d
	}
	if !has {
		return // a heading, or a line of which nothing was spent
	}
	r.rows++
	node := r.where(row)
	is := r.kind(row, node)
	if is == committed {
		sums[spent], sums[committed] = money.Zero, sums[spent]
	}
	r.sameCurrency(row)
	why := whyKind
	if is != neither {
		why = r.when(row)
	}
	if r.failed {
		return // further rows are looked at for what else is wrong
	}
	if why < passings {
		r.passed[why].add(node, sums[spent].Add(sums[committed]))
		return
	}
	id, fund, _ := r.lines.match(code.Text, row.Cell(c.fund).Text)
	of := group{line: id, fund: fund}
	if id == "" {
		of.text, of.fund = code.Text, row.Cell(c.fund).Text
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

// kind reads what an amount is.
func (r *reader) kind(row tabular.Row, at source.Node) kind {
	if r.columns.kind < 0 {
		return spent
	}
	c := row.Cell(r.columns.kind)
	is := r.kindOf(c.Text)
	if is == unknownKind {
		message := "this row does not say whether its amount was spent or committed"
		if c.Text != "" {
			message, at = fmt.Sprintf("%s does not say whether this amount was spent or committed", tabular.Quoted(c.Text)), r.table.Node(c)
		}
		r.fail(at.Span(), message, "say it with the word: \"kinds: {spent: […], committed: […], other: […]}\"; rows of `other` are passed over")
	}
	return is
}

// sameCurrency reports an amount in another currency than the budget's.
func (r *reader) sameCurrency(row tabular.Row) {
	if c := row.Cell(r.columns.currency); r.columns.currency >= 0 && c.Text != "" && !strings.EqualFold(c.Text, r.currency) {
		r.fail(r.table.Node(c).Span(), fmt.Sprintf("this amount is in %s, and the budget is in %s", tabular.Quoted(c.Text), r.currency), "export the accounts in the budget's currency")
	}
}

// passing is why a row is passed over.
type passing int

const (
	whyYear passing = iota // it is of another time
	whyLater
	whyKind
	passings
)

// passed are rows that are passed over.
type passed struct {
	rows  int
	sum   money.Decimal
	first source.Node
}

func (p *passed) add(at source.Node, sum money.Decimal) {
	if p.rows == 0 {
		p.first = at
	}
	p.rows, p.sum = p.rows+1, p.sum.Add(sum)
}

// passedOver tells what was passed over, and what is on no line.
func (r *reader) passedOver() {
	reasons := [passings]string{
		fmt.Sprintf("outside %s to %s", r.from.Format(time.DateOnly), r.to.Format(time.DateOnly)),
		"after " + r.of.AsAt.Value.Format(time.DateOnly),
		"neither expenditure nor commitments",
	}
	for i, p := range r.passed {
		if p.rows > 0 {
			r.findings.Add(diag.Finding{Rule: plan.PassedOver, Subject: subject, Span: p.first.Span(), Amount: p.sum.Abs(),
				Message: r.counted(p.rows, p.sum, "is passed over: it is ", "are passed over: they are ") + reasons[i], Hint: "nothing has to be done where that is meant"})
		}
	}
	for at, key := range r.keys {
		a := &r.sums[at]
		if key.line != "" {
			continue
		}
		_, _, why := r.lines.match(key.text, key.fund)
		r.findings.Add(diag.Finding{Rule: plan.OnNoLine, Subject: subject, Span: a.Node.Span(), Amount: a.Sum().Abs(),
			Message: r.counted(a.Rows, a.Sum(), "is", "are") + " on no line of the budget: " + why, Hint: "give its line this `code`, or correct the row; until then the amount has a row of its own"})
	}
}

// counted says how many rows, beginning with this one, come to how much.
func (r *reader) counted(rows int, sum money.Decimal, one, several string) string {
	places := money.OwnPlaces(sum)
	if places == 1 {
		places = 2
	}
	amount := strings.TrimSpace(r.currency + " " + money.Number(sum, places, ",", "."))
	if rows == 1 {
		return fmt.Sprintf("this row of %s %s", amount, one)
	}
	return fmt.Sprintf("%s rows from this one on, %s in all, %s", diag.Grouped(rows), amount, several)
}
