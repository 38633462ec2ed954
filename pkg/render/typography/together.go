package typography

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// staysWith reports whether no line ends at a blank: what stands around it belongs together.
func (s *setter) staysWith(i int) bool {
	before, next := s.at(i-1), s.at(i+1)
	switch {
	case before == 0 || unicode.IsSpace(before) || next == 0 || unicode.IsSpace(next):
		return false
	case s.endsPhrase(i + 1), strings.ContainsRune(s.BlankBehind, before) && s.begins(i-1):
		return true
	case next == '–' || next == '—': // no line begins with a dash
		return !unicode.IsLetter(s.at(i+2)) && !unicode.IsDigit(s.at(i+2))
	case s.isTogether(i):
		return true
	case unicode.IsDigit(before):
		return s.begin(i+1, s.units) || s.begin(i+1, s.months) && !s.endsRange(i) || unicode.IsDigit(next) && s.inFigure(i)
	case unicode.IsDigit(next):
		return s.endsAny(i, s.numbered)
	case s.areInitials(i-1) && unicode.IsUpper(next):
		return true
	}
	return s.isInitial(i-1) && (s.isInitial(i+2) || s.isInitial(i-4) && unicode.IsUpper(next))
}

// isInitial reports a full stop behind a letter that stands for a name.
func (s *setter) isInitial(i int) bool {
	before := s.at(i - 2)
	return s.at(i) == '.' && unicode.IsUpper(s.at(i-1)) && before != '.' && !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// endsRange reports a day behind a dash, 7–9: word processors end lines behind it, and the PDF does
// not, so that the two would be parted otherwise.
func (s *setter) endsRange(i int) bool {
	for i--; unicode.IsDigit(s.at(i)) && i > 0; {
		i--
	}
	return s.at(i) == '–' || s.at(i) == '-'
}

// begin reports whether one of some words begins at a position.
func (s *setter) begin(i int, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		n := s.match(i, word)
		return n > 0 && !unicode.IsLetter(s.at(i+n)) && !unicode.IsDigit(s.at(i+n))
	})
}

// endsAny reports whether one of some words ends before a position.
func (s *setter) endsAny(i int, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		from := i - utf8.RuneCountInString(word)
		return from >= 0 && s.match(from, word) > 0 && !s.isWord(from-1)
	})
}

// isTogether reports a blank within words that the language has on one line, or behind one that
// stays with the next.
func (s *setter) isTogether(i int) bool {
	return s.endsAny(i, s.leads) || slices.ContainsFunc(s.phrases, func(p phrase) bool {
		n := s.match(i-p.blank, p.text)
		return n > 0 && !s.isWord(i-p.blank-1) && !s.isWord(i-p.blank+n)
	})
}

// phrase is what stands on one line, and where in it a blank is.
type phrase struct {
	text  string // in lower case
	blank int
}

// together sorts words that stay together: those with a blank in them stay on one line, and others with
// the word behind them.
func (s *setter) together(list []string) {
	for _, text := range list {
		first, _, isPhrase := strings.Cut(text, " ")
		if end := first[max(len(first)-1, 0):]; end != "" && end != "." && end[0] < utf8.RuneSelf && !slices.Contains(s.bare, first) {
			s.bare = append(s.bare, first)
		}
		text = strings.ToLower(text)
		if !isPhrase {
			s.leads = append(s.leads, text)
			continue
		}
		at := 0
		for _, r := range text {
			if r == ' ' {
				s.phrases = append(s.phrases, phrase{text, at})
			}
			at++
		}
	}
}

// areInitials reports the full stop behind initials that stand close: J.R.R.
func (s *setter) areInitials(i int) bool {
	return s.at(i) == '.' && unicode.IsUpper(s.at(i-1)) && s.at(i-2) == '.' && unicode.IsUpper(s.at(i-3)) && !s.isWord(i-4)
}

// groups is how many groups of three digits a figure has at most; more are a list of numbers.
const groups = 4

// inFigure reports a blank that stands for the thousands of a figure: behind one to three digits,
// before exactly three.
func (s *setter) inFigure(i int) bool {
	if i < s.listed {
		return i < s.figure
	}
	digits := 0
	for digits < 4 && unicode.IsDigit(s.at(i-1-digits)) {
		digits++
	}
	end, n := i, 0
	for digits < 4 && (s.at(end) == ' ' || s.at(end) == '\u00a0') && s.isThree(end+1) {
		end, n = end+4, n+1
	}
	s.listed = max(end, i+1)
	if n <= groups {
		s.figure = end
	}
	return i < s.figure
}

// isThree reports three digits that stand for themselves.
func (s *setter) isThree(i int) bool {
	return unicode.IsDigit(s.at(i)) && unicode.IsDigit(s.at(i+1)) && unicode.IsDigit(s.at(i+2)) && !s.isWord(i+3)
}

// match returns how long a word is that stands at a position, 0 for another one.
func (s *setter) match(i int, word string) (n int) {
	for _, r := range word {
		if at := s.at(i + n); unicode.ToLower(at) != r && (r != ' ' || at != '\u00a0') {
			return 0
		}
		n++
	}
	return n
}
