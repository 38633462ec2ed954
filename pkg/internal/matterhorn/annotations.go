package matterhorn

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// annotations checks those of a page: all are links.
func (c *checker) annotations(page pdf.Value, number int, parents map[int64]pdf.Value) {
	list := page.Key("Annots")
	order := page.Key("Tabs")
	c.ensure(list.Len() == 0 || !order.IsNull(), "28-008", "nothing says how the keyboard goes through page %d", number)
	c.ensure(list.Len() == 0 || order.IsNull() || order.Name() == "S", "28-009", "the keyboard does not go through page %d in order", number)
	for i := range list.Len() {
		a := list.Index(i)
		if a.Key("Subtype").Name() != "Link" {
			c.fault("allowed annotation", "an annotation on page %d is a %s", number, a.Key("Subtype").Name())
			continue
		}
		element, ok := c.links[a.String()]
		c.ensure(ok, "28-011", "a link on page %d is in no Link", number)
		c.ensure(!ok || parents[a.Key("StructParent").Int64()].String() == element, "28-011", "a link on page %d leads to another element", number)
		delete(c.links, a.String())
		c.link(a, number)
	}
}

// link checks a link by itself.
func (c *checker) link(a pdf.Value, page int) {
	const printed = 4 // and neither hidden nor anything else
	if key := beyond(a, annotationKeys); key != "" {
		c.fault("allowed annotation", "a link on page %d has %s", page, key)
	}
	c.ensure(a.Key("F").Int64() == printed, "PDF/A 6.3.2", "a link on page %d has the flags %d", page, a.Key("F").Int64())
	words := a.Key("Contents")
	c.ensure(words.Text() != "", "28-012", "a link on page %d does not say where it leads", page)
	c.ensure(words.IsNull() || c.language, "11-004", "a link on page %d says where it leads in no known language", page)
	c.short("a link", words)
	c.target(a, page)
}

// target checks where a link leads: to an address, or to a place in the file.
func (c *checker) target(a pdf.Value, page int) {
	action, kind := a.Key("A"), a.Key("A").Key("S").Name()
	switch {
	case kind == "URI" && beyond(action, "Type S URI") == "":
		address := action.Key("URI")
		c.short("a link", address)
		c.ensure(!strings.ContainsFunc(address.RawString(), func(r rune) bool { return r <= ' ' || r >= 0x7F }), "ISO 32000-1 12.6.4.7", "a link on page %d leads to %.20q…", page, address.RawString())
	case kind == "GoTo" && beyond(action, "Type S D") == "" && c.isPlace(action.Key("D")):
	case action.IsNull() && c.isPlace(a.Key("Dest")):
	default:
		c.fault("allowed annotation", "a link on page %d leads nowhere, or does something: %.40s", page, action)
	}
}
