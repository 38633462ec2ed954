package merge

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Edit puts other words in the place of those that the file has, as a further offer of a
// change; it is false for a change that has none.
func (c *Comparison) Edit(change int, words string) (offer int, ok bool) {
	words = strings.Join(strings.Fields(words), " ")
	offers := &c.Changes[change].Offers
	for i := len(*offers) - 1; i >= 0; i-- {
		if steps, ok := edited((*offers)[i].steps, words); ok {
			*offers = append(*offers, Offer{Says: "write “" + words + "” in its place", steps: steps})
			return len(*offers) - 1, true
		}
	}
	return 0, false
}

// edited returns the steps of an offer with other words.
func edited(steps []step, words string) ([]step, bool) {
	if len(steps) != 1 {
		return nil, false
	}
	switch s := steps[0].(type) {
	case reword:
		s.text = s.spaced(escaped(words))
		return []step{s}, true
	case insert:
		s.fields = append([]field{{key: s.fields[0].key, text: escaped(words)}}, s.fields[1:]...)
		return []step{s}, true
	case remark:
		s.text = "review: " + oneLine(words)
		return []step{s}, true
	}
	return nil, false
}

// spaced puts blanks around words that would run into those beside them.
func (s *reword) spaced(words string) string {
	text := s.node.Text()
	if last, _ := utf8.DecodeLastRuneInString(text[:s.from]); s.from > 0 && !unicode.IsSpace(last) && !strings.ContainsRune("([“-–", last) {
		words = " " + words
	}
	if first, _ := utf8.DecodeRuneInString(text[s.to:]); s.to < len(text) && (unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("([“$", first)) {
		words += " "
	}
	return words
}
