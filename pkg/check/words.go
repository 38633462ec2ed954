package check

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
)

// What rules about words share: how words are found, and how messages write things.

// word is a word and where it stands in a text.
type word struct {
	text     string
	from, to int
}

// wordsOf returns the words of a text: runs of letters and digits, with hyphens and
// apostrophes inside.
func wordsOf(s string) []word {
	const usual = 6 // bytes of a word and its blank
	return appendWords(make([]word, 0, len(s)/usual+1), s)
}

// appendWords adds the words of a text to others.
func appendWords(words []word, s string) []word {
	from := -1
	end := func(to int) {
		if from >= 0 {
			w := s[from:to]
			if last := w[len(w)-1]; last >= utf8.RuneSelf || !isWordByte[last] {
				w = strings.TrimRight(w, "-'’")
			}
			words = append(words, word{w, from, from + len(w)})
			from = -1
		}
	}
	for i, r := range s {
		inside := r < utf8.RuneSelf && isWordByte[r] || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
		switch {
		case inside && from < 0:
			from = i
		case !inside && (from < 0 || r != '-' && r != '\'' && r != '’'):
			end(i)
		}
	}
	end(len(s))
	return words
}

// isWordByte reports whether an ASCII character is a letter or a digit.
var isWordByte = func() (is [utf8.RuneSelf]bool) {
	for r := range is {
		is[r] = unicode.IsLetter(rune(r)) || unicode.IsDigit(rune(r))
	}
	return is
}()

// blank reports whether a stretch is nothing but blanks, so that the words on its
// two sides belong to one phrase.
func blank(s string) bool { return s != "" && strings.TrimSpace(s) == "" }

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

var sentenceEnd = pattern.Lazy(`[.!?;]["”’)]*\s+`)

// sentence returns the sentence of s that holds the byte at, and where it begins.
func sentence(s string, at int) (string, int) {
	from, to := 0, len(s)
	for _, end := range sentenceEnd().FindAllStringIndex(s, -1) {
		if end[1] <= at {
			from = end[1]
		} else if end[0] >= at {
			to = end[0]
			break
		}
	}
	return s[from:to], from
}

// oneLine is a stretch of prose on one line, for a message.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// date writes a day as a message does.
func date(t time.Time) string { return t.Format("2 January 2006") }

// moment writes a day, or the month or the year where no more is known, as a message does.
func moment(m schema.Moment) string {
	switch {
	case m.IsDay():
		return date(m.From)
	case m.IsYear():
		return m.From.Format("2006")
	}
	return m.From.Format("January 2006")
}

// dates writes a stretch of days as a message does.
func dates(from, to time.Time) string {
	switch {
	case from.Equal(to):
		return date(from)
	case from.Year() == to.Year() && from.Month() == to.Month():
		return fmt.Sprintf("%d–%s", from.Day(), date(to))
	case from.Year() == to.Year():
		return from.Format("2 January") + " to " + date(to)
	}
	return date(from) + " to " + date(to)
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %s", n, plural(noun))
}

// plural returns the plural of a regular English noun.
func plural(noun string) string {
	lower := strings.ToLower(noun)
	switch {
	case strings.HasSuffix(lower, "s"), strings.HasSuffix(lower, "x"), strings.HasSuffix(lower, "ch"), strings.HasSuffix(lower, "sh"):
		return noun + "es"
	case strings.HasSuffix(lower, "y") && len(lower) > 1 && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return noun[:len(noun)-1] + "ies"
	}
	return noun + "s"
}
