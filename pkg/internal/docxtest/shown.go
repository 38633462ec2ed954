package docxtest

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Shown returns all that a file shows, with how it shows it, a line for each paragraph,
// table, row and cell: in the text, and in what stands above and below it. What only
// says how parts refer to each other is not in it. resolve, if not nil, is called with
// each part first.
func Shown(file []byte, resolve func(*Node) error) ([]string, error) {
	f, err := Open(file)
	if err != nil {
		return nil, err
	}
	return f.Shown(resolve)
}

// Shown returns what the file shows.
func (f *File) Shown(resolve func(*Node) error) (lines []string, err error) {
	s := shower{file: f}
	if s.counter, err = newCounter(f); err != nil {
		return nil, err
	}
	for _, name := range []string{"header1", "header2", "header3", "footer1", "footer2", "footer3", "document"} {
		n, err := f.Node("word/" + name + ".xml")
		if err != nil {
			return nil, err
		}
		if resolve != nil {
			n = n.clone()
			if err := resolve(n); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		if err := s.part(name, n); err != nil {
			return nil, err
		}
	}
	return s.lines, nil
}

type shower struct {
	file    *File
	counter *counter
	targets map[string]string
	lines   []string
}

func (s *shower) add(line string) { s.lines = append(s.lines, line) }

func (s *shower) part(name string, n *Node) (err error) {
	s.add("== " + name)
	if s.targets, err = s.relations(name); err != nil {
		return err
	}
	s.blocks(n)
	return nil
}

func (s *shower) relations(name string) (map[string]string, error) {
	out := map[string]string{}
	rels := "word/_rels/" + name + ".xml.rels"
	if s.file.Parts[rels] == nil {
		return out, nil
	}
	n, err := s.file.Node(rels)
	if err != nil {
		return nil, err
	}
	for i := range n.Nodes {
		r := &n.Nodes[i]
		out[r.Attr("Id")] = r.Attr("Target")
		if part := s.file.Parts[path.Join("word", r.Attr("Target"))]; part != nil {
			out[r.Attr("Id")] = string(part)
		}
	}
	return out, nil
}

func (s *shower) blocks(n *Node) {
	for i := range n.Nodes {
		c := &n.Nodes[i]
		switch c.XMLName.Local {
		case "p":
			s.paragraph(c)
		case "body", "tbl", "tr", "tc":
			s.add("<" + c.XMLName.Local)
			s.blocks(c)
			s.add(c.XMLName.Local + ">")
		default:
			s.add(s.markup(c))
		}
	}
}

// paragraph shows a paragraph: its properties, its number with the form of its list,
// and its text, the same look in one piece.
func (s *shower) paragraph(p *Node) {
	line := "p "
	if properties := child(p, "pPr"); properties != nil {
		line += s.markup(properties)
	}
	line += " [" + s.counter.label(p) + "] " + s.level(p)
	look, text := "", ""
	flush := func() {
		if text != "" {
			line += "\n    " + look + " " + text
		}
		text = ""
	}
	s.runs(p, "", func(l, t string) {
		if l != look {
			flush()
			look = l
		}
		text += t
	})
	flush()
	s.add(line)
}

// level shows what the list of a paragraph is like.
func (s *shower) level(p *Node) string {
	n := s.counter.numPr(p)
	if n == nil {
		return ""
	}
	l := s.counter.levels[n.First("numId").Attr("val")][atoi(n.First("ilvl").Attr("val"))]
	if l == nil {
		return ""
	}
	return s.markup(l)
}

// runs calls add with the look and the content of each run.
func (s *shower) runs(p *Node, link string, add func(look, text string)) {
	for i := range p.Nodes {
		n := &p.Nodes[i]
		switch n.XMLName.Local {
		case "hyperlink":
			to := "" // a place of the document, which shows nothing either
			if id := n.Attr("id"); id != "" {
				to = "→" + s.targets[id]
			}
			s.runs(n, to, add)
		case "r":
			look := link
			if properties := child(n, "rPr"); properties != nil {
				look += s.markup(properties)
			}
			for k := range n.Nodes {
				if c := &n.Nodes[k]; c.XMLName.Local != "rPr" {
					add(look, s.content(c))
				}
			}
		case "pPr", "bookmarkStart", "bookmarkEnd": // places show nothing
		default:
			add("?", s.markup(n))
		}
	}
}

func (s *shower) content(n *Node) string {
	if n.XMLName.Local == "t" {
		return n.Text
	}
	return s.markup(n)
}

// markup writes an element as it is, but for numbers and references that differ from
// file to file; what numbers a paragraph is shown by level.
func (s *shower) markup(n *Node) string {
	var b bytes.Buffer
	s.element(&b, n)
	return b.String()
}

func (s *shower) element(b *bytes.Buffer, n *Node) {
	name := n.XMLName.Local
	if name == "headerReference" || name == "footerReference" {
		return
	}
	if name == "numPr" && n.First("numId").Attr("val") != "0" || len(n.Attrs) == 0 && len(n.Nodes) == 0 && n.Text == "" && slices.Contains([]string{"pPr", "rPr", "trPr"}, name) {
		return
	}
	b.WriteString("<" + name)
	for _, a := range n.Attrs {
		value := a.Value
		if strings.HasSuffix(a.Name.Space, "/relationships") {
			value = s.targets[value]
		}
		if name == "docPr" && (a.Name.Local == "id" || a.Name.Local == "name") || name == "cNvPr" && a.Name.Local == "name" || name == "p" {
			continue
		}
		b.WriteString(" " + a.Name.Local + "=" + value)
	}
	b.WriteString(">" + strings.TrimSpace(n.Text))
	for i := range n.Nodes {
		s.element(b, &n.Nodes[i])
	}
	b.WriteString("</>")
}
