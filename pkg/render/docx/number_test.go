package docx

import (
	"strconv"
	"testing"
)

// TestNumbersAreReadAsWordWouldShowThem: what can be counted has a pattern, and what
// cannot has none.
func TestNumbersAreReadAsWordWouldShowThem(t *testing.T) {
	for printed, want := range map[string]string{
		"1.": "decimal 1", "12.": "decimal 12", "§3": "decimal 3", "IV.": "upperRoman 4", "XLII.": "upperRoman 42",
		"A.": "upperLetter 1", "(b)": "lowerLetter 2", "(i)": "lowerRoman 1", "(ii)": "lowerRoman 2", "(bb)": "lowerLetter 28",
		"I.": "upperRoman 1", "C.": "upperLetter 3", "[x]": "lowerRoman 10",
		"": "", "(ab)": "", "1.2.": "", "01.": "", "0.": "", "Outcome 1": "", "1%": "", "É.": "", "IIII.": "upperLetter 87", "99999": "", "•": "", "(Ab)": "", "1\x01": "",
	} {
		got := ""
		if r := read(printed); len(r) > 0 {
			got = string(r[0].form) + " " + strconv.Itoa(r[0].n)
			if r[0].show(r[0].n) != printed {
				t.Errorf("%q is read as %v, which shows %q", printed, r[0], r[0].show(r[0].n))
			}
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", printed, got, want)
		}
	}
}

// TestNumbersAreCountedWhereWordCountsTheSame, and nowhere else.
func TestNumbersAreCountedWhereWordCountsTheSame(t *testing.T) {
	type step struct {
		level   int
		printed string
		counted bool
	}
	for name, steps := range map[string][]step{
		"headings":       {{0, "I.", true}, {1, "A.", true}, {1, "B.", true}, {0, "II.", true}, {1, "A.", true}, {2, "1.", true}},
		"a gap":          {{0, "1.", true}, {0, "3.", false}, {0, "2.", true}},
		"beyond z":       {{0, "(y)", false}, {0, "(a)", true}},
		"no restart":     {{0, "I.", true}, {1, "A.", true}, {0, "II.", true}, {1, "B.", false}},
		"level skipped":  {{1, "A.", false}, {0, "I.", true}, {2, "1.", false}, {1, "A.", true}},
		"another form":   {{0, "1.", true}, {0, "B.", false}, {0, "2)", false}, {0, "2.", true}},
		"the letter i":   {{0, "(a)", true}, {0, "(b)", true}, {1, "(i)", true}, {1, "(ii)", true}, {0, "(c)", true}, {1, "(i)", true}},
		"not a number":   {{0, "Part one", false}, {0, "1.", true}},
		"deeper is lost": {{9, "1.", false}},
	} {
		c := &count{start: 1}
		for i, s := range steps {
			if got := c.take(s.level, s.printed); got != s.counted {
				t.Errorf("%s: step %d, %q at level %d: counted %v, want %v", name, i, s.printed, s.level, got, s.counted)
			}
		}
	}
}

func TestLettersGoOnBehindZ(t *testing.T) {
	c := &count{start: 1}
	for n := 1; n <= 60; n++ {
		own := string(rune('a' + (n-1)%26)) // as the document goes on: aa, ab; in Word bb is next
		if n > 26 {
			own = string(rune('a'+(n-27)/26)) + own
		}
		if got, want := c.take(0, own), n <= 27 || own == "bb"; got != want {
			t.Errorf("%s is counted: %v, want %v", own, got, want)
		}
	}
}
