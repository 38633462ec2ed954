package format

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// same reports whether a text means what a plan means: the same values under the same
// keys, and all of its comments.
func same(root source.Node, old *source.File, text []byte) bool {
	f := source.NewFile(old.Name, text)
	again, problems := source.Parse(f)
	return len(problems) == 0 && equal(root, again) && slices.Equal(comments(root), comments(again))
}

func equal(a, b source.Node) bool {
	if a.Kind() != b.Kind() || a.Len() != b.Len() {
		return false
	}
	switch a.Kind() {
	case source.Scalar:
		return a.Text() == b.Text() && a.IsNull() == b.IsNull() && (!changesMeaning(a) || a.IsPlain() == b.IsPlain())
	case source.Sequence:
		var others []source.Node
		for _, item := range b.Items() {
			others = append(others, item)
		}
		for i, item := range a.Items() {
			if !equal(item, others[i]) {
				return false
			}
		}
	case source.Mapping:
		for key, value := range a.Pairs() {
			if other := b.Get(key.Text()); other.IsZero() || !equal(value, other) {
				return false
			}
		}
	}
	return true
}

// changesMeaning reports values that would become texts in quotes: numbers, dates, true
// and false.
func changesMeaning(n source.Node) bool {
	t := n.Text()
	return t == "" || numeric().MatchString(t) || reserved().MatchString(t)
}

// comments returns the comments of a file, sorted.
func comments(root source.Node) []string {
	var list []string
	for _, c := range source.Comments(root, "") {
		list = append(list, strings.TrimSpace(c.Text))
	}
	slices.Sort(list)
	return list
}
