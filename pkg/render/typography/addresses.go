package typography

import (
	"strings"
	"unicode"
)

// addresses notes what belongs to the addresses of pages and persons.
func (s *setter) addresses() {
	for i := 0; i < len(s.letters); i++ {
		from := i
		for i < len(s.letters) && !unicode.IsSpace(s.letters[i].r) {
			i++
		}
		to := i
		for from < to && strings.ContainsRune(`"'(“‘«„[<`, s.letters[from].r) {
			from++
		}
		for from < to && strings.ContainsRune(`"').,;:!?“”’»]>`, s.letters[to-1].r) && !s.quotes(from, to) {
			to--
		}
		if !s.isAddress(from, to) {
			continue
		}
		for ; from < to; from++ {
			s.letters[from].isAddress = true
		}
	}
}

// quotes reports whether an address ends with the other half of a mark that begins within it, as
// the parameter c='d' does.
func (s *setter) quotes(from, to int) bool {
	mark, isOpen := s.at(to-1), false
	if mark != '\'' && mark != '"' {
		return false
	}
	for i := from; i < to-1; i++ {
		switch {
		case s.at(i) != mark:
		case isOpen:
			isOpen = s.isWord(i + 1)
		default:
			isOpen = !s.isWord(i-1) && s.isWord(i+1)
		}
	}
	return isOpen
}

func (s *setter) isAddress(from, to int) bool {
	for i := from; i < to; i++ {
		switch s.letters[i].r {
		case '@':
			if i > from && i+1 < to {
				return true
			}
		case ':':
			if i+2 < to && s.letters[i+1].r == '/' && s.letters[i+2].r == '/' {
				return true
			}
		}
	}
	return to-from > 4 && s.letters[from].r == 'w' && s.letters[from+1].r == 'w' && s.letters[from+2].r == 'w' && s.letters[from+3].r == '.'
}
