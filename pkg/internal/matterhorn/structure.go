package matterhorn

import "github.com/ledongthuc/pdf"

// standard are the types that need no mapping (ISO 32000-1, 14.8.4).
const standard = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
	"Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"

// structure checks the tree of elements.
func (c *checker) structure() {
	root := c.root.Key("StructTreeRoot")
	if root.IsNull() {
		c.fault("PDF/UA 7.1", "no structure")
		return
	}
	if key := beyond(root, treeKeys); key != "" {
		c.fault("allowed element", "the root of the structure has %s", key)
	}
	c.roleMap(root.Key("RoleMap"))
	w := walker{checker: c, ids: map[string]bool{}}
	for i := range count(root.Key("K")) {
		w.element(at(root.Key("K"), i), pdf.Value{})
	}
	w.listed(root.Key("IDTree").Key("Names"))
}

func (c *checker) roleMap(m pdf.Value) {
	c.roles = map[string]string{}
	for _, key := range m.Keys() {
		c.roles[key] = m.Key(key).Name()
		c.ensure(!has(standard, key), "02-004", "the standard type %s is mapped", key)
	}
	for _, key := range m.Keys() {
		_, circular := c.roles[c.mapped(key)]
		c.ensure(!circular, "02-003", "%s is mapped in a circle", key)
	}
}

// mapped returns the type that one is mapped to in the end.
func (c *checker) mapped(role string) string {
	for range len(c.roles) + 1 {
		if to, ok := c.roles[role]; ok {
			role = to
		}
	}
	return role
}

// walker goes through the elements in reading order.
type walker struct {
	*checker
	heading int
	ids     map[string]bool
}

// listed checks the list of elements by their IDs.
func (w *walker) listed(names pdf.Value) {
	w.ensure(names.Len() == 2*len(w.ids), "ISO 32000-1 14.7.2", "%d IDs, %d of them listed", len(w.ids), names.Len()/2)
	for i := 0; i+2 < names.Len(); i += 2 {
		w.ensure(names.Index(i).RawString() < names.Index(i+2).RawString(), "ISO 32000-1 14.7.2", "the IDs are out of order")
	}
}

// element checks an element and what is in it.
func (w *walker) element(e, above pdf.Value) {
	role, parent := w.role(e), w.role(above)
	w.ensure(has(standard, role), "02-001", "the type %q is not standard and not mapped", role)
	w.ensure(has(elementTypes, role), "allowed element", "an element is a %q", role)
	if key := beyond(e, elementKeys); key != "" {
		w.fault("allowed element", "a %s has %s", role, key)
	}
	w.ensure(!e.Key("P").IsNull(), "PDF/UA 7.1", "a %s has nothing above it", role)
	if parent == "" {
		w.ensure(role == "Document", "allowed element", "the whole is a %s", role)
	} else {
		named := e.Key("P")
		w.ensure(w.role(named) == parent && count(named.Key("K")) == count(above.Key("K")), "PDF/A 6.7.3.3", "a %s does not name its parent", role)
	}
	w.alone(e, role)
	w.built(e, role, parent)
	kids := e.Key("K")
	for i := range count(kids) {
		w.kid(e, at(kids, i), role)
	}
}

// role returns an element's type, as far as it is mapped the one that it is mapped to.
func (w *walker) role(e pdf.Value) string { return w.mapped(e.Key("S").Name()) }

// alone checks what an element needs whatever stands around it.
func (w *walker) alone(e pdf.Value, role string) {
	w.texts(e, role)
	switch {
	case role == "Figure":
		w.ensure(e.Key("Alt").Text()+e.Key("ActualText").Text() != "", "13-004", "a figure without words")
		box := attribute(e, "BBox")
		w.ensure(box.Len() == 4 && box.Index(0).Float64() < box.Index(2).Float64() && box.Index(1).Float64() < box.Index(3).Float64(), "ISO 32000-1 14.8.5.4.3", "a figure without a place")
	case role == "TH":
		w.ensure(has("Row Column Both", attribute(e, "Scope").Name()), "15-003", "a head without a scope")
	case role == "Note":
		id := e.Key("ID").RawString()
		w.ensure(id != "", "19-003", "a note without a name")
		w.ensure(id == "" || !w.ids[id], "19-004", "two notes are called %s", id)
	case len(role) == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6':
		level := int(role[1] - '0')
		w.ensure(w.heading > 0 || level == 1, "14-002", "the first heading is %s", role)
		w.ensure(level <= w.heading+1, "14-003", "%s follows H%d", role, w.heading)
		w.heading = level
	case role == "H":
		w.fault("14-007", "a heading without a level")
	case role == "L":
		w.ensure(attribute(e, "ListNumbering").Name() != "", "PDF/UA 7.6", "a list that does not say how it counts")
	}
	if id := e.Key("ID").RawString(); id != "" {
		w.ids[id] = true
	}
}

// texts checks an element's own texts.
func (w *walker) texts(e pdf.Value, role string) {
	alt, actual, long := e.Key("Alt"), e.Key("ActualText"), e.Key("E")
	w.short("a "+role, alt, actual, long, e.Key("ID"), attribute(e, "Summary"))
	w.ensure(w.language || alt.IsNull() && actual.IsNull() && long.IsNull(), "11-002", "a %s has a text in no known language", role)
	w.tongue("a "+role, e.Key("Lang"))
}

// attribute returns an attribute of an element: it has one dictionary of them, or a list.
func attribute(e pdf.Value, key string) pdf.Value {
	list := e.Key("A")
	for i := range count(list) {
		if v := at(list, i).Key(key); !v.IsNull() {
			return v
		}
	}
	return pdf.Value{}
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
