package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// Found is a text of a file, and what its declaration says of it.
type Found struct {
	Node source.Node
	Use  Use
	Key  string // the key that it stands under; for an item of a list, that of the list
	Path string // the path of the element or group that has the key
	// Subject is the path by which findings and waivers name what the text belongs to.
	Subject string
}

// Walker finds the texts of files by the declaration of their type alone, so that no key
// can be forgotten. It is made once for a type, and passes over what holds no text.
type Walker struct{ root *branch }

// NewWalker makes a walker that finds the values of the uses that are wanted.
func NewWalker(root *Shape, wanted func(Use) bool) *Walker {
	s := &survey{wanted: wanted, known: map[*Shape]*branch{}}
	return &Walker{s.branch(root)}
}

// Walk shows the texts below a node, in the order in which the document prints them.
func (w *Walker) Walk(n source.Node, see func(Found)) {
	w.root.walk(n, place{}, "", see)
}

// branch is what a walk needs to know of a shape.
type branch struct {
	shape  *Shape
	use    Use            // of a single value; Undeclared where it is not wanted
	slots  map[string]int // the keys that are looked at, by where they stand in print
	keys   []string       // the keys in print, those that are looked at
	inside []*branch      // what stands under them
	id     int            // the slot of the id; -1 where there is none
	listed *branch        // the list that may stand instead of a map
	of     *branch        // what a list or a map holds
}

// survey makes branches of shapes.
type survey struct {
	wanted func(Use) bool
	known  map[*Shape]*branch
}

// branch returns the branch of a shape, nil where nothing wanted is below it. A shape
// that holds itself counts as one that holds texts.
func (s *survey) branch(shape *Shape) *branch {
	shape = shape.Itself()
	if b, known := s.known[shape]; known {
		return b
	}
	b := &branch{shape: shape, id: -1}
	s.known[shape] = b
	if one := shape.Scalar(); s.wanted(one.Use) {
		b.use = one.Use
	}
	if shape.Of != nil {
		b.of = s.branch(shape.Of)
	}
	if list := shape.listed(); list != nil {
		b.listed = s.branch(list)
	}
	holds := b.use != Undeclared || b.of != nil
	if len(shape.Keys) > 0 {
		holds = s.group(b) || holds
	}
	if !holds {
		s.known[shape] = nil
		return nil
	}
	return b
}

// group surveys the keys of a group in the order of print; it is false where none of
// them holds a text.
func (s *survey) group(b *branch) bool {
	holds := false
	b.slots = make(map[string]int, len(b.shape.Keys))
	for _, k := range b.shape.inPrint() {
		inside := s.branch(k.Shape)
		holds = holds || inside != nil
		isID := k.Shape.Itself().Use == AsID
		if inside == nil && !isID {
			continue
		}
		if isID {
			b.id = len(b.keys)
		}
		b.slots[k.Key] = len(b.keys)
		b.keys = append(b.keys, k.Key)
		b.inside = append(b.inside, inside)
	}
	return holds
}

// inPrint returns the keys of a group in the order of the document.
func (s *Shape) inPrint() []KeyDoc {
	if len(s.Printed) == 0 {
		return s.Keys
	}
	rank := func(k KeyDoc) int {
		if i := slices.Index(s.Printed, k.Key); i >= 0 {
			return i
		}
		return len(s.Printed)
	}
	keys := slices.Clone(s.Keys)
	slices.SortStableFunc(keys, func(a, b KeyDoc) int { return rank(a) - rank(b) })
	return keys
}

// place is where a walk stands: the path of the element or group, and by what its values
// are named: the same path, that of an element around it, or "" for their own paths.
type place struct{ path, subject string }

// of returns by what a value of the place is named.
func (p place) of(key string) string {
	if p.subject != "" {
		return p.subject
	}
	return join(p.path, key)
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "/" + name
}

