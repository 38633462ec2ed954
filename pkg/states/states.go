// Package states knows the short names of States, as the United Nations list them on a date,
// and other names that are sure to mean the same State.
package states

import (
	_ "embed" // the list
	"slices"
	"strings"
	"sync"
)

//go:embed states.txt
var list string

// Date is the day on which the names stood so; Since is the first from which on they did. The
// list says nothing of documents from before.
const (
	Date  = "2025-01-01"
	Since = "2023-01-01"
)

// index is the list, by names in lower case with plain apostrophes.
type index struct {
	names []string
	of    map[string]string // the short name
}

var load = sync.OnceValue(func() index {
	in := index{of: map[string]string{}}
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, others, _ := strings.Cut(line, "|")
		in.names = append(in.names, name)
		in.of[folded(name)] = name
		for other := range strings.SplitSeq(others, "|") {
			if other != "" {
				in.of[folded(other)] = name
			}
		}
	}
	slices.Sort(in.names)
	return in
})

func folded(name string) string {
	return strings.ToLower(strings.ReplaceAll(strings.Join(strings.Fields(name), " "), "’", "'"))
}

// Names returns the short names, in the order of their letters.
func Names() []string { return slices.Clone(load().names) }

// Find returns the short name of the State that a name means; it is false where that is not
// known. Another name than the short one gives it too: Vietnam gives Viet Nam.
func Find(name string) (short string, ok bool) {
	short, ok = load().of[folded(name)]
	return short, ok
}

// IsUsual reports a name that the United Nations use: the short name, in any capitals, or
// another that stands in their documents beside it.
func IsUsual(name string) bool {
	short, ok := Find(name)
	return ok && (folded(short) == folded(name) || usual[folded(name)])
}

// usual are other names that documents of the United Nations have.
var usual = map[string]bool{"netherlands": true, "kingdom of the netherlands": true, "gambia (republic of the)": true, "united kingdom": true}
