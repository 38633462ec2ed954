package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Fingerprints returns a fingerprint for each of the findings of one plan, in their order,
// which stays the same when lines move. It is made of the rule, the subject, the text
// pointed at, and a number if several findings share all of these. The file's name is not
// part of it, so that two versions of a plan under two names can be compared. A finding
// that already has a fingerprint keeps it, so that leaving out others does not change it.
func Fingerprints(findings []Finding) []string {
	prints := make([]string, len(findings))
	seen := map[string]int{}
	for i, f := range findings {
		if f.Print != "" {
			prints[i] = f.Print
			continue
		}
		kind := f.Rule.Name + "\x00" + f.Subject + "\x00" + strings.Join(strings.Fields(f.Span.Text()), " ")
		seen[kind]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", kind, seen[kind]))
		prints[i] = hex.EncodeToString(sum[:16])
	}
	return prints
}
