package actuals

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// doubted tells what was read and may be meant otherwise.
func (r *reader) doubted() {
	r.headYears()
	r.unread.report(r)
	r.cut.report(r)
	r.gaps.report(r)
	r.names.report(r)
}

// cut are the rows of a month, a quarter or a year that is not over on the day of the accounts: which part
// of them is later nobody can tell.
type cut struct{ of []cutTime }

// cutTime is such a time as the file writes it, and its rows.
type cutTime struct {
	text string
	last time.Time
	passed
}

func (c *cut) add(text string, last time.Time, at source.Node, sum money.Decimal) {
	if sum.IsZero() {
		return
	}
	for i := range c.of {
		if c.of[i].text == text {
			c.of[i].add(at, sum)
			return
		}
	}
	c.of = append(c.of, cutTime{text: text, last: last})
	c.of[len(c.of)-1].add(at, sum)
}

func (c *cut) report(r *reader) {
	for i := range c.of {
		t := &c.of[i]
		name, end := tabular.Quoted(t.text), t.last.Format(time.DateOnly)
		what := fmt.Sprintf("of %s, which ends on %s, after the day of the accounts, %s: ", name, end, r.of.AsAt.Value.Format(time.DateOnly))
		r.findings.Add(diag.Finding{Rule: plan.CountedWhole, Subject: subject, Span: t.first.Span(), Amount: t.sum.Abs(),
			Message: r.rowsOf(t.rows, t.sum, "is "+what+"it is counted whole", "are "+what+"they are counted whole"),
			Hint:    fmt.Sprintf("export the accounts by days; or, where they go to the end of %s, write \"as_at: %s\"", name, end)})
	}
}

// gaps are the rows that have a code and a day, as bookings have, and no amount.
type gaps struct {
	rows   []source.Node
	isLast bool // the row before is one
}

// see looks at a row without an amount. A dash is one of nothing; what is of another time or of no kind that counts is
// passed over with an amount, too.
func (b *gaps) see(r *reader, row tabular.Row) {
	b.isLast = false
	if r.columns.date < 0 || row.Cell(r.columns.line).Text == "" || r.failed {
		return
	}
	for _, of := range r.columns.amounts() {
		if row.Cell(*of.at).Text != "" {
			return
		}
	}
	if c := r.columns.kind; c >= 0 && r.kindOf(row.Cell(c).Text) == neither {
		return
	}
	first, last, why := r.days.read(row.Cell(r.columns.date).Text)
	if why != "" || !first.Equal(last) || first.Before(r.from) || first.After(r.to) || first.After(r.of.AsAt.Value) {
		return
	}
	b.rows, b.isLast = append(b.rows, r.where(row)), true
}

// isHeading takes the last row back: it is the heading of those below.
func (b *gaps) isHeading() {
	if b.isLast {
		b.rows, b.isLast = b.rows[:len(b.rows)-1], false
	}
}

func (b *gaps) report(r *reader) {
	if len(b.rows) == 0 {
		return
	}
	f := diag.Finding{Rule: plan.NoAmount, Subject: subject, Span: b.rows[0].Span(), Message: "this row has a code and a date, but no amount: it is not counted", Hint: "fill the amount in; nothing has to be done where there is none"}
	if n := len(b.rows); n > 1 {
		f.Message = fmt.Sprintf("%s rows, of which this is the first, have a code and a date, but no amount: they are not counted", diag.Grouped(n))
	}
	for _, n := range b.rows[1:] {
		f.Related = append(f.Related, diag.Related{Span: n.Span(), Note: "no amount either"})
	}
	r.findings.Add(f)
}
