package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/phrase"
)

var (
	opensLink  = pattern.Lazy(`\[[^\]]*\]\(`)
	opensAngle = pattern.Lazy(`<[A-Za-z]`)
	edgeOfWord = pattern.Lazy(`(^|[^\pL\pN_])_|_($|[^\pL\pN_])`)
)

// prose writes a text of a file as prose of a plan: what would be markup or a reference
// there is written as characters.
func prose(s string) string {
	s = strings.ReplaceAll(s, `\`, `\\`)
	s = strings.ReplaceAll(s, `*`, `\*`)
	if opensLink().MatchString(s) || phrase.All(s) != nil {
		s = strings.ReplaceAll(s, `[`, `\[`)
	}
	if opensAngle().MatchString(s) {
		s = strings.ReplaceAll(s, `<`, `\<`)
	}
	if edgeOfWord().MatchString(s) {
		s = strings.ReplaceAll(s, `_`, `\_`)
	}
	return strings.ReplaceAll(s, `${`, `$${`)
}
