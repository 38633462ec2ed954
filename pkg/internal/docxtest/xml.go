package docxtest

import (
	"encoding/xml"
	"html"
	"slices"
	"strings"
)

// XML writes an element that Parse read, with the prefixes that it had.
func (n *Node) XML() string {
	prefixes := map[string]string{"http://www.w3.org/XML/1998/namespace": "xml"}
	var declared []xml.Attr
	n.Walk(func(n *Node) bool {
		for _, a := range n.Attrs {
			if a.Name.Space == "xmlns" && prefixes[a.Value] == "" {
				prefixes[a.Value] = a.Name.Local
				declared = append(declared, a)
			}
		}
		return true
	})
	var b strings.Builder
	n.write(&b, prefixes, declared)
	return b.String()
}

func (n *Node) write(b *strings.Builder, prefixes map[string]string, declared []xml.Attr) {
	name := func(x xml.Name) string {
		if p := prefixes[x.Space]; p != "" {
			return p + ":" + x.Local
		}
		return x.Local
	}
	b.WriteString("<" + name(n.XMLName))
	for _, a := range declared {
		b.WriteString(` xmlns:` + a.Name.Local + `="` + html.EscapeString(a.Value) + `"`)
	}
	for _, a := range n.Attrs {
		if a.Name.Space != "xmlns" {
			b.WriteString(" " + name(a.Name) + `="` + html.EscapeString(a.Value) + `"`)
		}
	}
	b.WriteString(">" + html.EscapeString(n.Text))
	for i := range n.Nodes {
		n.Nodes[i].write(b, prefixes, nil)
	}
	b.WriteString("</" + name(n.XMLName) + ">")
}

// Resolve accepts or rejects the tracked changes of the file: all of them, or those of the
// first half of the text.
func (e *Edited) Resolve(accept, half bool) (err error) {
	e.margins = func(part string) (string, error) { return resolved(part, accept) }
	if !half {
		e.XML, err = resolved(e.XML, accept)
		return err
	}
	n, err := Parse([]byte(e.XML))
	if err != nil {
		return err
	}
	body := n.First("body")
	for at := len(body.Nodes) / 2; at > 0; at-- { // a paragraph may run on into the next
		one := (&Node{XMLName: body.XMLName, Nodes: body.Nodes[:at]}).clone()
		if err = Resolve(one, accept); err == nil {
			body.Nodes = slices.Concat(one.Nodes, body.Nodes[at:])
			e.XML = n.XML()
			return nil
		}
	}
	return err
}

func resolved(part string, accept bool) (string, error) {
	n, err := Parse([]byte(part))
	if err != nil {
		return "", err
	}
	err = Resolve(n, accept)
	return n.XML(), err
}
