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

// isSequence reports whether each of some columns comes after the one before it.
func (b *Budget) isSequence(columns []int) bool {
	for i := 1; i < len(columns); i++ {
		if follows, _ := b.follows(columns[i-1], columns[i]); !follows {
			return false
		}
	}
	return true
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
