package format

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// note is what stands around a key or an item beside it.
type note struct {
	blank bool     // a blank line before it and its comments
	lead  []string // comments above it; "" is a blank line between them
	trail string   // the comment behind it on its line
	foot  []string // comments below its value that are indented more than it is
}

// behind takes a comment on the line of a key or an item up. A line has room for one: another
// goes above.
func (n *note) behind(comment string) {
	if n.trail == "" {
		n.trail = comment
		return
	}
	n.lead = append(n.lead, comment)
}

// element is a key or an item beside it, and how far its line is indented.
type element struct {
	node   source.Node
	indent int
}

// notes are the comments and blank lines of a file, by the key or the item that they
// belong to.
type notes struct {
	by    map[source.Node]*note
	first []string             // what stands above everything, with a blank line below it
	last  []string             // what stands behind everything
	split map[source.Node]bool // lists and groups in brackets that hold a comment

	file     *source.File
	text     string
	cursor   int
	current  source.Node   // the key or item whose line has not ended yet
	open     []element     // the keys and items that the cursor is in, and the one that it is behind
	brackets []source.Node // the lists and groups in brackets that the cursor is in
}

// take returns what stands around a key or an item.
func (n *notes) take(x source.Node) note {
	if found := n.by[x]; found != nil {
		return *found
	}
	return note{}
}

// of returns the note of a key or an item, to write in.
func (n *notes) of(x source.Node) *note {
	found := n.by[x]
	if found == nil {
		found = &note{}
		n.by[x] = found
	}
	return found
}

// gather walks a file from its beginning to its end.
func gather(root source.Node) *notes {
	n := &notes{by: map[source.Node]*note{}, split: map[source.Node]bool{}, file: root.File(),
		text: strings.ReplaceAll(string(root.File().Bytes), "\r", " ")}
	n.enclosed(root, source.Node{})
	n.between(len(n.text), source.Node{}, 0)
	return n
}

// walk goes through the keys or items of a list or group in the order of the file.
func (n *notes) walk(x source.Node) {
	depth := len(n.open)
	for key, value := range x.Pairs() {
		n.begin(key, key.Start().Col-1, depth)
		n.cursor = key.Span().End.Offset
		n.inside(key, value)
	}
	for _, item := range x.Items() {
		indent := item.Start().Col - 1
		if !x.IsFlow() {
			indent = x.Start().Col - 1
		}
		n.begin(item, indent, depth)
		n.inside(item, item)
	}
}

// begin notes what stands before a key or an item. Those at its depth and deeper have ended;
// they stay open until it is known which comments are theirs.
func (n *notes) begin(x source.Node, indent, depth int) {
	at := x.Start().Offset
	n.between(at, x, depth)
	n.open = append(n.open[:depth], element{x, indent})
	n.current, n.cursor = x, max(n.cursor, at)
}

// inside goes through the value of a key or an item.
func (n *notes) inside(owner, value source.Node) {
	switch {
	case value.Kind() == source.Scalar:
		n.scalar(owner, value)
	case value.IsFlow():
		n.enclosed(value, owner)
	default:
		n.walk(value)
	}
}

// scalar steps over a single value. Comments between a key and its value are the key's, and
// so is that behind the mark of a text in lines of its own.
func (n *notes) scalar(owner, value source.Node) {
	if value.IsNull() && value.Text() == "" {
		return
	}
	span := value.Span()
	n.before(owner, span.Start.Offset)
	if head, _, _ := strings.Cut(n.text[span.Start.Offset:span.End.Offset], "\n"); isBlockText(head) {
		if c := commentIn(head); c != "" {
			n.of(owner).behind(c)
		}
	}
	n.cursor = max(n.cursor, span.End.Offset)
}

// enclosed goes through a list or group in brackets, or through the file.
func (n *notes) enclosed(value, owner source.Node) {
	if !value.IsFlow() {
		n.walk(value)
		return
	}
	start, end := value.Start().Offset, value.Span().End.Offset
	if !owner.IsZero() {
		n.before(owner, start)
	}
	n.cursor = max(n.cursor, start+1)
	n.brackets = append(n.brackets, value)
	depth := len(n.open)
	n.walk(value)
	n.open = n.open[:depth]
	n.close(owner, end-1)
	n.brackets = n.brackets[:len(n.brackets)-1]
	n.current, n.cursor = owner, max(n.cursor, end)
}
