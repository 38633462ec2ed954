package diag_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
)

func TestSuggest(t *testing.T) {
	known := []string{"salaries", "social-charges", "travel", "experts", "fte", "in", "id", "p-5"}
	for word, want := range map[string]string{
		// a letter wrong, too many or missing
		"travell": "travel", "trvel": "travel", "fravel": "travel",
		// two letters in another order are one mistake
		"tarvel": "travel", "fet": "fte", "expetrs": "experts",
		// the longer a word, the more may be wrong
		"salary": "", "salarys": "salaries", "sosial-chargs": "social-charges", "sosial-charrgs": "social-charges", "sosyal-charrgs": "",
		"trawelx": "travel", "trawelxx": "", "trmmel": "travel", "tummel": "",
		// of a short word little, of one letter nothing
		"fta": "fte", "fla": "", "io": "in", "xy": "", "i": "", "f": "",
		// case, blanks and underscores do not matter
		"TRAVEL": "travel", "Social Charges": "social-charges", "social_charges": "social-charges", "P 5": "p-5",
		// nothing
		"": "", "rent": "",
	} {
		if got := diag.Suggest(word, known); got != want {
			t.Errorf("for %q %q is suggested, want %q", word, got, want)
		}
	}
}

func TestOfTwoWordsTheNearerIsSuggested(t *testing.T) {
	for _, c := range []struct {
		word, candidates, want string
	}{
		{"quanity", "quantify quantity", "quantity"},
		{"quanity", "quantity quantify", "quantity"},
		{"bat", "cat hat", "cat"}, // of equals the first
		{"casts", "costs casts", "casts"},
		{"I", "j i", "i"},
		{"abcdef", "abfedc abcxyf", "abcxyf"}, // letters far out of order are not one mistake
	} {
		if got := diag.Suggest(c.word, strings.Fields(c.candidates)); got != c.want {
			t.Errorf("for %s, of %s, %q is suggested", c.word, c.candidates, got)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	var many []string
	for i := range 25 {
		many = append(many, fmt.Sprintf("name-of-line-%c", 'a'+i))
	}
	for name, c := range map[string]struct {
		word       string
		candidates []string
		want       string
	}{
		"one is near":           {"salarys", []string{"travel", "salaries"}, "did you mean `salaries`?"},
		"none is near":          {"rent", []string{"travel", "salaries"}, "known here: travel, salaries"},
		"there is none":         {"rent", nil, "there is nothing here yet that it could mean"},
		"as many as are listed": {"rent", many[:24], "known here: " + strings.Join(many[:24], ", ")},
		"more than are listed":  {"rent", many, "known here: " + strings.Join(many[:24], ", ") + ", …"},
	} {
		if got := diag.DidYouMean(c.word, c.candidates); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
