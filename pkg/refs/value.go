package refs

import (
	"time"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Kind says what a value is, and so how a language prints it.
type Kind int

// The kinds of value.
const (
	Nothing   Kind = iota // a name that the plan gives no value
	Words                 // Prose, which may hold references itself
	Lines                 // several texts, each on a line of its own
	Number                // Figure
	Percent               // Figure, in per cent, with Places decimals
	Amount                // Figure, in Currency with Places decimals
	Days                  // Figure, a number of days
	Day                   // From
	Month                 // that of From, with its year
	Range                 // From to To, both included
	Years                 // the years of From to To, as in "2018" or "2018–2020"
	Symbol                // Prose.Value as it is, such as a currency code
	Differing             // Each: it is another in each column of the budget
	Yearly                // Each: amounts, each with what it is of
	Verbatim              // Prose.Value as it is, of several words as a rule
	Tongue                // Prose.Value is the code of a language, whose name is printed
	Numbered              // the number that the document gives to the thing of Path
)

// Value is what a name stands for. Languages say how it is printed.
type Value struct {
	Kind     Kind
	Prose    source.At[string]
	Lines    []source.At[string]
	Figure   money.Decimal
	Currency money.Currency
	Places   int32
	InWords  bool // a Number is to be written as running text has it: four, but 12
	From, To time.Time
	Each     []InColumn
	Path     string
}

func words(p source.At[string]) Value {
	if !p.IsSet() {
		return Value{}
	}
	return Value{Kind: Words, Prose: p}
}

// tongue is the name of a language, given by its code; nothing where there is none.
func tongue(code source.At[string]) Value {
	if code.Value == "" {
		return Value{}
	}
	return Value{Kind: Tongue, Prose: code}
}

func day(d source.At[time.Time]) Value {
	if !d.IsSet() {
		return Value{}
	}
	return Value{Kind: Day, From: d.Value}
}

// moment is a day, or the month or year where no more is known.
func moment(m source.At[schema.Moment]) Value {
	switch from := m.Value.From; {
	case !m.IsSet():
		return Value{}
	case m.Value.IsDay():
		return Value{Kind: Day, From: from}
	case m.Value.IsYear():
		return Value{Kind: Years, From: from, To: from}
	default:
		return Value{Kind: Month, From: from}
	}
}

func span(kind Kind, from, to source.At[time.Time]) Value {
	if !from.IsSet() || !to.IsSet() {
		return Value{}
	}
	return Value{Kind: kind, From: from.Value, To: to.Value}
}

func number(d money.Decimal) Value { return Value{Kind: Number, Figure: d} }
