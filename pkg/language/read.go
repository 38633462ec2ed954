package language

import (
	"strconv"
	"strings"
	"time"
)

// ReadDays reads one day or a range of days as the language writes them; it is false for what the
// language would write otherwise. Blanks may be of any kind.
func (l *Language) ReadDays(s string, isRange bool) (from, to time.Time, ok bool) {
	var numbers, years, months []int
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \u00a0\u202f\n–-,.", r) }) {
		n, err := strconv.Atoi(w)
		switch {
		case err == nil && len(w) == len("2018"):
			years = append(years, n)
		case err == nil:
			numbers = append(numbers, n)
		case l.Dates.First.IsSet() && w == l.Dates.First.Value:
			numbers = append(numbers, 1)
		default:
			for i, m := range l.Months {
				if m.Value == w {
					months = append(months, i+1)
				}
			}
		}
	}
	if len(numbers) == 0 || len(years) == 0 || len(months) == 0 {
		return from, to, false
	}
	last := func(list []int) int { return list[len(list)-1] }
	from = time.Date(years[0], time.Month(months[0]), numbers[0], 0, 0, 0, 0, time.UTC)
	to = time.Date(last(years), time.Month(last(months)), last(numbers), 0, 0, 0, 0, time.UTC)
	if !isRange {
		return from, from, plainly(l.Day(from)) == plainly(s)
	}
	return from, to, plainly(l.Range(from, to)) == plainly(s) && !to.Before(from)
}

// plainly writes each stretch of blanks as one blank.
func plainly(s string) string { return strings.Join(strings.Fields(s), " ") }
