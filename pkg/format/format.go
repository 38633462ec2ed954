// Package format writes a plan in its one canonical form: keys in the order of the
// language, texts folded at the ends of sentences, quotes where they are needed. Comments
// stay with the key or item that they belong to, and the plan means the same afterwards.
package format

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Width is the longest line, in characters, where words can be broken.
const Width = 100

// ErrChanged says that the canonical form would not mean the same. It is a fault of
// this package; the file is to be left as it is.
var ErrChanged = errors.New("the canonical form would not mean the same")

// Plan returns the canonical form of a plan that was read without findings; see File.
func Plan(root source.Node, shape *schema.Shape) ([]byte, error) {
	form, err := File(root, shape)
	if err != nil {
		return nil, err
	}
	return form.Bytes, nil
}

// File returns a plan that was read without findings as a file in its canonical form.
func File(root source.Node, shape *schema.Shape) (*source.File, error) {
	root, ok := unified(root)
	if !ok {
		return nil, ErrChanged
	}
	w := &writer{source: root.File(), notes: gather(root)}
	if len(w.notes.first) > 0 {
		w.comments(append(w.notes.first, ""), 0)
	}
	w.mapping(root, shape.Itself(), 0, nil)
	w.comments(w.notes.last, 0)
	text := strings.TrimRight(w.out.String(), "\n") + "\n"
	if len(w.source.Bytes) > 0 && strings.Contains(string(w.source.Bytes), "\r\n") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	form := source.NewFile(w.source.Name, []byte(text))
	if !same(root, shape, form) {
		return nil, ErrChanged
	}
	return form, nil
}

