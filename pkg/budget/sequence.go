package budget

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// A balance is carried from a column to the one that comes after it in time, and a reserve is not
// spent twice in the sum of two years. Columns need not be years: they may be what was approved and
// what is revised, or the funds of one year.

// follows reports whether a column comes after another one in time, as far as their heads and ids
// say so: by their years, or by a number such as in Year 2 or Q2 2026. It is sure of it, or of the
// contrary, unless neither says anything and the plan's period has room for both.
func (b *Budget) follows(before, column int) (follows, sure bool) {
	x, y := &b.Columns[before], &b.Columns[column]
	_, to, named := x.Years()
	from, _, also := y.Years()
	switch {
	case named && also && to < from:
		return true, true
	case named != also:
		return false, true
	}
	for _, text := range []func(*Column) string{func(c *Column) string { return c.Label.Value }, func(c *Column) string { return c.ID }} {
		first, stem, ok := ordinal(text(x))
		second, other, also := ordinal(text(y))
		if ok && also && stem == other {
			return first < second, true
		}
	}
	return false, named || !b.long
}

// previous returns the column of amounts from which a column goes on: the nearest one that it comes
// after in time, of several the one of its own name, such as that of its fund. It is not sure where a
// column stands before that one of which nothing can be known.
func (b *Budget) previous(column int) (before int, found, sure bool) {
	before = -1
	own := b.Columns[column].timeless()
	for c := column - 1; c >= 0; c-- {
		if b.Columns[c].Kind != AmountColumn {
			continue
		}
		follows, known := b.follows(c, column)
		switch {
		case !known && before < 0:
			return c, false, false
		case !follows:
		case b.Columns[c].timeless() == own:
			return c, true, true
		case before < 0:
			before = c
		}
	}
	return before, before >= 0, true
}

// inSequence returns which of some columns begin and which end what goes on from one to the other:
// of two funds in two years the first year of each and the second. Of columns that do not follow
// one another all do both.
func (b *Budget) inSequence(columns []int) (first, last []int) {
	last = slices.Clone(columns)
	for _, c := range columns {
		if before, ok, _ := b.previous(c); ok && slices.Contains(columns, before) {
			last = slices.DeleteFunc(last, func(i int) bool { return i == before })
		} else {
			first = append(first, c)
		}
	}
	return first, last
}

// sequence returns those of some columns that go on to a column, or from it.
func (b *Budget) sequence(columns []int, column int) []int {
	of := map[int]int{} // what each began with
	for _, c := range slices.Sorted(slices.Values(columns)) {
		of[c] = c
		if before, ok, _ := b.previous(c); ok && slices.Contains(columns, before) {
			of[c] = of[before]
		}
	}
	return slices.DeleteFunc(slices.Clone(columns), func(c int) bool { return of[c] != of[column] })
}

// isSequence reports whether each of some columns comes after the one before it.
func (b *Budget) isSequence(columns []int) bool {
	for i := 1; i < len(columns); i++ {
		if follows, _ := b.follows(columns[i-1], columns[i]); !follows {
			return false
		}
	}
	return len(columns) > 1
}

// timed finds what says of a column when it is, and at which step its figures are: neither names
// what it is of.
var timed = pattern.Lazy(`(?i)\b(?:(?:19|20)[0-9]{2}|approved|revised|proposed|planned|estimated?|estimates|actuals?|initial|budget(?:ed)?|forecast|projected|requested|adopted|final)\b|[^\pL\pN]+`)

// timeless returns what a column is of, without when: the name of its fund.
func (c *Column) timeless() string {
	text := c.ID
	if c.Label.IsSet() {
		text = c.Label.Value
	}
	if _, stem, ok := ordinal(text); ok {
		text = stem
	}
	return strings.ToLower(timed().ReplaceAllString(text, ""))
}

// numbered finds the number of a part of time, such as in Year 2, Q2 2026 or 2nd quarter.
var numbered = pattern.Lazy(`(?i)\b(?:(year|y|quarter|q|half|h|semester|trimester|month|m|phase)[ -]?([0-9]{1,2})|([0-9]{1,2}|` + ordinals + `)(?:st|nd|rd|th)? (year|quarter|half|semester|trimester|month|phase))\b`)

const ordinals = "first|second|third|fourth|fifth|sixth"

// ordinal returns the number of a part of time that a text says, and the text without it.
func ordinal(text string) (n int, stem string, ok bool) {
	at := numbered().FindStringSubmatchIndex(text)
	if at == nil {
		return 0, "", false
	}
	group := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return text[at[2*i]:at[2*i+1]]
	}
	number := group(2) + group(3)
	n, err := strconv.Atoi(number)
	if err != nil {
		n = slices.Index(strings.Split(ordinals, "|"), strings.ToLower(number)) + 1
	}
	return n, strings.ToLower(text[:at[0]] + group(1) + group(4) + text[at[1]:]), true
}
