package translation

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/language"
)

// figure is a number of a text, or the name of a month: in a form that all languages share, and as
// it is written. A small number may be written in words, which only excuses one in digits.
type figure struct {
	value, written string
	inWords        bool
}

// figuresOf reads the numbers and months of a text. What a comma, a full stop and a blank mean
// between digits is the language's.
func figuresOf(text string, l *language.Language) (list []figure) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r >= '0' && r <= '9':
			value, end := number(text[at:], l)
			list = append(list, figure{value: value, written: text[at : at+end]})
			at += end
		case unicode.IsLetter(r):
			end := at + wordEnd(text[at:])
			if f, is := word(text[at:end], l); is {
				list = append(list, f)
			}
			at = end
		default:
			at += size
		}
	}
	return list
}

func wordEnd(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			return i
		}
	}
	return len(s)
}

// word reads a month, or a small number in words.
func word(s string, l *language.Language) (figure, bool) {
	for i := range l.Months {
		if strings.EqualFold(s, l.Months[i].Value) {
			return figure{value: "month " + strconv.Itoa(i+1), written: s}, true
		}
	}
	for i := range l.Numbers.Small {
		if i > 0 && strings.EqualFold(s, l.Numbers.Small[i].Value) {
			return figure{value: strconv.Itoa(i), written: s, inWords: true}, true
		}
	}
	return figure{}, false
}

// longestGroup is how many digits stand between separators of thousands.
const longestGroup = 3

// number reads the number that a text begins with, and returns it without separators, with a full
// stop before decimals that are not nil, and how many bytes it takes.
func number(s string, l *language.Language) (value string, end int) {
	end = digits(s)
	value = s[:end]
	for first := end; first <= longestGroup; {
		width := separator(s[end:], l.Numbers.Thousands.Value)
		if width == 0 || digits(s[end+width:]) != longestGroup {
			break
		}
		value += s[end+width : end+width+longestGroup]
		end += width + longestGroup
	}
	mark := l.Numbers.Decimal.Value
	if rest, is := strings.CutPrefix(s[end:], mark); is && mark != "" && digits(rest) > 0 {
		n := digits(rest)
		if fraction := strings.TrimRight(rest[:n], "0"); fraction != "" {
			value += "." + fraction
		}
		end += len(mark) + n
	}
	return value, end
}

func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// separator returns how many bytes of a text separate thousands: what the language has for it,
// where that is a blank any other, and a blank at which no line ends in any language.
func separator(s, thousands string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case thousands != "" && strings.HasPrefix(s, thousands):
		return len(thousands)
	case r == '\u00a0' || r == '\u202f' || r == '\u2009':
		return size
	case r == ' ' && strings.TrimFunc(thousands, unicode.IsSpace) == "" && thousands != "":
		return size
	}
	return 0
}

// apart returns the figures of each list that the other has not, as they are written. One in digits
// may stand for one in words.
func apart(left, right []figure) (onlyLeft, onlyRight []string) {
	counts := map[string]int{} // more on the left; less than 0 for more on the right
	for _, f := range left {
		counts[f.value]++
	}
	for _, f := range right {
		counts[f.value]--
	}
	return surplus(left, counts, 1), surplus(right, counts, -1)
}

// surplus returns the figures in digits, and the months, of which a list has more than the other.
func surplus(list []figure, counts map[string]int, sign int) (out []string) {
	for i := len(list) - 1; i >= 0; i-- {
		f := list[i]
		if counts[f.value]*sign <= 0 {
			continue
		}
		counts[f.value] -= sign
		if !f.inWords {
			out = append(out, f.written)
		}
	}
	slices.Reverse(out)
	return out
}
