package document

import (
	"iter"
	"reflect"
	"slices"
)

// Visitor has a method for each kind of block, so that a renderer that forgets one does
// not compile. Rest are the blocks that follow in the same list.
type Visitor interface {
	Heading(h *Heading, rest Rest)
	Paragraph(p *Paragraph, rest Rest)
	List(l *List, rest Rest)
	Result(r *Result, rest Rest)
	Box(b *Box, rest Rest) // which holds blocks: Walk them
	Table(t *Table, rest Rest)
	Chart(c *Chart, rest Rest)
}

// Rest are the blocks that follow another in the same list.
type Rest []Block

// Block is one block of the document's flow: one of the kinds that Visitor has, or a
// pointer to one.
type Block interface{ visit(v Visitor, rest Rest) }

func (h Heading) visit(v Visitor, rest Rest)   { v.Heading(&h, rest) }
func (p Paragraph) visit(v Visitor, rest Rest) { v.Paragraph(&p, rest) }
func (l List) visit(v Visitor, rest Rest)      { v.List(&l, rest) }
func (r Result) visit(v Visitor, rest Rest)    { v.Result(&r, rest) }
func (b Box) visit(v Visitor, rest Rest)       { v.Box(&b, rest) }
func (t Table) visit(v Visitor, rest Rest)     { v.Table(&t, rest) }
func (c Chart) visit(v Visitor, rest Rest)     { v.Chart(&c, rest) }

// Walk shows the blocks of a list to a visitor, in their order. Blocks that are nil are
// passed over. What stands in a box is shown when the visitor walks it.
func Walk(list []Block, v Visitor) { WalkUntil(func() bool { return false }, list, v) }

// WalkUntil walks as Walk does, until it is told before a block that the walk has ended.
func WalkUntil(ended func() bool, list []Block, v Visitor) {
	for i, b := range list {
		if ended() {
			return
		}
		if !isNil(b) {
			b.visit(v, Rest(list[i+1:]))
		}
	}
}

func isNil(b Block) bool {
	if b == nil {
		return true
	}
	v := reflect.ValueOf(b)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// As returns a block as one of a kind, where it is one or a pointer to one.
func As[B any](b Block) (*B, bool) {
	if pointer, ok := any(b).(*B); ok {
		return pointer, pointer != nil
	}
	value, ok := any(b).(B)
	return &value, ok
}

// Each yields the blocks of one kind, those in boxes too, in the order of the document:
//
//	for t := range document.Each[document.Table](doc.Blocks) {
func Each[B any](list []Block) iter.Seq[*B] {
	return func(yield func(*B) bool) {
		finder[B]{yield: yield, done: new(bool)}.walk(list)
	}
}

// finder shows the blocks of one kind until nobody wants more.
type finder[B any] struct {
	yield func(*B) bool
	done  *bool
}

func (f finder[B]) walk(list []Block) { Walk(list, f) }

func (f finder[B]) see(b any) {
	if wanted, ok := b.(*B); ok && !*f.done {
		*f.done = !f.yield(wanted)
	}
}

func (f finder[B]) Heading(h *Heading, _ Rest)     { f.see(h) }
func (f finder[B]) Paragraph(p *Paragraph, _ Rest) { f.see(p) }
func (f finder[B]) List(l *List, _ Rest)           { f.see(l) }
func (f finder[B]) Result(r *Result, _ Rest)       { f.see(r) }
func (f finder[B]) Table(t *Table, _ Rest)         { f.see(t) }
func (f finder[B]) Chart(c *Chart, _ Rest)         { f.see(c) }

func (f finder[B]) Box(b *Box, _ Rest) {
	f.see(b)
	f.walk(b.Blocks)
}

// Printed yields every text that a document prints, in the order of print: those of the
// compiler, such as numbers and labels, without a run, the others run by run. What only
// the file says of itself, or who listens hears, is not among them.
func (d *Document) Printed() iter.Seq2[string, *Run] {
	return func(yield func(string, *Run) bool) {
		p := printer{yield: yield}
		p.word(d.Meta.Draft)
		p.masthead(&d.Masthead)
		Walk(d.Blocks, &p)
		p.text(d.Addresses.Title)
		p.text(d.Addresses.Notes...)
		p.word(d.Meta.Symbol)
		p.word(d.Meta.Job)
		p.word(d.Meta.Caption)
		p.word(d.Meta.Recycle)
	}
}

// Texts yields every text that a document prints, in the order of print: each masthead line,
// heading, paragraph, item and cell as one. Words that no run has, such as numbers, are
// not among them, nor are the addresses of links, which stand again in their list.
func (d *Document) Texts() iter.Seq[Text] {
	return func(yield func(Text) bool) {
		p := printer{each: yield}
		p.masthead(&d.Masthead)
		Walk(d.Blocks, &p)
	}
}

// printer yields texts, or their runs, until nobody wants more.
type printer struct {
	yield func(string, *Run) bool
	each  func(Text) bool // in place of yield
	done  bool
}

func (p *printer) word(s string) {
	if s != "" && !p.done && p.yield != nil {
		p.done = !p.yield(s, nil)
	}
}

func (p *printer) text(texts ...Text) {
	for _, t := range texts {
		if p.each != nil {
			p.done = p.done || len(t) > 0 && !p.each(t)
			continue
		}
		for i := range t {
			if p.done {
				return
			}
			p.done = !p.yield(t[i].Text, &t[i])
		}
	}
}

func (p *printer) masthead(m *Masthead) {
	p.word(m.Symbol)
	p.text(m.Name)
	p.text(m.Origin...)
	p.text(m.Session...)
	p.text(m.Title, m.Byline)
}

func (p *printer) Heading(h *Heading, _ Rest) {
	p.word(h.Number)
	p.text(h.Text)
}

func (p *printer) Paragraph(x *Paragraph, _ Rest) {
	p.word(x.Number)
	p.text(x.Text)
}

func (p *printer) List(l *List, _ Rest) { p.items(l.Items) }

func (p *printer) items(list []Item) {
	for i := range list {
		p.word(list[i].Marker)
		p.text(list[i].Text)
		p.items(list[i].Items)
	}
}

func (p *printer) Result(r *Result, _ Rest) {
	p.word(r.Label)
	p.text(r.Text)
}

func (p *printer) Box(b *Box, _ Rest) {
	p.text(b.Title)
	Walk(b.Blocks, p)
}

func (p *printer) Table(t *Table, _ Rest) {
	for _, row := range t.HeadRows() {
		for i := range row {
			p.text(row[i].Text)
		}
	}
	for i := range t.Rows {
		p.text(t.Rows[i].Cells...)
	}
	p.text(t.Notes...)
}

func (p *printer) Chart(c *Chart, _ Rest) {
	p.text(c.Title)
	p.text(c.Series...)
	for _, s := range slices.Concat(c.Over, c.Axis) {
		p.word(s.Text)
	}
	for i := range c.Bars {
		p.text(c.Bars[i].Label)
		for _, v := range c.Bars[i].Values {
			p.word(v.Text)
			p.word(v.Share)
		}
	}
}
