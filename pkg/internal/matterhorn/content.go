package matterhorn

import "github.com/ledongthuc/pdf"

// pages checks what is drawn: all of it belongs to an element or is an artifact, and
// the way from each content and each link to its element is the way back.
func (c *checker) pages() {
	parents := c.parents()
	met := map[place]bool{}
	for i := range c.reader.NumPage() {
		page := c.reader.Page(i + 1)
		if key := beyond(page.V, pageKeys); key != "" {
			c.fault("allowed page", "page %d has %s", i+1, key)
		}
		c.resources(page.Resources(), i+1)
		d := drawing{checker: c, page: i + 1, name: page.V.String(), met: met, parents: parents[page.V.Key("StructParents").Int64()], faces: c.faces(page)}
		pdf.Interpret(page.V.Key("Contents"), d.operator)
		c.ensure(len(d.open) == 0, "01-005", "page %d leaves marked content open", i+1)
		c.ensure(c.language || d.face == nil, "11-001", "the text of page %d is in no known language", i+1)
		c.annotations(page.V, i+1, parents)
	}
	for p, n := range c.seen {
		c.ensure(met[p], "PDF/A 6.7.3.3", "the structure names content %d, which no page has", p.number)
		c.ensure(n == 1, "PDF/A 6.7.3.3", "content %d stands in the structure %d times", p.number, n)
	}
	c.ensure(len(c.links) == 0, "PDF/A 6.7.3.3", "the structure names %d links, which no page has", len(c.links))
}

// resources checks what a page draws with: fonts and nothing else.
func (c *checker) resources(v pdf.Value, page int) {
	key := beyond(v, resourceKeys)
	c.ensure(key == "", "allowed page", "page %d draws with %s", page, key)
	others := len(v.Key("XObject").Keys()) + len(v.Key("ColorSpace").Keys())
	c.ensure(others == 0, "allowed page", "page %d draws with images or colour spaces: %d", page, others)
}

// parents returns the parent tree.
func (c *checker) parents() map[int64]pdf.Value {
	nums := c.root.Key("StructTreeRoot").Key("ParentTree").Key("Nums")
	list := map[int64]pdf.Value{}
	for i := 0; i+1 < nums.Len(); i += 2 {
		list[nums.Index(i).Int64()] = nums.Index(i + 1)
	}
	return list
}

// drawing is a page's content being read.
type drawing struct {
	*checker
	page    int
	name    string
	parents pdf.Value
	met     map[place]bool
	open    []string // "artifact", "content" or "" for other marks
	faces   map[string]*font
	face    *font // in use
}

const paints = "Tj TJ ' \" f F f* S s B B* b b* sh Do EI"

func (d *drawing) operator(stack *pdf.Stack, op string) {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	d.ensure(!has(paints, op) || d.in("artifact") || d.in("content"), "01-005", "page %d draws with %s outside of marked content", d.page, op)
	switch op {
	case "BMC":
		d.begin(args[0].Name(), pdf.Value{})
	case "BDC":
		d.begin(args[0].Name(), args[1])
	case "EMC":
		d.ensure(len(d.open) > 0, "01-005", "page %d ends marked content that is not open", d.page)
		d.open = d.open[:max(0, len(d.open)-1)]
	case "Tf":
		d.face = d.faces[args[0].Name()]
	case "Tj", "TJ", "'", "\"":
		text := args[len(args)-1]
		for i := range count(text) {
			d.show(at(text, i).RawString())
		}
	}
}

// show notes the codes of a string.
func (d *drawing) show(codes string) {
	d.ensure(len(codes) <= longest, "PDF/A 6.1.13", "page %d has a string of %d bytes", d.page, len(codes))
	if d.face == nil {
		d.fault("31-009", "page %d shows text in no font", d.page)
		return
	}
	for i := 0; i+1 < len(codes); i += 2 {
		d.face.shown[int(codes[i])<<8|int(codes[i+1])] = d.page
	}
}

func (d *drawing) in(kind string) bool {
	for _, k := range d.open {
		if k == kind {
			return true
		}
	}
	return false
}

func (d *drawing) begin(name string, properties pdf.Value) {
	d.tongue("something drawn", properties.Key("Lang"))
	kind := ""
	switch {
	case name == "Artifact":
		kind = "artifact"
		d.ensure(!d.in("content"), "01-003", "page %d has an artifact inside content", d.page)
	case !properties.Key("MCID").IsNull():
		kind = "content"
		d.ensure(!d.in("artifact"), "01-004", "page %d has content inside an artifact", d.page)
		p := place{d.name, properties.Key("MCID").Int64()}
		owner := d.parents.Index(int(p.number)).String()
		d.ensure(!d.met[p], "PDF/A 6.7.3.3", "page %d has content %d twice", d.page, p.number)
		d.ensure(d.owners[p] != "", "01-005", "content %d of page %d stands in no element", p.number, d.page)
		d.ensure(d.owners[p] == "" || d.owners[p] == owner, "PDF/A 6.7.3.3", "content %d of page %d has two elements", p.number, d.page)
		d.met[p] = true
	}
	d.open = append(d.open, kind)
}