// unified returns a plan of which a line ends with a carriage return alone, as on old Macs,
// with line feeds throughout: YAML reads both alike, but comments are looked for by lines.
func unified(root source.Node) (source.Node, bool) {
	text := string(root.File().Bytes)
	if strings.Count(text, "\r") == strings.Count(text, "\r\n") {
		return root, true
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	again, problems := source.Parse(source.NewFile(root.File().Name, []byte(text)))
	return again, len(problems) == 0 && equal(root, again)
}

type writer struct {
	source *source.File
	notes  *notes
	out    strings.Builder
}

// pair is a key of a mapping and its value.
type pair struct {
	key, value source.Node
	order      int // of its key in the language
}

// pairs returns the keys of a mapping in their canonical order: the order of the language
// if it has one, otherwise the order of the file.
func pairs(n source.Node, shape *schema.Shape) []pair {
	var list []pair
	for k, v := range n.Pairs() {
		list = append(list, pair{key: k, value: v})
	}
	if shape == nil || len(shape.Keys) == 0 {
		return list
	}
	for i := range list {
		list[i].order = max(0, slices.IndexFunc(shape.Keys, func(k schema.KeyDoc) bool { return k.Key == list[i].key.Text() }))
	}
	slices.SortStableFunc(list, func(a, b pair) int { return a.order - b.order })
	return list
}

// inside returns the shape of what stands under a key, nil where nothing is known.
func inside(shape *schema.Shape, key string) *schema.Shape {
	if shape == nil {
		return nil
	}
	for _, k := range shape.Keys {
		if k.Key == key {
			return k.Shape.Itself()
		}
	}
	if shape.Of != nil && len(shape.Keys) == 0 {
		return shape.Of.Itself()
	}
	return nil
}

// itemShape returns the shape of the items of a list, nil where nothing is known.
func itemShape(list *schema.Shape) *schema.Shape {
	if list == nil || list.Of == nil {
		return nil
	}
	return list.Of.Itself()
}

// mapping writes the keys of a block mapping. The first of an item stands behind its dash,
// and what stands above it above the dash.
func (w *writer) mapping(n source.Node, shape *schema.Shape, indent int, item *note) {
	for i, p := range pairs(n, shape) {
		note := w.notes.take(p.key)
		key := w.flowScalar(p.key) + ":"
		w.footAbove(&note, p.value, inside(shape, p.key.Text()), indent+utf8.RuneCountInString(key), note.trail)
		if item != nil && i == 0 {
			item.lead = append(item.lead, note.lead...)
			w.lead(*item, indent-2)
			w.out.WriteString(strings.Repeat(" ", indent-2) + "- ")
		} else {
			w.lead(note, indent)
			w.out.WriteString(strings.Repeat(" ", indent))
		}
		w.out.WriteString(key)
		w.value(p.value, inside(shape, p.key.Text()), indent, note.trail)
		w.comments(note.foot, indent+2)
	}
}

// footAbove moves the comments below a text to above it where the text is written on lines of
// its own: below these they would be part of it.
func (w *writer) footAbove(n *note, value source.Node, shape *schema.Shape, column int, trail string) {
	if len(n.foot) > 0 && value.Kind() == source.Scalar && w.layOut(value, shape, column, trail).block {
		n.lead, n.foot = append(n.lead, n.foot...), nil
	}
}

// value writes what stands behind a colon.
func (w *writer) value(n source.Node, shape *schema.Shape, indent int, trail string) {
	switch {
	case n.Kind() == source.Scalar:
		w.scalar(n, shape, indent, trail)
	case n.Len() == 0 || w.staysFlow(n, shape):
		w.out.WriteString(" " + w.flow(n, shape) + spaced(trail) + "\n")
	case n.Kind() == source.Sequence:
		w.out.WriteString(spaced(trail) + "\n")
		w.sequence(n, shape, indent+2)
	default:
		w.out.WriteString(spaced(trail) + "\n")
		w.mapping(n, shape, indent+2, nil)
	}
}

func (w *writer) sequence(n source.Node, shape *schema.Shape, indent int) {
	for _, item := range n.Items() {
		w.item(item, itemShape(shape), indent)
	}
}

func (w *writer) item(item source.Node, shape *schema.Shape, indent int) {
	note := w.notes.take(item)
	block := item.Kind() != source.Scalar && (!item.IsFlow() || w.isSplit(item, shape, indent))
	if block && note.trail != "" { // the line that its comment stood on is gone
		note.lead, note.trail = append(note.lead, note.trail), ""
	}
	if block && item.Kind() == source.Mapping {
		w.mapping(item, shape, indent+2, &note)
		w.comments(note.foot, indent+2)
		return
	}
	w.footAbove(&note, item, shape, indent+1, note.trail)
	w.lead(note, indent)
	w.out.WriteString(strings.Repeat(" ", indent) + "-")
	switch {
	case item.Kind() == source.Scalar:
		w.scalar(item, shape, indent, note.trail)
	case block:
		w.out.WriteString("\n")
		w.sequence(item, shape, indent+2)
	default:
		w.out.WriteString(" " + w.flow(item, shape) + spaced(note.trail) + "\n")
	}
	w.comments(note.foot, indent+2)
}

// isSplit reports whether an item in brackets is written on several lines.
func (w *writer) isSplit(item source.Node, shape *schema.Shape, indent int) bool {
	return item.IsFlow() && item.Len() > 0 && !w.fits(item, shape, indent+1)
}

// lead writes the blank line and the comments above something.
func (w *writer) lead(note note, indent int) {
	if note.blank && w.out.Len() > 0 && !strings.HasSuffix(w.out.String(), "\n\n") {
		w.out.WriteString("\n")
	}
	w.comments(note.lead, indent)
}

// comments writes comments on lines of their own; an empty one is a blank line.
func (w *writer) comments(list []string, indent int) {
	for _, c := range list {
		if c == "" {
			w.out.WriteString("\n")
			continue
		}
		w.out.WriteString(strings.Repeat(" ", indent) + c + "\n")
	}
}

func spaced(comment string) string {
	if comment == "" {
		return ""
	}
	return " " + comment
}
