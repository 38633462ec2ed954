package actuals

import (
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
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
	isoDay   = pattern.Lazy(`^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$`)
	plainDay = pattern.Lazy(`^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$`)
	dotDay   = pattern.Lazy(`^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$`)
	slashed  = pattern.Lazy(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$`)
	named    = pattern.Lazy(`(?i)^(\d{1,2})[ /-]` + monthName + `[ /-](\d{4}|\d{2})$`)

	aYear     = pattern.Lazy(`^(\d{4})$`)
	aMonth    = pattern.Lazy(`(?i)^(\d{4})(?:-|/|\.|M)?(\d{2})$`)
	monthYear = pattern.Lazy(`^(\d{1,2})[/.-](\d{4})$`)
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

// fullYear reads a year, which is one of this century where it has two digits.
func fullYear(digits string) int {
	if len(digits) == 2 {
		return 2000 + number(digits)
	}
	return number(digits)
}

func month(name string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name)[:3])/3 + 1
}

// What keeps a date from being read.
const (
	noDate    = "is no date or period that can be read for certain"
	noSuchDay = "is no day that there is"
	noOrder   = "no date of this file tells which"
	twoOrders = "is one of dates with the day first and dates with the month first"
	noMonth   = "is a month of a fiscal year, by its number, and nobody can tell with which month that year begins"
	noFiscal  = "is a fiscal year"
)

// read returns the first and the last day that a text names; why says what keeps it from being
// read.
func (d *days) read(text string) (first, last time.Time, why string) {
	year, m, day, ok := d.day(text)
	if ok {
		at := time.Date(year, time.Month(m), day, 0, 0, 0, 0, time.UTC)
		if at.Year() != year || int(at.Month()) != m || at.Day() != day {
			return at, at, noSuchDay
		}
		return at, at, ""
	}
	if m := slashed().FindStringSubmatch(text); m != nil {
		switch a, b := number(m[1]), number(m[2]); {
		case a > 12 && b > 12:
			return first, last, noSuchDay
		case d.order == bothOrders:
			return first, last, twoOrders
		}
		return first, last, noOrder
	}
	if first, last, why, is := d.fiscal(text); is {
		return first, last, why
	}
	if first, last, why, is := d.quarters.read(text); is {
		return first, last, why
	}
	year, from, months := period(text)
	if months == 0 {
		return first, last, noDate
	}
	first = time.Date(year, time.Month(from), 1, 0, 0, 0, 0, time.UTC)
	return first, first.AddDate(0, months, -1), ""
}

// day reads a day.
func (d *days) day(text string) (year, m, day int, ok bool) {
	if p := isoDay().FindStringSubmatch(text); p != nil {
		return number(p[1]), number(p[2]), number(p[3]), true
	}
	if p := plainDay().FindStringSubmatch(text); p != nil {
		return number(p[1]), number(p[2]), number(p[3]), true
	}
	if p := dotDay().FindStringSubmatch(text); p != nil {
		return fullYear(p[3]), number(p[2]), number(p[1]), true
	}
	if p := named().FindStringSubmatch(text); p != nil {
		return fullYear(p[3]), month(p[2]), number(p[1]), true
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
