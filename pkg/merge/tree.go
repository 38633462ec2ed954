package merge

import "github.com/isuplan/isuplan/pkg/source"

// tree knows where each value of a plan stands.
type tree struct {
	root source.Node
	up   map[source.Node]link
}

// link leads from a value to what holds it.
type link struct {
	parent, key source.Node // no key in a list
	index       int
}

func newTree(root source.Node) *tree {
	t := &tree{root: root, up: map[source.Node]link{}}
	t.add(root)
	return t
}

func (t *tree) add(n source.Node) {
	for i, item := range n.Items() {
		t.up[item] = link{parent: n, index: i}
		t.add(item)
	}
	i := 0
	for k, v := range n.Pairs() {
		t.up[v] = link{parent: n, key: k, index: i}
		t.add(v)
		i++
	}
}

// has reports whether a value is one of the plan's.
func (t *tree) has(n source.Node) bool {
	_, ok := t.up[n]
	return ok
}

// item returns the innermost item of a list that a value stands in, or is.
func (t *tree) item(n source.Node) (item source.Node, at link, ok bool) {
	for {
		at, ok = t.up[n]
		if !ok {
			return n, at, false
		}
		if at.parent.Kind() == source.Sequence {
			return n, at, true
		}
		n = at.parent
	}
}

// key returns the name that a value has, "" in a list.
func (t *tree) key(n source.Node) string { return t.up[n].key.Text() }
