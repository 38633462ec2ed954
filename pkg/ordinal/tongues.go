package ordinal

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// most is the highest ordinal in words that is known of other languages than English.
const most = 100

// slot is a form of ordinals: a gender and a case, such as the feminine of Spanish.
type slot string

// written is one way to write an ordinal.
type written struct {
	number int
	in     slot
}

// tongue knows the ordinals of one language.
type tongue struct {
	words map[string][]written      // in lower case, with blanks between several words
	forms map[int]map[slot][]string // how a number is written in a form
	// choose returns the form that is meant before the next word, where one word may be several.
	choose func(next string, slots []slot) slot
	// figures finds an ordinal in figures: the number and its ending.
	figures func(number int, ending string) (next string, ok bool)
}

func newTongue() *tongue {
	return &tongue{words: map[string][]written{}, forms: map[int]map[slot][]string{}}
}

// add notes how a number is written; the first way of a form is the usual one.
func (t *tongue) add(number int, in slot, word string) {
	t.words[word] = append(t.words[word], written{number: number, in: in})
	if t.forms[number] == nil {
		t.forms[number] = map[slot][]string{}
	}
	t.forms[number][in] = append(t.forms[number][in], word)
}

// tongues are made when they are first asked for, and only read then.
var tongues = map[string]func() *tongue{
	"fr": sync.OnceValue(french),
	"es": sync.OnceValue(spanish),
	"ru": sync.OnceValue(russian),
}

// In returns the number of an ordinal of one word in a language, such as 8 for "восьмое" in ru; 0
// for another word. In a language that is not known it is that of English.
func In(language, word string) int {
	of, known := tongues[base(language)]
	if !known {
		return Of(word)
	}
	if list := of().words[strings.ToLower(word)]; len(list) > 0 {
		return list[0].number
	}
	return 0
}

// AdvanceIn moves the ordinals of a meeting's name on in a language: "Septième réunion" becomes
// "Huitième réunion", in the gender and the case that it had. In a language that is not known it is
// Advance.
func AdvanceIn(language, text string, by int) string {
	of, known := tongues[base(language)]
	if !known {
		return Advance(text, by)
	}
	return of().advance(text, by)
}

func base(language string) string {
	code, _, _ := strings.Cut(language, "-")
	return code
}

var wordsOrFigures = pattern.Lazy(`\d+(?:\.?[ªº]|-?\pL+)?|\pL+(?:-\pL+)*`)

// advance moves the ordinals of a text on.
func (t *tongue) advance(text string, by int) string {
	at := wordsOrFigures().FindAllStringIndex(text, -1)
	var out strings.Builder
	done := 0
	for i := 0; i < len(at); i++ {
		last, next := t.advanced(text, at, i, by)
		if next == "" {
			continue
		}
		out.WriteString(text[done:at[i][0]])
		out.WriteString(next)
		done, i = at[last][1], last
	}
	return out.String() + text[done:]
}

// advanced returns what the ordinal that begins at a word becomes, and its last word; "" where none
// begins there.
func (t *tongue) advanced(text string, at [][]int, first, by int) (last int, next string) {
	if unicode.IsDigit(rune(text[at[first][0]])) {
		return first, t.inFigures(text[at[first][0]:at[first][1]], by)
	}
	const longest = 3 // vingt et unième
	for last := min(first+longest, len(at)) - 1; last >= first; last-- {
		found := text[at[first][0]:at[last][1]]
		list := t.words[strings.ToLower(found)]
		if len(list) == 0 {
			continue
		}
		behind := ""
		if last+1 < len(at) && strings.TrimSpace(text[at[last][1]:at[last+1][0]]) == "" {
			behind = strings.ToLower(text[at[last+1][0]:at[last+1][1]])
		}
		var slots []slot
		for _, w := range list {
			slots = append(slots, w.in)
		}
		if forms := t.forms[list[0].number+by][t.choose(behind, slots)]; len(forms) > 0 {
			return last, likeCase(found, forms[0])
		}
		return last, found
	}
	return first, ""
}

// inFigures moves 8e, 8ª, 8-е or 8MSP on.
func (t *tongue) inFigures(found string, by int) string {
	digits := len(found) - len(strings.TrimLeft(found, "0123456789"))
	n, err := strconv.Atoi(found[:digits])
	ending := found[digits:]
	switch {
	case err != nil || digits > 3 || ending == "":
		return ""
	case len(ending) > 1 && ending == strings.ToUpper(ending) && !strings.ContainsAny(ending, "ªº-"):
		return strconv.Itoa(n+by) + ending // 8MSP
	}
	if next, ok := t.figures(n+by, ending); ok {
		return next
	}
	return ""
}

// likeCase writes an ordinal with the capitals of another.
func likeCase(model, word string) string {
	switch {
	case model == strings.ToLower(model):
		return word
	case model == strings.ToUpper(model):
		return strings.ToUpper(word)
	}
	parts, each := strings.Fields(word), true
	for _, w := range strings.Fields(model) {
		each = each && w != strings.ToLower(w)
	}
	for i := range parts {
		if i == 0 || each && strings.Contains(model, " ") {
			r := []rune(parts[i])
			r[0] = unicode.ToUpper(r[0])
			parts[i] = string(r)
		}
	}
	return strings.Join(parts, " ")
}
