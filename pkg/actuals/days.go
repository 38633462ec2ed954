package actuals

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// days are the time that the accounts are for, and the order in which the file writes days.
type days struct {
	from, to time.Time
	order    order
	quarters quarters
}

// order says whether 3/4/2026 is in April or in March, as far as the file shows it.
type order int

const (
	unknownOrder order = iota
	dayFirst
	monthFirst
	bothOrders
)

var (
	isoDay  = pattern.Lazy(`^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$`)
	dotDay  = pattern.Lazy(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)
	slashed = pattern.Lazy(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$`)
	named   = pattern.Lazy(`(?i)^(\d{1,2})[ -]` + monthName + `[ -](\d{4})$`)

	aYear     = pattern.Lazy(`^(\d{4})$`)
	aMonth    = pattern.Lazy(`(?i)^(\d{4})(?:-|/|\.|M)?(\d{2})$`)
	monthYear = pattern.Lazy(`^0?(\d{1,2})[/.-](\d{4})$`)
	monthWord = pattern.Lazy(`(?i)^` + monthName + `[ -](\d{4})$`)
	aQuarter  = pattern.Lazy(`(?i)^(?:Q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?Q([1-4]))$`)
)

const monthName = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

// orderOf finds the order by those days that can be read in one way only.
func orderOf(dates []string) order {
	found := unknownOrder
	for _, text := range dates {
		m := slashed().FindStringSubmatch(text)
		if m == nil {
			continue
		}
		is, a, b := unknownOrder, number(m[1]), number(m[2])
		switch {
		case a > 12 && b <= 12:
			is = dayFirst
		case b > 12 && a <= 12:
			is = monthFirst
		}
		switch {
		case is == unknownOrder || is == found:
		case found == unknownOrder:
			found = is
		default:
			return bothOrders
		}
	}
	return found
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func month(name string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name)[:3])/3 + 1
}

// read returns the first and the last day that a text names; why says what keeps it from being
// read.
func (d *days) read(text string) (first, last time.Time, why string) {
	year, m, day, ok := d.day(text)
	if ok {
		at := time.Date(year, time.Month(m), day, 0, 0, 0, 0, time.UTC)
		if at.Year() != year || int(at.Month()) != m || at.Day() != day {
			return at, at, "is no day that there is"
		}
		return at, at, ""
	}
	if m := slashed().FindStringSubmatch(text); m != nil {
		if d.order == bothOrders {
			return first, last, "is one of dates with the day first and dates with the month first; write all of them in one way, best as 2026-03-31"
		}
		return first, last, "may be in either of two months; no date of this file tells which; write it as 2026-03-31"
	}
	if first, last, why, is := d.quarters.read(text); is {
		return first, last, why
	}
	year, from, months := period(text)
	if months == 0 {
		return first, last, "is no date or period that can be read for certain; write a day as 2026-03-31, a month as 2026-03, a quarter as Q1 2026"
	}
	first = time.Date(year, time.Month(from), 1, 0, 0, 0, 0, time.UTC)
	return first, first.AddDate(0, months, -1), ""
}

// day reads a day.
func (d *days) day(text string) (year, m, day int, ok bool) {
	if p := isoDay().FindStringSubmatch(text); p != nil {
		return number(p[1]), number(p[2]), number(p[3]), true
	}
	if p := dotDay().FindStringSubmatch(text); p != nil {
		return number(p[3]), number(p[2]), number(p[1]), true
	}
	if p := named().FindStringSubmatch(text); p != nil {
		return number(p[3]), month(p[2]), number(p[1]), true
	}
	p := slashed().FindStringSubmatch(text)
	if p == nil {
		return 0, 0, 0, false
	}
	a, b := number(p[1]), number(p[2])
	switch {
	case a == b && d.order != bothOrders, d.order == dayFirst:
		return number(p[3]), b, a, true
	case d.order == monthFirst:
		return number(p[3]), a, b, true
	}
	return 0, 0, 0, false
}

// period reads a year, a month or a quarter: its first month, and how many it has; none where the
// text is none of these.
func period(text string) (year, from, months int) {
	if p := aYear().FindStringSubmatch(text); p != nil {
		return number(p[1]), 1, 12
	}
	if p := aMonth().FindStringSubmatch(text); p != nil {
		return valid(number(p[1]), number(p[2]))
	}
	if p := monthYear().FindStringSubmatch(text); p != nil {
		return valid(number(p[2]), number(p[1]))
	}
	if p := monthWord().FindStringSubmatch(text); p != nil {
		return number(p[2]), month(p[1]), 1
	}
	if year, n, is := quarterIn(text); is {
		return year, 3*n - 2, 3
	}
	return 0, 0, 0
}

func valid(year, month int) (y, m, months int) {
	if month < 1 || month > 12 {
		return 0, 0, 0
	}
	return year, month, 1
}

// when says whether a row is passed over because of its day, and which day is the last of its time.
func (r *reader) when(row tabular.Row) (passing, time.Time) {
	if r.columns.date < 0 {
		return passings, time.Time{}
	}
	c := row.Cell(r.columns.date)
	if c.Text == "" {
		r.fail(r.where(row).Span(), "this row has an amount, but no date", "fill it in")
		return passings, time.Time{}
	}
	first, last, why := r.days.read(c.Text)
	switch {
	case why != "":
		r.fail(r.table.Node(c).Span(), fmt.Sprintf("%s %s", tabular.Quoted(c.Text), why), "correct the cell")
	case last.Before(r.from) || first.After(r.to):
		return whyYear, last
	case first.Before(r.from) || last.After(r.to):
		r.fail(r.table.Node(c).Span(), fmt.Sprintf("%s is only in part within %s to %s, the time that the accounts are for", tabular.Quoted(c.Text), r.from.Format(time.DateOnly), r.to.Format(time.DateOnly)), "export the accounts by months or days")
	case first.After(r.of.AsAt.Value):
		return whyLater, last
	}
	return passings, last
}
