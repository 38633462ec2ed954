// Package diff compares two plans: what changed in words and in money. Things are
// matched by their ids, and where those are gone by the likeness of their texts.
package diff

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Element is a thing of a plan as a comparison sees it: the plan itself, a priority, an
// activity, a cost line, a post. Everything that a plan says is a field of an element, or
// its position among its siblings.
type Element struct {
	Kind   string // the keys that lead to it, such as outcomes/outputs; "" for the plan
	Name   string // its id, or what stands for one; "" for an item without
	Fields []Field
	Lists  []List

	parent *Element
	list   string   // the key of the list it stands in
	text   string   // see Text
	said   []string // the words of it, once they are asked for
	space  string   // the space of names that it shares, "" for that of its kind
	inner  bool     // its name is its list's own: an item of a priority, a post
	index  int      // among its siblings
	order  int      // in the plan's order of elements
	node   source.Node
}

// Field is a value of an element. Its key is the path of keys that leads to it, such
// as meeting.from; texts have single blanks, numbers the digits of the file.
type Field struct {
	Key, Value string
	Node       source.Node

	use        schema.Use
	identifies bool   // it stands for an id where there is none
	series     string // of a value by column: its key without the column
	column     string // the column, "" for a value for all of them
	time       string // the year that one value of an indicator is for, as others are by year
}

// List is a list of elements under a key.
type List struct {
	Key   string
	Items []*Element
}

// Tree returns a plan as elements.
func Tree(p *plan.Plan) *Element {
	r := &treeReader{plan: p}
	return r.element(nil, "", 0, plan.Shape(), p.Node)
}

type treeReader struct {
	plan  *plan.Plan
	count int
}

// element reads a node as an element of a kind.
func (r *treeReader) element(parent *Element, kind string, index int, shape *schema.Shape, n source.Node) *Element {
	shape = shape.Itself()
	e := &Element{Kind: kind, parent: parent, space: shape.Space, index: index, order: r.count, node: n}
	r.count++
	r.group(e, "", shape, n)
	r.listed(e, shape)
	if parent != nil {
		e.name(shape)
	}
	return e
}

// group reads the keys of a group into fields and lists; a group inside a group gives
// its fields to it, under its key.
func (r *treeReader) group(e *Element, prefix string, shape *schema.Shape, n source.Node) {
	if n.Kind() == source.Scalar { // the short form of an item
		e.Fields = append(e.Fields, field(shape.For, n.Text(), shape.Scalar(), n))
		return
	}
	keys := map[string]*schema.Shape{}
	for _, k := range shape.Keys {
		keys[k.Key] = k.Shape.Itself()
	}
	for key, value := range n.Pairs() {
		if s, known := keys[key.Text()]; known {
			r.value(e, prefix+key.Text(), s, value)
		}
	}
}

func (r *treeReader) value(e *Element, key string, shape *schema.Shape, n source.Node) {
	of := shape.Of
	if of != nil {
		of = of.Itself()
	}
	switch {
	case of != nil && len(of.Keys) > 0:
		r.list(e, key, shape, n)
	case n.Kind() == source.Sequence:
		var items []string
		for _, item := range n.Items() {
			items = append(items, clean(item.Text()))
		}
		if of != nil {
			of = of.Scalar()
		}
		e.Fields = append(e.Fields, field(key, strings.Join(items, ", "), of, n))
	case n.Kind() == source.Mapping && len(shape.Keys) > 0:
		r.group(e, key+".", shape, n)
	case n.Kind() == source.Mapping && of != nil:
		for id, v := range n.Pairs() {
			r.value(e, key+"."+id.Text(), of, v)
			if shape.IsByColumn() && v.Kind() == source.Scalar {
				last := &e.Fields[len(e.Fields)-1]
				last.series, last.column = key, id.Text()
			}
		}
	default:
		f := field(key, n.Text(), shape.Scalar(), n)
		if shape.IsByColumn() {
			f.series = key
		}
		if shape.IsByYear() {
			f.time = r.plan.MeasuredIn("")
		}
		e.Fields = append(e.Fields, f)
	}
}

