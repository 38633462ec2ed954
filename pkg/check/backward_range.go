package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D118", Name: "backward-range", Severity: diag.Warning, Title: "a range that runs backwards",
		Why:   "“2019–2017”, “paragraphs 12–9” and “8–6 September” have a slip in one of their ends.",
		Since: "0.1",
		Bad: `assumptions:
  - That «2019–2017» was reported on in time.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That 2017–2019 was reported on in time.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			if !t.figures {
				continue
			}
			for _, r := range backward(t.typed, t.dated) {
				c.Report(t.Subject, t.Prose.Node.Part(r.from, r.to), fmt.Sprintf("“%s” runs backwards: %s comes before %s", oneLine(t.typed[r.from:r.to]), r.second, r.first),
					"correct the end that is wrong, or change their places")
			}
		}
	},
})

// backwardRange is a range whose second end comes before its first, and where it stands.
type backwardRange struct {
	from, to      int
	first, second string
}

// The forms of ranges. What is not certain to be one is left: 2019-12 is a month, and
// prices fall from 2019 to 2017 francs.
var (
	yearRange   = pattern.Lazy(`(?:^|[^\w/.,–—-])((?:19|20)\d{2}) ?[-–—] ?((?:19|20)\d{2})(?:$|[^\w/–—-])`)
	betweenYear = pattern.Lazy(`\b(?:[Bb]etween|[Pp]eriod from|[Yy]ears from|[Yy]ears) ((?:19|20)\d{2}) (?:to|and|until) ((?:19|20)\d{2})(?:$|[^\w/.,–—-]|[.,](?:\s|$))`)
	numberedBy  = pattern.Lazy(`(?i)\b(?:paragraphs|paras\.?|articles|pages|pp\.|sections|items|rules|chapters|annexes|actions|steps|tables|decisions|recommendations|outcomes|outputs|activities|goals) (\d{1,4}) ?(?:[-–—]|to|through) ?(\d{1,4})(?:$|[^\w/.,–—%-]|[.,](?:\s|$))`)
	dayRange    = pattern.Lazy(`(?:^|[^\w/.,–—-])(\d{1,2}) ?[-–—] ?(\d{1,2}) (?:` + monthNames + `)\b`)
	toDay       = pattern.Lazy(`\b[Ff]rom (\d{1,2}) (?:to|until) (\d{1,2}) (?:` + monthNames + `)\b`)
	monthRange  = pattern.Lazy(`\b(\d{1,2}) (` + monthNames + `)(?: ((?:19|20)\d{2}))? ?(?:[-–—]|to|until) ?(\d{1,2}) (` + monthNames + `)(?: ((?:19|20)\d{2}))?\b`)
	isoRange    = pattern.Lazy(`\b(\d{4}-\d\d-\d\d) (?:[-–—]|to|until) (\d{4}-\d\d-\d\d)\b`)
)

// mayBeRange looks for what every form has: a dash or a word between two ends.
func mayBeRange(s string) bool {
	for _, between := range []string{"-", "–", "—", " to ", " until ", " through ", " and "} {
		for rest := s; ; {
			before, behind, found := strings.Cut(rest, between)
			if !found {
				break
			}
			if isEnd(before) && behind != "" && isDigit(strings.TrimLeft(behind, " ")[:min(1, len(strings.TrimLeft(behind, " ")))]) {
				return true
			}
			rest = behind
		}
	}
	return false
}

// formsIn returns the forms of numbers that may be in a text: each only where what it begins
// with, or is joined by, is there.
func formsIn(s string, dated bool) (forms []func() *regexp.Regexp) {
	dashed := hasDashedNumber(s)
	for _, form := range []struct {
		maybe bool
		form  func() *regexp.Regexp
	}{
		{hasAny(s, "etween ", "eriod from ", "ears "), betweenYear},
		{hasNumberedThings(s), numberedBy},
		{dashed, yearRange},
		{dashed && dated, dayRange},
		{dated && strings.Contains(s, "rom "), toDay},
	} {
		if form.maybe {
			forms = append(forms, form.form)
		}
	}
	return forms
}

// hasNumberedThings looks for a number behind a plural, or behind an abbreviation of one:
// "paragraphs 9", "pp. 9".
func hasNumberedThings(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == ' ' && isDigit(s[i+1:]) && strings.IndexByte("sS.", s[i-1]) >= 0 {
			return true
		}
	}
	return false
}

// hasDashedNumber looks for a dash behind a digit, with a blank between them or none.
func hasDashedNumber(s string) bool {
	for i := 1; i < len(s); i++ {
		before := s[i-1]
		if (before == ' ' || before == '\n' || before == '\t') && i > 1 {
			before = s[i-2]
		}
		if before >= '0' && before <= '9' && (s[i] == '-' || strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "—")) {
			return true
		}
	}
	return false
}

// isEnd reports what may be the first end of a range: a number, or a month behind one.
func isEnd(s string) bool {
	s = strings.TrimRight(s, " ")
	if s == "" {
		return false
	}
	if isDigit(s[len(s)-1:]) {
		return true
	}
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return startsUpper(word) && strings.Contains(monthNames, word)
}

func isDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// backward returns the ranges of a text that run backwards; dated says that it names a month.
func backward(s string, dated bool) []backwardRange {
	var list []backwardRange
	if !mayBeRange(s) {
		return nil
	}
	for _, form := range formsIn(s, dated) {
		for _, at := range form().FindAllStringSubmatchIndex(s, -1) {
			first, second := s[at[2]:at[3]], s[at[4]:at[5]]
			if wholeOf(first) > wholeOf(second) {
				list = append(list, backwardRange{at[2], at[5], first, second})
			}
		}
	}
	if dashes := 4; strings.Count(s, "-") >= dashes { // two in each date
		for _, at := range isoRange().FindAllStringSubmatchIndex(s, -1) {
			if first, second := s[at[2]:at[3]], s[at[4]:at[5]]; second < first {
				list = append(list, backwardRange{at[2], at[5], first, second})
			}
		}
	}
	if !dated {
		return list
	}
	for _, at := range monthRange().FindAllStringSubmatchIndex(s, -1) {
		group := func(n int) string {
			if at[2*n] < 0 {
				return ""
			}
			return s[at[2*n]:at[2*n+1]]
		}
		if dayBefore(group(1), group(2), group(3), group(4), group(5), group(6)) {
			list = append(list, backwardRange{at[0], at[1], group(1) + " " + group(2), group(4) + " " + group(5)})
		}
	}
	return list
}

// dayBefore reports whether the second of two days comes before the first. Without a year of
// its own the first may be in the year before, unless that were a stretch of most of a year.
func dayBefore(day1, month1, year1, day2, month2, year2 string) bool {
	const most = 270
	if year2 == "" && year1 != "" {
		return false
	}
	known := year1 != ""
	if !known {
		year1, year2 = "2001", "2001"
	}
	first, err1 := time.Parse("2 January 2006", day1+" "+month1+" "+year1)
	second, err2 := time.Parse("2 January 2006", day2+" "+month2+" "+year2)
	if err1 != nil || err2 != nil || !second.Before(first) {
		return false
	}
	return known || second.AddDate(1, 0, 0).Sub(first) > most*24*time.Hour
}

// wholeOf reads a number of few digits.
func wholeOf(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
