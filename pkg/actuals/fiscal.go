package actuals

import (
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var (
	// posting is a period as SAP numbers them, from the first month of the fiscal year on: P03/2027, 003.2027.
	posting = pattern.Lazy(`(?i)^(?:` + periodNumber + `[/. -](\d{4})|(\d{4})(?:[/.]` + periodNumber + `|[ -]?P(\d{1,3})))$`)
	// fiscalYear is one that ends in the year after.
	fiscalYear = pattern.Lazy(`(?i)^(?:FY ?)?(\d{4})[/-](\d{4}|\d{2})$`)
)

// periodNumber has three digits, or a P in front.
const periodNumber = `(?:P(?:eriod)? ?(\d{1,3})|(0\d{2}))`

// fiscal reads a period by its number, or a year of two years. The months of a year that is no calendar year are
// counted from nobody knows where, unless the accounts are for calendar years.
func (d *days) fiscal(text string) (first, last time.Time, why string, is bool) {
	if p := posting().FindStringSubmatch(text); p != nil {
		year, m, months := valid(number(p[3]+p[4]), number(p[1]+p[2]+p[5]+p[6]+p[7]))
		switch {
		case !d.isCalendar():
			return first, last, noMonth, true
		case months == 0:
			return first, last, noDate, true // 13 to 16 close the year, on whatever day
		}
		first = time.Date(year, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(0, 1, -1), "", true
	}
	p := fiscalYear().FindStringSubmatch(text)
	if p == nil {
		return first, last, "", false
	}
	from, to := number(p[1]), number(p[2])
	if isShort := len(p[2]) == 2; isShort && (to <= 12 || to != (from+1)%100) || !isShort && to != from+1 {
		return first, last, "", false // a month, or no year
	}
	if d.isCalendar() || !d.from.AddDate(1, 0, -1).Equal(d.to) {
		return first, last, noFiscal, true
	}
	first = d.from.AddDate(from-d.from.Year(), 0, 0)
	return first, first.AddDate(1, 0, -1), "", true
}

// isCalendar reports accounts of whole calendar years.
func (d *days) isCalendar() bool {
	return d.from.YearDay() == 1 && d.to.AddDate(0, 0, 1).YearDay() == 1
}
