package set_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/settest"
	"github.com/isuplan/isuplan/pkg/render/set"
)

const column = 370_000 // a line of text, in thousandths of a point

// setters returns a function for the fonts of the program, and one for a shaper that gives
// no character a glyph of its own.
func setters(t *testing.T) map[string]func() *set.Setter {
	t.Helper()
	if _, err := set.New(); err != nil {
		t.Fatal(err)
	}
	shaper, err := settest.New()
	if err != nil {
		t.Fatal(err)
	}
	return map[string]func() *set.Setter{
		"as it is": func() *set.Setter { s, _ := set.New(); return s },
		"shaped":   func() *set.Setter { return set.With(shaper) },
	}
}

func newSetter(t *testing.T) *set.Setter {
	t.Helper()
	s, err := set.New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// prose makes a text of n words.
func prose(n int) document.Text {
	words := strings.Fields("the Implementation Support Unit of cost-effective meetings on 4–6 and/or a programme, in accordance with its mandate")
	var list []string
	for i := range n {
		list = append(list, words[i*7%len(words)])
	}
	return document.Plain(strings.Join(list, " "))
}

// show is the text of a line.
func show(l set.Line) string {
	var b strings.Builder
	for _, a := range l.Atoms {
		b.WriteString(a.Text)
		if a.Space > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// texts draws texts of runs in all styles, of all that lines may break at, and of what
// is shaped in its own way.
func texts() *rapid.Generator[document.Text] {
	words := rapid.SampledFrom([]string{"fi", "office", "Æ", "x\u0301", "e\u0301", "a", "Unit", "שלום", "Женева", "-", "–", " – ", "—", "/", "4–6", "cost-effective",
		"https://a.b/c", " ", "  ", "\u00a0", "\u00ad", "1,280,309", "☞", strings.Repeat("fi", 30), strings.Repeat("x\u0301", 20), "\n", "集"})
	run := rapid.Custom(func(t *rapid.T) document.Run {
		return document.Run{
			Text:     strings.Join(rapid.SliceOfN(words, 0, 12).Draw(t, "words"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between")),
			Strong:   rapid.Bool().Draw(t, "strong"),
			Emphasis: rapid.Bool().Draw(t, "emphasis"),
			Keep:     rapid.IntRange(0, 3).Draw(t, "keep") == 0,
		}
	})
	return rapid.Map(rapid.SliceOfN(run, 0, 6), func(runs []document.Run) document.Text { return runs })
}
