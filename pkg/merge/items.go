package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/source"
)

// owner returns the value of the plan that a unit prints, zero where it prints none.
func (c *comparer) owner(u *unit) source.Node {
	if n, known := c.owners[u]; known {
		return n
	}
	if c.owners == nil {
		c.owners = map[*unit]source.Node{}
	}
	var n source.Node
	for i := range u.cells {
		passage := u.cells[i].passage
		if t := c.home(passage.Said(), u.cells[i].text, passage.Place); t != nil && c.tree.has(t.prose.Node) {
			n = t.prose.Node
			break
		}
	}
	c.owners[u] = n
	return n
}

// removed reports a paragraph or a row that the file lacks.
func (c *comparer) removed(p *pair) {
	change := Change{Kind: Removed, Place: p.built.first().passage.Place, Old: p.built.text(), follows: p.built.explains()}
	n := c.owner(p.built)
	item, at, ok := c.tree.item(n)
	switch {
	case n.IsZero() || !ok:
		change.Left = "the template prints it"
	case c.summedBy(p.built) != nil:
		sum := c.summedBy(p.built)
		change.At, change.Left = item.Span(), fmt.Sprintf("the sum of the row `%s` names it (line %d); take it out of both by hand", sum.ID.Value, sum.Node.Start().Line)
	default:
		change.At = item.Span()
		if other := c.heldBy(item).kept; other != nil {
			change.Left = fmt.Sprintf("it belongs to something that the document prints elsewhere too (%s)", other.first().passage.Place)
			break
		}
		change.Offers = []Offer{{Says: fmt.Sprintf("take it out of `%s` (line %d)", c.listName(at.parent), item.Start().Line), steps: []step{remove{item}}}}
	}
	c.add(change)
}

// held is what the document prints of a value: how many units, and the first of them that the
// file has too.
type held struct {
	units int
	kept  *unit
}

// heldBy returns what the document prints of a value.
func (c *comparer) heldBy(value source.Node) held {
	if c.held == nil {
		c.held = map[source.Node]held{}
		for i := range c.pairs {
			c.hold(&c.pairs[i])
		}
	}
	return c.held[value]
}

// hold counts a unit to all values around that which it prints.
func (c *comparer) hold(p *pair) {
	if p.built == nil {
		return
	}
	for n := c.owner(p.built); !n.IsZero(); n = c.tree.up[n].parent {
		h := c.held[n]
		if h.units++; h.kept == nil && p.found != nil {
			h.kept = p.built
		}
		c.held[n] = h
	}
}

// listName is the key of a list.
func (c *comparer) listName(list source.Node) string { return c.tree.key(list) }

// added reports a paragraph or a row that the plan does not give.
func (c *comparer) added(i int) {
	p := &c.pairs[i]
	f := p.found.first()
	change := Change{Kind: Added, New: p.found.text(), By: hands(f.form, "", f.text), Place: c.near(i)}
	if p.found.isRow {
		c.addedRow(i, &change)
		c.add(change)
		return
	}
	list, behind, ok := c.seat(i)
	if !ok {
		change.Left = "where in the plan it belongs is not certain; write it there by hand"
		c.add(change)
		return
	}
	change.At = list.Span()
	if behind >= 0 {
		change.At = list.At(behind).Span()
	}
	change.Offers = []Offer{{Says: fmt.Sprintf("put it into `%s` (line %d)", c.listName(list), change.At.Start.Line),
		steps: []step{insert{list, behind, []field{{key: "text", text: c.typed(f.text)}}}}}}
	c.add(change)
}

// near says where something new stands: behind what.
func (c *comparer) near(i int) string {
	for j := i - 1; j >= 0; j-- {
		if b := c.pairs[j].built; b != nil && c.pairs[j].found != nil {
			return "behind " + b.first().passage.Place
		}
	}
	return "at the beginning"
}

// moved reports a paragraph or a row that stands elsewhere in the file.
func (c *comparer) moved(i int) {
	p := &c.pairs[i]
	change := Change{Kind: Moved, Place: p.built.first().passage.Place, Old: p.built.text(), New: c.near(i)}
	n := c.owner(p.built)
	item, at, ok := c.tree.item(n)
	if !ok {
		change.Left = "the template prints it"
		c.add(change)
		return
	}
	change.At = item.Span()
	list, behind, ok := c.seat(i)
	if p.found.isRow {
		list, behind, _, ok = c.rowSeat(i)
	}
	switch {
	case !ok:
		change.Left = "where in the plan it belongs now is not certain; move it there by hand"
	case list == at.parent && behind == at.index:
		change.Left = "it stands there in the plan"
	case list == at.parent:
		change.Offers = []Offer{{Says: fmt.Sprintf("move it within `%s` (line %d)", c.listName(list), item.Start().Line), steps: []step{shift{item, behind}}}}
	case c.heldBy(item).units > 1:
		change.Left = "it belongs to something that the document prints elsewhere too; move it there by hand"
	default:
		if steps := across(item, n, at.parent, list, behind); steps != nil {
			change.Offers = []Offer{{Says: fmt.Sprintf("move it from `%s` (line %d) to `%s`", c.listName(at.parent), item.Start().Line, c.listName(list)), steps: steps}}
		} else {
			change.Left = "it has more than its text; move it there by hand"
		}
	}
	c.add(change)
}

