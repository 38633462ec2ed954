package schema

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

// Moment is a day, or a month or a year where the day is not known: from its first to its last day.
type Moment struct{ From, To time.Time }

// IsDay reports a moment of which the day is known.
func (m Moment) IsDay() bool { return m.From.Equal(m.To) }

// IsYear reports a moment of which the year alone is known.
func (m Moment) IsYear() bool { return !m.IsDay() && m.From.Month() != m.To.Month() }

// IsMonth reports a moment of which the month and the year are known.
func (m Moment) IsMonth() bool { return !m.IsDay() && !m.IsYear() }

const (
	monthWords    = `(January|February|March|April|May|June|July|August|September|October|November|December)`
	momentPattern = `^((19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?|` + monthWords + ` (19|20|21)[0-9]{2})$|` + datePattern
)

var momentForm = pattern.Lazy(momentPattern)

// DateOrMonth is a day, a month or a year: what is known of when something was, or is to be.
var DateOrMonth = With(scalar("a date", "a day such as 2018-12-31, or a month such as 2018-12, or a year", func(n source.Node) (Moment, *fault) {
	text := n.Text()
	if momentForm().MatchString(text) {
		for _, known := range partlyKnown {
			if from, err := time.Parse(known.form, text); err == nil {
				return Moment{from, from.AddDate(0, known.months, -1)}, nil
			}
		}
	}
	day, f := readDate(n)
	if f != nil && !dateForm().MatchString(text) && f.right == "" {
		f.message = fmt.Sprintf("%q is no date", clip(text))
		f.hint = "write a day such as 2018-12-31, or a month such as 2018-12, or a year"
	}
	return Moment{day, day}, f
}), Scalar("string", "integer"), AtLeast("1900"), AtMost("2199"), Written(momentPattern), Example("2018-12-31"), Used(AsDate))

// partlyKnown are the forms of years and months, and how many months are in each.
var partlyKnown = []struct {
	form   string
	months int
}{{"2006", 12}, {"2006-01", 1}, {"January 2006", 1}}
