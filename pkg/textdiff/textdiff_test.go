package textdiff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/textdiff"
)

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"the unit":          "the| |unit",
		"465,440 francs.":   "465,440| |francs|.",
		"8.87%":             "8.87|%",
		"1.234,50":          "1.234,50",
		"in 2018, and":      "in| |2018|,| |and",
		"2018.":             "2018|.",
		",5":                ",|5",
		"5,a":               "5|,|a",
		"a.5":               "a|.|5",
		"5.,5":              "5|.|,|5",
		"0,9:9,0":           "0,9|:|9,0",
		"a/b":               "a|/|b",
		"1/2":               "1|/|2",
		"don't, don’t":      "don't|,| |don’t",
		"year-to-year":      "year-to-year",
		"2018–2020":         "2018|–|2020",
		"(a) «b»":           "(|a|)| |«|b|»",
		"...":               ".|.|.",
		"??a":               "?|?|a",
		"  two\n\tblanks  ": "  |two|\n\t|blanks|  ",
		"Économie à Genève": "Économie| |à| |Genève",
		"預算 2018":           "預算| |2018",
		"٣٤":                "٣٤",
		" ":                 " ",
		"a":                 "a",
		"%":                 "%",
		"":                  "",
	} {
		if got := strings.Join(textdiff.Tokens(text), "|"); got != want {
			t.Errorf("%q is cut into %s, want %s", text, got, want)
		}
	}
}

// text draws a text of few words, blanks and marks, so that two have much in common.
func text(t *rapid.T, name string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"the", "unit", "costs", "465,440", "8.87", "é", "-", "'", ".", ",", ",", "%", "\u00a0", " ", " ", " ", "\n"}), 0, 24).Draw(t, name), "")
}

// TestTokensAreTheText holds that nothing is lost, and that no token is empty.
func TestTokensAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.Custom(func(t *rapid.T) string { return text(t, "words") }), rapid.String()).Draw(t, "text")
		tokens := textdiff.Tokens(s)
		if got := strings.Join(tokens, ""); got != s {
			t.Fatalf("the tokens of %q make %q", s, got)
		}
		if slices.Contains(tokens, "") {
			t.Fatalf("%q has a token that is empty: %q", s, tokens)
		}
	})
}

func show(pieces []textdiff.Piece) string {
	var list []string
	for _, p := range pieces {
		list = append(list, map[int]string{0: "=", -1: "-", 1: "+"}[p.Op]+p.Text)
	}
	return strings.Join(list, "|")
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"the same", "the unit", "the unit", "=the unit"},
		{"nothing", "", "", ""},
		{"all new", "", "the unit", "+the unit"},
		{"all gone", "the unit", "", "-the unit"},
		{"one word for another", "the old unit", "the new unit", "=the |-old|+new|= unit"},
		{"a figure is one word", "costs 465,440 francs", "costs 465,441 francs", "=costs |-465,440|+465,441|= francs"},
		{"a word put in", "the unit", "the small unit", "=the |+small |=unit"},
		{"a word taken out", "the small unit", "the unit", "=the |-small |=unit"},
		{"a mark", "the unit", "the unit.", "=the unit|+."},
		{"one phrase for another", "the first cat", "the second dog", "=the |-first cat|+second dog"},
		{"a phrase of three words", "a red old cat b", "a blue new dog b", "=a |-red old cat|+blue new dog|= b"},
		{"the word between stays", "one two three", "four two five", "-one|+four|= two |-three|+five"},
		{"the mark between stays", "one, two", "four, five", "-one|+four|=, |-two|+five"},
		{"the blank before an end stays", "one ", "two ", "-one|+two|= "},
	} {
		if got := show(textdiff.Words(c.old, c.new)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestWordsMakeBothTexts holds that what was kept and taken out is the old text, and
// what was kept and put in the new one.
func TestWordsMakeBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := text(t, "old"), text(t, "new")
		var old, now string
		pieces := textdiff.Words(a, b)
		for i, p := range pieces {
			if p.Op <= 0 {
				old += p.Text
			}
			if p.Op >= 0 {
				now += p.Text
			}
			if p.Text == "" || i > 0 && pieces[i-1].Op == p.Op {
				t.Fatalf("%q to %q is in pieces that are none: %s", a, b, show(pieces))
			}
			if i > 0 && pieces[i-1].Op > 0 && p.Op < 0 {
				t.Fatalf("%q to %q: what replaces stands before what it replaces: %s", a, b, show(pieces))
			}
		}
		if old != a || now != b {
			t.Fatalf("%q to %q: the pieces make %q and %q", a, b, old, now)
		}
	})
}

// common is the length of the longest common subsequence.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		before := 0
		for j := range b {
			above := row[j+1]
			if a[i] == b[j] {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			before = above
		}
	}
	return row[len(b)]
}

