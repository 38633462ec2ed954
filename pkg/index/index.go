// Package index says what stands where in a file that is written in a declared language, such
// as a plan: what has an id, what names it, and what may stand at an offset. It knows no keys
// of its own; the declaration (pkg/schema) says it all.
package index

import (
	"cmp"
	"slices"
	"sort"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Index is what stands where in a file.
type Index struct {
	File  *source.File
	Root  source.Node
	Shape *schema.Shape
	// Spots are the values of the file in its order.
	Spots []schema.Spot
	// Things are the elements of lists and groups by ids, in the order of the file.
	Things []*Thing
	// Mentions are the ids and what names them, in the order of the file.
	Mentions []Mention
	// Quotes are the references in prose, in the order of the file.
	Quotes []Quote

	starts []int // where the spots begin, with their keys
	things map[string]*Thing
}

// Thing is an element that can be named by its path, such as budget/travel.
type Thing struct {
	Path string
	// ID is where its id is written; the zero node where it has none, and is known by its
	// position or its title.
	ID    source.Node
	Node  source.Node // all of it
	Shape *schema.Shape
	Label source.Node // the text that people know it by; the zero node for none
	// Group is the list or the group that holds it: things of one must not have one id.
	Group string
}

// Form says how an id stands where it is mentioned.
type Form uint8

// The forms.
const (
	Defined  Form = iota // the id itself
	Referred             // an id, or a path of ids, that names it
	Quoted               // in a text, as in ${budget.travel}
)

// Mention is an id, or something that names it.
type Mention struct {
	Span source.Span // of the id alone, also inside of a path or a name
	Path string      // of the thing
	Form Form

	bare *schema.Shape // what a lone id may name of several spaces; nil for others
}

// New makes the index of a file that could be parsed. Shape is what its root may hold.
func New(root source.Node, shape *schema.Shape) *Index {
	x := &Index{File: root.File(), Root: root, Shape: shape, things: map[string]*Thing{}}
	schema.Tour(shape, root, x.add)
	for i := range x.Spots {
		x.mention(&x.Spots[i])
	}
	slices.SortStableFunc(x.Mentions, func(a, b Mention) int { return cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset) })
	return x
}

// add takes a value in.
func (x *Index) add(s schema.Spot) {
	x.Spots = append(x.Spots, s)
	x.starts = append(x.starts, startOf(&s))
	if !s.Element {
		x.label(&s)
		return
	}
	if s.Shape.Use == schema.AsReference || !isNamed(&s) {
		return
	}
	t := &Thing{Path: s.Path, ID: s.ID, Node: s.Node, Shape: s.Shape, Group: s.Shape.Space}
	if t.Group == "" {
		t.Group, _ = cutLast(s.Path)
	}
	if s.Node.Kind() == source.Scalar {
		t.Label = s.Node
	}
	x.Things = append(x.Things, t)
	if x.things[s.Path] == nil {
		x.things[s.Path] = t
	}
}

// isNamed reports an element that findings can name: not a text that goes by what has it, nor
// a value by column.
func isNamed(s *schema.Spot) bool {
	if !s.ID.IsZero() {
		return true
	}
	return len(s.Shape.Keys) > 0 && s.Key.IsZero()
}

// label keeps the first text of a thing that people know it by.
func (x *Index) label(s *schema.Spot) {
	t := x.things[s.Path]
	if t != nil && t.Label.IsZero() && s.Node.Kind() == source.Scalar && s.Shape.Scalar().Use.IsNaming() {
		t.Label = s.Node
	}
}

func startOf(s *schema.Spot) int {
	if !s.Key.IsZero() {
		return s.Key.Start().Offset
	}
	return s.Node.Start().Offset
}

// Thing returns what has a path; nil where nothing has.
func (x *Index) Thing(path string) *Thing { return x.things[path] }

// In returns the things of some spaces, such as mandate: those whose paths begin with it.
func (x *Index) In(spaces ...string) (list []*Thing) {
	for _, t := range x.Things {
		if len(spaces) == 0 || slices.ContainsFunc(spaces, func(s string) bool { return isBelow(t.Path, s) }) {
			list = append(list, t)
		}
	}
	return list
}

// SpotAt returns the innermost value that an offset is in, or the key of which it is in. It
// is nil where the offset is outside of all.
func (x *Index) SpotAt(offset int) (s *schema.Spot, onKey bool) {
	i := sort.SearchInts(x.starts, offset+1) - 1
	for ; i >= 0; i = x.holder(i) {
		s := &x.Spots[i]
		if !s.Key.IsZero() && offset <= s.Key.Span().End.Offset {
			return s, true
		}
		if span := s.Node.Span(); span.Start.Offset <= offset && offset <= span.End.Offset {
			return s, false
		}
	}
	return nil, false
}

// holder returns the value that holds another, -1 for none.
func (x *Index) holder(i int) int {
	depth := x.Spots[i].Depth
	i--
	for i >= 0 && x.Spots[i].Depth >= depth {
		i--
	}
	return i
}

// MentionAt returns what an offset names; it is false where it names nothing.
func (x *Index) MentionAt(offset int) (Mention, bool) {
	i := sort.Search(len(x.Mentions), func(i int) bool { return x.Mentions[i].Span.Start.Offset > offset })
	if i == 0 || x.Mentions[i-1].Span.End.Offset < offset {
		return Mention{}, false
	}
	return x.Mentions[i-1], true
}

// Of returns all mentions of a thing.
func (x *Index) Of(path string) (list []Mention) {
	for _, m := range x.Mentions {
		if m.Path == path {
			list = append(list, m)
		}
	}
	return list
}

// ThingAt returns the innermost thing that an offset is in, nil for none.
func (x *Index) ThingAt(offset int) *Thing {
	s, _ := x.SpotAt(offset)
	for s != nil {
		if t := x.things[s.Path]; t != nil {
			return t
		}
		path, _ := cutLast(s.Path)
		if path == "" {
			return nil
		}
		s = &schema.Spot{Path: path}
	}
	return nil
}

// Span returns where the thing's id is written, or all of it where it has none.
func (t *Thing) Span() source.Span {
	if !t.ID.IsZero() {
		return t.ID.Span()
	}
	return t.Node.Span()
}
