package proof

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/readback"
)

// isUnseen reports characters that no reader sees. Soft hyphens are ordinary typesetting.
func isUnseen(r rune) bool {
	switch {
	case r >= '\u200B' && r <= '\u200F', r >= '\u2060' && r <= '\u2064', r >= '\u206A' && r <= '\u206F', r == '\uFEFF', // of no width
		r >= '\uFE00' && r <= '\uFE0F', r >= '\U000E0100' && r <= '\U000E01EF', // that choose a form
		r == '\u034F', r == '\u061C', r == '\u180E', r >= '\uFFF9' && r <= '\uFFFB',
		r == '\u115F', r == '\u1160', r == '\u3164', r == '\uFFA0', // Hangul without a letter
		r >= '\U000E0000' && r <= '\U000E007F': // tags
		return true
	}
	return false
}

// unseen reports words with characters that no reader sees, where the plan has them without.
func (c *comparison) unseen(t *readback.Text) {
	const most = 5
	var known map[string]bool
	told := 0
	for i := range t.Lines {
		l := &t.Lines[i]
		if !strings.ContainsFunc(l.Text, isUnseen) {
			continue
		}
		if known == nil {
			known = c.written()
		}
		for _, w := range strings.FieldsFunc(l.Text, unicode.IsSpace) {
			if !strings.ContainsFunc(w, isUnseen) || known[w] {
				continue
			}
			known[w] = true
			if told++; told > most {
				continue
			}
			at := strings.IndexFunc(w, isUnseen)
			c.words = append(c.words, Difference{Kind: Words, Page: l.Page,
				doubt: fmt.Sprintf("there is a character in %s that no reader sees (%U), and that the plan has not", quoted(abridged(clean(w))), []rune(w[at:])[0])})
		}
	}
	if told > most {
		c.words = append(c.words, Difference{Kind: Words, doubt: fmt.Sprintf("there are such characters in %d more words", told-most)})
	}
}

// written are the words of the plan, and of the file that isuplan builds, as they are
// written.
func (c *comparison) written() map[string]bool {
	out := map[string]bool{}
	for _, p := range c.passages {
		for _, w := range strings.FieldsFunc(p.Text.String(), unicode.IsSpace) {
			out[w] = true
		}
	}
	if c.built != nil {
		for _, l := range c.built.Lines {
			for _, w := range strings.FieldsFunc(l.Text, unicode.IsSpace) {
				out[w] = true
			}
		}
	}
	return out
}

// alien names the first character of a word that may be taken for another one, such as a
// letter of another alphabet.
func alien(got, want string) string {
	for _, r := range got {
		if r > unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !strings.ContainsRune(want, r) && !unicode.Is(unicode.Latin, r) {
			return fmt.Sprintf(" (its “%c” is the character %U)", r, r)
		}
	}
	return ""
}
