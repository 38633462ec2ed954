package number

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words cuts a text into words, figures and signs.
func Words(s string) []Word {
	const usual = 6 // bytes of a word and its blank
	list := make([]Word, 0, len(s)/usual+1)
	sentence, end := 0, -1
	for at := 0; at < len(s); {
		to, sort := next(s, at)
		if to > at {
			w := Word{Text: s[at:to], From: at, To: to, Sort: sort, Sentence: sentence, Glued: at == end}
			list = append(list, w)
			if sort == Sign && endsSentence(s, at, list) {
				sentence++
			}
			at, end = to, to
			continue
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return list
}

// next returns the end of the word that begins at a byte, which is the byte itself if
// none does.
func next(s string, at int) (int, Sort) {
	switch c := s[at]; {
	case c == '$' && strings.HasPrefix(s[at:], "${"):
		if end := strings.IndexByte(s[at:], '}'); end >= 0 {
			return at + end + 1, Reference
		}
		return at + 1, Sign
	case c >= '0' && c <= '9':
		return digitsEnd(s, at)
	case c <= ' ':
		return at, Sign
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	switch {
	case unicode.IsLetter(r):
		return lettersEnd(s, at)
	case unicode.IsSpace(r):
		return at, Sign
	}
	return at + size, Sign
}

// lettersEnd returns the end of a word of letters, with hyphens, apostrophes and digits
// inside. Of a web or mail address it is the end of that.
func lettersEnd(s string, at int) (int, Sort) {
	sort, to := Letters, at
	for to < len(s) {
		r, size := utf8.DecodeRuneInString(s[to:])
		switch {
		case unicode.IsLetter(r):
		case unicode.IsDigit(r):
			sort = Mixed
		case (r == '-' || r == '‑' || r == '\'' || r == '’') && isWordRune(s[to+size:]):
		case r == ':' && strings.HasPrefix(s[to:], "://"), r == '.' && s[at:to] == "www", r == '@' && isWordRune(s[to+size:]):
			return blankAfter(s, to), Mixed
		default:
			return to, sort
		}
		to += size
	}
	return to, sort
}

// digitsEnd returns the end of a figure: groups of three digits and decimals belong to it.
// Letters right behind make it a word of both, apart from a joined noun (60-day).
func digitsEnd(s string, at int) (int, Sort) {
	to := digitsOf(s, at)
	for groups := to - at; groups <= 3; {
		size := separator(s, to)
		if size == 0 || digitsOf(s, to+size) != to+size+3 {
			break
		}
		to += size + 3
	}
	if to+1 < len(s) && (s[to] == '.' || s[to] == ',') && isDigit(s[to+1]) {
		to = digitsOf(s, to+1)
		if to+1 < len(s) && s[to] == '.' && isDigit(s[to+1]) { // 4.2.2
			return mixedEnd(s, to), Mixed
		}
	}
	if to < len(s) && isWordRune(s[to:]) {
		return mixedEnd(s, to), Mixed
	}
	return to, Figures
}

func mixedEnd(s string, to int) int {
	for to < len(s) {
		r, size := utf8.DecodeRuneInString(s[to:])
		if !isWordRune(s[to:]) && (r != '.' && r != '-' || !isWordRune(s[to+size:])) {
			break
		}
		to += size
	}
	return to
}

// separator returns the bytes of a sign that groups digits. A blank does so only before
// exactly three digits.
func separator(s string, at int) int {
	if at >= len(s) {
		return 0
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	if strings.ContainsRune(",.'’\u00a0\u202f ", r) {
		return size
	}
	return 0
}

func digitsOf(s string, at int) int {
	for at < len(s) && isDigit(s[at]) {
		at++
	}
	return at
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWordRune(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func blankAfter(s string, at int) int {
	if i := strings.IndexAny(s[at:], " \n\t)\x00"); i >= 0 {
		return at + i
	}
	return len(s)
}

// endsSentence reports whether the sign at a byte ends a sentence: a mark and a blank
// behind it, not the full stop of an abbreviation.
func endsSentence(s string, at int, before []Word) bool {
	switch s[at] {
	case '!', '?', ';':
		return true
	case '.':
	default:
		return false
	}
	rest := strings.TrimLeft(s[at+1:], `"”’)`)
	if rest != "" && rest[0] != ' ' && rest[0] != '\n' {
		return false
	}
	if len(before) < 2 {
		return true
	}
	last := before[len(before)-2].Text
	return !abbreviations[strings.ToLower(last)] && (len(last) > 1 || isDigit(last[0]))
}

var abbreviations = map[string]bool{"no": true, "nos": true, "art": true, "arts": true, "para": true, "paras": true, "e.g": true, "i.e": true, "approx": true, "ca": true, "vs": true}
