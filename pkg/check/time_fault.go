package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

// timeFault says why a time cannot be read, and what to write.
func timeFault(p *plan.Plan, fault plan.TimeFault, written string) (message, hint string) {
	if part := p.UntimedPart(written); part != nil && (fault == plan.NoTime || fault == plan.WhichQuarter) {
		name := written
		if p.CalendarPart(written) == nil {
			name = part.ID.Value
		}
		return fmt.Sprintf("“%s” is a part of the budget's calendar whose label does not say when it is", name),
			fmt.Sprintf("give it a label such as “%s” in `calendar`, or write the months here", monthsOfPart(p, part.ID.Value))
	}
	switch fault {
	case plan.NoSuchDay:
		return fmt.Sprintf("“%s” has a day that the calendar does not have", written), "write dates as year-month-day, such as 2025-03-31"
	case plan.WhichYear:
		return fmt.Sprintf("“%s” may be in several years of the period", written), "write its year too, such as " + withYears(p, written)
	case plan.WhichQuarter:
		return fmt.Sprintf("the period does not begin in January, and “%s” may be that of the year or of the period", written), whichQuarter(p, written)
	case plan.EndsBefore:
		return fmt.Sprintf("“%s” ends before it begins", written), bothYears(p, written)
	}
	return fmt.Sprintf("“%s” is no time that can be read", written), readableTime(p, written)
}

// bothYears says how a time is written that seems to end before it begins.
func bothYears(p *plan.Plan, written string) string {
	if both := p.WithYears(written); both != "" {
		return "write the year at both ends: " + both
	}
	if both := p.WithYears(someYear().ReplaceAllString(written, "")); both != "" {
		return "write the year at both ends, such as " + both
	}
	return "write first when it begins; where it goes on in the next year, that is of the next plan"
}

// readableTime says what to write in place of words that are no time.
func readableTime(p *plan.Plan, written string) string {
	if slices.Contains(nobody, strings.ToLower(written)) {
		return "where it is not known, delete the key"
	}
	if everyTime(written) {
		return "write ongoing, or all of the period: " + wholePeriod(p)
	}
	if meant := plan.TimeMeant(written); len(meant) > 0 && isReadable(p, meant) {
		return plan.TimeHint(meant)
	}
	if first, last := p.Period.Years(); first != last {
		return fmt.Sprintf("write a quarter, months or days of the period, with the year, such as Q1 %d, Q2 %[1]d to Q4 %[1]d, H1 %[1]d, March %[1]d or %[1]d-03-01 to %[1]d-06-30, or “ongoing”", last)
	}
	return "write a quarter, months or days of the period, such as Q1, Q2 to Q4, H1, March, March to May or 2025-03-01 to 2025-06-30, or “ongoing”"
}

var someYear = pattern.Lazy(` ?\b(19|20|21)[0-9]{2}\b`)

// isReadable reports times each of which is one, if only its year may lack.
func isReadable(p *plan.Plan, list []string) bool {
	return !slices.ContainsFunc(list, func(s string) bool {
		_, fault := p.ReadTime(s)
		return fault == plan.NoTime || fault == plan.NoSuchDay
	})
}

// withYears is a time with years of the period.
func withYears(p *plan.Plan, written string) string {
	if both := p.WithYears(written); both != "" {
		return both
	}
	return "March " + strconv.Itoa(p.Period.From.Value.Year())
}

// whichQuarter says how a quarter of a period that begins in July is written: of the year, or of the period.
func whichQuarter(p *plan.Plan, written string) string {
	ofYear := p.WithYears(written)
	first, last := partMonths(written)
	if first == 0 || ofYear == "" {
		return fmt.Sprintf("write its months, such as January to March %d, or its year for that of the calendar", p.Period.From.Value.Year()+1)
	}
	from := p.Period.From.Value.AddDate(0, first-1, 0)
	to := p.Period.From.Value.AddDate(0, last-1, 0)
	return fmt.Sprintf("write %s for that of the year, or %s to %s for that of the period", ofYear, inMonth(from), inMonth(to))
}

// monthsOfPart are the months that a part of the calendar may have: those of the quarter or half of the period that
// its id names, or else of its first quarter.
func monthsOfPart(p *plan.Plan, id string) string {
	first, last := partMonths(id)
	if first == 0 {
		first, last = partMonths("q1")
	}
	from, to := p.Period.From.Value.AddDate(0, first-1, 0), p.Period.From.Value.AddDate(0, last-1, 0)
	return from.Month().String() + " to " + inMonth(to)
}

func inMonth(day time.Time) string { return day.Format("January 2006") }

// partMonths returns the first and the last month of a time in quarters or halves, counted from the begin of the
// year or of the period; 0 for any other.
func partMonths(written string) (first, last int) {
	for word := range strings.FieldsFuncSeq(written, func(r rune) bool { return r == ' ' || r == '-' || r == '–' }) {
		long := map[byte]int{'q': 3, 'h': 6}[strings.ToLower(word)[0]]
		n, err := strconv.Atoi(word[1:])
		if long == 0 || err != nil || n < 1 || n > 12/long {
			continue
		}
		if last = n * long; first == 0 {
			first = last - long + 1
		}
	}
	return first, last
}

// always are the words for a time that has no end.
var always = []string{"ongoing", "on-going", "continuous", "continuously", "continuing", "permanent", "permanently", "always", "all year", "all the year", "all year round", "year-round", "whole year", "the whole year",
	"throughout", "throughout the year", "full year", "entire year", "every year", "annual", "annually", "quarterly", "monthly", "weekly", "each month", "each quarter", "all quarters"}

func everyTime(written string) bool {
	return slices.Contains(always, strings.ToLower(strings.Join(strings.Fields(written), " ")))
}

// wholePeriod is the period as a time.
func wholePeriod(p *plan.Plan) string {
	from, to := p.Period.From.Value, p.Period.To.Value
	isWhole := from.YearDay() == 1 && to.AddDate(0, 0, 1).YearDay() == 1
	switch {
	case isWhole && from.Year() == to.Year():
		return strconv.Itoa(from.Year())
	case isWhole:
		return fmt.Sprintf("%d to %d", from.Year(), to.Year())
	}
	return from.Format(time.DateOnly) + " to " + to.Format(time.DateOnly)
}
