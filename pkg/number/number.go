// Package number reads the numbers of a text, in figures and in words, and says of each
// what kind of quantity it is: money, a rate, so many of something, or no quantity at all,
// as the number of an article, a year or a part of a date.
package number

import "github.com/isuplan/isuplan/pkg/money"

// Kind is what a number says.
type Kind int

// The kinds of number.
const (
	Plain    Kind = iota // a number of which the text does not say what it counts
	Amount               // money: a currency stands beside it
	Count                // so many of what the next words name
	Rate                 // per cent
	Share                // of full time, in per cent: "0.8 FTE", "half-time"
	Duration             // so many of Unit: days, weeks, months or years
	Year                 // a year
	Date                 // a part of a date, or a time of day
	Ordinal              // the second, 2nd; and fractions, two thirds
	Label                // the number of an article, a paragraph or a document; a part of a symbol
)

// Number is a number in a text.
type Number struct {
	Kind
	Value money.Decimal
	// Low is the lower end of a range such as "five to six", of which Value is the upper
	// end. It is nil for one number.
	Low      *money.Decimal
	Currency string // for an amount: as it is written, "CHF" or "francs"
	Unit     string // for a duration: day, week, month or year
	Hedged   bool   // about, up to, at least: it need not be exact
	InWords  bool
	// From and To are the bytes that say the number, with its currency, "per cent" or unit.
	From, To int
	// First and Next are the words that say it: the first, and the one behind the last.
	First, Next int
}

// Text is a text in words, with the numbers among them.
type Text struct {
	Words   []Word
	Numbers []Number
}

// Word is a word, a figure or a sign of a text. What a reference ${…} stands for is not
// known here; it is one word.
type Word struct {
	Text     string
	From, To int
	Sort     Sort
	Sentence int  // the sentence that it stands in
	Glued    bool // it follows the word before without a blank
}

// Sort is what a word is made of.
type Sort int

// The sorts of word.
const (
	Letters   Sort = iota
	Figures        // 345,054 or 2.5
	Mixed          // letters and digits, as P-4 or 13MSP
	Sign           // one character
	Reference      // ${…}
)
