package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/render/set"
)

// anchor notes what texts may lead to, and what it says: a link says in words where it leads, and
// leads to nothing that says nothing.
func (t *tree) anchor(name string, mark tag, says string) {
	if name == "" || says == "" {
		return
	}
	if t.anchors == nil {
		t.anchors = map[string]*note{}
	}
	if t.anchors[name] == nil {
		t.anchors[name] = &note{mark.node, shortened(says)}
	}
}

// marked notes where the mark of a note stands, so that a way leads back to it.
func (c *canvas) marked(t *text, in *set.Part) {
	n := c.noteOf(in)
	if n == nil || c.backs[n.node] != nil {
		return
	}
	var b strings.Builder
	for i := range t.atoms {
		b.WriteString(t.atoms[i].Text)
		if t.atoms[i].Space > 0 {
			b.WriteByte(' ')
		}
	}
	c.backs[n.node] = &note{t.mark.node, shortened(strings.TrimSpace(b.String()))}
}

// mostSaid is how many characters a link says of what it leads to.
const mostSaid = 80

// shortened is the beginning of a text, cut between words where it can be.
func shortened(s string) string {
	r := []rune(s)
	if len(r) <= mostSaid {
		return s
	}
	s = string(r[:mostSaid-1])
	if blank := strings.LastIndexByte(s, ' '); blank > len(s)/2 {
		s = s[:blank]
	}
	return s + "…"
}

// leadsTo returns what a part of a text in the element of a tag leads to in the document, nil
// for nothing. The mark of a note leads back.
func (c *canvas) leadsTo(t tag, in *set.Part) *note {
	if c.isOwn(t, in) {
		return c.backs[t.node]
	}
	if n := c.noteOf(in); n != nil || isLink(in) {
		return n
	}
	return c.tree.anchors[in.To]
}
