package typography

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/document"
)

// fixed is a blank at which no line ends.
const fixed = "\u00a0"

// blanks sets the blanks at which no line ends.
func (s *setter) blanks() {
	s.figure, s.listed = 0, 0
	for i := range s.letters {
		r := s.letters[i].r
		switch {
		case s.letters[i].isAddress:
		case r == ' ':
			if !s.letters[i].isKept && s.staysWith(i) {
				s.replace(i, fixed)
			}
		case s.blanked == "":
		case s.wantsBlank(i):
			s.put(i, fixed)
		case strings.ContainsRune(s.BlankBehind, r) && i+1 < len(s.letters) && !unicode.IsSpace(s.at(i+1)) && s.begins(i):
			s.put(i+1, fixed)
		}
	}
}

// wantsBlank reports a mark that has no blank before it, in a language that has one there.
func (s *setter) wantsBlank(i int) bool {
	before := s.at(i - 1)
	return s.endsPhrase(i) && before != 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([{“‘„", before)
}

// endsPhrase reports a mark that a blank stands before in the language: not one in a time,
// a ratio or a code, behind which something follows at once, nor the second of several.
func (s *setter) endsPhrase(i int) bool {
	r, before, next := s.at(i), s.at(i-1), s.at(i+1)
	if r == 0 || !strings.ContainsRune(s.BlankBefore, r) || strings.ContainsRune(s.BlankBehind, before) {
		return false
	}
	if unicode.Is(unicode.Pf, r) {
		return true
	}
	if strings.ContainsRune(s.BlankBefore, before) && !unicode.Is(unicode.Pf, before) {
		return false
	}
	return next == 0 || unicode.IsSpace(next) || unicode.In(next, unicode.Pe, unicode.Pf) || strings.ContainsRune(s.BlankBefore+`.,"'–—`, next)
}

// begins reports a mark that something begins with.
func (s *setter) begins(i int) bool {
	before := s.at(i - 1)
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// part parts the runs of periods that are kept on one line, so that a line may end between
// their days.
func (s *setter) part(t document.Text) (document.Text, bool) {
	var out document.Text
	for i := range t {
		before, behind, ok := s.days(&t[i])
		if !ok {
			if out != nil {
				out = append(out, t[i])
			}
			continue
		}
		if out == nil {
			out = append(make(document.Text, 0, len(t)+4), t[:i]...)
		}
		first, between, second := t[i], t[i], t[i]
		first.Text, between.Text, second.Text = before, " ", behind
		between.Keep = false
		out = append(out, first, between, second)
	}
	if out == nil {
		return t, false
	}
	return out, true
}

// days returns the two days of a period.
func (s *setter) days(r *document.Run) (before, behind string, ok bool) {
	if !r.Keep || r.Aloud != "" {
		return "", "", false
	}
	for _, joint := range s.Joints {
		first, last, found := strings.Cut(r.Text, joint)
		if !found || joint == "" || joint[0] != ' ' {
			continue
		}
		before, behind = first, joint[1:]+last
		if dash := strings.TrimSpace(joint); dash == "–" || dash == "—" { // no line begins with it
			before, behind = first+fixed+dash, last
		}
		if strings.ContainsAny(before, "0123456789") && strings.ContainsAny(behind, "0123456789") {
			return before, behind, true
		}
	}
	return "", "", false
}

// concern says which rules may be for a text.
type concern struct{ marks, blanks, digits bool }

// concerns looks at a text's bytes: for most of a table's cells there is no rule.
func (s *setter) concerns(t document.Text) (c concern) {
	for i := range t {
		text := t[i].Text
		for at := range len(text) {
			switch b := text[at]; {
			case b == '\'' || b == '"':
				c.marks = true
			case b == '-' && at+1 < len(text) && text[at+1] == '-':
				c.marks = true
			case b >= utf8.RuneSelf:
				c.blanks = c.blanks || s.blanked != ""
			case isDigit(b):
				c.digits = true
			}
			if !c.blanks {
				b := text[at]
				c.blanks = b == ' ' && s.mayStay(text, at) || s.blanked != "" && b < utf8.RuneSelf && strings.IndexByte(s.blanked, b) >= 0
			}
		}
	}
	return c
}

// mayStay reports whether a rule may keep a line from ending at a blank.
func (s *setter) mayStay(text string, at int) bool {
	if at == 0 || at+1 == len(text) { // what stands there is in another run
		return true
	}
	before, next := text[at-1], text[at+1]
	if isDigit(before) || isDigit(next) || before == '.' || next == '-' || next >= utf8.RuneSelf || before >= utf8.RuneSelf {
		return true
	}
	return slices.ContainsFunc(s.bare, func(word string) bool { return strings.HasSuffix(text[:at], word) })
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
