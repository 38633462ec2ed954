package actuals

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/isuplan/isuplan/pkg/tabular"
)

// when says whether a row is passed over because of its day, and which day is the last of its time.
func (r *reader) when(row tabular.Row) (passing, time.Time) {
	if r.columns.date < 0 {
		return passings, time.Time{}
	}
	c := row.Cell(r.columns.date)
	if c.Text == "" {
		r.failAlike("no date", r.where(row), "this row has an amount, but no date", "fill it in")
		return passings, time.Time{}
	}
	first, last, why := r.days.read(c.Text)
	switch {
	case why != "":
		message, hint := r.undated(c.Text, why)
		r.failAlike(why+form(c.Text, why), r.table.Node(c), message, hint)
	case last.Before(r.from) || first.After(r.to):
		return whyYear, last
	case first.Before(r.from) || last.After(r.to):
		r.failAlike("in part", r.table.Node(c), tabular.Quoted(c.Text)+" is only in part within "+r.fromTo()+", the time that the accounts are for", "export the accounts by months or days")
	case first.After(r.of.AsAt.Value):
		return whyLater, last
	}
	return passings, last
}

// form tells texts apart that fail for one reason and not in the same way: what is no date at all by how it is
// written, and no such day each by itself.
func form(text, why string) string {
	switch why {
	case noDate:
		return strings.Map(func(x rune) rune {
			switch {
			case unicode.IsDigit(x):
				return '0'
			case unicode.IsLetter(x):
				return 'a'
			}
			return x
		}, text)
	case noSuchDay:
		return text
	}
	return ""
}

// fromTo writes the time that the accounts are for.
func (r *reader) fromTo() string {
	return r.from.Format(time.DateOnly) + " to " + r.to.Format(time.DateOnly)
}

// undated says what keeps a date from being read, and what to do, by the date itself where that can be.
func (r *reader) undated(text, why string) (message, hint string) {
	day := r.of.AsAt.Value
	message = tabular.Quoted(text) + " " + why
	switch why {
	case noOrder, twoOrders:
		may := readings(text)
		if why == noOrder {
			message = fmt.Sprintf("%s may be %s; %s", tabular.Quoted(text), may, why)
		}
		return message, "export all dates of the file with the year first, which everybody reads in one way; or write this one as " + may
	case noMonth:
		return message + ": the accounts are for " + r.fromTo() + ", and that is no calendar year", "export the accounts with the day of each booking, or with months such as " + day.Format("2006-01")
	case noFiscal:
		return message + ", and the accounts are for " + r.fromTo(), "export the accounts with the day of each booking, or with months such as " + day.Format("2006-01")
	case noDate:
		return message, fmt.Sprintf("write a day as %s, a month as %s, a quarter as Q%d %d", day.Format(time.DateOnly), day.Format("2006-01"), (day.Month()+2)/3, day.Year())
	}
	return message, "correct the cell"
}

// readings are the days that 02/03/2027 may be.
func readings(text string) string {
	m := slashed().FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	var days []string
	a, b, year := number(m[1]), number(m[2]), number(m[3])
	for _, of := range [][2]int{{b, a}, {a, b}} { // the day first, the month first
		at := time.Date(year, time.Month(of[0]), of[1], 0, 0, 0, 0, time.UTC)
		if at.Day() == of[1] && int(at.Month()) == of[0] && (len(days) == 0 || a != b) {
			days = append(days, at.Format(time.DateOnly))
		}
	}
	return strings.Join(days, " or ")
}
