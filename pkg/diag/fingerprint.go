package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Fingerprints returns for each of the findings of one plan what stays the same when
// lines move: made of the rule, the subject, the text pointed at, and the how-manieth
// finding it is of that kind. The file's name is not part of it, so that two
// versions of a plan under two names can be compared.
func Fingerprints(findings []Finding) []string {
	prints := make([]string, len(findings))
	seen := map[string]int{}
	for i, f := range findings {
		kind := f.Rule.Name + "\x00" + f.Subject + "\x00" + strings.Join(strings.Fields(f.Span.Text()), " ")
		seen[kind]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", kind, seen[kind]))
		prints[i] = hex.EncodeToString(sum[:16])
	}
	return prints
}
