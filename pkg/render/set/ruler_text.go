package set

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/isuplan/isuplan/pkg/document"
)

// Hyphenate has the ruler divide words as Setter.Hyphenate says.
func (r *Ruler) Hyphenate(language string) *Ruler {
	r.setter.Hyphenate(language)
	return r
}

// Prose is where a justified paragraph stands, in twentieths of a point.
type Prose struct {
	Width  int
	Number string // in front of its first line, "" for none
	Stop   int    // where the text begins behind it, unless it is longer
}

// Set returns the text of a justified paragraph as the PDF sets it: with a soft hyphen in each
// word that is divided there, and a blank that holds where two words stand on the last line together, so that a
// program that fills its lines does so too.
func (r *Ruler) Set(t document.Text, p Prose) document.Text {
	m := Measure{Width: Length(p.Width) * twentieth, Justify: true}
	if p.Number != "" {
		m.First = max(Length(p.Stop)*twentieth, r.setter.Width(p.Number+" ", 0, TextSize.Points))
	}
	lines := r.lines(t, m)
	var points []int // how many characters stand before each
	seen := 0
	for i := range lines {
		for k := range lines[i].Atoms {
			seen += countShown(lines[i].Atoms[k].Text)
		}
		if lines[i].Divides() {
			points = append(points, seen)
		}
	}
	if len(points) > 0 {
		t = divided(t, points, SoftHyphen)
	}
	if n := len(lines); n > 0 && lines[n-1].InCompany {
		t = joined(t, seen-shownBehind(lines[n-1].Atoms))
	}
	return t
}

// shownBehind is how many characters stand behind the last blank of a line.
func shownBehind(atoms []Atom) (n int) {
	for i := endsWord(atoms) + 1; i < len(atoms); i++ {
		n += countShown(atoms[i].Text)
	}
	return n
}

// joined has a blank at which no line ends behind so many characters of a text.
func joined(t document.Text, behind int) document.Text {
	out := append(document.Text(nil), t...)
	seen := 0
	for i := range out {
		for at, c := range out[i].Text {
			if seen == behind && c == ' ' {
				out[i].Text = out[i].Text[:at] + fixedBlank + out[i].Text[at+1:]
				return out
			}
			if isShown(c) {
				seen++
			}
		}
	}
	return out
}

// fixedBlank is a blank at which no line ends.
const fixedBlank = "\u00a0"

func countShown(text string) (n int) {
	for _, c := range text {
		if isShown(c) {
			n++
		}
	}
	return n
}

// isShown reports a character that an atom has whether it is divided or not: blanks stand between atoms or,
// where no line ends at them, within one.
func isShown(c rune) bool { return !unicode.IsSpace(c) && !isSteering(c) }

// divided puts a sign behind so many characters of a text, where its author has none.
func divided(t document.Text, points []int, sign string) document.Text {
	out := append(document.Text(nil), t...)
	seen := 0
	for i := range out {
		text := norm.NFC.String(strings.ToValidUTF8(out[i].Text, "\uFFFD"))
		var b strings.Builder
		for at, c := range text {
			b.WriteRune(c)
			if !isShown(c) {
				continue
			}
			if seen++; len(points) > 0 && seen == points[0] {
				points = points[1:]
				if !strings.HasPrefix(text[at+utf8.RuneLen(c):], sign) {
					b.WriteString(sign)
				}
			}
		}
		out[i].Text = b.String()
	}
	return out
}

// Parted returns a text with a break in each word that a line of the PDF ends within, behind a mark
// of an address: a character that nobody sees, at which other programs end a line too.
func (r *Ruler) Parted(t document.Text, size Size, width int) document.Text {
	lines := r.setter.Lines(t, 0, size.Points, Measure{Width: Length(width) * twentieth, Addresses: true})
	var points []int
	seen := 0
	for i := range lines {
		for k := range lines[i].Atoms {
			seen += countShown(lines[i].Atoms[k].Text)
		}
		if last := len(lines[i].Atoms) - 1; i < len(lines)-1 && last >= 0 && lines[i].Atoms[last].Space == 0 {
			points = append(points, seen)
		}
	}
	if len(points) == 0 {
		return t
	}
	return divided(t, points, wordBreak)
}

// wordBreak is where a line may end, and nothing is seen of it.
const wordBreak = "\u200B"
