package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
)

// structure writes the document's tree into the file (ISO 32000-1, 14.7): an object
// for each element, one for each link, and the way back from what is drawn to its
// element.
type structure struct {
	*canvas
	file    *file
	root    int          // object of the tree's root
	pages   []int        // objects, by page
	objects []int        // of the elements; 0 for one that holds nothing
	first   int          // object of the first link
	areas   map[int]area // of figures and notes
}

// addStructure returns the object of the tree's root.
func (c *canvas) addStructure(f *file) int {
	s := structure{canvas: c, file: f, pages: f.pages(), objects: make([]int, len(c.tree.elements))}
	s.areas = s.measured()
	f.objects = slices.Grow(f.objects, len(c.tree.elements)+len(c.marks.links)+spareObjects)
	s.root = f.reserve(1)
	s.reserve(0)
	s.levels()
	s.first = f.reserve(len(c.marks.links))
	for i := range c.tree.elements {
		if c.setter.Step() {
			break
		}
		if s.objects[i] != 0 {
			f.objects[s.objects[i]] = s.element(i)
		}
	}
	for i := range c.marks.links {
		f.objects[s.first+i] = s.annotation(i)
	}
	s.amendPages()
	s.writeRoot()
	return s.root
}

// spareObjects are those of fonts, colours and the like.
const spareObjects = 64

// reserve gives objects to an element and what it holds, and reports whether it holds
// anything. An empty cell counts, since its position in the row says its column.
func (s *structure) reserve(node int) bool {
	e := &s.tree.elements[node]
	object := s.file.reserve(1)
	kids := e.kids[:0]
	for _, k := range e.kids {
		if k.element == 0 || s.reserve(k.element) {
			kids = append(kids, k)
		}
	}
	e.kids = kids
	if len(kids) == 0 && node != 0 && e.role != roleCell && e.role != roleHead {
		s.file.objects = s.file.objects[:object]
		return false
	}
	s.objects[node] = object
	return true
}

// levels sees to it that no level of headings is skipped where one has nothing that can
// be seen, and is left out.
func (s *structure) levels() {
	headings, last := []role{roleHeading1, roleHeading2, roleHeading3}, 0
	for i := range s.tree.elements {
		e := &s.tree.elements[i]
		if n := slices.Index(headings, e.role) + 1; n > 0 && s.objects[i] != 0 {
			last = min(n, last+1)
			e.role = headings[last-1]
		}
	}
}

// element is the object of an element.
func (s *structure) element(node int) []byte {
	e := &s.tree.elements[node]
	parent := s.root
	if node != 0 {
		parent = s.objects[e.parent]
	}
	b := fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R", e.role, parent)
	page := slices.IndexFunc(e.kids, func(k kid) bool { return k.page > 0 })
	if page >= 0 {
		page = e.kids[page].page
		b = fmt.Appendf(b, " /Pg %d 0 R", s.pages[page-1])
	}
	if e.isNamed {
		b = append(append(b, " /ID "...), nameOf(node)...)
	}
	if e.spoken != "" {
		b = append(append(b, " /Lang "...), pdfString(e.spoken)...)
	}
	if e.alt != "" {
		b = append(append(b, " /Alt "...), pdfString(e.alt)...)
	}
	if e.aloud != "" {
		b = append(append(b, " /ActualText "...), pdfString(e.aloud)...)
	}
	if e.role == roleFigure {
		b = append(s.appendBox(append(b, " /A <</O /Layout /Placement /Block /BBox "...), s.areas[node]), ">>"...)
	}
	if e.attributes != "" {
		b = append(append(b, " /A "...), e.attributes...)
	}
	if len(e.kids) > 0 {
		b = append(b, " /K ["...)
		for i, k := range e.kids {
			if i > 0 {
				b = append(b, ' ')
			}
			b = s.kid(b, k, page)
		}
		b = append(b, ']')
	}
	return append(b, ">>"...)
}

// nameOf is an element's name; names are listed in the order of the alphabet.
func nameOf(node int) string { return fmt.Sprintf("(element-%08d)", node) }

// kid refers to what stands in an element whose page is given.
func (s *structure) kid(b []byte, k kid, page int) []byte {
	switch {
	case k.element != 0:
		b = strconv.AppendInt(b, int64(s.objects[k.element]), 10)
		return append(b, " 0 R"...)
	case k.link != 0:
		return fmt.Appendf(b, "<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", s.pages[k.page-1], s.first+k.link-1)
	case k.page == page:
		return strconv.AppendInt(b, int64(k.content), 10)
	}
	return fmt.Appendf(b, "<</Type /MCR /Pg %d 0 R /MCID %d>>", s.pages[k.page-1], k.content)
}

// area is where an element stands on its first page, from the top left.
type area struct {
	left, top, right, foot length
	page                   int
}

