package schema

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

// Date is a day of the calendar, at midnight UTC.
var Date = With(scalar("a date", "year-month-day, such as 2018-12-31", readDate), Written(datePattern), Example("2018-12-31"), Used(AsDate))

func readDate(n source.Node) (time.Time, *fault) {
	if !dateForm().MatchString(n.Text()) {
		f := wrong(BadDate, fmt.Sprintf("%q is not a date in the form year-month-day", clip(n.Text())), "write it like 2018-12-31")
		if day, certain := otherDate(n.Text()); day != "" {
			f.hint = "write " + day
			if certain {
				f.right = day
			} else {
				f.hint += " if the day stands first"
			}
		}
		return time.Time{}, f
	}
	day, err := time.Parse(time.DateOnly, n.Text())
	if err != nil {
		return time.Time{}, wrong(BadDate, n.Text()+" is not a day of the calendar", "check the month and the day")
	}
	return day, nil
}

var dateForm = pattern.Lazy(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// otherDate reads a date in another form. It is certain where the month is a word or the
// year stands first; in 3.4.2018 a part of the world reads the month first.
func otherDate(text string) (day string, certain bool) {
	text = strings.Join(strings.Fields(strings.NewReplacer("\u00A0", " ", ",", " ").Replace(text)), " ")
	for _, form := range []string{"2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006", "2006-1-2", "2006/1/2", "2006.1.2"} {
		if at, err := time.Parse(form, text); err == nil {
			return at.Format(time.DateOnly), true
		}
	}
	for _, form := range []string{"2.1.2006", "2/1/2006", "2-1-2006"} {
		if at, err := time.Parse(form, text); err == nil {
			return at.Format(time.DateOnly), first(text) > monthsOfYear
		}
	}
	return "", false
}

const monthsOfYear = 12

// first returns the number that a text begins with.
func first(text string) int {
	n, _ := strconv.Atoi(text[:len(text)-len(strings.TrimLeft(text, "0123456789"))])
	return n
}
