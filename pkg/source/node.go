package source

import (
	"iter"

	"gopkg.in/yaml.v3"
)

// Kind says what a node is.
type Kind int

// The kinds of node. Missing is the kind of the zero Node.
const (
	Missing Kind = iota
	Scalar
	Mapping
	Sequence
)

// String names the kind as a person who writes plans would.
func (k Kind) String() string {
	switch k {
	case Scalar:
		return "a single value"
	case Mapping:
		return "a group of keys"
	case Sequence:
		return "a list"
	default:
		return "nothing"
	}
}

// Node is a value in a file. It is small and meant to be copied; its position in the file
// is computed only when somebody asks for it.
type Node struct {
	file *File
	yaml *tree
}

// IsZero reports whether there is no node, as for a key that was not written.
func (n Node) IsZero() bool { return n.yaml == nil }

// File returns the file that the node was written in, or nil.
func (n Node) File() *File { return n.file }

// Kind says what the node is.
func (n Node) Kind() Kind {
	if n.yaml == nil {
		return Missing
	}
	switch n.yaml.Kind {
	case yaml.MappingNode:
		return Mapping
	case yaml.SequenceNode:
		return Sequence
	default:
		return Scalar
	}
}

// Text returns a scalar's text with quotes, escapes and folds resolved. Numbers
// and dates keep the digits that the author typed.
func (n Node) Text() string {
	if n.yaml == nil {
		return ""
	}
	return n.yaml.Value
}

// IsPlain reports whether a scalar stands without quotes and on one line.
func (n Node) IsPlain() bool { return n.Kind() == Scalar && n.yaml.Style&^yaml.TaggedStyle == 0 }

// IsUnquoted reports whether a scalar stands without quotes, on one line or more.
func (n Node) IsUnquoted() bool {
	const marks = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Kind() == Scalar && n.yaml.Style&marks == 0
}

// IsLiteral reports whether a scalar stands behind |, so that its lines are kept.
func (n Node) IsLiteral() bool { return n.Kind() == Scalar && n.yaml.Style&yaml.LiteralStyle != 0 }

// IsNull reports whether a scalar says nothing: an empty value, ~ or null.
func (n Node) IsNull() bool {
	if !n.IsPlain() {
		return false
	}
	switch n.yaml.Value {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// Len returns how many items a list has, or how many keys a mapping has.
func (n Node) Len() int {
	switch n.Kind() {
	case Sequence:
		return len(n.yaml.Content)
	case Mapping:
		return len(n.yaml.Content) / 2
	}
	return 0
}

// Items walks the items of a list in the order of the file.
func (n Node) Items() iter.Seq2[int, Node] {
	return func(yield func(int, Node) bool) {
		if n.Kind() != Sequence {
			return
		}
		for i, item := range n.yaml.Content {
			if !yield(i, Node{n.file, item}) {
				return
			}
		}
	}
}

// Pairs walks the keys of a mapping and their values in the order of the file.
func (n Node) Pairs() iter.Seq2[Node, Node] {
	return func(yield func(Node, Node) bool) {
		if n.Kind() != Mapping {
			return
		}
		for i := 0; i+1 < len(n.yaml.Content); i += 2 {
			if !yield(Node{n.file, n.yaml.Content[i]}, Node{n.file, n.yaml.Content[i+1]}) {
				return
			}
		}
	}
}

// At returns an item of a list, or a key of a mapping, by its position.
func (n Node) At(i int) Node {
	if n.Kind() == Mapping {
		key, _ := n.Pair(i)
		return key
	}
	return Node{n.file, n.yaml.Content[i]}
}

// Pair returns a key of a mapping and its value, by its position.
func (n Node) Pair(i int) (key, value Node) {
	return Node{n.file, n.yaml.Content[2*i]}, Node{n.file, n.yaml.Content[2*i+1]}
}

// Get returns the value of a key in a mapping, or the zero Node.
func (n Node) Get(key string) Node {
	for k, v := range n.Pairs() {
		if k.Text() == key {
			return v
		}
	}
	return Node{}
}

// Start returns the position at which the node begins.
func (n Node) Start() Pos {
	if n.yaml == nil {
		return Pos{}
	}
	return n.file.pos(int(n.yaml.Line), int(n.yaml.Column))
}

// Span returns the span that the node covers, quotes included.
func (n Node) Span() Span {
	if n.yaml == nil {
		return Span{}
	}
	start := n.Start()
	end := n.end(start)
	return Span{File: n.file, Start: start, End: n.file.At(end)}
}

// At is a value together with the node that it was written in. It is in one of three
// states: not written, written and read, or written so that it could not be read.
type At[T any] struct {
	Value T
	Node  Node

	unread bool
}

// IsSet reports whether the value was written in the file and could be read.
func (a At[T]) IsSet() bool { return !a.Node.IsZero() && !a.unread }

// IsWritten reports whether something was written for the value, readable or not. Code
// that concludes from absence asks for this: a value that could not be read is not
// missing.
func (a At[T]) IsWritten() bool { return !a.Node.IsZero() }

// SetUnread records that a value was written that could not be read.
func (a *At[T]) SetUnread(n Node) { *a = At[T]{Node: n, unread: true} }

// Span returns where the value was written.
func (a At[T]) Span() Span { return a.Node.Span() }

// IsFlow reports whether a list or mapping is written in brackets.
func (n Node) IsFlow() bool { return n.yaml != nil && n.yaml.Style&yaml.FlowStyle != 0 }
