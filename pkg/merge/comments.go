package merge

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// comments reports what somebody wrote beside a unit.
func (c *comparer) comments(i int) {
	cells := c.pairs[i].found.cells
	for n := range cells {
		if cells[n].form == nil {
			continue
		}
		for _, one := range cells[n].form.Comments {
			c.comment(i, one)
		}
	}
}

func (c *comparer) comment(i int, one readback.Comment) {
	p := &c.pairs[i]
	change := Change{Kind: Comment, New: oneLine(one.Text), By: []Hand{{one.Author, one.Date}}}
	above := c.commented(i)
	if p.built != nil {
		change.Place = p.built.first().passage.Place
	} else {
		change.Place = c.near(i)
	}
	text := reviewed(one)
	switch {
	case above.IsZero():
		change.Left = "it stands at words that are not of the plan"
	case bytes.Contains(c.unit.File.Bytes, []byte("# "+text+"\n")):
		return // it came home before
	default:
		change.At = above.Span()
		change.Offers = []Offer{{Says: fmt.Sprintf("write it above line %d as a comment that asks for a person", above.Start().Line), steps: []step{remark{above, text}}}}
	}
	c.add(change)
}

// commented returns the item, or else the value, that a comment on a unit belongs above: of the
// unit itself, or else of what stands before it.
func (c *comparer) commented(i int) source.Node {
	for ; i >= 0; i-- {
		if c.pairs[i].built == nil {
			continue
		}
		n := c.owner(c.pairs[i].built)
		if n.IsZero() {
			continue
		}
		if item, at, ok := c.tree.item(n); ok && !at.parent.IsFlow() {
			if item.Kind() == source.Mapping && c.tree.up[n].parent == item && c.tree.up[n].index > 0 && !item.IsFlow() && nested(item) {
				return n
			}
			return item
		}
		for up := n; !up.IsZero(); up = c.tree.up[up].parent {
			if !c.tree.up[up].parent.IsFlow() {
				return up
			}
		}
		return n
	}
	return source.Node{}
}

// nested reports whether an item holds lists of its own.
func nested(item source.Node) bool {
	for _, v := range item.Pairs() {
		if v.Kind() == source.Sequence {
			return true
		}
	}
	return false
}

// reviewed is a comment of the file as a comment of the plan.
func reviewed(c readback.Comment) string {
	who := Hand{oneLine(c.Author), oneLine(c.Date)}.String()
	return "review: " + cmp.Or(who, "somebody") + ": " + oneLine(c.Text)
}

// oneLine writes a text of a stranger so that it stays on its line.
func oneLine(s string) string {
	const most = 1000
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case isUnseen(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))), " ")
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + " …"
	}
	return s
}
