package docxtest

import (
	"errors"
	"fmt"
	"slices"
)

// Resolve accepts or rejects all tracked changes below an element, as Word does
// (ISO/IEC 29500-1, 17.13.5). An error means that the changes cannot be resolved so
// that nothing is left over.
func Resolve(n *Node, accept bool) error {
	r := resolver{going: []string{"ins", "moveTo"}, staying: []string{"del", "moveFrom"}, accept: accept}
	if accept {
		r.going, r.staying = r.staying, r.going
	}
	r.inside(n)
	return errors.Join(r.errs...)
}

type resolver struct {
	going, staying []string // elements that mark what goes, and what stays
	accept         bool
	errs           []error
}

func (r *resolver) failf(format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf(format, args...))
}

// isBookmark reports a place that texts lead to: it shows nothing, and goes with its paragraph.
func isBookmark(n Node) bool {
	return n.XMLName.Local == "bookmarkStart" || n.XMLName.Local == "bookmarkEnd"
}

// inside resolves an element that has blocks, or something that has blocks, inside.
func (r *resolver) inside(n *Node) {
	var carried []Node // the runs of paragraphs whose ends are gone
	var out []Node
	for _, c := range n.Nodes {
		switch c.XMLName.Local {
		case "p":
			gone := r.paragraph(&c)
			c.Nodes = slices.Insert(c.Nodes, min(1, len(c.Nodes)), carried...)
			carried = nil
			if gone {
				carried = slices.DeleteFunc(c.Nodes[min(1, len(c.Nodes)):], isBookmark)
				continue
			}
		case "tbl":
			if len(carried) > 0 {
				r.failf("text runs into a table: %v", carried)
			}
			if !r.table(&c) {
				continue
			}
		case "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd":
			continue
		case "sectPr":
			r.section(&c)
		case "pPr", "tblPr", "tblGrid", "tcPr", "trPr":
		default:
			r.inside(&c)
		}
		out = append(out, c)
	}
	if len(carried) > 0 || len(n.Nodes) > 0 && len(out) == 0 {
		r.failf("%s: the last paragraph is gone", n.XMLName.Local)
	}
	n.Nodes = out
}

// paragraph resolves a paragraph and reports whether its end is gone. Its properties
// come first, always.
func (r *resolver) paragraph(p *Node) (gone bool) {
	if len(p.Nodes) == 0 || p.Nodes[0].XMLName.Local != "pPr" {
		p.Nodes = slices.Insert(p.Nodes, 0, Node{})
		p.Nodes[0].XMLName.Local = "pPr"
	}
	properties := p.Nodes[0]
	gone = r.marked(child(&properties, "rPr"))
	properties.Nodes = slices.DeleteFunc(properties.Nodes, func(n Node) bool { return n.XMLName.Local == "rPr" })
	section := child(&properties, "sectPr")
	if section != nil { // no change of a paragraph takes away the section that ends there
		kept := *section
		section = &kept
		r.section(section)
		properties.Nodes = slices.DeleteFunc(properties.Nodes, func(n Node) bool { return n.XMLName.Local == "sectPr" })
	}
	r.properties(&properties, "pPrChange")
	if section != nil {
		properties.Nodes = append(properties.Nodes, *section)
	}
	runs := r.runs(p.Nodes[1:])
	p.Nodes = append([]Node{properties}, runs...)
	return gone
}

// marked reports whether what has these properties is gone.
func (r *resolver) marked(properties *Node) bool {
	if properties == nil {
		return false
	}
	return slices.ContainsFunc(properties.Nodes, func(n Node) bool { return slices.Contains(r.going, n.XMLName.Local) })
}

// properties brings properties into the state that they have.
func (r *resolver) properties(n *Node, change string) {
	at := slices.IndexFunc(n.Nodes, func(n Node) bool { return n.XMLName.Local == change })
	if at < 0 {
		return
	}
	if r.accept {
		n.Nodes = slices.Delete(n.Nodes, at, at+1)
		return
	}
	n.Nodes = n.Nodes[at].Nodes[0].Nodes
}

// section brings a section into the state that it has. What it has in its margins is no change.
func (r *resolver) section(n *Node) {
	var margins []Node
	for _, c := range n.Nodes {
		if c.XMLName.Local == "headerReference" || c.XMLName.Local == "footerReference" {
			margins = append(margins, c)
		}
	}
	if child(n, "sectPrChange") != nil {
		r.properties(n, "sectPrChange")
		if !r.accept {
			n.Nodes = append(margins, n.Nodes...)
		}
	}
}

// runs resolves what is in a paragraph or a link.
func (r *resolver) runs(list []Node) (out []Node) {
	for _, n := range list {
		name := n.XMLName.Local
		switch {
		case slices.Contains(r.going, name):
		case slices.Contains(r.staying, name):
			out = append(out, restored(n.Nodes)...)
		case name == "hyperlink":
			if n.Nodes = r.runs(n.Nodes); len(n.Nodes) > 0 {
				out = append(out, n)
			}
		case name == "moveFromRangeStart" || name == "moveFromRangeEnd" || name == "moveToRangeStart" || name == "moveToRangeEnd":
		default:
			out = append(out, n)
		}
	}
	return out
}

// restored gives back their usual names to what is in deleted runs.
func restored(runs []Node) []Node {
	names := map[string]string{"delText": "t", "delInstrText": "instrText"}
	for i := range runs {
		for k := range runs[i].Nodes {
			n := &runs[i].Nodes[k]
			if name := names[n.XMLName.Local]; name != "" {
				n.XMLName.Local = name
			}
		}
	}
	return runs
}

// table resolves a table and reports whether anything of it is left.
func (r *resolver) table(t *Node) bool {
	var out []Node
	rows := 0
	for _, n := range t.Nodes {
		switch n.XMLName.Local {
		case "tblPr":
			r.properties(&n, "tblPrChange")
		case "tblGrid":
			r.properties(&n, "tblGridChange")
		case "tr":
			properties := child(&n, "trPr")
			if r.marked(properties) {
				continue
			}
			if properties != nil {
				properties.Nodes = slices.DeleteFunc(properties.Nodes, func(n Node) bool { return slices.Contains(r.staying, n.XMLName.Local) })
			}
			n.Nodes = slices.DeleteFunc(n.Nodes, func(n Node) bool { return n.XMLName.Local == "trPr" && len(n.Nodes) == 0 })
			for i := range n.Nodes {
				if properties := child(&n.Nodes[i], "tcPr"); properties != nil {
					r.properties(properties, "tcPrChange")
				}
			}
			r.inside(&n)
			rows++
		}
		out = append(out, n)
	}
	t.Nodes = out
	return rows > 0
}

// child returns the first element of a name directly below n, nil where there is none.
func child(n *Node, name string) *Node {
	for i := range n.Nodes {
		if n.Nodes[i].XMLName.Local == name {
			return &n.Nodes[i]
		}
	}
	return nil
}
