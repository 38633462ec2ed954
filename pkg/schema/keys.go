package schema

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var digitsOnly = pattern.Lazy(`^[0-9]{3}$`)

// keys returns the names of a group's keys.
func (s *Shape) keys() []string {
	names := make([]string, len(s.Keys))
	for i, k := range s.Keys {
		names[i] = k.Key
	}
	return names
}

func (r *Reader) unknownKey(key, value source.Node, shape *Shape) {
	if value.IsNull() && digitsOnly().MatchString(key.Text()) {
		r.Report(BadNumber, key, fmt.Sprintf("the digits %s stand behind a comma, which ends a value here", key.Text()),
			"write amounts without thousands separators: 465440; the document puts them in")
		return
	}
	r.Report(UnknownKey, key, fmt.Sprintf("`%s` is not a key of %s", key.Text(), shape.Name),
		diag.DidYouMean(key.Text(), shape.keys()))
}

// missingKeys reports the required keys that were not seen, all of them in one
// finding at the group's first key.
func (r *Reader) missingKeys(n source.Node, shape *Shape, seen uint64) bool {
	complete := true
	for i, k := range shape.Keys {
		if !k.Required || seen&(1<<i) != 0 {
			continue
		}
		complete = false
		r.Add(diag.Finding{Rule: MissingKey, Span: firstKey(n),
			Message: fmt.Sprintf("%s has no `%s`", shape.Name, k.Key),
			Hint:    fmt.Sprintf("add \"%s: …\": %s", k.Key, k.Doc)})
	}
	return complete
}

func firstKey(n source.Node) source.Span {
	for key := range n.Pairs() {
		return key.Span()
	}
	return n.Span()
}
