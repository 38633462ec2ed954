package language

import (
	"strconv"

	"golang.org/x/text/feature/plural"
	xlanguage "golang.org/x/text/language"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
)

// Plural is a text that depends on a number, by the categories of Unicode's CLDR:
// English has one and other, Russian few and many as well.
type Plural struct {
	schema.Origin
	Zero, One, Two, Few, Many, Other text
}

var pluralType = schema.Short(schema.Group("a text for one and for several", "a text that depends on ${number}, which is written in words where the language has a word for it, or on ${digits}",
	[]schema.Field[Plural]{
		schema.Key("zero", schema.Text, func(p *Plural) *text { return &p.Zero }, "for none, where the language has a form of its own for it"),
		schema.Key("one", schema.Text, func(p *Plural) *text { return &p.One }, "for one"),
		schema.Key("two", schema.Text, func(p *Plural) *text { return &p.Two }, "for two, where the language has a form of its own for it"),
		schema.Key("few", schema.Text, func(p *Plural) *text { return &p.Few }, "for a few, where the language has a form of its own for them"),
		schema.Key("many", schema.Text, func(p *Plural) *text { return &p.Many }, "for many, where the language has a form of its own for them"),
		schema.Must("other", schema.Text, func(p *Plural) *text { return &p.Other }, "for all other numbers"),
	}), "other", schema.Text, func(t text) Plural { return Plural{Origin: schema.Origin{Node: t.Node}, Other: t} })

// Count writes a text for a number of things.
func (l *Language) Count(n int, p Plural) string {
	form := p.Other
	if own := p.form(l.category(n)); own.IsSet() {
		form = own
	}
	return Fill(form.Value, "number", l.Small(n), "digits", l.Number(money.New(int64(n)), 0))
}

// form returns the text of a category.
func (p *Plural) form(c plural.Form) text {
	switch c {
	case plural.Zero:
		return p.Zero
	case plural.One:
		return p.One
	case plural.Two:
		return p.Two
	case plural.Few:
		return p.Few
	case plural.Many:
		return p.Many
	}
	return p.Other
}

// category returns the plural category of a number in the language.
func (l *Language) category(n int) plural.Form {
	tag, err := xlanguage.Parse(l.Code.Value)
	if err != nil {
		tag = xlanguage.English
	}
	return plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)
}

// Small writes a number as running text has it: in words where the language has a word
// for it, in digits otherwise.
func (l *Language) Small(n int) string {
	if small := l.Numbers.Small; n >= 0 && n < len(small) {
		return small[n].Value
	}
	return l.Number(money.New(int64(n)), 0)
}

// InWords writes a number that is counted as running text has it: four, but 12, 0 and 1.5.
func (l *Language) InWords(d money.Decimal) string {
	if d.IsPositive() && d.IsInteger() && d.LessThan(money.New(int64(len(l.Numbers.Small)))) {
		return l.Small(int(d.IntPart()))
	}
	return l.Number(d, 0)
}

// Years writes the years of a period; one year stands alone.
func (l *Language) Years(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return Fill(l.Dates.Years.Value, "from.year", strconv.Itoa(from), "to.year", strconv.Itoa(to))
}
