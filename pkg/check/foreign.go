package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// Words of other languages, which no English list has.

// isItalic reports a word in a stretch in italics: a foreign phrase, a species, a title.
func isItalic(text string, w word) bool {
	const longest = 200
	for _, mark := range []byte{'*', '_'} {
		before := text[max(0, w.from-longest):w.from]
		at := strings.LastIndexByte(before, mark)
		if at < 0 || at > 0 && before[at-1] == mark || at+1 < len(before) && (before[at+1] == ' ' || before[at+1] == mark) || strings.Count(before, string(mark))%2 == 0 {
			continue
		}
		behind := text[w.to:min(len(text), w.to+longest)]
		if end := strings.IndexByte(behind, mark); end >= 0 {
			return true
		}
	}
	return false
}

// hasAccent reports a letter that English lacks.
func hasAccent(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) }) >= 0
}

// isAmongNames reports a word in lower case beside a capitalized word with a foreign letter,
// as in Università degli Studi.
func (s *speller) isAmongNames(t Text, i int) bool {
	beside := func(first, other int) bool {
		return first >= 0 && first+1 < len(t.words) && blank(t.typed[t.words[first].to:t.words[first+1].from]) &&
			startsUpper(t.words[other].text) && hasAccent(t.words[other].text)
	}
	return beside(i-1, i-1) || beside(i, i+1)
}

// foreign holds the small words that show that a title is in another language.
var foreign = wordSet(`au aux con das degli dei dell della delle dello den dos de del der des die du el zum zur voor het
	en et für la las le les los para por pour sur und von y`)

// elided holds words such as d'isolement.
var elided = pattern.Lazy(`^(?i:d|l|qu|dell|nell|all)['’]\p{L}+$`)

// isForeign reports whether a word stands in a title in another language: many
// a French word is an English one misspelt.
func isForeign(words []word, i int) bool {
	const around = 3
	for _, w := range words[max(0, i-around):min(len(words), i+around+1)] {
		if foreign[strings.ToLower(w.text)] {
			return true
		}
	}
	return i > 0 && isElided(words[i-1].text) || i+1 < len(words) && isElided(words[i+1].text)
}

func isElided(w string) bool { return strings.ContainsAny(w, "'’") && elided().MatchString(w) }