// across returns the steps that move an item from its list into another, nil where something of it
// would be lost.
func across(item, text, from, list source.Node, behind int) []step {
	fields := fieldsOf(item, text)
	switch {
	case !from.IsFlow() && !list.IsFlow() && (item.Kind() == source.Mapping || list.At(0).Kind() != source.Mapping):
		return []step{remove{item}, graft{item, list, behind}}
	case item.Kind() == source.Mapping && item.Len() > len(fields):
		return nil
	}
	return []step{remove{item}, insert{list, behind, fields}}
}

// fieldsOf returns what an item says, as it is written.
func fieldsOf(item, text source.Node) []field {
	fields := []field{{key: "text", text: text.Text()}}
	if id := item.Get("id"); !id.IsZero() {
		fields = append(fields, field{key: "id", text: id.Text(), raw: true})
	}
	return fields
}

// seat returns the list that a unit of the file belongs into, and the position of the item
// before it, -1 for none.
func (c *comparer) seat(i int) (list source.Node, behind int, ok bool) {
	f := c.pairs[i].found.first()
	if level := c.level(i); level > 0 {
		return c.resultSeat(i, level)
	}
	for _, way := range []int{-1, 1} {
		p := c.beside(i, way)
		if p == nil {
			continue
		}
		if at, ok := c.textItem(p.built); ok && alike(f, p.found.first()) {
			return at.parent, at.index - max(0, way), true
		}
	}
	return source.Node{}, 0, false
}

// beside returns the next unit before another, or behind it, that both sides have and that did not
// move; nil for none.
func (c *comparer) beside(i, way int) *pair {
	for j := i + way; j >= 0 && j < len(c.pairs); j += way {
		if p := &c.pairs[j]; p.built != nil && p.found != nil && !p.moved {
			return p
		}
	}
	return nil
}

// textItem returns where the item of a list of texts is that a unit prints.
func (c *comparer) textItem(u *unit) (at link, ok bool) {
	if u.isRow {
		return at, false
	}
	n := c.owner(u)
	item, at, ok := c.tree.item(n)
	if !ok {
		return at, false
	}
	if item.Kind() == source.Mapping {
		if c.tree.key(n) != "text" || c.tree.up[n].parent != item {
			return at, false
		}
		for _, key := range []string{"heading", "outputs", "expected", "activities"} {
			if !item.Get(key).IsZero() {
				return at, false
			}
		}
	}
	return at, item == n || item.Kind() == source.Mapping
}

// alike reports whether two paragraphs of a file are set alike.
func alike(a, b *cell) bool {
	if a.form == nil || b.form == nil {
		return a.form == nil && b.form == nil || (a.number == "") == (b.number == "")
	}
	return a.form.Heading == b.form.Heading && (a.form.List == "") == (b.form.List == "") && a.form.Depth == b.form.Depth &&
		(a.form.Style == b.form.Style || a.form.Style == "" || b.form.Style == "") && (a.number == "") == (b.number == "")
}

// level returns the level of a result in the file, 0 for none: as it is labelled, or as it is
// set.
func (c *comparer) level(i int) int {
	f := c.pairs[i].found.first()
	if b := c.pairs[i].built; b != nil {
		if r, is := b.first().passage.Of.(*document.Result); is {
			return r.Level
		}
		return 0
	}
	for _, u := range c.built {
		r, is := u.first().passage.Of.(*document.Result)
		if is && f.number != "" && digitless(r.Label) == digitless(f.number) {
			return r.Level
		}
	}
	if f.number != "" || f.form == nil || f.form.Style == "" {
		return 0
	}
	for j := range c.pairs {
		p := &c.pairs[j]
		if p.built == nil || p.found == nil {
			continue
		}
		if r, is := p.built.first().passage.Of.(*document.Result); is && p.found.first().form != nil && p.found.first().form.Style == f.form.Style {
			return r.Level
		}
	}
	return 0
}

func digitless(label string) string {
	return strings.TrimRight(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ':' || r == ' ' {
			return -1
		}
		return r
	}, label), ".: ")
}

// resultSeat returns where a result belongs: behind the one before it of the same level, or
// first below the one that it stands below.
func (c *comparer) resultSeat(i, level int) (list source.Node, behind int, ok bool) {
	below := [...]string{1: "outputs", 2: "activities"}
	for j := i - 1; j >= 0; j-- {
		p := &c.pairs[j]
		if p.built == nil || p.found == nil || p.moved {
			continue
		}
		r, is := p.built.first().passage.Of.(*document.Result)
		if !is {
			break
		}
		item, at, ok := c.tree.item(c.owner(p.built))
		switch {
		case !ok:
			return list, 0, false
		case r.Level == level:
			return at.parent, at.index, true
		case r.Level == level-1:
			list := item.Get(below[r.Level])
			return list, -1, !list.IsZero() && list.Len() > 0
		case r.Level < level-1:
			return list, 0, false
		}
	}
	return list, 0, false
}

// typed writes words of the file as prose.
func (c *comparer) typed(s string) string {
	if !strings.Contains(s, "${") && squeeze(c.words.Text(prose{Value: s})) == s {
		return s
	}
	return escaped(s)
}
