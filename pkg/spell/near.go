package spell

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Near returns the words that a lower-case word may be a slip for, the most likely first.
// It looks for words that are one letter away: one too many, one too few, another one, or
// two swapped. Where there are none, it takes a known misspelling's right form; where
// there is none either, and the word is long, words that are two letters away. Weight
// returns how likely a word is in this text, for example how often it occurs.
func Near(word string, weight func(string) int) []string {
	found := oneAway(word)
	if len(found) > 0 {
		return ranked(word, found, weight)
	}
	if right, ok := Misspelt(word); ok {
		return []string{right}
	}
	if utf8.RuneCountInString(word) >= longWord && !IsCompound(word) {
		return ranked(word, twoAway(word), weight)
	}
	return nil
}

// IsCompound reports two words written as one, such as helpdesk: many new words begin
// like that.
func IsCompound(word string) bool {
	const shortest = 4
	for i := shortest; i+shortest <= len(word); i++ {
		if Known(word[:i]) && Known(word[i:]) {
			return true
		}
	}
	return false
}

// ranked puts the most likely words first.
func ranked(word string, found []string, weight func(string) int) []string {
	slices.SortStableFunc(found, func(a, b string) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(Slip(word, a), Slip(word, b)), strings.Compare(a, b))
	})
	return slices.Compact(found)
}

// longWord is the least length of a word in which two slips are looked for.
const longWord = 8

const alphabet = "abcdefghijklmnopqrstuvwxyz"

// NearName returns the proper name that a capitalized word is a slip for, where there
// is exactly one that the lists have.
func NearName(word string) (string, bool) {
	found := slips(word, IsName)
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// oneAway returns the words a letter away.
func oneAway(word string) []string { return slips(word, Known) }

// longestWord is how long a word may be that may be meant for another: the longest that is
// known has fewer letters, and the work grows with their square.
const longestWord = 64

// slips makes all words a letter away, and keeps those that exist.
func slips(word string, exists func(string) bool) []string {
	if len(word) > longestWord {
		return nil
	}
	var found []string
	try := func(parts ...string) {
		if w := strings.Join(parts, ""); w != word && exists(w) && !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	for i := 0; i <= len(word); i++ {
		before, behind := word[:i], word[i:]
		for _, l := range alphabet {
			try(before, string(l), behind)
		}
		if behind == "" {
			break
		}
		try(before, behind[1:])
		for _, l := range alphabet {
			try(before, string(l), behind[1:])
		}
		if len(behind) > 1 {
			try(before, behind[1:2], behind[:1], behind[2:])
		}
	}
	return found
}

// twoAway looks through the words with the same first letter.
func twoAway(word string) []string {
	const most = 2
	var found []string
	for _, list := range []string{english, field} {
		from := beginning(list, word[:1])
		for rest := list[from:]; strings.HasPrefix(rest, word[:1]); {
			var w string
			w, rest, _ = strings.Cut(rest, "\n")
			if len(w)-len(word) <= most && len(word)-len(w) <= most && levenshtein.ComputeDistance(w, word) <= most && (IsCommon(w) || has(field, w)) {
				found = append(found, w)
			}
		}
	}
	return found
}

// beginning returns the offset of the first word that does not sort before a prefix.
func beginning(list, prefix string) int {
	if strings.HasPrefix(list, prefix) {
		return 0
	}
	if at := strings.Index(list, "\n"+prefix); at >= 0 {
		return at + 1
	}
	return len(list)
}

// Slip returns how unlikely it is that one word is a slip for another: swapped, doubled
// and missing letters are likelier than a wrong letter.
func Slip(wrong, right string) int {
	switch {
	case sorted(wrong) == sorted(right):
		return 0
	case len(wrong) != len(right):
		return 1
	}
	return 2
}

func sorted(s string) string {
	b := []byte(s)
	slices.Sort(b)
	return string(b)
}
