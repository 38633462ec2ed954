package spell

import (
	"regexp"
	"sync"

	"github.com/golangci/misspell"
)

// British returns the form that the United Nations write for an American word, or for one
// with -ise, in lower case: "center" gives "centre", "organise" gives "organize".
func British(word string) (string, bool) {
	if Known(word) {
		return "", false
	}
	if m := ise.FindStringSubmatchIndex(word); m != nil {
		if with := word[:m[2]] + "z" + word[m[3]:]; Known(with) {
			return with, true
		}
	}
	right, ok := american()[word]
	return right, ok && Known(right)
}

// ise finds the s in the ending of organise, organisation, organising.
var ise = regexp.MustCompile(`[a-z]{2}i(s)(?:e|es|ed|er|ers|ing|ation|ations|ational|able|ement)$`)

//nolint:misspell // American forms, to be named as such
var american = sync.OnceValue(func() map[string]string {
	pairs := make(map[string]string, len(misspell.DictBritish)/2)
	for i := 0; i+1 < len(misspell.DictBritish); i += 2 {
		pairs[misspell.DictBritish[i]] = misspell.DictBritish[i+1]
	}
	for us, un := range map[string]string{"fulfill": "fulfil", "fulfills": "fulfils", "center": "centre", "centers": "centres", "enroll": "enrol", "enrollment": "enrolment"} {
		pairs[us] = un
	}
	return pairs
})

// Misspelt returns the right form of a common misspelling, in lower case.
func Misspelt(word string) (string, bool) {
	if Known(word) {
		return "", false
	}
	right, ok := misspellings()[word]
	return right, ok
}

// misspellings maps common misspellings to the right words. Making the map takes a
// millisecond, and happens only when a plan has a word that the lists do not have.
var misspellings = sync.OnceValue(func() map[string]string {
	words := make(map[string]string, len(misspell.DictMain)/2)
	for i := 0; i+1 < len(misspell.DictMain); i += 2 {
		words[misspell.DictMain[i]] = misspell.DictMain[i+1]
	}
	for wrong, right := range common {
		words[wrong] = right
	}
	return words
})

// common holds misspellings that the library's list lacks, and that are nearer to another
// word than to the one that is meant.
var common = map[string]string{
	"publically":       "publicly",
	"clearence":        "clearance",
	"supercede":        "supersede",
	"superceded":       "superseded",
	"programe":         "programme",
	"disarmement":      "disarmament",
	"disarmanent":      "disarmament",
	"intersessionnal":  "intersessional",
	"universilization": "universalization",
}
