package schema

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/source"
)

// Spot is a value of a file, and what its declaration says of it.
type Spot struct {
	Node  source.Node
	Shape *Shape
	// Key is the key that the value stands under, as it was written; the zero node for the file
	// itself and for an item of a list.
	Key source.Node
	// Said is what is declared of that key; nil where the author chose the key, and where there is
	// none. In is the group or map that has the key.
	Said *KeyDoc
	In   *Shape
	// Path is that of the element, for an item of a list or a map; otherwise that of the element
	// or group that holds the value.
	Path string
	// Subject is the path by which findings and waivers name what the value belongs to.
	Subject string
	// Element says that the value is an item of a list or a map.
	Element bool
	// ID is where the id of an element stands; the zero node where it has none.
	ID source.Node
	// Depth is how many values hold this one.
	Depth int
}

// Tour shows every value of a file that its declaration knows, each before what it holds, in the
// order of the file.
func Tour(shape *Shape, n source.Node, see func(Spot)) {
	t := tour{see}
	t.value(Spot{Node: n, Shape: shape.Itself()}, place{}, "")
}

type tour struct{ see func(Spot) }

// value shows a value that stands under a key, and what it holds.
func (t tour) value(s Spot, at place, key string) {
	s.Path, s.Subject = at.path, at.of(key)
	if s.Shape.isWord(s.Node) {
		s.Shape = word
	}
	t.see(s)
	t.inside(s, at, key)
}

func (t tour) inside(s Spot, at place, key string) {
	if list := s.Shape.listed(); list != nil && s.Node.Kind() == source.Sequence {
		s.Shape = list
	}
	switch {
	case s.Node.Kind() == source.Sequence && s.Shape.Of != nil && s.Shape.By == nil:
		for i, item := range s.Node.Items() {
			id := idNode(s.Shape.Of.Itself(), item)
			name := id.Text()
			if name == "" {
				name = strconv.Itoa(i + 1)
			}
			t.element(Spot{Node: item, ID: id, Depth: s.Depth + 1}, s.Shape, at, key, name)
		}
	case s.Node.Kind() != source.Mapping:
	case s.Shape.By != nil && s.Shape.Of != nil:
		for name, value := range s.Node.Pairs() {
			e := Spot{Node: value, Key: name, In: s.Shape, Depth: s.Depth + 1}
			if s.Shape.By.Use == AsID {
				e.ID = name
			}
			t.element(e, s.Shape, at, key, name.Text())
		}
	case len(s.Shape.Keys) > 0:
		t.group(s, s.Shape.within(at, key))
	}
}

// group shows the values of a group.
func (t tour) group(s Spot, in place) {
	for key, value := range s.Node.Pairs() {
		if doc := s.Shape.Declared(key.Text()); doc != nil {
			t.value(Spot{Node: value, Shape: doc.Shape.Itself(), Key: key, Said: doc, In: s.Shape, Depth: s.Depth + 1}, in, key.Text())
		}
	}
}

// element shows an item of a list or a map, and what it holds.
func (t tour) element(s Spot, holder *Shape, at place, key, name string) {
	s.Shape, s.Element = holder.Of.Itself(), true
	in := holder.item(s.Shape, at, key, name)
	if s.Node.Kind() == source.Scalar && s.ID.IsZero() && s.Shape.Use != Undeclared && s.Shape.Short == nil {
		in = at // a text without keys goes by what has the list
		in.subject = at.path
	}
	if holder.IsByColumn() && holder.Scalar().Use.IsText() || holder.hasTextsByReference() {
		in = at // a text of each column is one of what has them all
	}
	s.Path, s.Subject = in.path, in.subject
	t.see(s)
	if s.Node.Kind() == source.Mapping && len(s.Shape.Keys) > 0 {
		t.group(s, in)
		return
	}
	t.inside(s, in, "")
}

// Declared returns what is declared of a key of a group, nil for no key of it.
func (s *Shape) Declared(name string) *KeyDoc {
	for i := range s.Keys {
		if s.Keys[i].Key == name {
			return &s.Keys[i]
		}
	}
	return nil
}

// idNode returns the node of an element's id, the zero node where it has none that can be read.
func idNode(s *Shape, n source.Node) source.Node {
	for i := range s.Keys {
		if s.Keys[i].Shape.Itself().Use == AsID {
			if id := n.Get(s.Keys[i].Key); isName(id) && id.Text() != "" {
				return id
			}
		}
	}
	return source.Node{}
}
