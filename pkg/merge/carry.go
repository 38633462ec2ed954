package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// carried takes the changes of a comparison over to another version of the plan. What was
// changed there too is a conflict, what is there already is done.
func (c *Comparison) carried(to *compile.Unit) *Comparison {
	out := &Comparison{Same: c.Same, unit: to, tree: newTree(to.Plan.Node), done: map[int]bool{}}
	m := carrier{from: c.tree, to: out.tree, nodes: map[source.Node]source.Node{}, lists: map[source.Node]map[string]source.Node{}}
	for i := range c.Changes {
		change := c.Changes[i]
		offers := change.Offers
		change.Offers = nil
		m.theirs, m.done, m.lost = "", false, ""
		for n, o := range offers {
			if carried, ok := m.offer(o); ok {
				carried.n = n
				change.Offers = append(change.Offers, carried)
			}
		}
		switch {
		case len(offers) == 0:
		case m.done:
			change.Offers, out.done[i] = nil, true
		case m.theirs != "":
			change.Theirs = m.theirs
		case len(change.Offers) == 0:
			change.Left = "the plan has this no more (" + m.lost + ")"
		}
		if len(change.Offers) > 0 {
			change.At = m.span(change.Offers[0], change.At)
		}
		out.Changes = append(out.Changes, change)
	}
	return out
}

// carrier finds what stands in one version of a plan in another.
type carrier struct {
	from, to *tree
	nodes    map[source.Node]source.Node
	lists    map[source.Node]map[string]source.Node // see named
	theirs   string                                 // what the other version says where it was changed too
	done     bool                                   // one of the ways is done there
	lost     string                                 // what is not there
}

// offer takes an offer over; it is false where nothing of it is left to do.
func (m *carrier) offer(o Offer) (Offer, bool) {
	steps := o.steps
	o.steps = nil
	done := 0
	for _, s := range steps {
		carried, state := m.step(s)
		switch state {
		case isDone:
			done++
		case isLost:
			return o, false
		default:
			o.steps = append(o.steps, carried)
		}
	}
	m.done = m.done || len(o.steps) == 0 && done > 0
	return o, len(o.steps) > 0
}

func (m *carrier) span(o Offer, otherwise source.Span) source.Span {
	switch s := o.steps[0].(type) {
	case reword:
		return s.node.Part(s.from, s.to)
	case revalue:
		return s.node.Span()
	case remove:
		return s.item.Span()
	case shift:
		return s.item.Span()
	case graft:
		return s.item.Span()
	case remark:
		return s.above.Span()
	case set:
		return s.group.Span()
	}
	return otherwise
}

// state says what is to be done of a step in the other version.
type state int

const (
	isUnresolved state = iota
	isDone
	isLost
)

// node finds a value in the other version: by its keys, and in lists by its id or its text.
func (m *carrier) node(n source.Node) (source.Node, bool) {
	if n == m.from.root {
		return m.to.root, true
	}
	if found, known := m.nodes[n]; known {
		return found, !found.IsZero()
	}
	found := m.find(n)
	m.nodes[n] = found
	return found, !found.IsZero()
}

func (m *carrier) find(n source.Node) source.Node {
	at, ok := m.from.up[n]
	if !ok {
		return source.Node{}
	}
	parent, ok := m.node(at.parent)
	switch {
	case !ok:
		return source.Node{}
	case parent.Kind() == source.Mapping && !at.key.IsZero():
		return parent.Get(at.key.Text())
	case parent.Kind() != source.Sequence:
		return source.Node{}
	}
	if item, ok := m.named(parent)[called(n)]; ok {
		return item
	}
	return m.nearest(n, at, parent)
}

// named returns the items of a list by what they are called; of several the first.
func (m *carrier) named(list source.Node) map[string]source.Node {
	if m.lists[list] == nil {
		names := make(map[string]source.Node, list.Len())
		for _, item := range list.Items() {
			if name := called(item); names[name].IsZero() {
				names[name] = item
			}
		}
		m.lists[list] = names
	}
	return m.lists[list]
}

// nearest returns the item of a list that an item of the other version has become: without an
// id, that which nothing of that version is called by, and which has most of its words.
func (m *carrier) nearest(n source.Node, at link, list source.Node) (found source.Node) {
	if !n.Get("id").IsZero() {
		return found
	}
	known := m.named(at.parent)
	const least = 400
	most := least - 1
	text := &unit{key: called(n)}
	for i, item := range list.Items() {
		name := called(item)
		if !known[name].IsZero() {
			continue
		}
		if l := share(text, &unit{key: name}); l > most {
			found, most = item, l
		} else if i == at.index && list.Len() == at.parent.Len() && most < least {
			found = item
		}
	}
	return found
}

// called is what an item of a list goes by.
func called(n source.Node) string {
	if n.Kind() == source.Scalar {
		return squeeze(n.Text())
	}
	for _, key := range []string{"id", "outcome", "name", "title", "grade", "rule", "item", "text"} {
		if v := n.Get(key); v.Kind() == source.Scalar {
			return key + " " + squeeze(v.Text())
		}
	}
	return strings.TrimSpace(n.Span().Text())
}