// field makes a field of a value and of what is declared of it; nothing is known of a
// value of the wrong kind.
func field(key, value string, shape *schema.Shape, n source.Node) Field {
	f := Field{Key: key, Value: clean(value), Node: n}
	if shape != nil {
		f.use, f.identifies = shape.Use, shape.Identifies
	}
	return f
}

// list reads a list, or a map whose keys are ids.
func (r *treeReader) list(e *Element, key string, shape *schema.Shape, n source.Node) {
	kind := key
	if e.Kind != "" {
		kind = e.Kind + "/" + key
	}
	kind = strings.ReplaceAll(kind, "/lines/lines", "/lines") // groups of groups
	if e.Kind == "" {
		kind = strings.ReplaceAll(kind, ".", "/")
	}
	l := List{Key: key}
	for i, item := range n.Items() {
		l.Items = append(l.Items, r.item(e, kind, key, i, shape, item))
	}
	for id, item := range n.Pairs() {
		entry := r.item(e, kind, key, len(l.Items), shape, item)
		entry.Name = id.Text()
		entry.Fields = append([]Field{{Key: "id", Value: id.Text(), Node: id, use: schema.AsID}}, entry.Fields...)
		l.Items = append(l.Items, entry)
	}
	e.Lists = append(e.Lists, l)
}

func (r *treeReader) item(parent *Element, kind, list string, index int, shape *schema.Shape, n source.Node) *Element {
	e := r.element(parent, kind, index, shape.Of, n)
	e.list, e.inner = list, shape.Inner
	return e
}

// name finds what names an element among its siblings, its id or what is declared to
// stand for one, and the words by which people know it: the first that are declared.
func (e *Element) name(shape *schema.Shape) {
	id := ""
	var parts []string
	for _, k := range shape.Keys {
		f, _ := e.field(k.Key)
		switch {
		case f.Value == "":
			continue
		case f.use == schema.AsID && id == "":
			id = f.Value
		case f.identifies:
			parts = append(parts, f.Value)
		}
		if e.text == "" && f.use.IsNaming() {
			e.text = f.Value
		}
	}
	if e.Name = id; id == "" {
		e.Name = strings.Join(parts, " ")
	}
}

// Value returns a field's value, "" where there is none.
func (e *Element) Value(key string) string {
	for i := range e.Fields {
		if e.Fields[i].Key == key {
			return e.Fields[i].Value
		}
	}
	return ""
}

// Text returns the words by which people know the element.
func (e *Element) Text() string { return e.text }

// Content returns the words by which people know the element, or, where it has none, its
// values.
func (e *Element) Content() string {
	if e.text != "" {
		return e.text
	}
	var list []string
	for i := range e.Fields {
		list = append(list, nameOf(e.Fields[i].Key)+" "+e.Fields[i].Value)
	}
	return strings.Join(list, ", ")
}

// Path returns where the element stands, by ids: outcomes/universal. Items without
// an id are counted from 1.
func (e *Element) Path() string {
	if e.parent == nil {
		return ""
	}
	name := e.Name
	if name == "" {
		name = strconv.Itoa(e.index + 1)
	}
	switch {
	case e.space != "":
		return e.space + "/" + name
	case e.inner:
		return e.parent.Path() + "/" + name
	}
	return e.Kind + "/" + name
}

// Parent returns the element that it stands in, nil for the plan.
func (e *Element) Parent() *Element { return e.parent }

// Index returns its position among its siblings, from 0.
func (e *Element) Index() int { return e.index }

// Span returns where the element was written.
func (e *Element) Span() source.Span { return e.node.Span() }

// Walk shows the element and all below it, in the order of the file.
func (e *Element) Walk(see func(*Element)) {
	see(e)
	for _, l := range e.Lists {
		for _, item := range l.Items {
			item.Walk(see)
		}
	}
}

func clean(s string) string { return strings.Join(strings.Fields(source.Unbroken(s)), " ") }
