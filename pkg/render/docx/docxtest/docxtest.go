// Package docxtest reads Word files in tests, as Word shows them: it knows the format,
// and nothing of the package that writes it.
package docxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Node is an element of a part.
type Node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []Node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

// Attr returns an attribute by its local name, "" where there is none.
func (n *Node) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// First returns the first element below n that has a name, nil where there is none.
func (n *Node) First(name string) *Node {
	var found *Node
	n.Walk(func(n *Node) bool {
		if found == nil && n.XMLName.Local == name {
			found = n
		}
		return found == nil
	})
	return found
}

// Walk visits n and what is below it, in order; visit says whether to go deeper.
func (n *Node) Walk(visit func(*Node) bool) {
	if !visit(n) {
		return
	}
	for i := range n.Nodes {
		n.Nodes[i].Walk(visit)
	}
}

// Parts returns the files of a package by name.
func Parts(file []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return parts, nil
}

// Parse reads a whole part.
func Parse(part []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(part))
	var n Node
	if err := d.Decode(&n); err != nil {
		return nil, err
	}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return &n, nil
		}
		if text, ok := token.(xml.CharData); !ok || len(bytes.TrimSpace(text)) > 0 {
			return nil, fmt.Errorf("something stands behind the element: %v", err)
		}
	}
}

// Lines returns the text of a file, a paragraph a line, with the numbers and bullets
// that Word puts in front; whatever blanks part two words, it is one here.
func Lines(file []byte) ([]string, error) {
	parts, err := Parts(file)
	if err != nil {
		return nil, err
	}
	c, err := newCounter(parts)
	if err != nil {
		return nil, err
	}
	document, err := Parse(parts["word/document.xml"])
	if err != nil {
		return nil, err
	}
	var lines []string
	notes := notes{form: document.First("sectPr").First("footnotePr").First("numFmt").Attr("val")}
	document.Walk(func(n *Node) bool {
		if n.XMLName.Local != "p" {
			return true
		}
		lines = append(lines, strings.Join(strings.Fields(c.label(n)+" "+notes.words(n)), " "))
		return false
	})
	return lines, nil
}

// notes counts footnotes.
type notes struct {
	form string
	last int
}

// words returns what is written in a paragraph.
func (n *notes) words(p *Node) string {
	var b strings.Builder
	p.Walk(func(e *Node) bool {
		switch e.XMLName.Local {
		case "t":
			b.WriteString(e.Text)
		case "footnoteReference":
			n.last++
			b.WriteString(show(n.form, n.last))
		case "tab":
			b.WriteString(" ")
		case "noBreakHyphen":
			b.WriteString("-")
		case "pPr":
			return false
		}
		return true
	})
	return b.String()
}
