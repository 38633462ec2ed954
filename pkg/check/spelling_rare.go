package check

import (
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/spell"
)

// Words that no list has and that are right all the same: terms of a science, the names of
// species, words made from known ones. What nobody would have meant is not asked.

// areUnlikely reports words near an unknown one of which none can have been meant: none that
// everybody uses, of the field, or of this text. Who writes "phenology" has not mistyped
// "penology".
func (s *speller) areUnlikely(near []string) bool {
	for _, w := range near {
		if s.often[w] > 0 || spell.IsOfField(w) {
			return false
		}
		for _, ending := range []string{"", "s", "d", "ed", "ly"} {
			if stem, ok := strings.CutSuffix(w, ending); ok && spell.IsCommon(stem) {
				return false
			}
		}
	}
	return true
}

// isMade reports a word made from a known one by a rule that has no exceptions.
func isMade(w string) bool {
	return isPrefixed(w) || isSuffixed(w) || isRarePlural(w)
}

// isRarePlural reports the plural of a word that few use: the list has the plurals of all that
// everybody uses, where they have one.
func isRarePlural(w string) bool {
	const long = 7
	stem, ok := strings.CutSuffix(w, "s")
	return ok && len(stem) >= long && !strings.HasSuffix(stem, "s") && spell.Known(stem) && !spell.IsCommon(stem)
}

// prefixes stand before words of any kind; before those that are long, also shorter ones,
// which begin many a slip.
var (
	prefixes = strings.Fields("non sub pre anti multi inter intra over under mis counter post cyber bio micro trans cyano photo geo electro hyper " +
		"mono poly agro eco hydro neuro cardio immuno psycho socio thermo spectro macro nano ultra super semi pseudo phyto ethno " +
		"palaeo radio aero astro infra extra meta auto pan proto tele")
	shortPrefixes = strings.Fields("un re de bi co")
)

// isPrefixed reports a known word behind a common prefix, such as nonviolent.
func isPrefixed(w string) bool {
	const rest, longRest = 4, 6
	for _, prefix := range prefixes {
		if r, ok := strings.CutPrefix(w, prefix); ok && len(r) > rest && spell.Known(r) {
			return true
		}
	}
	for _, prefix := range shortPrefixes {
		if r, ok := strings.CutPrefix(w, prefix); ok && len(r) >= longRest && spell.Known(r) {
			return true
		}
	}
	return false
}

// suffixes are the endings that any word of a kind may take, and what it has in their place.
var suffixes = [][2]string{
	{"ization", ""}, {"izations", ""}, {"ization", "ize"}, {"izing", ""}, {"ized", ""}, {"ized", "ize"}, {"izing", "ize"},
	{"ated", "ate"}, {"ating", "ate"}, {"ates", "ate"}, {"coding", "code"}, {"coded", "code"}, {"ases", "asis"}, {"oses", "osis"}, {"oid", "e"}, {"oids", "e"}, {"erial", "eria"}, {"ional", "ion"},
	{"ings", "ing"},
}

// isSuffixed reports a form of a known word, such as regionalization.
func isSuffixed(w string) bool {
	const short = 5
	for _, s := range suffixes {
		if stem, ok := strings.CutSuffix(w, s[0]); ok && len(stem)+len(s[1]) >= short && (spell.Known(stem+s[1]) || isPrefixed(stem+s[1])) {
			return true
		}
	}
	return false
}

// isHyphened reports a part of a compound that is a prefix, as in trans-shipment.
func isHyphened(t Text, w word) bool {
	if w.to >= len(t.typed) || t.typed[w.to] != '-' {
		return false
	}
	lower := strings.ToLower(w.text)
	for _, list := range [][]string{prefixes, shortPrefixes} {
		for _, prefix := range list {
			if lower == prefix {
				return true
			}
		}
	}
	return false
}

var (
	latin  = pattern.Lazy(`^[a-z]{2,}(?:us|um|ae|ii|is|a|os|oides|ans|ens|ense|or|ix|ax|ex|i)$`)
	genus  = pattern.Lazy(`^[A-Z][a-z]{2,}$`)
	letter = pattern.Lazy(`^[A-Z]$`)
)

// isSpecies reports a part of the name of a species: a genus, or its letter, and a second
// word with a Latin ending that is no English one.
func isSpecies(t Text, i int) bool {
	return i > 0 && isBinomial(t, i-1) || i+1 < len(t.words) && isBinomial(t, i) || i > 1 && isBinomial(t, i-2) && latin().MatchString(t.words[i].text)
}

func isBinomial(t Text, i int) bool {
	first, second := t.words[i], t.words[i+1]
	between := t.typed[first.to:second.from]
	switch {
	case !latin().MatchString(second.text) || spell.Known(second.text):
		return false
	case letter().MatchString(first.text):
		return strings.TrimSpace(between) == "."
	}
	lower := strings.ToLower(first.text)
	return blank(between) && genus().MatchString(first.text) && !spell.IsCommon(lower) && !spell.IsOfField(lower) && !spell.IsName(first.text)
}

// isQuotedAlone reports a word in quotation marks of its own, unless it is a slip that many
// make: it is talked about, or made up.
func isQuotedAlone(t Text, w word) bool {
	if _, listed := spell.Misspelt(strings.ToLower(w.text)); listed {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(t.typed[:w.from])
	behind, _ := utf8.DecodeRuneInString(t.typed[w.to:])
	return strings.ContainsRune("“\"‘«", before) && strings.ContainsRune("”\"’»", behind)
}

// isBehindSemicolon reports whether the last sign is a semicolon, behind which only a name
// has a capital.
func isBehindSemicolon(before string) bool {
	return strings.HasSuffix(strings.TrimRight(before, " \n"), ";")
}
