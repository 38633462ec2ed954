package pdf

// role says what an element is, in the words of tagged PDF.
type role string

// The roles.
const (
	roleArtifact  role = "Artifact" // furniture: no part of the text
	roleDivision  role = "Div"
	roleTitle     role = "Title"
	roleHeading1  role = "H1"
	roleHeading2  role = "H2"
	roleHeading3  role = "H3"
	roleParagraph role = "P"
	roleFigure    role = "Figure"
	roleList      role = "L"
	roleItem      role = "LI"
	roleLabel     role = "Lbl"
	roleBody      role = "LBody"
	roleTable     role = "Table"
	roleRow       role = "TR"
	roleHead      role = "TH"
	roleCell      role = "TD"
)

// tag says which element of the document something drawn belongs to. The zero
// tag is furniture.
type tag struct {
	node int  // the element's place in the document's tree, in reading order
	role role // what is drawn of it
}

var furniture = tag{role: roleArtifact}

// element is one element of the document's tree.
type element struct {
	role   role
	parent int
	alt    string // what a figure shows, in words
}

// tree is the document's elements in reading order; the first is the whole.
type tree struct {
	elements []element
	current  int
}

func newTree() tree { return tree{elements: []element{{role: "Document"}}} }

// open adds an element to the current one and makes it current.
func (t *tree) open(r role) tag {
	t.elements = append(t.elements, element{role: r, parent: t.current})
	t.current = len(t.elements) - 1
	return tag{node: t.current, role: r}
}

// close makes the current element's parent current again.
func (t *tree) close() { t.current = t.elements[t.current].parent }

// leaf adds an element that holds no others.
func (t *tree) leaf(r role) tag {
	defer t.close()
	return t.open(r)
}
