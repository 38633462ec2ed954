package set_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/hyphen"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// english draws texts of words that can be divided, and of what cannot.
func english() *rapid.Generator[document.Text] {
	words := rapid.SampledFrom(strings.Split("the implementation of Conventions, organisations' (universalization) and obligations; transparency GE.17-09131 UNODA "+
		"No.\u00a05 25\u202fkm cost-effective international 465,440 stakeholders' acting as a “representative” on https://example.org/implementation re\u00adport be\u0301ton —", " "))
	return rapid.Custom(func(t *rapid.T) (text document.Text) {
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			text = append(text, document.Run{Text: strings.Join(rapid.SliceOfN(words, 1, 40).Draw(t, "words"), " ") + rapid.SampledFrom([]string{"", " "}).Draw(t, "end"),
				Strong: rapid.Bool().Draw(t, "strong"), Keep: rapid.IntRange(0, 5).Draw(t, "keep") == 0})
		}
		return text
	})
}

// TestWordsAreDividedWhereTheyMayBe: in justified lines alone, at the points of the language or
// the author's, not in the last word, and not in three lines in a row.
func TestWordsAreDividedWhereTheyMayBe(t *testing.T) {
	count := 0
	rapid.Check(t, func(t *rapid.T) {
		text := english().Draw(t, "text")
		m := set.Measure{Width: set.Length(rapid.IntRange(120_000, 400_000).Draw(t, "width")), Justify: rapid.Bool().Draw(t, "justify")}
		s, _ := set.New()
		lines := s.Hyphenate("en").Lines(text, 0, 10, m)
		row := 0
		for i, l := range lines {
			if l.Width > m.Width {
				t.Fatalf("line %d is %d wide, not %d", i, l.Width, m.Width)
			}
			if row++; !l.Divides() {
				row = 0
				continue
			}
			head := l.Atoms[len(l.Atoms)-1].Text
			if head == "re" { // the author's
				row = 0
				continue
			}
			count++
			rest := lines[i+1].Atoms[0]
			word := head + rest.Text
			if !m.Justify || row > 2 || !slices.Contains(hyphen.For("en").Points(word), len(head)) {
				t.Fatalf("%q is divided behind %q, in line %d in a row", word, head, row)
			}
			if i+1 == len(lines)-1 && len(lines[i+1].Atoms) == 1 {
				t.Fatalf("%q is the last word", word)
			}
		}
	})
	if count == 0 {
		t.Error("no word is divided")
	}
}

// TestWhoFillsLinesDividesTheSameWords: what the ruler says of a text has a program that divides
// words at soft hyphens alone, wherever they have room, break the same lines.
func TestWhoFillsLinesDividesTheSameWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := english().Draw(t, "text")
		width := rapid.IntRange(2400, 8000).Draw(t, "width")
		number := rapid.SampledFrom([]string{"", "12.", strings.Repeat("1.", 20)}).Draw(t, "number")
		ruler, err := set.NewRuler(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s := newSetterOf(t)
		m := set.Measure{Width: set.Length(width) * set.Point / 20, Justify: true}
		if number != "" {
			m.First = max(567*set.Point/20, s.Width(number+" ", 0, 10))
		}
		want := shownLines(newSetterOf(t).Hyphenate("en").Lines(text, 0, 10, m))
		told := ruler.Hyphenate("en").Set(text, set.Prose{Width: width, Number: number, Stop: 567})
		if got := shownLines(s.Lines(told, 0, 10, m)); !slices.Equal(got, want) {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
		plain := strings.NewReplacer(set.SoftHyphen, "", "e\u0301", "é", "\u00a0", " ")
		if plain.Replace(told.String()) != plain.Replace(text.String()) {
			t.Fatalf("%q became %q", text, told)
		}
	})
}

func newSetterOf(t *rapid.T) *set.Setter {
	s, err := set.New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func shownLines(lines []set.Line) (list []string) {
	for _, l := range lines {
		text := show(l)
		if l.Divides() {
			text += "-"
		}
		list = append(list, text)
	}
	return list
}

func TestOnlyWhatIsNotKeptIsDivided(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("implementation ", 30))
	for name, c := range map[string]struct {
		text     document.Text
		language string
		justify  bool
		want     bool
	}{
		"prose":         {document.Plain(words), "en", true, true},
		"ragged":        {document.Plain(words), "en", false, false},
		"no language":   {document.Plain(words), "", true, false},
		"kept":          {document.Text{{Text: words, Keep: true}}, "en", true, false},
		"capitals":      {document.Plain(strings.ToUpper(words)), "en", true, false},
		"own hyphens":   {document.Plain(strings.ReplaceAll(words, "men", "\u00admen")), "", false, true},
		"kept, its own": {document.Text{{Text: strings.ReplaceAll(words, "men", "\u00admen"), Keep: true}}, "en", true, false},
	} {
		got := false
		for _, l := range newSetter(t).Hyphenate(c.language).Lines(c.text, 0, 10, set.Measure{Width: column, Justify: c.justify}) {
			got = got || l.Divides()
		}
		if got != c.want {
			t.Errorf("%s: divided is %t", name, got)
		}
	}
}

// TestPhrasesAreDividedAsTheirLanguageDoes, and not at all where nothing is known of it.
func TestPhrasesAreDividedAsTheirLanguageDoes(t *testing.T) {
	for language, want := range map[string]string{"": "re-spons-ib-il-it-ies", "fr": "res-pon-si-bi-li-ties", "la": "responsibilities", "fr-CH": "res-pon-si-bi-li-ties"} {
		found := map[int]bool{}
		text := document.Text{{Text: strings.TrimSpace(strings.Repeat("responsibilities ", 60)), Language: language}}
		for width := set.Length(120_000); width < 400_000; width += 7_000 {
			for _, l := range newSetter(t).Hyphenate("en").Lines(text, 0, 10, set.Measure{Width: width, Justify: true}) {
				if l.Divides() {
					found[len(l.Atoms[len(l.Atoms)-1].Text)] = true
				}
			}
		}
		var got strings.Builder
		for i, r := range "responsibilities" {
			if found[i] {
				got.WriteByte('-')
			}
			got.WriteRune(r)
		}
		if got.String() != want {
			t.Errorf("%q: divided as %s, not %s", language, got.String(), want)
		}
	}
}

// TestAHyphenStandsForASoftOne: it is drawn, and what is copied is the word.
func TestAHyphenStandsForASoftOne(t *testing.T) {
	for name, setter := range setters(t) {
		s := setter()
		l := s.Word("a-", 0, 10)
		plain := slices.Clone(s.Shape(&l.Atoms[0]))
		glyphs := s.Hyphen(&l.Atoms[0])
		g := glyphs[len(glyphs)-1]
		if use := s.Uses(int(g.Face))[g.Code()]; use.Text != set.SoftHyphen && len(glyphs) == 1 || g.Code() == plain[len(plain)-1].Code() {
			t.Errorf("%s: the hyphen stands for %q", name, use.Text)
		}
	}
}
