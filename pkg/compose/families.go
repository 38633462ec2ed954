package compose

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

// otherFamilies says what may be meant by a name whose first word begins none: the names that have one of its
// other words, such as ${activities.workshops.number} for ${workshops}, or else what names begin with.
func otherFamilies(name string, all []string) string {
	const most = 6
	var near, families []string
	words := strings.Split(name, ".")
	words = words[min(1, len(words)-1):]
	for _, n := range all {
		family, rest, _ := strings.Cut(n, ".")
		id, _, _ := strings.Cut(rest, ".")
		if !slices.Contains(families, family) {
			families = append(families, family)
		}
		if id != "number" && slices.Contains(words, id) && len(near) <= most {
			near = append(near, n)
		}
	}
	if len(near) > 0 && len(near) <= most {
		return diag.DidYouMean(name, near)
	}
	slices.Sort(families)
	return "names of this plan begin with " + strings.Join(families, ", ") + "; docs/plan-language.md lists all that there may be"
}
