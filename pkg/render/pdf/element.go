package pdf

// role says what an element is, in the words of tagged PDF (ISO 32000-1, 14.8.4).
type role string

// The roles of elements.
const (
	roleDocument  role = "Document"
	roleDivision  role = "Div"
	roleTitle     role = "Title" // not in PDF 1.7: the file maps it to P
	roleHeading1  role = "H1"
	roleHeading2  role = "H2"
	roleHeading3  role = "H3"
	roleParagraph role = "P"
	roleNote      role = "Note"
	roleFigure    role = "Figure"
	roleLink      role = "Link"
	roleReference role = "Reference"
	roleSpan      role = "Span"   // a part of a text of which something is said
	roleStrong    role = "Strong" // as the next, of PDF 2.0: the file maps it to Span
	roleEmphasis  role = "Em"
	roleList      role = "L"
	roleItem      role = "LI"
	roleLabel     role = "Lbl"
	roleBody      role = "LBody"
	roleTable     role = "Table"
	roleRow       role = "TR"
	roleHead      role = "TH" // the head of a column
	roleCell      role = "TD"
)

// The roles of what is no part of the text: an artifact of the layout, or of one kind
// of page furniture.
const (
	roleArtifact  role = "Artifact"
	roleHeader    role = "Header"
	roleFooter    role = "Footer"
	roleWatermark role = "Watermark"
	roleRepeated  role = "Repeated" // the head of a table on its later pages
)

// tag says which element of the document something drawn belongs to. The zero
// tag is furniture.
type tag struct {
	node int  // the element's position in the document's tree, in reading order
	role role // what is drawn of it
}

var furniture = tag{role: roleArtifact}

// isArtifact reports what is no part of the text.
func (t tag) isArtifact() bool { return t.node == 0 }

// element is one element of the document's tree.
type element struct {
	role   role
	parent int
	alt    string // what a figure shows, in words
	aloud  string // what is read aloud instead
	spoken string // the language of what is in it, "" for that around it
	// isNamed says that it has a name, by which others refer to it.
	isNamed bool
	// attributes is a PDF dictionary (ISO 32000-1, 14.8.5), "" for none.
	attributes string
	kids       []kid // in reading order
}

// kid is what stands in an element: another element, or something drawn.
type kid struct {
	element int
	page    int // of what is drawn
	content int // its number on the page
	link    int // of a link: its position among the links drawn, from 1
}

// tree is the document's elements in reading order; the first is the root.
type tree struct {
	elements []element
	current  int
	placed   int // the last element that stands among its parent's kids
	laid     int // the last element that layout made; those behind it are parts of texts, made while drawing
	heading  int // level of the last heading
	section  int // level of the last heading of a section
	// anchors are what texts lead to.
	anchors map[string]*note
	// addresses are those of the list at the end, in its order.
	addresses []note
}

func newTree() tree { return tree{elements: []element{{role: roleDocument}}} }

// open adds an element to the current one and makes it current.
func (t *tree) open(r role) tag {
	t.elements = append(t.elements, element{role: r, parent: t.current})
	t.current = len(t.elements) - 1
	return tag{node: t.current, role: r}
}

// openHeading opens a heading. No level is skipped.
func (t *tree) openHeading(level int) tag {
	t.heading = min(max(level, 1), t.heading+1, 3)
	return t.open([]role{roleHeading1, roleHeading2, roleHeading3}[t.heading-1])
}

// close makes the current element's parent current again.
func (t *tree) close() { t.current = t.elements[t.current].parent }

// leaf adds an element that holds no others.
func (t *tree) leaf(r role) tag {
	defer t.close()
	return t.open(r)
}

// place puts the elements up to one among their parents' kids, those that nothing is
// drawn of too: an empty cell counts as well. Elements are made in reading order.
func (t *tree) place(upTo int) {
	for t.placed < upTo {
		t.placed++
		parent := &t.elements[t.elements[t.placed].parent]
		parent.kids = append(parent.kids, kid{element: t.placed})
	}
}

// drawn puts what nothing was drawn of to its place, when all is drawn.
func (t *tree) drawn() { t.place(t.laid) }

// draws adds something drawn to an element.
func (t *tree) draws(node, page, content int) {
	e := &t.elements[node]
	e.kids = append(e.kids, kid{page: page, content: content})
}
