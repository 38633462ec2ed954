package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/refs"
)

// renumbered offers to refer to another thing, where a text quotes the number of one and the file
// has that of another of its kind there: so the number goes on following what it means.
func (c *comparer) renumbered(t *traced, h hunk, now string) (text, name string, ok bool) {
	q, ok := t.only(h)
	if v, _ := c.unit.Names.Lookup(q.name); !ok || v.Kind != refs.Numbered {
		return "", "", false
	}
	before := t.text[h.from:q.from]
	rest, ok := strings.CutPrefix(now, before)
	if !ok {
		return "", "", false
	}
	number, behind, blank := strings.Cut(rest, " ")
	if blank {
		behind = " " + behind
	}
	word := strings.TrimRight(number, ".,;:")
	behind = number[len(word):] + behind
	if name = c.numbered(q.name, word); name == "" {
		return "", "", false
	}
	return escaped(before) + "${" + name + "}" + escaped(behind), name, true
}

// only returns the reference that a change takes, if it takes one only.
func (t *traced) only(h hunk) (found quote, ok bool) {
	for _, q := range t.quotes {
		if h.from < q.to && h.to > q.from {
			if ok {
				return quote{}, false
			}
			found, ok = q, h.from <= q.from && h.to >= q.to
		}
	}
	return found, ok
}

// numbered returns the name of the one thing that has a number, of the kind of another: of
// several, as of the items of lists, none is meant for certain.
func (c *comparer) numbered(like, number string) (found string) {
	family, _, _ := strings.Cut(like, ".")
	depth := strings.Count(like, ".")
	for _, name := range c.unit.Names.All() {
		if !strings.HasPrefix(name, family+".") || !strings.HasSuffix(name, refs.NumberOf) || strings.Count(name, ".") != depth || c.printedBy(name) != number {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
}

// saysRenumbered is what an offer says that refers to another thing.
func saysRenumbered(name string, line int) string {
	return fmt.Sprintf("refer to ${%s} (line %d)", name, line)
}

// isComputed reports a name of what follows from the rest of the plan, and is not typed because the file
// still says what it was: the number of a place, a figure that a table adds up.
func (c *comparer) isComputed(name string) bool {
	v, _ := c.unit.Names.Lookup(name)
	f := c.unit.Names.Cell(strings.TrimSuffix(name, refs.InWords))
	return v.Kind == refs.Numbered || f != nil && !f.Given.IsSet() && !f.Text.IsSet()
}
