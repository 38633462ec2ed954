package serve

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// scalarAt returns the value of a tree that covers an offset, and the keys and positions that
// lead to it; the zero node where none does.
func scalarAt(n source.Node, offset int, path []string) (source.Node, []string) {
	covers := func(c source.Node) bool {
		s := c.Span()
		return s.Start.Offset <= offset && (offset < s.End.Offset || s.Start.Offset == offset)
	}
	switch n.Kind() {
	case source.Scalar:
		return n, path
	case source.Sequence:
		for i, item := range n.Items() {
			if covers(item) {
				return scalarAt(item, offset, append(path, strconv.Itoa(i+1)))
			}
		}
	case source.Mapping:
		for key, value := range n.Pairs() {
			if covers(value) {
				return scalarAt(value, offset, append(path, key.Text()))
			}
		}
	}
	return source.Node{}, nil
}

// step is a part of a path in which the sign that divides parts is written otherwise.
var step = strings.NewReplacer("~", "~0", "/", "~1")

// joined writes a path as one text (RFC 6901, but that positions count from 1).
func joined(path []string) string {
	parts := make([]string, len(path))
	for i, p := range path {
		parts[i] = step.Replace(p)
	}
	return strings.Join(parts, "/")
}

// follow returns what a path leads to, the zero node where it leads to nothing.
func follow(n source.Node, path string) source.Node {
	for part := range strings.SplitSeq(path, "/") {
		part = strings.ReplaceAll(strings.ReplaceAll(part, "~1", "/"), "~0", "~")
		switch n.Kind() {
		case source.Sequence:
			i, err := strconv.Atoi(part)
			if err != nil || i < 1 || i > n.Len() {
				return source.Node{}
			}
			n = n.At(i - 1)
		case source.Mapping:
			n = n.Get(part)
		default:
			return source.Node{}
		}
	}
	return n
}

// every shows each value of a tree.
func every(n source.Node, see func(source.Node)) {
	if n.Kind() == source.Scalar {
		see(n)
	}
	for _, item := range n.Items() {
		every(item, see)
	}
	for _, value := range n.Pairs() {
		every(value, see)
	}
}
