package diff

import (
	"slices"
	"strings"
	"unicode"
)

// words returns the words of a text in small letters, without marks; of a longer text
// without the small words that every text has.
func words(s string) []string {
	const few = 3
	all := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	weighty := make([]string, 0, len(all))
	for _, w := range all {
		if !smallWord[w] {
			weighty = append(weighty, w)
		}
	}
	if len(weighty) < few {
		return all
	}
	return weighty
}

// words returns the words of an element's text, which are looked up once for all that it is
// held against.
func (e *Element) words() []string {
	if e.said == nil {
		e.said = words(e.Text())
	}
	return e.said
}

var smallWord = map[string]bool{"a": true, "an": true, "the": true, "of": true, "and": true, "or": true, "to": true, "for": true, "in": true, "on": true,
	"at": true, "by": true, "with": true, "as": true, "is": true, "are": true, "be": true, "its": true, "their": true, "that": true, "this": true, "s": true}

// likeness says how much two lists of words have in common, in per cent: 100 for the
// same words, 0 for none.
func likeness(a, b []string) int {
	const few, sure = 3, 80
	if len(a)+len(b) == 0 {
		return 0
	}
	like := 200 * shared(a, b) / (len(a) + len(b))
	if min(len(a), len(b)) < few && like < sure { // of a word or two, one in common says little
		return 0
	}
	return like
}

// contained says how much of one list of words another has, in per cent.
func contained(part, whole []string) int {
	if len(part) == 0 {
		return 0
	}
	return 100 * shared(part, whole) / len(part)
}

func shared(a, b []string) int {
	have := make(map[string]int, len(a))
	for _, w := range a {
		have[w]++
	}
	both := 0
	for _, w := range b {
		if have[w] > 0 {
			have[w]--
			both++
		}
	}
	return both
}

// index finds elements by their rarest words, so that not every text has to be
// compared with every other.
type index map[string][]*Element

func newIndex(all []*Element) index {
	x := index{}
	for _, e := range all {
		ws := slices.Clone(e.words())
		slices.Sort(ws)
		for _, w := range slices.Compact(ws) {
			x[w] = append(x[w], e)
		}
	}
	return x
}

// like returns the elements that share a rare word with another, each once, in the
// order of the plan.
func (x index) like(e *Element) []*Element {
	const rare, some = 5, 40 // words that are looked up; elements that a word may have
	ws := slices.Clone(e.words())
	slices.Sort(ws)
	ws = slices.Compact(ws)
	slices.SortStableFunc(ws, func(a, b string) int { return len(x[a]) - len(x[b]) })
	var found []*Element
	looked := 0
	for _, w := range ws {
		if len(x[w]) == 0 {
			continue
		}
		if looked++; looked > rare {
			break
		}
		found = append(found, x[w][:min(some, len(x[w]))]...)
	}
	slices.SortFunc(found, func(a, b *Element) int { return a.order - b.order })
	return slices.Compact(found)
}
