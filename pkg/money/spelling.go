package money

import (
	"strings"
	"unicode"
)

// spelled is a number as people write it: digits of any script, in groups, with marks.
type spelled struct {
	digits []string // the groups of digits, as ASCII
	marks  []rune   // between them: a point, a comma, or a blank for what only separates thousands
}

// Marks of a spelled number.
const (
	point = '.'
	comma = ','
	gap   = ' '
)

// spelling reads digits with whatever stands between them. It is false for a text that
// has anything else, or two marks in a row.
func spelling(text string) (s spelled, ok bool) {
	var group strings.Builder
	for _, r := range text {
		if d, isDigit := digit(r); isDigit {
			group.WriteByte(d)
			continue
		}
		m, isMark := mark(r)
		if !isMark || group.Len() == 0 && len(s.digits)+len(s.marks) > 0 {
			return spelled{}, false
		}
		if group.Len() == 0 {
			group.WriteByte('0') // ",5"
		}
		s.digits, s.marks = append(s.digits, group.String()), append(s.marks, m)
		group.Reset()
	}
	s.digits = append(s.digits, group.String())
	return s, group.Len() > 0
}

// digit returns the ASCII digit of a decimal digit of any script.
func digit(r rune) (byte, bool) {
	if r >= '0' && r <= '9' {
		return byte(r), true
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	// Digits of a script stand in tens, and some tens follow each other.
	for _, table := range unicode.Nd.R16 {
		if rune(table.Lo) <= r && r <= rune(table.Hi) {
			zero = rune(table.Lo)
		}
	}
	for _, table := range unicode.Nd.R32 {
		if rune(table.Lo) <= r && r <= rune(table.Hi) {
			zero = rune(table.Lo)
		}
	}
	return byte('0' + (r-zero)%10), true
}

// mark says what a character between digits is for.
func mark(r rune) (rune, bool) {
	switch r {
	case '.', '\uff0e', '\u066b', '·', '\uff61':
		return point, true
	case ',', '\uff0c', '\u060c':
		return comma, true
	case '\'', '’', '‘', '`', '´', '\u02bc', '\u2032', '\uff07', '_', '\u066c', '\u2060':
		return gap, true
	}
	return gap, unicode.IsSpace(r)
}

// readings returns the numbers that a spelling can stand for, as the plan language writes
// them, the likelier first; none where no reader would take it for a number.
func (s spelled) readings() []string {
	commas, points, gaps := s.count(comma), s.count(point), s.count(gap)
	last := len(s.marks) - 1
	switch {
	case last < 0:
		return []string{s.all()}
	case commas > 0 && points > 0: // the last of them is the decimal mark
		if s.marks[last] == gap || s.count(s.marks[last]) > 1 {
			return nil
		}
		return []string{s.decimal()}
	case commas+points == 0, commas > 1:
		return []string{s.all()}
	case points > 1:
		if gaps == 0 && s.inThrees() {
			return []string{s.all()} // 1.234.567
		}
		return nil
	case s.marks[last] == gap: // 1.234 567
		return nil
	case points == 1 || gaps > 0 || len(s.digits[last+1]) != 3 || len(s.digits[0]) > 3 || s.digits[0][0] == '0':
		return []string{s.decimal()}
	}
	return []string{s.all(), Unmistakable(s.decimal())} // 1,234
}

func (s spelled) count(m rune) (n int) {
	for _, is := range s.marks {
		if is == m {
			n++
		}
	}
	return n
}

// all returns the digits without marks.
func (s spelled) all() string { return strings.Join(s.digits, "") }

// decimal returns the digits with a point for the last mark.
func (s spelled) decimal() string {
	last := len(s.digits) - 1
	return strings.Join(s.digits[:last], "") + "." + s.digits[last]
}

// inThrees reports whether each group but the first has three digits.
func (s spelled) inThrees() bool {
	for _, group := range s.digits[1:] {
		if len(group) != 3 {
			return false
		}
	}
	return len(s.digits[0]) <= 3
}

// HasThreeDecimals reports whether a number, as written, has exactly three decimals, so
// that half of Europe reads thousands: 180.000. What begins with 0 has but one reading.
func HasThreeDecimals(text string) bool {
	integer, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return len(fraction) == 3 && integer != "0"
}

// Unmistakable writes a number of three decimals so that nobody reads thousands: 180 for
// 180.000, 1.2340 for 1.234.
func Unmistakable(number string) string {
	if !HasThreeDecimals(number) {
		return number
	}
	if short := strings.TrimRight(number, "0"); short != number {
		return strings.TrimSuffix(short, ".")
	}
	return number + "0"
}
