package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Fingerprints returns a fingerprint for each of the findings of one plan, in their order,
// which stays the same when lines move and when an item is put in front of others. It is
// made of the rule, the subject without its positions in lists, the text pointed at, the
// values that it is held against, the money at stake, and a number if several findings
// share all of these. The file's name is not part of it, so that two versions of a plan
// under two names can be compared. A finding that already has a fingerprint keeps it, so
// that leaving out others does not change it.
func Fingerprints(findings []Finding) []string {
	prints := make([]string, len(findings))
	seen := map[string]int{}
	for i, f := range findings {
		if f.Print != "" {
			prints[i] = f.Print
			continue
		}
		kind := f.identity()
		seen[kind]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", kind, seen[kind]))
		prints[i] = hex.EncodeToString(sum[:16])
	}
	return prints
}

// identity is what a finding is about and what it says.
func (f *Finding) identity() string {
	parts := []string{f.Rule.Name, WithoutPositions(f.Subject), folded(f.Span.Text()), f.Amount.String()}
	return strings.Join(append(parts, f.values()...), "\x00")
}

// values returns the figures and dates at the related spans: the text may stay as it was
// while what it is held against becomes another.
func (f *Finding) values() []string {
	var list []string
	for _, r := range f.Related {
		if text := folded(r.Span.Text()); isValue(text) {
			list = append(list, text)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// isValue reports a figure, a percentage or a date.
func isValue(text string) bool {
	return strings.ContainsAny(text, "0123456789") && strings.Trim(text, "0123456789.,'’-+% ") == ""
}

func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

// WithoutPositions returns the path of a subject with a mark in place of each position in
// a list: things without ids are known by what they say.
func WithoutPositions(subject string) string {
	if !strings.ContainsAny(subject, "0123456789") {
		return subject
	}
	names := strings.Split(subject, "/")
	for i, name := range names {
		if isPosition(name) {
			names[i] = "#"
		}
	}
	return strings.Join(names, "/")
}

// HasPosition reports whether a subject is named by its position in a list.
func HasPosition(subject string) bool { return WithoutPositions(subject) != subject }

func isPosition(name string) bool { return name != "" && strings.Trim(name, "0123456789") == "" }
