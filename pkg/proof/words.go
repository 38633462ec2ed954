package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"

	"golang.org/x/text/unicode/norm"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// word is a word of the text, with the marks at it.
type word struct {
	text    string
	passage int  // of the plan's side
	page    int  // of the file's side
	glued   bool // only a no-break space is between it and the word before, as in 465 440
	repeat  bool // of the file's side: it may be a table's head that is printed again
	begins  bool // of the file's side: a line begins with it

	row, column, over int // of the file's side, as a line has them
}

// sameInPrint are characters that formats exchange, and that look the same to a reader.
var sameInPrint = strings.NewReplacer("\uFB00", "ff", "\uFB01", "fi", "\uFB02", "fl", "\uFB03", "ffi", "\uFB04", "ffl", "•", " ", "\uF0B7", " ") // the last is • in Symbol, a font

// clean keeps the visible characters of a text, with quotation marks and apostrophes as they
// are typed.
func clean(s string) string {
	s = typography.Straight(norm.NFC.String(sameInPrint.Replace(strings.ToValidUTF8(s, "\uFFFD"))))
	return strings.Map(func(r rune) rune {
		if r == '\u00AD' || isUnseen(r) {
			return -1
		}
		return r
	}, s)
}

// split cuts a text into words, at blanks of all kinds.
func split(s string) (list []word) {
	from, glued, soft := -1, false, false
	end := func(to int) {
		if from >= 0 {
			list = append(list, word{text: s[from:to], glued: glued})
			from, glued, soft = -1, true, false
		}
	}
	for i, r := range s {
		if unicode.IsSpace(r) {
			end(i)
			soft = soft || r != '\u00A0' && r != '\u202F'
			continue
		}
		if from < 0 {
			from, glued = i, glued && !soft
		}
	}
	end(len(s))
	return list
}

// words cuts the passages into words.
func words(passages []Passage) (list []word) {
	for i, p := range passages {
		list = append(list, wordsOf(p.Text, i)...)
	}
	return list
}

// wordsOf cuts a passage into words. Runs of different styles may share one.
func wordsOf(t document.Text, passage int) []word {
	list := split(clean(t.String()))
	for i := range list {
		list[i].passage = passage
	}
	return list
}

// Months are the names of months as dates have them, for dates are figures too.
type Months map[string]bool

// isFigure reports whether a word is a figure or a part of a date.
func (m Months) isFigure(s string) bool {
	return strings.ContainsFunc(s, unicode.IsDigit) || m[strings.Trim(s, ".,;:()")]
}

var digits = pattern.Lazy(`\p{Nd}`)

// count counts the figures, dates and numbers of a text, a date as one.
func (m Months) count(list []word) (n int) {
	for i, w := range list {
		if !digits().MatchString(w.text) {
			continue
		}
		inNumber := i > 0 && w.glued && digits().MatchString(list[i-1].text)
		inDate := i > 1 && list[i-1].passage == w.passage && m[list[i-1].text] && digits().MatchString(list[i-2].text) && utf8.RuneCountInString(list[i-2].text) <= 2
		if !inNumber && !inDate {
			n++
		}
	}
	return n
}

// texts returns what the words say.
func texts(list []word) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].text
	}
	return out
}

// join writes words as a text.
func join(list []word) string { return strings.Join(texts(list), " ") }

// figures returns the figures among words, in order.
func (m Months) figures(list []word) (out []string) {
	for _, w := range list {
		if m.isFigure(w.text) {
			out = append(out, strings.Trim(w.text, ".,;:()"))
		}
	}
	return out
}

// figuresDiffer reports whether two stretches have other figures.
func (m Months) figuresDiffer(a, b []word) bool { return !slices.Equal(m.figures(a), m.figures(b)) }
