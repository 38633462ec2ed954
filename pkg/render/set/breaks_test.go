package set_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

func TestJustifiedLinesFillTheColumn(t *testing.T) {
	const first = set.CM
	lines := newSetter(t).Lines(prose(300), 0, 10, set.Measure{Width: column, First: first, Justify: true})
	for i, l := range lines[:len(lines)-1] {
		room := set.Length(column)
		if i == 0 {
			room -= first
		}
		if l.Width > room || l.Width < room-set.Point/10 {
			t.Errorf("line %d is %d wide of %d", i, l.Width, room)
		}
	}
	if last := lines[len(lines)-1]; last.Gap > 0 {
		t.Error("the last line is stretched")
	}
}

func TestNoLineIsTooWide(t *testing.T) {
	long := document.Plain("a " + strings.Repeat("x", 5000) + " b " + strings.Repeat("ab-", 400))
	for name, setter := range setters(t) {
		for _, text := range []document.Text{long, prose(500), {{Text: prose(90).String(), Keep: true}}} {
			for _, width := range []set.Length{3 * set.CM, column, 9 * set.Point} {
				for _, l := range setter().Lines(text, 0, 10, set.Measure{Width: width, Justify: width != 3*set.CM}) {
					if l.Width > width {
						t.Errorf("%s: %d wide, not %d: %.40q", name, l.Width, width, show(l))
					}
				}
			}
		}
	}
}

func TestALetterAloneIsWiderThanBesideItsNeighbour(t *testing.T) {
	s, _ := set.New()
	const width = 45_000
	for _, l := range s.Lines(document.Text{{Text: "fifiofficeЖенева", Keep: true}}, set.Bold, 10, set.Measure{Width: width}) {
		if l.Width > width {
			t.Errorf("%q is %d wide", show(l), l.Width)
		}
	}
}

func TestKeptRunsStayOnOneLine(t *testing.T) {
	for n := range 40 {
		text := append(prose(10+n), document.Run{Text: " costs "}, document.Run{Text: "CHF 465,440", Keep: true}, document.Run{Text: " a year."})
		found := false
		for _, l := range newSetter(t).Lines(text, 0, 10, set.Measure{Width: column, Justify: true}) {
			found = found || strings.Contains(show(l), "CHF 465,440")
		}
		if !found {
			t.Errorf("%d: the sum is broken", n)
		}
	}
}

func TestWhereWordsBreak(t *testing.T) {
	for text, want := range map[string]string{
		"cost-effective": "cost-|effective", "4-6": "4-6", "4–6": "4–6", "-5": "-5",
		"and/or": "and/|or", "https://a.b/c": "https://a.b/|c", "one — two": "one — |two", "GE.17-09131": "GE.17-09131",
	} {
		s, got := newSetter(t), ""
		for _, l := range s.Lines(document.Plain(text), 0, 10, set.Measure{Width: column}) {
			for i, a := range l.Atoms {
				got += a.Text
				if a.Space > 0 {
					got += " "
				}
				if a.Breaks && i < len(l.Atoms)-1 {
					got += "|"
				}
			}
		}
		if got != want {
			t.Errorf("%q breaks as %q, want %q", text, got, want)
		}
	}
}

// TestACompoundIsKeptWhereSpacesCanTakeItUp: in a justified line only.
func TestACompoundIsKeptWhereSpacesCanTakeItUp(t *testing.T) {
	s, kept, broken := newSetter(t), 0, 0
	for n := range 60 {
		text := append(prose(20), document.Run{Text: " " + strings.Repeat("i", n) + " decision-making and more words behind it"})
		for _, justify := range []bool{true, false} {
			for _, l := range s.Lines(text, 0, 10, set.Measure{Width: column, Justify: justify}) {
				if strings.HasSuffix(show(l), "decision-") {
					if justify {
						kept--
					}
					broken++
				}
			}
		}
		kept++
	}
	if broken == 0 || kept < 50 {
		t.Errorf("%d compounds are broken, of justified lines %d are kept", broken, kept)
	}
}

// TestNothingIsLost: the lines' text is the text, its blanks put right, whatever stands in
// it, and no line is too wide.
func TestNothingIsLost(t *testing.T) {
	for name, setter := range setters(t) {
		rapid.Check(t, func(t *rapid.T) {
			text := texts().Draw(t, "text")
			width := set.Length(rapid.IntRange(45_000, 400_000).Draw(t, "width"))
			m := set.Measure{Width: width, Justify: rapid.Bool().Draw(t, "justify")}
			if rapid.Bool().Draw(t, "indented") {
				m.First = width / 3
			}
			got := ""
			for i, l := range setter().Hyphenate(rapid.SampledFrom([]string{"", "en"}).Draw(t, "language")).Lines(text, set.Style(rapid.IntRange(0, 3).Draw(t, "style")), 10, m) {
				got += show(l)
				room := width
				if i == 0 {
					room -= m.First
				}
				if l.Width > room {
					t.Errorf("%s: line %d is %d wide, not %d: %q", name, i, l.Width, room, show(l))
				}
			}
			if want := plain(text); blanksOf(strings.TrimRight(got, " ")) != want {
				t.Errorf("%s: got %q, want %q", name, got, want)
			}
		})
	}
}

// plain is a text as it is drawn, its blanks put right.
func plain(text document.Text) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(set.Drawable(r.Text))
	}
	breaks := func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }
	return blanksOf(strings.Join(strings.FieldsFunc(b.String(), breaks), " "))
}

// blanksOf writes the blanks at which no line ends as others: as such they are drawn between words.
func blanksOf(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestAccentsAreJoinedAndSteeringCharactersGo(t *testing.T) {
	for in, want := range map[string]string{
		"e\u0301te\u0301":        "été",
		"soft\u00adhyphen":       "softhyphen",
		"zero\u200bwidth\u200d":  "zerowidth",
		"left\u200eright\u200f":  "leftright",
		"plain":                  "plain",
		"no\u00a0break\u202fgap": "no\u00a0break\u202fgap",
		"\xff":                   "\uFFFD",
	} {
		if got := set.Drawable(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
