// Package spell knows how English words are written in documents of the United
// Nations: the British way, but with -ize.
//
// The words are those of SCOWL, the Spell Checker Oriented Word Lists, up to size 70
// (english.txt and names.txt, made by scripts/words; SCOWL.txt has their licence), and
// words of the field. Common misspellings, and the British forms of American words,
// come from github.com/golangci/misspell.
package spell

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

// The lists have a word to a line, in the order of their bytes, so that a word is
// found without reading them into memory.
var (
	//go:embed english.txt
	english string
	//go:embed common.txt
	everyday string
	//go:embed names.txt
	names string
	//go:embed field.txt
	field string
)

// Known reports whether a lower-case word is an English word.
func Known(word string) bool { return has(english, word) || has(field, word) }

// IsCommon reports whether a lower-case word of four letters or more is one that everybody
// uses.
func IsCommon(word string) bool { return has(everyday, word) }

// IsOfField reports whether a lower-case word is one of the words of the field.
func IsOfField(word string) bool { return has(field, word) }

// IsPlural reports whether two words differ only by the s of a plural.
func IsPlural(a, b string) bool { return a == b+"s" || b == a+"s" || a == b+"es" || b == a+"es" }

// IsTerm reports the form of a name in a science: of a substance, such as bisphenol, or a
// family of species, such as orchidaceae. Such names are in no list.
func IsTerm(word string) bool { return term().MatchString(word) }

//nolint:misspell // endings, not words
var term = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`.(?:aceae|idae|inae|phenols?|phenyls?|ethanes?|ethylenes?|methanes?|benzenes?|toluenes?|oxides?|chlorides?|fluorides?|bromides?|phosphates?|phosphonates?|sulf(?:ate|ide|onate|onyl)s?|sulph(?:ate|ide|onate)s?|nitriles?|carbamates?|pyrethroids?|thioates?|azoles?|azines?|cyclines?|mycins?|toxins?|virus|viruses|bacter|coccus|saurus|phyta|phyceae|virinae|viridae|osis|iformes|optera)$|^(?:chloro|fluoro|bromo|poly(?:chlor|brom|fluor|eth|prop)|perfluor|hexa(?:chlor|brom)|penta(?:chlor|brom)|tetra(?:chlor|brom|eth)|deca(?:brom|chlor)|organo(?:chlor|phosph|brom|tin|merc)|methyl|ethyl|hydro(?:chlor|fluor)|thio)[a-z]{3,}$`)
})

// IsName reports whether a word is a proper name in the lists, such as Geneva.
func IsName(word string) bool { return has(names, word) }

// has looks a word up in a sorted list.
func has(list, word string) bool {
	from, to := 0, len(list)
	for from < to {
		middle := from + (to-from)/2
		start := from + strings.LastIndexByte(list[from:middle], '\n') + 1
		end := start + strings.IndexByte(list[start:], '\n')
		switch strings.Compare(list[start:end], word) {
		case 0:
			return true
		case -1:
			from = end + 1
		default:
			to = start
		}
	}
	return false
}
