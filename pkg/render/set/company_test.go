package set_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// written are the lines of a text as they are read.
func written(lines []set.Line) (list []string) {
	for _, l := range lines {
		var b strings.Builder
		for i := range l.Atoms {
			b.WriteString(l.Atoms[i].Text)
			if l.Atoms[i].Space > 0 {
				b.WriteByte(' ')
			}
		}
		list = append(list, strings.TrimSuffix(b.String(), " "))
	}
	return list
}

// TestTheLastWordHasCompany in justified text, where the line before can do without the word.
func TestTheLastWordHasCompany(t *testing.T) {
	const report = "Assist the presidency on the Annual Progress Report to be submitted at the 8MSP."
	for _, c := range []struct {
		text    string
		width   set.Length
		justify bool
		want    string
	}{
		{report, 303, true, "the 8MSP."},
		{report, 303, false, "8MSP."},
		{"Promote transparency, universalization, implementation.", 203, true, "implementation."}, // what is left would be too loose
		{"Assist the presidency on the Annual Progress Report to be submitted at the 8MSP in Geneva.", 303, true, "8MSP in Geneva."},
		{"Assist the presidency", 70, true, "presidency"},
	} {
		s, _ := set.New()
		lines := s.Hyphenate("en").Lines(document.Plain(c.text), 0, 10, set.Measure{Width: c.width * set.Point, Justify: c.justify})
		list := written(lines)
		if got := list[len(list)-1]; got != c.want {
			t.Errorf("%q ends with the line %q, want %q: %q", c.text, got, c.want, list)
		}
		if isTwo := strings.Contains(c.want, "the "); lines[len(lines)-1].InCompany != isTwo {
			t.Errorf("%q: %v", c.text, !isTwo)
		}
	}
}

// TestCompanyLosesNothing: whatever the words, all of them stand on the lines, and no line is wider than its room.
func TestCompanyLosesNothing(t *testing.T) {
	came := 0
	rapid.Check(t, func(t *rapid.T) {
		text := append(english().Draw(t, "text"), document.Plain(" the work of the Unit is to be done in time by all of them as "+rapid.SampledFrom([]string{"necessary.", "a", "of it"}).Draw(t, "end"))...)
		m := set.Measure{Width: set.Length(rapid.IntRange(120_000, 400_000).Draw(t, "width")), Justify: true}
		s, _ := set.New()
		lines := s.Hyphenate("en").Lines(text, 0, 10, m)
		var all strings.Builder
		for i, l := range written(lines) {
			all.WriteString(l)
			if lines[i].Width > m.Width {
				t.Fatalf("line %d is %d wide, not %d", i, lines[i].Width, m.Width)
			}
			if lines[i].InCompany {
				came++
				if i != len(lines)-1 || strings.Count(l, " ") != 1 {
					t.Fatalf("%q keeps company", l)
				}
			}
		}
		squeezed := func(s string) string {
			return norm.NFC.String(strings.Join(strings.Fields(strings.ReplaceAll(s, set.SoftHyphen, "")), ""))
		}
		if got, want := squeezed(all.String()), squeezed(text.String()); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
	if came == 0 {
		t.Error("no word ever came down")
	}
}
