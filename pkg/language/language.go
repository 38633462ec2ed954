// Package language holds how a language writes dates and numbers, and its words: those
// of the standard template and those of a comparison of plans. A language is one file.
package language

import (
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/hyphen"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

type text = source.At[string]

// Language says how a language writes dates and numbers, and holds the words of
// the standard template.
type Language struct {
	schema.Origin
	Code, Name, JobSuffix text
	Hyphenation           text
	Months                []text
	Alone                 []text // the names of the months where no day stands beside them
	Short                 []text // the same in a few letters, for heads that have little room
	Items                 text   // the pattern of list items, such as a)
	Tongues               []schema.Entry[text]
	Masthead              MastheadForms
	Dates                 DateForms
	Numbers               NumberForms
	Aloud                 AloudForms
	Findings              FindingForms
	Typography            Typography
	Comparison            Comparison
	Words                 []schema.Entry[text]
}

// DateForms are how dates and ranges of dates are written.
type DateForms struct {
	schema.Origin
	Day, RangeInMonth, RangeInYear, Range, Years text
	First                                        text // the first day of a month, such as 1er
}

// NumberForms are how numbers are written. Small are the words for small numbers, from
// none on.
type NumberForms struct {
	schema.Origin
	Thousands, Decimal, Amount, Percent text
	Days                                Plural
	// Joint stands between amounts of several years, LastJoint between the last two.
	Joint, LastJoint text
	Small            []text
}

// AloudForms are what is read aloud for what is only shown; if one is not given, the text
// is read as it is written.
type AloudForms struct {
	schema.Origin
	Deleted, Inserted, Negative, Nil text
}

var languageType = schema.Group("a language", "how a language writes dates, numbers and the template's words",
	[]schema.Field[Language]{
		schema.Must("language", schema.LanguageTag, func(l *Language) *text { return &l.Code }, "its code, such as en"),
		schema.Must("name", schema.Text, func(l *Language) *text { return &l.Name }, "its name in itself"),
		schema.Key("hyphenation", schema.Choice("a language whose words isuplan can divide", hyphen.Languages()...), func(l *Language) *text { return &l.Hyphenation }, "the language as whose words are divided at the ends of lines, such as en; none are where it is not given"),
		schema.Key("job_suffix", schema.Text, func(l *Language) *text { return &l.JobSuffix }, "what stands behind the job number, such as (E)"),
		schema.Must("months", schema.List(schema.Text), func(l *Language) *[]text { return &l.Months }, "the names of the twelve months"),
		schema.Key("months_alone", schema.List(schema.Text), func(l *Language) *[]text { return &l.Alone }, "the names of the months where no day stands beside them; those of months where they are not given"),
		schema.Key("months_short", schema.List(schema.Text), func(l *Language) *[]text { return &l.Short }, "the same in a few letters, such as Jan, for heads that have little room; these have the numbers of the months where they are not given"),
		schema.Key("items", schema.Text, func(l *Language) *text { return &l.Items }, "how items of lists are marked in this language, such as a), where the template has (a)"),
		schema.Key("languages", schema.Map(schema.Text), func(l *Language) *[]schema.Entry[text] { return &l.Tongues }, "the names of languages by their codes, as a masthead has them"),
		schema.Key("masthead", mastheadType, func(l *Language) *MastheadForms { return &l.Masthead }, "how date and languages of a masthead are written, where it is otherwise than in texts"),
		schema.Must("dates", datesType, func(l *Language) *DateForms { return &l.Dates }, "how dates are written"),
		schema.Must("numbers", numbersType, func(l *Language) *NumberForms { return &l.Numbers }, "how numbers are written"),
		schema.Key("aloud", aloudType, func(l *Language) *AloudForms { return &l.Aloud }, "what is said to who only listens"),
		schema.Key("findings", findingsType, func(l *Language) *FindingForms { return &l.Findings }, "how many findings a check has; in English where it is not given"),
		schema.Key("typography", typographyType, func(l *Language) *Typography { return &l.Typography }, "the marks and blanks that pages have in place of typed ones; pages have the typed ones where it is not given"),
		schema.Key("comparison", comparisonType, func(l *Language) *Comparison { return &l.Comparison }, "the words of a comparison of plans; those of English where it is not given"),
		schema.Key("words", schema.Map(schema.Text), func(l *Language) *[]schema.Entry[text] { return &l.Words }, "the template's words"),
	}, func(r *schema.Reader, l *Language) {
		for _, months := range [][]text{l.Months, l.Alone, l.Short, l.Masthead.Months} {
			if len(months) != 12 && len(months) > 0 {
				r.Report(schema.BadValue, months[0].Node, "a year has twelve months", "name all twelve, January first")
			}
		}
	})

var datesType = schema.Group("the date forms", "how dates are written, with ${day}, ${month} and ${year}",
	[]schema.Field[DateForms]{
		schema.Must("day", schema.Text, func(d *DateForms) *text { return &d.Day }, "one day"),
		schema.Must("range_in_month", schema.Text, func(d *DateForms) *text { return &d.RangeInMonth }, "two days of one month"),
		schema.Must("range_in_year", schema.Text, func(d *DateForms) *text { return &d.RangeInYear }, "two days of one year"),
		schema.Must("range", schema.Text, func(d *DateForms) *text { return &d.Range }, "any two days"),
		schema.Must("years", schema.Text, func(d *DateForms) *text { return &d.Years }, "a period of several years"),
		schema.Key("first_day", schema.Text, func(d *DateForms) *text { return &d.First }, "the first day of a month, such as 1er, where it is written otherwise than the others"),
	})

var numbersType = schema.Group("the number forms", "how numbers are written",
	[]schema.Field[NumberForms]{
		schema.Key("thousands", schema.Verbatim, func(n *NumberForms) *text { return &n.Thousands }, "the thousands separator"),
		schema.Must("decimal", schema.Text, func(n *NumberForms) *text { return &n.Decimal }, "the decimal separator"),
		schema.Must("amount", schema.Text, func(n *NumberForms) *text { return &n.Amount }, "an amount, with ${currency} and ${number}"),
		schema.Must("percent", schema.Text, func(n *NumberForms) *text { return &n.Percent }, "a percentage, with ${number}"),
		schema.Must("days", pluralType, func(n *NumberForms) *Plural { return &n.Days }, "a number of days, with ${number}"),
		schema.Key("joint", schema.Verbatim, func(n *NumberForms) *text { return &n.Joint }, "what stands between the amounts of several years"),
		schema.Key("last_joint", schema.Verbatim, func(n *NumberForms) *text { return &n.LastJoint }, "what stands between the last two"),
		schema.Key("small", schema.List(schema.Text), func(n *NumberForms) *[]text { return &n.Small }, "the words for none, one, two and so on, as far as running text writes numbers in words"),
	})

var aloudType = schema.Group("the forms for listeners", "what is said, in a file that can be read aloud, of what is only shown",
	[]schema.Field[AloudForms]{
		schema.Key("deleted", schema.Text, func(a *AloudForms) *text { return &a.Deleted }, "a text that a comparison strikes out, with ${text}"),
		schema.Key("inserted", schema.Text, func(a *AloudForms) *text { return &a.Inserted }, "a text that a comparison puts in, with ${text}"),
		schema.Key("negative", schema.Text, func(a *AloudForms) *text { return &a.Negative }, "a figure in brackets, with ${number}"),
		schema.Key("nil", schema.Text, func(a *AloudForms) *text { return &a.Nil }, "a sign that stands for nothing, such as a dash"),
	})

// Load reads a language file. The findings are all that is wrong with it; the last result
// says whether the language can be used.
func Load(f *source.File) (*Language, []diag.Finding, bool) {
	l, findings, ok := schema.Read(f, "language file", languageType)
	return &l, findings, ok
}

// Shape returns what a language file may hold, for documentation and editors.
func Shape() *schema.Shape { return languageType.Shape() }

// Tongue names a language by its code, such as fr: French. A code of a language that has no
// name here stands for itself.
func (l *Language) Tongue(code string) string {
	base, _, _ := strings.Cut(code, "-")
	for _, e := range l.Tongues {
		if e.Key.Value == base {
			return e.Value.Value
		}
	}
	return code
}

// Number writes a bare number with at least the given number of decimals, and with a minus that is none of
// the hyphens before one that is less than nothing: 465,440 and −5.
func (l *Language) Number(d money.Decimal, places int32) string {
	sign := ""
	if d.IsNegative() {
		sign = "−"
	}
	return sign + money.Number(d.Abs(), places, l.Numbers.Thousands.Value, l.Numbers.Decimal.Value)
}

// Amount writes an amount of money with its currency and at least the given number of
// decimals: CHF 465,440.
func (l *Language) Amount(c money.Currency, d money.Decimal, places int32) string {
	return Fill(l.Numbers.Amount.Value, "currency", string(c), "number", l.Number(d, places))
}

// Percent writes a percentage: 20% for 20.
func (l *Language) Percent(d money.Decimal) string { return l.PercentTo(d, 0) }

// PercentTo writes a percentage with at least the given number of decimals: 20.0% for 20.
func (l *Language) PercentTo(d money.Decimal, places int32) string {
	return Fill(l.Numbers.Percent.Value, "number", l.Number(d, places))
}

// Days writes a number of days: 60 days.
func (l *Language) Days(d money.Decimal) string {
	form := l.Numbers.Days.Other
	if d.IsInteger() {
		if own := l.Numbers.Days.form(l.category(int(d.Abs().IntPart()))); own.IsSet() {
			form = own
		}
	}
	return Fill(form.Value, "number", l.Number(d, 0))
}

// Day writes a date: 3 September 2018.
func (l *Language) Day(d time.Time) string {
	return Fill(l.Dates.Day.Value, "day", l.day(d), "month", l.month(d), "year", d.Format("2006"))
}

// Range writes two days in the shortest form that names both: 3–5 September 2018.
func (l *Language) Range(from, to time.Time) string {
	switch {
	case from.Equal(to):
		return l.Day(from)
	case from.Year() != to.Year():
		return l.dates(l.Dates.Range.Value, from, to)
	case from.Month() != to.Month():
		return l.dates(l.Dates.RangeInYear.Value, from, to)
	}
	return l.dates(l.Dates.RangeInMonth.Value, from, to)
}

func (l *Language) dates(form string, from, to time.Time) string {
	return Fill(form,
		"from.day", l.day(from), "from.month", l.month(from), "from.year", from.Format("2006"),
		"to.day", l.day(to), "to.month", l.month(to), "to.year", to.Format("2006"))
}

func (l *Language) day(d time.Time) string {
	if d.Day() == 1 && l.Dates.First.IsSet() {
		return l.Dates.First.Value
	}
	return d.Format("2")
}

// Month names a month where no day stands beside it.
func (l *Language) Month(d time.Time) string {
	if i := int(d.Month()) - 1; i < len(l.Alone) {
		return l.Alone[i].Value
	}
	return l.month(d)
}

// MonthShort writes a month in a few letters; it is false where the language has none.
func (l *Language) MonthShort(d time.Time) (name string, ok bool) {
	if i := int(d.Month()) - 1; i < len(l.Short) {
		return l.Short[i].Value, true
	}
	return "", false
}

// MonthOfYear writes a month with its year: March 2025.
func (l *Language) MonthOfYear(d time.Time) string {
	form := "${time} ${year}"
	for _, w := range l.Words {
		if w.Key.Value == "time_of_year" && w.Value.IsSet() {
			form = w.Value.Value
		}
	}
	return Fill(form, "time", l.Month(d), "year", d.Format("2006"))
}

func (l *Language) month(d time.Time) string {
	if i := int(d.Month()) - 1; i < len(l.Months) {
		return l.Months[i].Value
	}
	return d.Format("01")
}

// Fill replaces the names in ${…} of a form by their values. Pairs are names, each
// followed by its value.
func Fill(form string, pairs ...string) string {
	if !strings.Contains(form, "${") {
		return form
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		form = strings.ReplaceAll(form, "${"+pairs[i]+"}", pairs[i+1])
	}
	return form
}
