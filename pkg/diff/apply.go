package diff

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Apply makes the new plan's elements of the old plan's and a report in JSON: the
// proof that the report says all that changed.
func Apply(old *Element, report []byte) (*Element, error) {
	var r jsonReport
	if err := json.Unmarshal(report, &r); err != nil {
		return nil, err
	}
	a := &applier{byOld: map[string]*Element{}, byNew: map[string]*Element{}}
	root := old.copy(nil, a.byOld)
	for _, c := range r.Changes {
		if err := a.change(c); err != nil {
			return nil, err
		}
	}
	return root, a.insert()
}

// applier holds elements by where they stood and by where they are to stand.
type applier struct {
	byOld, byNew map[string]*Element
	waiting      []insertion
}

type insertion struct {
	e  *Element
	at jsonElement
}

func (e *Element) copy(parent *Element, known map[string]*Element) *Element {
	c := &Element{Kind: e.Kind, Name: e.Name, Fields: slices.Clone(e.Fields), parent: parent, index: e.index, order: e.order, list: e.list,
		text: e.text, space: e.space, inner: e.inner}
	known[fmt.Sprintf("old:%d", e.order)] = c
	for _, l := range e.Lists {
		items := List{Key: l.Key}
		for _, item := range l.Items {
			items.Items = append(items.Items, item.copy(c, known))
		}
		c.Lists = append(c.Lists, items)
	}
	return c
}

func (a *applier) change(c jsonChange) error {
	var e *Element
	if c.Old != nil {
		if e = a.byOld[fmt.Sprintf("old:%d", c.Old.Ref)]; e == nil {
			return errors.New("the old plan has no element " + c.Old.Path)
		}
	} else {
		e = &Element{Kind: c.New.Kind}
	}
	for _, f := range c.Fields {
		e.set(f)
	}
	if c.New != nil {
		e.Kind = c.New.Kind
		a.byNew[fmt.Sprintf("new:%d", c.New.Ref)] = e
	}
	switch {
	case slices.Contains(c.What, "removed"):
		e.detach()
	case slices.Contains(c.What, "moved"):
		e.detach()
		a.waiting = append(a.waiting, insertion{e, *c.New})
	case slices.Contains(c.What, "added"):
		a.waiting = append(a.waiting, insertion{e, *c.New})
	}
	return nil
}

func (e *Element) set(f jsonField) {
	i := slices.IndexFunc(e.Fields, func(x Field) bool { return x.Key == f.Key })
	switch {
	case f.New == nil && i >= 0:
		e.Fields = slices.Delete(e.Fields, i, i+1)
	case f.New != nil && i >= 0:
		e.Fields[i].Value = *f.New
	case f.New != nil:
		e.Fields = append(e.Fields, Field{Key: f.Key, Value: *f.New})
	}
}

func (e *Element) detach() {
	if e.parent == nil {
		return
	}
	for i := range e.parent.Lists {
		l := &e.parent.Lists[i]
		l.Items = slices.DeleteFunc(l.Items, func(x *Element) bool { return x == e })
	}
}

// insert puts what is new in its place, from the first place of a list to the last:
// what stayed is in its order already.
func (a *applier) insert() error {
	slices.SortStableFunc(a.waiting, func(x, y insertion) int {
		return cmp.Or(strings.Compare(x.at.Parent, y.at.Parent), cmp.Compare(x.at.Index, y.at.Index))
	})
	for _, w := range a.waiting {
		parent := a.byOld[w.at.Parent]
		if parent == nil {
			parent = a.byNew[w.at.Parent]
		}
		if parent == nil {
			return errors.New("nothing is known of the parent of " + w.at.Path)
		}
		i := slices.IndexFunc(parent.Lists, func(l List) bool { return l.Key == w.at.List })
		if i < 0 {
			parent.Lists = append(parent.Lists, List{Key: w.at.List})
			i = len(parent.Lists) - 1
		}
		l := &parent.Lists[i]
		l.Items = slices.Insert(l.Items, min(w.at.Index, len(l.Items)), w.e)
		w.e.parent = parent
	}
	return nil
}

// Dump writes an element and all below it as text, whatever the order of its keys, so
// that two trees can be compared.
func (e *Element) Dump() string {
	var b strings.Builder
	e.dump(&b, "")
	return b.String()
}

func (e *Element) dump(b *strings.Builder, indent string) {
	fields := slices.Clone(e.Fields)
	slices.SortStableFunc(fields, func(x, y Field) int { return strings.Compare(x.Key, y.Key) })
	for _, f := range fields {
		fmt.Fprintf(b, "%s%s: %s\n", indent, f.Key, f.Value)
	}
	lists := slices.Clone(e.Lists)
	slices.SortStableFunc(lists, func(x, y List) int { return strings.Compare(x.Key, y.Key) })
	for _, l := range lists {
		for _, item := range l.Items {
			fmt.Fprintf(b, "%s- %s\n", indent, l.Key)
			item.dump(b, indent+"    ")
		}
	}
}
