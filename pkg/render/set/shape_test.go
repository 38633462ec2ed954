package set_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/settest"
	"github.com/isuplan/isuplan/pkg/render/set"
)

func newShaped(t *testing.T) *set.Setter {
	t.Helper()
	shaper, err := settest.New()
	if err != nil {
		t.Fatal(err)
	}
	return set.With(shaper)
}

// TestGlyphsAreMeasured, not characters: those that are joined are as wide as their glyph,
// one that is divided as wide as both parts, and a mark takes no room.
func TestGlyphsAreMeasured(t *testing.T) {
	for text, as := range map[string]string{"fi": "ﬁ", "office": "ofﬁce", "Æ": "AE", "x\u0301": "x", "fi\u0308\u0301fi": "ﬁﬁ", "☞ ☞": "> >"} {
		for st := range set.Style(set.Styles) {
			if strings.Contains(text, "☞") && st != 0 {
				continue // is drawn in another font
			}
			if got, want := newShaped(t).Width(text, st, 10), newSetter(t).Width(as, st, 10); got != want {
				t.Errorf("%q in style %d is %d wide, %q is %d", text, st, got, as, want)
			}
		}
	}
	if s := newSetter(t); s.Width("Æ", 0, 10) == s.Width("AE", 0, 10) {
		t.Error("the shaper of the tests changes nothing")
	}
}

// TestClustersAreNotDivided: not where a word is broken because no line holds it, in any
// width.
func TestClustersAreNotDivided(t *testing.T) {
	text := strings.Repeat("fi", 40) + strings.Repeat("Æ", 40) + strings.Repeat("x\u0301", 40)
	for width := set.Length(15_000); width < 100_000; width += 3_100 {
		lines := newShaped(t).Lines(document.Plain(text), 0, 10, set.Measure{Width: width})
		got := ""
		for _, l := range lines {
			s := show(l)
			got += s
			if strings.HasPrefix(s, "i") || strings.HasPrefix(s, "\u0301") || l.Width > width {
				t.Errorf("%q, %d wide of %d", s, l.Width, width)
			}
		}
		if got != text || len(lines) < 5 {
			t.Errorf("%d: %d lines of %q", width, len(lines), got)
		}
	}
}

// TestCodesStandForClusters: who embeds the glyphs learns of each what it stands for, once
// for each text that it stands for.
func TestCodesStandForClusters(t *testing.T) {
	s := newShaped(t)
	for _, text := range []string{"fi", "Æ", "AE", "x\u0301x", "fi"} {
		s.Width(text, set.Bold, 10)
	}
	var got []string
	for _, u := range s.Uses(int(set.Bold))[1:] {
		got = append(got, u.Text)
	}
	// The second part of Æ and the mark only go on with what others begin.
	if want := []string{"fi", "Æ", "", "A", "E", "x\u0301", "", "x"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if n := len(s.Uses(0)); n != 1 {
		t.Errorf("%d glyphs of a font that is not in use", n-1)
	}
}

// TestWhatTheFontsLackIsNamed: a box stands for it, and the text is kept.
func TestWhatTheFontsLackIsNamed(t *testing.T) {
	for name, setter := range setters(t) {
		s := setter()
		line := s.Word("a集", 0, 10)
		if len(s.Missing) != 1 || s.Missing[0].Rune != '集' || s.Missing[0].Run.Text != "a集" {
			t.Errorf("%s: missing %+v", name, s.Missing)
		}
		uses := s.Uses(0)
		if last := uses[len(uses)-1]; last.Text != "集" || last.ID == 0 || line.Width != 10*set.Length(uses[1].Width+last.Width) {
			t.Errorf("%s: %+v, %d wide", name, last, line.Width)
		}
	}
}

// spy is a shaper that keeps what it is given.
type spy struct {
	set.Shaper
	inputs []set.Input
}

func (s *spy) Shape(to []set.Glyph, in set.Input) []set.Glyph {
	s.inputs = append(s.inputs, in)
	return s.Shaper.Shape(to, in)
}

// TestShapersLearnScriptAndDirection: a text of several scripts is given in parts, and
// what is of no script goes with the letters before it.
func TestShapersLearnScriptAndDirection(t *testing.T) {
	for text, want := range map[string]string{
		"Unit":        "Latn:Unit",
		"4–6":         "Zyyy:4–6",
		"Женева":      "Cyrl:Женева",
		"(שלום)":      "Hebr<(שלום)",
		"مرحبا":       "Arab<مرحبا",
		"计划":          "Hani:计划",
		"A集b":         "Latn:A Hani:集 Latn:b",
		"x\u0301-Ж1a": "Latn:x\u0301- Cyrl:Ж1 Latn:a",
		"ܐ":           "Zzzz<ܐ",
	} {
		shaper, err := settest.New()
		if err != nil {
			t.Fatal(err)
		}
		spy := &spy{Shaper: shaper}
		set.With(spy).Word(text, set.Italic, 10)
		var got []string
		for _, in := range spy.inputs {
			got = append(got, in.Script.String()+map[set.Direction]string{set.LeftToRight: ":", set.RightToLeft: "<"}[in.Direction]+in.Text)
			if in.Style != set.Italic {
				t.Errorf("%q is given in style %d", in.Text, in.Style)
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q is given as %q, want %q", text, got, want)
		}
	}
}

// TestManyGlyphs: a code has two bytes; what is beyond is drawn as a blank.
func TestManyGlyphs(t *testing.T) {
	s := newSetter(t)
	s.Width(" ", 0, 1)
	for r := rune(0x10000); r < 0x21000; r += 64 {
		var b strings.Builder
		for c := r; c < r+64; c++ {
			b.WriteRune(c)
		}
		s.Width(b.String(), 0, 1)
	}
	a := s.Word("\U00021000", 0, 1).Atoms[0]
	if g := s.Shape(&a); len(s.Uses(0)) != 0x10000 || s.Uses(0)[g[0].Code()].Text != " " {
		t.Errorf("%d glyphs, the last drawn as %q", len(s.Uses(0)), s.Uses(0)[g[0].Code()].Text)
	}
}