// walk shows what is wanted at a node that stands under a key.
func (b *branch) walk(n source.Node, at place, key string, see func(Found)) {
	switch n.Kind() {
	case source.Scalar:
		if b.shape.For != "" {
			key = b.shape.For
		}
		b.see(n, at.of(key), at.path, key, see)
	case source.Sequence:
		switch {
		case b.listed != nil:
			b.listed.walk(n, at, key, see)
		case b.of != nil && b.shape.By == nil:
			b.list(n, at, key, see)
		}
	case source.Mapping:
		switch {
		case (b.shape.IsByColumn() || b.shape.hasTextsByReference()) && b.of != nil: // texts of the element, of each column
			for _, value := range n.Pairs() {
				b.of.walk(value, at, key, see)
			}
		case b.shape.By != nil && b.of != nil:
			b.entries(n, at, key, see)
		case b.slots != nil:
			var some slots
			b.values(b.find(n, &some), b.within(at, key), see)
		}
	}
}

// see shows a single value, unless nothing is written there.
func (b *branch) see(n source.Node, subject, path, key string, see func(Found)) {
	if b.use != Undeclared && !n.IsNull() && strings.TrimSpace(n.Text()) != "" {
		see(Found{Node: n, Use: b.use, Key: key, Path: path, Subject: subject})
	}
}

// within returns the place of the values of a group under a key.
func (b *branch) within(at place, key string) place {
	return b.shape.within(at, key)
}

func (s *Shape) within(at place, key string) place {
	in := place{join(at.path, key), at.subject}
	if s.Thing {
		in.subject = in.path
	}
	return in
}

// list walks the items of a list. Texts without keys of their own go by the group that
// has the list.
func (b *branch) list(n source.Node, at place, key string, see func(Found)) {
	for i, item := range n.Items() {
		if b.shape.Most > 0 && i == b.shape.Most {
			break // more is not read
		}
		if b.of.slots == nil {
			if item.Kind() == source.Scalar {
				b.of.see(item, at.path, at.path, key, see)
			}
			continue
		}
		var some slots
		values := b.of.find(item, &some)
		name := b.of.name(values)
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		b.element(item, values, b.item(at, key, name), see)
	}
}

// entries walks the values of a map, which are named by their keys.
func (b *branch) entries(n source.Node, at place, key string, see func(Found)) {
	for name, value := range n.Pairs() {
		var some slots
		b.element(value, b.of.find(value, &some), b.item(at, key, name.Text()), see)
	}
}

// element walks an item of a list or a map, in its short form too.
func (b *branch) element(n source.Node, values []source.Node, at place, see func(Found)) {
	if n.Kind() == source.Mapping && b.of.slots != nil {
		b.of.values(values, at, see)
		return
	}
	b.of.walk(n, at, "", see)
}

// item returns the place of an item of a list or a map under a key.
func (b *branch) item(at place, key, name string) place {
	return b.shape.item(b.of.shape, at, key, name)
}

// item returns the place of an item of a list or a map, which is of a shape, under a key.
func (s *Shape) item(of *Shape, at place, key, name string) place {
	path := join(join(at.path, key), name)
	switch {
	case of.Space != "":
		path = join(of.Space, name)
	case s.Inner:
		path = join(at.path, name)
	}
	if of.Part {
		return place{path, at.subject}
	}
	return place{path, path}
}

// slots hold the values of a group that has no more keys than most, so that a long list
// costs no memory for each of its items.
type slots [12]source.Node

// find returns the values of a group's keys in the order of print. A key that stands
// twice counts once, as for the reader.
func (b *branch) find(n source.Node, some *slots) []source.Node {
	values := some[:]
	if len(b.keys) > len(some) {
		values = make([]source.Node, len(b.keys))
	}
	values = values[:len(b.keys)]
	for k, v := range n.Pairs() {
		if i, known := b.slots[k.Text()]; known && values[i].IsZero() {
			values[i] = v
		}
	}
	return values
}

// name returns the id of an element, "" where it has none that can be read.
func (b *branch) name(values []source.Node) string {
	if b.id < 0 || !isName(values[b.id]) {
		return ""
	}
	return values[b.id].Text()
}

func isName(n source.Node) bool {
	const idCharacters = "abcdefghijklmnopqrstuvwxyz0123456789_-"
	return n.Kind() == source.Scalar && len(n.Text()) <= 64 && strings.Trim(n.Text(), idCharacters) == ""
}

// values walks the values of a group.
func (b *branch) values(values []source.Node, at place, see func(Found)) {
	for i, v := range values {
		if b.inside[i] != nil && !v.IsZero() {
			b.inside[i].walk(v, at, b.keys[i], see)
		}
	}
}
