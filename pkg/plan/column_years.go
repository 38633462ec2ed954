package plan

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// years are the first and the last year that a column names; zero where it names none.
type years struct {
	first, last int
	byLabel     bool // and not by its id
	isUnclear   bool // as 2025-06 is, a month or a slip
}

func (y years) none() bool { return y.first == 0 }
func (y years) count() int { return y.last - y.first + 1 }

var columnYears = pattern.Lazy(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:\s*(?:[-–—/_&+]|to|and)\s*((?:19|20)?[0-9]{2}))?(?:[^0-9]|$)`)

// years returns the years that the column's id names, or else its label.
func (c *Column) years() years {
	y := yearsIn(c.ID.Value)
	if y.none() {
		y = yearsIn(c.Label.Value)
		y.byLabel = !y.none()
	}
	return y
}

// yearsIn returns the first years that a text names.
func yearsIn(text string) (y years) {
	m := columnYears().FindStringSubmatch(text)
	if m == nil {
		return y
	}
	y.first, _ = strconv.Atoi(m[1])
	y.last, _ = strconv.Atoi(m[2])
	if y.last > 0 && y.last < 100 {
		y.last += y.first / 100 * 100
	}
	if y.last < y.first {
		y.isUnclear, y.last = m[2] != "", y.first
	}
	return y
}

const (
	monthName = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?`
	monthYear = `(?:\s+((?:19|20)[0-9]{2}))?`
)

var (
	statedMonths = pattern.Lazy(`(?i)\b([0-9]{1,2})[\s-]+months?\b`)
	monthRange   = pattern.Lazy(`(?i)\b` + monthName + monthYear + `\s*(?:[-–—/]|to)\s*` + monthName + monthYear + `\b`)
	partOfYear   = pattern.Lazy(`(?i)\b(?:(?:first|second|1st|2nd|last)[\s-]+half|half[\s-]+(?:of|year)|h[12]\b|` +
		`(?:first|second|third|fourth|last|1st|2nd|3rd|4th)[\s-]+quarter|quarter[\s-]+[1-4]\b|q[1-4]\b|semest|trimest|` +
		`(?:two|three|four|five|six|seven|eight|nine|ten|eleven|fifteen|eighteen)[\s-]+months?\b)`)
	someYears = pattern.Lazy(`(?i)\b(?:(bienn)|(trienn)|(quadrenn))`)
)

// said returns the months that the column's id or label says that it has, beyond its years;
// 0 where it says that it is no year, and not how long it is.
func (c *Column) said(y years) (months int, ok bool) {
	text := strings.ReplaceAll(c.ID.Value, "_", " ") + "\n" + c.Label.Value
	if m := statedMonths().FindStringSubmatch(text); m != nil {
		months, _ = strconv.Atoi(m[1])
		return months, true
	}
	if m := monthRange().FindStringSubmatch(text); m != nil {
		return monthsFromTo(m[1], m[2], m[3], m[4]), true
	}
	if m := someYears().FindStringSubmatch(text); m != nil {
		for n, is := range m[1:] {
			if is != "" && y.count() == n+2 {
				return 12 * y.count(), true
			}
		}
		return 0, true
	}
	return 0, y.isUnclear || partOfYear().MatchString(text)
}

// monthsFromTo counts the months of "July 2025 to June 2026"; without both years, of one
// that ends in the same year or the next.
func monthsFromTo(from, fromYear, to, toYear string) int {
	n := monthNumber(to) - monthNumber(from) + 1
	if fromYear != "" && toYear != "" {
		first, _ := strconv.Atoi(fromYear)
		last, _ := strconv.Atoi(toYear)
		return max(0, n+12*(last-first))
	}
	if n < 1 {
		n += 12
	}
	return n
}

func monthNumber(name string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name[:3]))/3 + 1
}
