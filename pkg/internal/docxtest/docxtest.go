// Package docxtest reads Word files in tests, as Word shows them: it knows the format,
// and nothing of the package that writes it.
package docxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Node is an element of a part.
type Node struct {
	XMLName xml.Name
	Attrs   []xml.Attr
	Nodes   []Node
	Text    string
}

// clone returns a copy that can be changed.
func (n Node) clone() *Node {
	n.Nodes = slices.Clone(n.Nodes)
	for i := range n.Nodes {
		n.Nodes[i] = *n.Nodes[i].clone()
	}
	return &n
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

// File is a package whose parts are read once, however often they are asked for.
type File struct {
	Parts map[string][]byte
	nodes map[string]*Node
}

// Open reads a package.
func Open(file []byte) (*File, error) {
	parts, err := Parts(file)
	return &File{Parts: parts, nodes: map[string]*Node{}}, err
}

// Node returns a part's element. It is not to be changed.
func (f *File) Node(name string) (*Node, error) {
	if n := f.nodes[name]; n != nil {
		return n, nil
	}
	n, err := Parse(f.Parts[name])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	f.nodes[name] = n
	return n, nil
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
	var root *Node
	var open []*Node // the elements around
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && root != nil {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			n := Node{XMLName: token.Name, Attrs: token.Copy().Attr}
			switch {
			case len(open) > 0:
				above := open[len(open)-1]
				above.Nodes = append(above.Nodes, n)
				open = append(open, &above.Nodes[len(above.Nodes)-1])
			case root != nil:
				return nil, fmt.Errorf("%s stands behind the element", token.Name.Local)
			default:
				root = &n
				open = append(open, root)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].Text += string(token)
			} else if len(bytes.TrimSpace(token)) > 0 {
				return nil, fmt.Errorf("%q stands beside the element", token)
			}
		}
	}
}

// Lines returns the text of a file, a paragraph a line, with the numbers and bullets
// that Word puts in front; whatever blanks part two words, it is one here.
func Lines(file []byte) ([]string, error) {
	f, err := Open(file)
	if err != nil {
		return nil, err
	}
	c, err := newCounter(f)
	if err != nil {
		return nil, err
	}
	document, err := f.Node("word/document.xml")
	if err != nil {
		return nil, err
	}
	var lines []string
	document.Walk(func(n *Node) bool {
		if n.XMLName.Local != "p" {
			return true
		}
		lines = append(lines, strings.Join(strings.Fields(c.label(n)+" "+words(n)), " "))
		return false
	})
	return lines, nil
}

// words returns what is written in a paragraph.
func words(p *Node) string {
	var b strings.Builder
	p.Walk(func(e *Node) bool {
		switch e.XMLName.Local {
		case "t":
			b.WriteString(e.Text)
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
