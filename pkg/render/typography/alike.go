package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Alike writes a text so that it is the same whether it is as typed or as pages have it: with
// straight quotation marks and apostrophes, without blanks where only some languages have them,
// and with others of one kind.
func Alike(s string) string { return ordinary(Straight(s)) }

// Straight writes a text as Alike does, its blanks as they are.
func Straight(s string) string {
	if !isTouched(s) {
		return s
	}
	text, _ := alike(s, false)
	return text
}

// isTouched reports whether a text may be another one alike.
func isTouched(s string) bool {
	return strings.ContainsAny(s, ":;!?«»„“”‘’‚‛‹›—") || strings.Contains(s, "--")
}

// alike returns a text as Alike does, and where each of its bytes stands in the text, its end
// included; all blanks are written alike too where that is asked for.
func alike(s string, blanks bool) (string, []int) {
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	put := func(text string, from int) {
		b.WriteString(text)
		for range len(text) {
			at = append(at, from)
		}
	}
	before := rune(0)
	for from := 0; from < len(s); {
		r, width := utf8.DecodeRuneInString(s[from:])
		next, _ := utf8.DecodeRuneInString(s[from+width:])
		switch {
		case strings.ContainsRune("‘’‚‛‹›", r):
			put("'", from)
		case strings.ContainsRune("“”„«»", r):
			put(`"`, from)
		case unicode.IsSpace(r) && (before == '«' || strings.ContainsRune(":;!?»", next)):
		case blanks && r == '\u00a0':
			put(" ", from)
		case dash(s, from) > 0:
			width = dash(s, from)
			put("–", from)
		default:
			put(s[from:from+width], from)
		}
		from, before = from+width, r
	}
	return b.String(), append(at, len(s))
}

// dash returns how long a dash is that stands by itself, as it is typed or in a language's own
// length; 0 for none.
func dash(s string, at int) int {
	for _, form := range []string{"--", "—"} {
		if !strings.HasPrefix(s[at:], form) {
			continue
		}
		before, n := utf8.DecodeLastRuneInString(s[:at])
		next, m := utf8.DecodeRuneInString(s[at+len(form):])
		if (n == 0 || unicode.IsSpace(before)) && (m == 0 || unicode.IsSpace(next)) {
			return len(form)
		}
	}
	return 0
}
