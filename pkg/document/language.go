package document

import (
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

type text = source.At[string]

// Language says how a language writes dates and numbers, and holds the words of
// the standard template.
type Language struct {
	schema.Origin
	Code, Name, JobSuffix text
	Months                []text
	Dates                 dateForms
	Numbers               numberForms
	Aloud                 aloudForms
	Words                 []schema.Entry[text]
}

type dateForms struct {
	schema.Origin
	Day, RangeInMonth, RangeInYear, Range, Years text
}

type numberForms struct {
	schema.Origin
	Thousands, Decimal, Amount, Percent, Days text
}

// aloudForms are how to say what is only shown; where one is not given, nothing more
// is said than is written.
type aloudForms struct {
	schema.Origin
	Deleted, Inserted, Negative, Nil text
}

var languageType = schema.Group("a language", "how a language writes dates, numbers and the template's words",
	[]schema.Field[Language]{
		schema.Must("language", schema.LanguageTag, func(l *Language) *text { return &l.Code }, "its code, such as en"),
		schema.Must("name", schema.Text, func(l *Language) *text { return &l.Name }, "its name in itself"),
		schema.Key("job_suffix", schema.Text, func(l *Language) *text { return &l.JobSuffix }, "what stands behind the job number, such as (E)"),
		schema.Must("months", schema.List(schema.Text), func(l *Language) *[]text { return &l.Months }, "the names of the twelve months"),
		schema.Must("dates", datesType, func(l *Language) *dateForms { return &l.Dates }, "how dates are written"),
		schema.Must("numbers", numbersType, func(l *Language) *numberForms { return &l.Numbers }, "how numbers are written"),
		schema.Key("aloud", aloudType, func(l *Language) *aloudForms { return &l.Aloud }, "what is said to who only listens"),
		schema.Key("words", schema.Map(schema.Text), func(l *Language) *[]schema.Entry[text] { return &l.Words }, "the template's words"),
	}, func(r *schema.Reader, l *Language) {
		if len(l.Months) != 12 && len(l.Months) > 0 {
			r.Report(schema.BadValue, l.Months[0].Node, "a year has twelve months", "name all twelve, January first")
		}
	})

var datesType = schema.Group("the date forms", "how dates are written, with ${day}, ${month} and ${year}",
	[]schema.Field[dateForms]{
		schema.Must("day", schema.Text, func(d *dateForms) *text { return &d.Day }, "one day"),
		schema.Must("range_in_month", schema.Text, func(d *dateForms) *text { return &d.RangeInMonth }, "two days of one month"),
		schema.Must("range_in_year", schema.Text, func(d *dateForms) *text { return &d.RangeInYear }, "two days of one year"),
		schema.Must("range", schema.Text, func(d *dateForms) *text { return &d.Range }, "any two days"),
		schema.Must("years", schema.Text, func(d *dateForms) *text { return &d.Years }, "a period of several years"),
	})

var numbersType = schema.Group("the number forms", "how numbers are written",
	[]schema.Field[numberForms]{
		schema.Key("thousands", schema.Verbatim, func(n *numberForms) *text { return &n.Thousands }, "the thousands separator"),
		schema.Must("decimal", schema.Text, func(n *numberForms) *text { return &n.Decimal }, "the decimal separator"),
		schema.Must("amount", schema.Text, func(n *numberForms) *text { return &n.Amount }, "an amount, with ${currency} and ${number}"),
		schema.Must("percent", schema.Text, func(n *numberForms) *text { return &n.Percent }, "a percentage, with ${number}"),
		schema.Must("days", schema.Text, func(n *numberForms) *text { return &n.Days }, "a number of days, with ${number}"),
	})

var aloudType = schema.Group("the forms for listeners", "what is said, in a file that can be read aloud, of what is only shown",
	[]schema.Field[aloudForms]{
		schema.Key("deleted", schema.Text, func(a *aloudForms) *text { return &a.Deleted }, "a text that a comparison strikes out, with ${text}"),
		schema.Key("inserted", schema.Text, func(a *aloudForms) *text { return &a.Inserted }, "a text that a comparison puts in, with ${text}"),
		schema.Key("negative", schema.Text, func(a *aloudForms) *text { return &a.Negative }, "a figure in brackets, with ${number}"),
		schema.Key("nil", schema.Text, func(a *aloudForms) *text { return &a.Nil }, "a sign that stands for nothing, such as a dash"),
	})

// LoadLanguage reads a language file.
func LoadLanguage(f *source.File) (*Language, []diag.Finding, bool) {
	l, findings, ok := schema.Read(f, "language file", languageType)
	return &l, findings, ok
}

// Number writes a bare number with at least the given number of decimals.
func (l *Language) Number(d money.Decimal, places int32) string {
	return money.Number(d, places, l.Numbers.Thousands.Value, l.Numbers.Decimal.Value)
}

// Amount writes an amount of money with its currency.
func (l *Language) Amount(v refs.Value) string {
	return fill(l.Numbers.Amount.Value, "currency", string(v.Currency), "number", l.Number(v.Figure, v.Places))
}

// format writes a value that is a single figure or date.
func (l *Language) format(v refs.Value) string {
	switch v.Kind {
	case refs.Number:
		return l.Number(v.Figure, 0)
	case refs.Percent:
		return fill(l.Numbers.Percent.Value, "number", l.Number(v.Figure, 0))
	case refs.Amount:
		return l.Amount(v)
	case refs.Days:
		return fill(l.Numbers.Days.Value, "number", l.Number(v.Figure, 0))
	case refs.Day:
		return l.day(v.From)
	case refs.Range:
		return l.span(v.From, v.To)
	case refs.Years:
		if v.From.Year() == v.To.Year() {
			return v.From.Format("2006")
		}
		return l.dates(l.Dates.Years.Value, v.From, v.To)
	default:
		return v.Prose.Value
	}
}

func (l *Language) day(d time.Time) string {
	return fill(l.Dates.Day.Value, "day", d.Format("2"), "month", l.month(d), "year", d.Format("2006"))
}

// span writes two days in the shortest form that names both.
func (l *Language) span(from, to time.Time) string {
	switch {
	case from.Equal(to):
		return l.day(from)
	case from.Year() != to.Year():
		return l.dates(l.Dates.Range.Value, from, to)
	case from.Month() != to.Month():
		return l.dates(l.Dates.RangeInYear.Value, from, to)
	}
	return l.dates(l.Dates.RangeInMonth.Value, from, to)
}

func (l *Language) dates(form string, from, to time.Time) string {
	return fill(form,
		"from.day", from.Format("2"), "from.month", l.month(from), "from.year", from.Format("2006"),
		"to.day", to.Format("2"), "to.month", l.month(to), "to.year", to.Format("2006"))
}

func (l *Language) month(d time.Time) string {
	if i := int(d.Month()) - 1; i < len(l.Months) {
		return l.Months[i].Value
	}
	return d.Format("01")
}

// fill puts values into a form: pairs of a name and its value.
func fill(form string, pairs ...string) string {
	if !strings.Contains(form, "${") {
		return form
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		form = strings.ReplaceAll(form, "${"+pairs[i]+"}", pairs[i+1])
	}
	return form
}
