package actuals

import (
	"fmt"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

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
	isOther := r.ofAnotherYear()
	for i, p := range r.passed {
		if p.rows > 0 && (passing(i) != whyYear || !isOther) {
			r.findings.Add(diag.Finding{Rule: plan.PassedOver, Subject: subject, Span: p.first.Span(), Amount: p.sum.Abs(),
				Message: r.rowsOf(p.rows, p.sum, "is passed over: it is ", "are passed over: they are ") + reasons[i], Hint: "nothing has to be done where that is meant"})
		}
	}
	for at, key := range r.keys {
		a := &r.sums[at]
		if key.line != "" {
			continue
		}
		_, _, why := r.lines.match(key.text, key.fund)
		r.findings.Add(diag.Finding{Rule: plan.OnNoLine, Subject: subject, Span: a.Node.Span(), Amount: a.Sum().Abs(),
			Message: r.rowsOf(a.Rows, a.Sum(), "is", "are") + nowhere(why), Hint: remedy(why) + "; until then the amount has a row of its own"})
	}
}

// rowsOf says how many rows, beginning with this one, come to how much.
func (r *reader) rowsOf(rows int, sum money.Decimal, one, several string) string {
	amount := r.money(sum)
	if rows == 1 {
		return fmt.Sprintf("this row of %s %s", amount, one)
	}
	return fmt.Sprintf("%s rows from this one on, %s in all, %s", diag.Grouped(rows), amount, several)
}

// money writes an amount with the currency in front.
func (r *reader) money(d money.Decimal) string {
	places := money.OwnPlaces(d)
	if places == 1 {
		places = 2
	}
	return strings.TrimSpace(r.currency + " " + money.Number(d, places, ",", "."))
}

// nowhere says where an amount has no place.
func nowhere(why string) string {
	if strings.HasSuffix(why, noFund) {
		return " on a fund that the budget does not have: " + why
	}
	return " on no line of the budget: " + why
}

// remedy says what to do about an amount that is on no line.
func remedy(why string) string {
	if strings.Contains(why, " is not paid by the fund ") {
		return "have it booked on a fund that pays the line, or add the fund to the line's `fund`"
	}
	if strings.HasSuffix(why, noFund) {
		return "give the fund that is meant this `code`, in `funds` of the budget, or correct the row"
	}
	return "give its line this `code`, or correct the row"
}
