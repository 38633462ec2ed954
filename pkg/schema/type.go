package schema

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/source"
)

// Type says how a node becomes a value of T, and what a person may write there.
type Type[T any] struct {
	read  func(*Reader, source.Node) (T, bool)
	shape *Shape
	// fill reads into a value that is there already, so that the items of a long list
	// need not be copied; nil where a type has no use for it.
	fill func(*Reader, source.Node, *T) bool
}

// Shape returns what a person may write there.
func (t Type[T]) Shape() *Shape { return t.shape }

// Field is a key of a group and where its value goes.
type Field[S any] struct {
	doc  KeyDoc
	read func(*Reader, source.Node, *S)
}

// Key declares a key of the group S: its name, its type, the place of its value
// and what it means.
func Key[S, T any](key string, t Type[T], at func(*S) *T, doc string) Field[S] {
	var model any = (*T)(nil)
	_, remembers := model.(unreadable)
	return Field[S]{
		doc: KeyDoc{Key: key, Doc: doc, Shape: t.shape},
		read: func(r *Reader, n source.Node, into *S) {
			value, ok := t.read(r, n)
			if ok {
				*at(into) = value
			} else if remembers {
				any(at(into)).(unreadable).SetUnread(n)
			}
		},
	}
}

// unreadable is a value that remembers where it was written, though it could not be read.
type unreadable interface{ SetUnread(source.Node) }

// Name returns the key.
func (f Field[S]) Name() string { return f.doc.Key }

// Must declares a key that has to be there.
func Must[S, T any](key string, t Type[T], at func(*S) *T, doc string) Field[S] {
	f := Key(key, t, at, doc)
	f.doc.Required = true
	return f
}

// Origin records where a group was written, and which of its keys. Embed it in the struct
// of a group.
type Origin struct {
	Node source.Node

	shape *Shape
	wrote uint64 // by the order of the shape's keys
}

func (o *Origin) setOrigin(n source.Node) { o.Node = n }

func (o *Origin) setWritten(s *Shape, keys uint64) { o.shape, o.wrote = s, keys }

// Wrote reports whether one of the keys stands in the file, whatever its value: one that
// could not be read has a finding already.
func (o Origin) Wrote(keys ...string) bool {
	if o.shape == nil {
		return false
	}
	for i, k := range o.shape.Keys {
		if o.wrote&(1<<i) != 0 && slices.Contains(keys, k.Key) {
			return true
		}
	}
	return false
}

// Span returns where the group was written.
func (o Origin) Span() source.Span { return o.Node.Span() }

type origin interface {
	setOrigin(source.Node)
	setWritten(*Shape, uint64)
}

// Group declares a group of keys. After a group is read, each of then may look at all of
// it and report what its keys alone do not show.
func Group[S any](name, doc string, fields []Field[S], then ...func(*Reader, *S)) Type[S] {
	shape := &Shape{Name: name, Doc: doc, JSON: []string{"object"}, tried: &tried{}}
	byKey := make(map[string]int, len(fields))
	for i, f := range fields {
		shape.Keys = append(shape.Keys, f.doc)
		byKey[f.doc.Key] = i
	}
	fill := func(r *Reader, n source.Node, s *S) bool {
		if !wants(r, n, source.Mapping, name, shape) {
			return false
		}
		o, hasOrigin := any(s).(origin)
		if hasOrigin {
			o.setOrigin(n)
		}
		var seen uint64
		var strangers []pair
		for index := range n.Len() {
			key, value := n.Pair(index)
			i, known := byKey[key.Text()]
			if !known {
				strangers = append(strangers, pair{key, value, index})
				continue
			}
			if seen&(1<<i) != 0 {
				continue // reported as a duplicate already
			}
			seen |= 1 << i
			fields[i].read(r, value, s)
		}
		for _, i := range r.unknownKeys(n, strangers, shape, seen) {
			seen |= 1 << i.slot
			fields[i.slot].read(&Reader{what: r.what}, i.value, s)
		}
		if hasOrigin {
			o.setWritten(shape, seen)
		}
		complete := r.missingKeys(n, shape, seen)
		for _, look := range then {
			look(r, s)
		}
		return complete
	}
	return Type[S]{shape: shape, fill: fill, read: func(r *Reader, n source.Node) (S, bool) {
		var s S
		ok := fill(r, n, &s)
		return s, ok
	}}
}

// wants reports a node that is not of the kind that a type needs. The shape is that of the group, or of what the list
// or the map holds.
func wants(r *Reader, n source.Node, kind source.Kind, name string, shape *Shape) bool {
	if n.Kind() == kind {
		return true
	}
	if n.IsNull() {
		r.empty(n, name)
		return false
	}
	if kind == source.Sequence {
		r.Report(WrongType, n, fmt.Sprintf("this must be a list, but it is %s", n.Kind()), listHint(n, shape))
		return false
	}
	r.Report(WrongType, n, fmt.Sprintf("%s must be %s, but this is %s", name, kind, n.Kind()), kindHint(n, kind, name, shape))
	return false
}

// List declares a list of items of one type. A list of references names nothing twice.
func List[T any](of Type[T]) Type[[]T] { return ListUpTo(0, of) }