// measured returns where the figures stand, and what links lead to.
func (s *structure) measured() map[int]area {
	areas, anchored := map[int]area{}, map[int]bool{}
	for _, n := range s.tree.anchors {
		anchored[n.node] = true
	}
	for _, n := range s.backs {
		anchored[n.node] = true
	}
	for i := range s.record {
		d := &s.record[i]
		if d.role != roleFigure && d.role != roleNote && !anchored[d.node] {
			continue
		}
		a, known := areas[d.node]
		if !known {
			a = area{pageHeight, pageHeight, 0, 0, d.page}
		}
		if d.page == a.page {
			areas[d.node] = area{min(a.left, d.x), min(a.top, d.y), max(a.right, d.x+max(d.width, point)), max(a.foot, d.y+max(d.height, point)), d.page}
		}
	}
	return areas
}

// appendBox writes a rectangle as PDF has it, from the lower left.
func (c *canvas) appendBox(b []byte, a area) []byte {
	height := c.sheets[a.page-1].height
	b = append(b, '[')
	for i, l := range []length{a.left, height - a.foot, a.right, height - a.top} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendLength(b, l)
	}
	return append(b, ']')
}

// annotation is the object of a link. It says in words where it leads, and is printed:
// to an address, to a note, which it says itself, or to another place of the text.
func (s *structure) annotation(i int) []byte {
	l := &s.marks.links[i]
	b := s.appendBox([]byte("<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect "), area{l.x, l.y, l.x + l.width, l.y + l.height, l.page})
	if l.note != nil {
		a, drawn := s.areas[l.note.node]
		if !drawn {
			a = area{page: l.page} // there is nothing to see
		}
		b = fmt.Appendf(b, " /StructParent %d /Contents %s /Dest [%d 0 R /XYZ ", len(s.pages)+i, pdfString(l.note.text), s.pages[a.page-1])
		b = append(appendLength(b, a.left), ' ')
		return append(appendLength(b, s.sheets[a.page-1].height-a.top), " null]>>"...)
	}
	return fmt.Appendf(b, " /StructParent %d /Contents %s /A <</S /URI /URI %s>>>>",
		len(s.pages)+i, pdfString(l.address), pdfString(uri(l.address)))
}

// amendPages says on each page where its content's elements are listed, what links it
// has, and that the keyboard goes through them in the order of the text.
func (s *structure) amendPages() {
	annots := make([][]byte, len(s.pages))
	for i, l := range s.marks.links {
		annots[l.page-1] = fmt.Appendf(annots[l.page-1], "%d 0 R ", s.first+i)
	}
	for i, n := range s.pages {
		entries := fmt.Appendf(nil, "\n/StructParents %d /Tabs /S", i)
		if annots[i] != nil {
			entries = fmt.Appendf(entries, " /Annots [%s]", bytes.TrimSpace(annots[i]))
		}
		s.file.objects[n] = slices.Insert(s.file.objects[n], len(pageStart), entries...)
	}
}

// writeRoot writes the root: all of the document, the way from each page's content and
// from each link to its element, and the elements that have names.
func (s *structure) writeRoot() {
	parents := []byte("<</Nums [")
	for i, page := range s.marks.parents {
		parents = fmt.Appendf(parents, "%d [", i)
		for _, node := range page {
			parents = append(strconv.AppendInt(parents, int64(s.objects[node]), 10), " 0 R "...)
		}
		parents = append(parents, "] "...)
	}
	for i, l := range s.marks.links {
		parents = fmt.Appendf(parents, "%d %d 0 R ", len(s.pages)+i, s.objects[l.node])
	}
	list := s.file.add(append(parents, "]>>"...))
	names, tree := []byte("<</Names ["), ""
	for i := range s.tree.elements {
		if s.tree.elements[i].isNamed && s.objects[i] != 0 {
			names = fmt.Appendf(names, "%s %d 0 R ", nameOf(i), s.objects[i])
			tree = " /IDTree "
		}
	}
	if tree != "" {
		tree += fmt.Sprintf("%d 0 R", s.file.add(append(names, "]>>"...)))
	}
	s.file.objects[s.root] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d%s "+
		"/RoleMap <</%s /P%s>>>>", s.objects[0], list, len(s.pages)+len(s.marks.links), tree, roleTitle, s.newer())
}

// newer maps the roles of PDF 2.0 that the tree has to such as PDF 1.7 knows.
func (s *structure) newer() (mapped string) {
	for _, r := range []role{roleStrong, roleEmphasis} {
		if slices.ContainsFunc(s.tree.elements, func(e element) bool { return e.role == r }) {
			mapped += fmt.Sprintf(" /%s /%s", r, roleSpan)
		}
	}
	return mapped
}
