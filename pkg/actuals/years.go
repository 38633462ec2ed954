package actuals

import (
	"fmt"
	"strconv"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/tabular"
)

var (
	// headYear is a year in a head of amounts, or two: 2025, FY2025, 2025/26.
	headYear = pattern.Lazy(`(?:^|[^\d])((?:19|20)\d{2})(?:[/–-]((?:(?:19|20))?\d{2}))?(?:$|[^\d])`)
	// pricesOf is of a year in whose prices amounts of another are given.
	pricesOf = pattern.Lazy(`(?i)\b(?:prices?|rates?|values?|constant)\b`)
)

// headYears reports heads of amounts that name a year which is none of the accounts'.
func (r *reader) headYears() {
	for _, of := range r.columns.amounts() {
		head := r.named(of.key)
		if *of.at < 0 || !head.IsSet() || pricesOf().MatchString(head.Value) {
			continue
		}
		if year, isOther := r.otherYear(head.Value); isOther {
			r.findings.Add(diag.Finding{Rule: plan.OtherYear, Subject: subject, Span: head.Span(),
				Message: fmt.Sprintf("by its head, %s, the column of `%s` is of %s, and the accounts are of %s", tabular.Quoted(head.Value), of.key, year, r.time()),
				Hint:    "name the column of that time; or, where the accounts are of another year than the plan, say which column of the budget they are held against: \"column: …\""})
		}
	}
}

// otherYear returns the years that a head names, where they are none of the accounts'.
func (r *reader) otherYear(head string) (years string, isOther bool) {
	first, last := r.from.Year(), r.to.Year()
	for _, m := range headYear().FindAllStringSubmatch(head, -1) {
		begins, ends := number(m[1]), number(m[1])
		years = m[1]
		if m[2] != "" && number(m[2])%100 == (begins+1)%100 {
			ends, years = begins+1, m[1]+"/"+m[2]
		}
		isOurs := begins <= last && ends >= first
		if ends > begins && last == first+1 {
			isOurs = begins == first // 2025/26 is not 2026/27
		}
		if isOurs {
			return "", false
		}
	}
	return years, years != ""
}

// time is that of the accounts, in words.
func (r *reader) time() string {
	if r.from.YearDay() == 1 && r.to.Month() == time.December && r.to.Day() == 31 && r.from.Year() == r.to.Year() {
		return strconv.Itoa(r.from.Year())
	}
	return r.from.Format(time.DateOnly) + " to " + r.to.Format(time.DateOnly)
}

// ofAnotherYear reports a file of which no row is counted, because its rows are of another time.
func (r *reader) ofAnotherYear() bool {
	p := &r.passed[whyYear]
	if p.rows == 0 || len(r.sums) > 0 {
		return false
	}
	also := "no row of the file is of "
	if r.passed[whyLater].rows+r.passed[whyKind].rows > 0 {
		also = "no other row of the file is counted for "
	}
	r.findings.Add(diag.Finding{Rule: plan.OtherYear, Subject: subject, Span: p.first.Span(), Amount: p.sum.Abs(),
		Message: r.rowsOf(p.rows, p.sum, "is of another time, and ", "are of another time, and ") + also + r.time() + ": the accounts may be those of another year",
		Hint:    "export the accounts of " + r.time() + "; or say which column of the budget they are held against: \"column: …\""})
	return true
}
