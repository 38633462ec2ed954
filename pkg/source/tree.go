package source

import "gopkg.in/yaml.v3"

// tree is what the YAML library read, in less than half of its room: a plan is kept as long
// as anybody works with it, and the library's nodes have fields for comments, aliases and
// resolved tags that nobody asks for.
type tree struct {
	Content []*tree
	Value   string
	marks   *marks
	Line    int32
	Column  int32
	Kind    yaml.Kind
	Style   yaml.Style
}

// marks are what hardly any node has: a tag that was written, an anchor.
type marks struct{ tag, anchor string }

// mergeTag is the library's tag of the key <<.
const mergeTag = "!!merge"

// newTree copies the library's nodes, and lets go of each that is copied.
func newTree(n *yaml.Node) *tree {
	c := copier{nodes: make([]tree, countNodes(n))}
	c.links = make([]*tree, len(c.nodes))
	return c.copied(n)
}

func countNodes(n *yaml.Node) int {
	count := 1
	for _, child := range n.Content {
		count += countNodes(child)
	}
	return count
}

// copier has room for all nodes.
type copier struct {
	nodes []tree
	links []*tree
}

func (c *copier) copied(n *yaml.Node) *tree {
	t := &c.nodes[0]
	c.nodes = c.nodes[1:]
	*t = tree{Value: n.Value, Line: int32(n.Line), Column: int32(n.Column), Kind: n.Kind, Style: n.Style} //nolint:gosec // a file has at most MaxBytes
	if isTagged := n.Style&yaml.TaggedStyle != 0; isTagged || n.Anchor != "" || n.Tag == mergeTag {
		t.marks = &marks{n.Tag, n.Anchor}
	}
	count := len(n.Content)
	t.Content, c.links = c.links[:count:count], c.links[count:]
	for i, child := range n.Content {
		t.Content[i] = c.copied(child)
		n.Content[i] = nil
	}
	return t
}

func (t *tree) tag() string {
	if t.marks == nil {
		return ""
	}
	return t.marks.tag
}

func (t *tree) anchor() string {
	if t.marks == nil {
		return ""
	}
	return t.marks.anchor
}
