package spell

import (
	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/golangci/misspell"
)

// British returns the form that the United Nations write for an American word, or for one
// with -ise, in lower case: "center" gives "centre", "organise" gives "organize".
func British(word string) (string, bool) {
	if Known(word) {
		return "", false
	}
	if m := ise().FindStringSubmatchIndex(word); m != nil {
		if with := word[:m[2]] + "z" + word[m[3]:]; Known(with) {
			return with, true
		}
	}
	right, ok := american[word]
	if !ok {
		right, ok = lookUp(misspell.DictBritish, word)
	}
	return right, ok && Known(right)
}

// ise finds the s in the ending of organise, organisation, organising.
var ise = pattern.Lazy(`[a-z]{2}i(s)(?:e|es|ed|er|ers|ing|ation|ations|ational|able|ement)$`)

// american are American forms that the library's list lacks.
//
//nolint:misspell // American forms, to be named as such
var american = map[string]string{"fulfill": "fulfil", "fulfills": "fulfils", "center": "centre", "centers": "centres", "enroll": "enrol", "enrollment": "enrolment", "gray": "grey"}

// Misspelt returns the right form of a common misspelling, in lower case.
func Misspelt(word string) (string, bool) {
	if Known(word) {
		return "", false
	}
	if right, ok := common[word]; ok {
		return right, true
	}
	return lookUp(misspell.DictMain, word)
}

// lookUp finds a word in one of the library's lists, where each word stands before the
// right one. The lists have longer words first, and those of one length in the order of
// their letters, so that they are searched where they lie.
func lookUp(list []string, word string) (string, bool) {
	from, to := 0, len(list)/2
	for from < to {
		middle := from + (to-from)/2
		switch at := list[2*middle]; {
		case at == word:
			return list[2*middle+1], true
		case len(at) > len(word) || len(at) == len(word) && at < word:
			from = middle + 1
		default:
			to = middle
		}
	}
	return "", false
}

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
