package matterhorn

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// within says which elements stand in which, of those that have a say in it (ISO
// 32000-1, tables 336 and 337).
var within = map[string]string{"LI": "L", "Lbl": "LI", "LBody": "LI", "TR": "Table", "TH": "TR", "TD": "TR"}

// holds says what an element holds and nothing else.
var holds = map[string]string{"L": "LI", "LI": "Lbl LBody", "Table": "TR", "TR": "TH TD"}

var standard = map[string]bool{}

func init() {
	for _, s := range strings.Fields("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
		"Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form") {
		standard[s] = true
	}
}

// structure checks the tree of elements.
func (c *checker) structure() {
	root := c.root.Key("StructTreeRoot")
	if root.IsNull() {
		c.fault("01-006", "no structure")
		return
	}
	c.roleMap(root.Key("RoleMap"))
	w := walker{checker: c, ids: map[string]bool{}}
	w.element(root.Key("K"), pdf.Value{})
	listed := root.Key("IDTree").Key("Names")
	c.ensure(listed.Len() == 2*len(w.ids), "19-003", "%d notes, %d names", len(w.ids), listed.Len()/2)
	for i := 0; i+2 < listed.Len(); i += 2 {
		c.ensure(listed.Index(i).RawString() < listed.Index(i+2).RawString(), "19-003", "the names are out of order")
	}
}

func (c *checker) roleMap(m pdf.Value) {
	c.roles = map[string]string{}
	for _, key := range m.Keys() {
		c.roles[key] = m.Key(key).Name()
		c.ensure(!standard[key], "02-004", "the standard type %s is mapped", key)
	}
	for key := range c.roles {
		to := key
		for range len(c.roles) + 1 {
			if next, ok := c.roles[to]; ok {
				to = next
			}
		}
		_, circular := c.roles[to]
		c.ensure(!circular, "02-003", "%s is mapped in a circle", key)
	}
}

// walker goes through the elements in reading order.
type walker struct {
	*checker
	heading int
	ids     map[string]bool
}

// element checks an element and what is in it.
func (w *walker) element(e, above pdf.Value) {
	role, parent := w.role(e), w.role(above)
	w.ensure(standard[role], "02-001", "the type %q is not standard and not mapped", role)
	if parent == "" {
		w.ensure(role == "Document", "PDF/UA 7.1", "the whole is a %s", role)
	} else {
		named := e.Key("P")
		w.ensure(w.role(named) == parent && count(named.Key("K")) == count(above.Key("K")), "PDF/A 6.7.3", "a %s does not name its parent", role)
	}
	if in, ok := within[role]; ok {
		w.ensure(parent == in, "09-004", "a %s stands in a %s", role, parent)
	}
	if only, ok := holds[parent]; ok {
		w.ensure(strings.Contains(" "+only+" ", " "+role+" "), "09-004", "a %s holds a %s", parent, role)
	}
	w.alone(e, role)
	kids, cells := e.Key("K"), []int(nil)
	for i := range count(kids) {
		k := at(kids, i)
		w.kid(e, k, role)
		if k.Key("S").Name() == "TR" {
			cells = append(cells, count(k.Key("K")))
		}
	}
	for _, n := range cells {
		w.ensure(n == cells[0], "09-004", "a table has rows of %d and %d cells", cells[0], n)
	}
}

// role returns an element's type, as far as it is mapped the one that it is mapped to.
func (w *walker) role(e pdf.Value) string {
	role := e.Key("S").Name()
	if to, ok := w.roles[role]; ok {
		return to
	}
	return role
}

// alone checks what an element needs whatever stands around it.
func (w *walker) alone(e pdf.Value, role string) {
	w.short("a "+role, e.Key("Alt"), e.Key("A").Key("Summary"), e.Key("ID"))
	switch {
	case role == "Figure":
		w.ensure(e.Key("Alt").Text() != "", "13-004", "a figure without words")
		box := e.Key("A").Key("BBox")
		w.ensure(box.Len() == 4 && box.Index(0).Float64() < box.Index(2).Float64() && box.Index(1).Float64() < box.Index(3).Float64(), "PDF/UA 7.3", "a figure without a place")
	case role == "TH":
		scope := e.Key("A").Key("Scope").Name()
		w.ensure(scope == "Row" || scope == "Column" || scope == "Both", "15-003", "a head without a scope")
	case role == "Note":
		id := e.Key("ID").RawString()
		w.ensure(id != "", "19-003", "a note without a name")
		w.ensure(!w.ids[id], "19-004", "two notes are called %s", id)
		w.ids[id] = true
	case len(role) == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6':
		level := int(role[1] - '0')
		w.ensure(w.heading > 0 || level == 1, "14-002", "the first heading is %s", role)
		w.ensure(level <= w.heading+1, "14-003", "%s follows H%d", role, w.heading)
		w.heading = level
	case role == "H":
		w.fault("14-006", "a heading without a level")
	case role == "L":
		w.ensure(e.Key("A").Key("ListNumbering").Name() != "", "16-003", "a list that does not say how it counts")
	}
}

// kid checks what stands in an element: a content of a page, a link, another element.
func (w *walker) kid(e, k pdf.Value, role string) {
	page := e.Key("Pg")
	if !k.Key("Pg").IsNull() {
		page = k.Key("Pg")
	}
	switch {
	case k.Kind() == pdf.Integer, k.Key("Type").Name() == "MCR":
		number := k.Int64()
		if k.Kind() != pdf.Integer {
			number = k.Key("MCID").Int64()
		}
		p := place{page.String(), number}
		w.owners[p] = e.String()
		w.seen[p]++
	case k.Key("Type").Name() == "OBJR":
		w.ensure(role == "Link", "28-011", "an annotation stands in a %s", role)
		w.links[k.Key("Obj").String()] = e.String()
	default:
		w.element(k, e)
	}
}

// count and at treat one kid like a list of one.
func count(kids pdf.Value) int {
	switch kids.Kind() {
	case pdf.Array:
		return kids.Len()
	case pdf.Null:
		return 0
	}
	return 1
}

func at(kids pdf.Value, i int) pdf.Value {
	if kids.Kind() == pdf.Array {
		return kids.Index(i)
	}
	return kids
}
