package matterhorn

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// pages checks what is drawn: all of it belongs to an element or is an artifact, and
// the way from each content and each link to its element is the way back.
func (c *checker) pages() {
	parents := c.parents()
	met := map[place]bool{}
	for i := range c.reader.NumPage() {
		page := c.reader.Page(i + 1).V
		d := drawing{checker: c, page: i + 1, name: page.String(), met: met, parents: parents[page.Key("StructParents").Int64()]}
		c.ensure(page.Key("Group").IsNull(), "PDF/A 6.2.10", "page %d is transparent", i+1)
		pdf.Interpret(page.Key("Contents"), d.operator)
		c.ensure(len(d.open) == 0, "01-005", "page %d leaves marked content open", i+1)
		c.annotations(page, i+1, parents)
	}
	for p, n := range c.seen {
		c.ensure(met[p], "PDF/A 6.7.3", "the structure names content %d, which no page has", p.number)
		c.ensure(n == 1, "PDF/A 6.7.3", "content %d stands in the structure %d times", p.number, n)
	}
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
}

var paints = " Tj TJ ' \" f F f* S s B B* b b* sh Do EI "

func (d *drawing) operator(stack *pdf.Stack, op string) {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	switch op {
	case "BMC":
		d.begin(args[0].Name(), pdf.Value{})
	case "BDC":
		d.begin(args[0].Name(), args[1])
	case "EMC":
		d.ensure(len(d.open) > 0, "01-005", "page %d ends marked content that is not open", d.page)
		d.open = d.open[:max(0, len(d.open)-1)]
	case "BT", "ET":
	default:
		if strings.Contains(paints, " "+op+" ") {
			d.ensure(d.in("artifact") || d.in("content"), "01-005", "page %d draws with %s outside of marked content", d.page, op)
		}
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
		d.ensure(!d.met[p], "PDF/A 6.7.3", "page %d has content %d twice", d.page, p.number)
		d.ensure(d.owners[p] != "", "01-005", "content %d of page %d stands in no element", p.number, d.page)
		d.ensure(d.owners[p] == owner, "PDF/A 6.7.3", "content %d of page %d has two elements", p.number, d.page)
		d.met[p] = true
	}
	d.open = append(d.open, kind)
}

// annotations checks the links of a page.
func (c *checker) annotations(page pdf.Value, number int, parents map[int64]pdf.Value) {
	c.ensure(page.Key("Tabs").Name() == "S", "28-008", "the keyboard does not go through page %d in order", number)
	list := page.Key("Annots")
	for i := range list.Len() {
		a := list.Index(i)
		element, ok := c.links[a.String()]
		c.ensure(ok, "28-011", "a link on page %d is in no Link", number)
		c.ensure(!ok || parents[a.Key("StructParent").Int64()].String() == element, "28-002", "a link on page %d leads to another element", number)
		c.ensure(a.Key("Contents").Text() != "", "28-012", "a link on page %d does not say where it leads", number)
		c.short("a link", a.Key("Contents"), a.Key("A").Key("URI"))
		address := a.Key("A").Key("URI").RawString()
		c.ensure(!strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r >= 0x7F }), "ISO 32000-1 12.6.4.7", "a link on page %d leads to %.20q…", number, address)
		c.ensure(a.Key("F").Int64()&4 != 0, "PDF/A 6.3.2", "a link on page %d is not printed", number)
		delete(c.links, a.String())
	}
	if number == c.reader.NumPage() {
		c.ensure(len(c.links) == 0, "28-002", "%d links are tagged and not there", len(c.links))
	}
}
