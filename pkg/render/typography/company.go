package typography

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// Of running text, the last two words stay on one line, so that none stands there alone: where the
// text is longer than a line may be, and the two are so short that the line before can do without them: with more its blanks become so wide that
// programs that read a page take them for the room between columns.
const (
	fewWords    = 10
	longestPair = 16 // bytes
)

// running sets a paragraph or an item of a list.
func (w *walker) running(t document.Text) document.Text {
	return w.company(w.of(t))
}

// company has a blank at which no line ends before the last word of a text.
func (s *setter) company(t document.Text) document.Text {
	if len(t) == 0 {
		return t
	}
	last := len(t) - 1
	text := strings.TrimRight(t[last].Text, " ")
	at := strings.LastIndexByte(text, ' ')
	if at <= 0 || t[last].Keep || t[last].Edit != 0 || t[last].Link != "" || words(t) < fewWords {
		return t
	}
	from := strings.LastIndexByte(text[:at], ' ') + 1
	if pair := text[from:]; len(pair) > longestPair || strings.ContainsAny(pair, "@/") || text[at+1] == '-' {
		return t
	}
	out := append(document.Text(nil), t...)
	out[last].Text = text[:at] + fixed + text[at+1:] + t[last].Text[len(text):]
	return out
}

// words counts the words of a text, by its blanks.
func words(t document.Text) (n int) {
	for i := range t {
		n += strings.Count(t[i].Text, " ")
	}
	return n + 1
}
