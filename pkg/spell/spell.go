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
	"strings"
)

// The lists have a word to a line, in the order of their bytes, so that a word is
// found without reading them into memory.
var (
	//go:embed english.txt
	english string
	//go:embed names.txt
	names string
	//go:embed field.txt
	field string
)

// Known reports whether a lower-case word is an English word.
func Known(word string) bool { return has(english, word) || has(field, word) }

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