// TestStepsKeepAllThatCanBeKept holds the steps to the longest common subsequence, and
// that what they keep is the same in both.
func TestStepsKeepAllThatCanBeKept(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d", "long-word"}), 0, 20)
	rapid.Check(t, func(t *rapid.T) {
		a, b := words.Draw(t, "old"), words.Draw(t, "new")
		i, j, kept := 0, 0, 0
		for _, s := range textdiff.Steps(a, b) {
			switch {
			case s.Op < 0:
				i += s.Count
			case s.Op > 0:
				j += s.Count
			default:
				if !slices.Equal(a[i:i+s.Count], b[j:j+s.Count]) {
					t.Fatalf("%v to %v: what is kept differs", a, b)
				}
				i, j, kept = i+s.Count, j+s.Count, kept+s.Count
			}
		}
		if i != len(a) || j != len(b) {
			t.Fatalf("%v to %v: the steps end at %d and %d", a, b, i, j)
		}
		if want := common(a, b); kept != want {
			t.Fatalf("%v to %v: %d are kept, %d could be", a, b, kept, want)
		}
	})
}

// TestManyDifferentWords holds that words stay different however many there are, on both
// sides of the surrogates, which all become one replacement character.
func TestManyDifferentWords(t *testing.T) {
	const half, lastHalf, replacement = 0xD800 - 0x21, 0xDFFF - 0x21, 0xFFFD - 0x21 - 0x800
	old := make([]string, replacement+1)
	for i := range old {
		old[i] = fmt.Sprint("word", i)
	}
	changed, at := slices.Clone(old), 0
	var want []textdiff.Step
	for _, c := range []struct{ at, by int }{
		{1, 0}, {half - 0x800, half}, {half - 2, half + 1}, {half, replacement}, {half + 10, half + 11}, {half + 20, lastHalf}, {half + 30, half + 30 - 0x800}, {half + 0x800, half - 1},
	} {
		changed[c.at] = old[c.by]
		want = append(want, textdiff.Step{Op: 0, Count: c.at - at}, textdiff.Step{Op: -1, Count: 1}, textdiff.Step{Op: 1, Count: 1})
		at = c.at + 1
	}
	want = append(want, textdiff.Step{Op: 0, Count: len(old) - at})
	if got := textdiff.Steps(old, changed); !slices.Equal(got, want) {
		t.Errorf("the steps are %v, want %v", got, want)
	}
}

func TestJoined(t *testing.T) {
	for _, c := range []struct{ name, steps, blanks, want string }{
		{"nothing", "", "", ""},
		{"what is kept", "=3", "", "=3"},
		{"two words for two", "-1 +1 =1 -1 +1", "1", "-3 +3"},
		{"three for three", "-1 +1 =1 -1 +1 =1 -1 +1", "1 3", "-5 +5"},
		{"a word between keeps them apart", "-1 +1 =1 -1 +1", "", "-1 +1 =1 -1 +1"},
		{"only the blank joins", "-1 +1 =1 -1 +1 =1 -1 +1", "1", "-3 +3 =1 -1 +1"},
		{"nothing follows the blank", "-1 +1 =1", "1", "-1 +1 =1"},
		{"nothing is before the blank", "=1 -1 +1", "0", "=1 -1 +1"},
		{"a word put in is no phrase", "+1 =1 -1 +1", "1", "+1 =1 -1 +1"},
		{"a word taken out is no phrase", "-1 =1 -1 +1", "0", "-1 =1 -1 +1"},
		{"what is put in after a phrase joins it", "-1 +1 =1 +2", "1", "-2 +4"},
		{"several blanks in one", "-2 +3 =2 -1 +1", "3 4", "-5 +6"},
		{"not all of it blank", "-2 +3 =2 -1 +1", "3", "-2 +3 =2 -1 +1"},
		{"the blank is where the new list has it", "=2 -3 +1 =1 -1 +1", "3", "=2 -5 +3"},
		{"put in before it is taken out", "+1 -1", "", "-1 +1"},
	} {
		var steps []textdiff.Step
		for _, s := range strings.Fields(c.steps) {
			step := textdiff.Step{Op: map[byte]int{'=': 0, '-': -1, '+': 1}[s[0]]}
			if _, err := fmt.Sscan(s[1:], &step.Count); err != nil {
				t.Fatal(err)
			}
			steps = append(steps, step)
		}
		blank := func(from, to int) bool {
			for i := from; i < to; i++ {
				if !slices.Contains(strings.Fields(c.blanks), fmt.Sprint(i)) {
					return false
				}
			}
			return true
		}
		var got []string
		for _, s := range textdiff.Joined(steps, blank) {
			got = append(got, map[int]string{0: "=", -1: "-", 1: "+"}[s.Op]+fmt.Sprint(s.Count))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s became %v, want %s", c.name, c.steps, got, c.want)
		}
	}
}