// ListUpTo declares a list that may have so many items; 0 sets no bound.
func ListUpTo[T any](most int, of Type[T]) Type[[]T] {
	shape := &Shape{Name: "list", JSON: []string{"array"}, Of: of.shape, Most: most, Doc: "a list: each " + of.shape.Name + " after \"- \""}
	return Type[[]T]{shape: shape, read: func(r *Reader, n source.Node) ([]T, bool) {
		if !wants(r, n, source.Sequence, "a list of "+of.shape.Name, of.shape) {
			return nil, false
		}
		count := r.bounded(n, most, of.shape.Name)
		items := make([]T, 0, count)
		for i, item := range n.Items() {
			if i == count {
				break
			}
			if of.fill != nil {
				items = items[:len(items)+1]
				if !of.fill(r, item, &items[len(items)-1]) {
					clear(items[len(items)-1:])
					items = items[:len(items)-1]
				}
			} else if value, ok := of.read(r, item); ok {
				items = append(items, value)
			}
		}
		if of.shape.Use == AsReference {
			r.namedTwice(n)
		}
		if len(of.shape.OneFor) > 0 {
			r.twoRows(n, of.shape.OneFor)
		}
		return items, len(items) > 0 || n.Len() == 0 // an empty list is another thing than an unreadable one
	}}
}

// Entry is a key of a map, chosen by the author, and its value.
type Entry[T any] struct {
	Key   source.At[string]
	Value T
}

// Map declares a group whose keys are ids that the author chooses.
func Map[T any](of Type[T]) Type[[]Entry[T]] { return MapBy(ID, of) }

// MapBy declares a group whose keys are of a type of their own.
func MapBy[T any](by Type[source.At[string]], of Type[T]) Type[[]Entry[T]] {
	return MapUpTo(0, by, of)
}

// MapUpTo declares such a group that may have so many keys; 0 sets no bound.
func MapUpTo[T any](most int, by Type[source.At[string]], of Type[T]) Type[[]Entry[T]] {
	shape := &Shape{Name: "map", JSON: []string{"object"}, By: by.shape, Of: of.shape, Most: most, Doc: by.shape.Name + " and its " + of.shape.Name + ", for each"}
	return Type[[]Entry[T]]{shape: shape, read: func(r *Reader, n source.Node) ([]Entry[T], bool) {
		if by.shape == Column.shape && n.Kind() == source.Sequence {
			r.Report(WrongType, n, "a list does not say which value is of which column", "write one value for all columns, or each behind the id of its column, such as {2025: …, 2026: …}")
			return nil, false
		}
		if n.Kind() != source.Mapping && !n.IsNull() {
			r.Report(WrongType, n, fmt.Sprintf("this must be a group of keys, each with %s behind it, but it is %s", of.shape.Itself().Name, n.Kind()),
				"write each behind the name that it is for, such as "+by.shape.entry())
			return nil, false
		}
		if !wants(r, n, source.Mapping, "a group of "+of.shape.Name, nil) {
			return nil, false
		}
		var entries []Entry[T]
		cut := 0 // keys that are digits behind a comma
		count := r.bounded(n, most, of.shape.Name)
		for index := range count {
			key, value := n.Pair(index)
			if cut == 0 {
				cut = r.cutAmount(n, index)
			}
			if cut > 0 {
				cut--
				continue
			}
			id, ok := by.read(r, key)
			if v, good := of.read(r, value); ok && good {
				entries = append(entries, Entry[T]{id, v})
			}
		}
		return entries, true
	}}
}

// Short lets a type be written in a short form too: a single value instead of a group of
// keys, or a list instead of a map. It stands for the key of that name; "" where the type is no
// group.
func Short[S, T any](long Type[S], key string, short Type[T], expand func(T) S) Type[S] {
	shape := *long.shape
	shape.Short, shape.For = short.shape, key
	return Type[S]{shape: &shape, read: func(r *Reader, n source.Node) (S, bool) {
		if n.Kind() != source.Scalar && (n.Kind() != source.Sequence || shape.listed() == nil) {
			return long.read(r, n)
		}
		value, ok := short.read(r, n)
		return expand(value), ok
	}}
}

// Convert declares a type that is read as another and then made into T.
func Convert[S, T any](from Type[S], to func(source.Node, S) T) Type[T] {
	return Type[T]{shape: from.shape, read: func(r *Reader, n source.Node) (T, bool) {
		value, ok := from.read(r, n)
		return to(n, value), ok
	}}
}

// Lazy declares a type that is made only when it is first read, so that a type may
// hold itself.
func Lazy[T any](name, doc string, of func() Type[T]) Type[T] {
	once := sync.OnceValue(of)
	return Type[T]{shape: &Shape{Name: name, Doc: doc, lazy: func() *Shape { return once().shape }},
		read: func(r *Reader, n source.Node) (T, bool) { return once().read(r, n) },
		fill: func(r *Reader, n source.Node, into *T) (ok bool) {
			if of := once(); of.fill != nil {
				return of.fill(r, n, into)
			}
			*into, ok = once().read(r, n)
			return ok
		}}
}

// Values walks the values of a map's entries.
func Values[T any](entries []Entry[T]) iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		for _, e := range entries {
			if !yield(e.Key.Value, e.Value) {
				return
			}
		}
	}
}

// OrWord declares a scalar that may be one of a few words instead of what of reads.
func OrWord[S, T any](of Type[source.At[S]], to func(S) T, words map[string]T) Type[source.At[T]] {
	shape := *of.shape
	shape.Words = slices.Sorted(maps.Keys(words))
	shape.Name += ", " + strings.Join(shape.Words, " or ")
	return Type[source.At[T]]{shape: &shape, read: func(r *Reader, n source.Node) (source.At[T], bool) {
		if word, ok := words[n.Text()]; ok && n.IsPlain() {
			return source.At[T]{Value: word, Node: n}, true
		}
		value, ok := of.read(r, n)
		return source.At[T]{Value: to(value.Value), Node: n}, ok
	}}
}
