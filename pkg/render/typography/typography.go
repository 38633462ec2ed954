// Package typography sets quotation marks, apostrophes, dashes and blanks as a language has
// them, for the formats that are laid out. Texts of a document are as they were typed, and stay
// so: a plan, its comparisons and Markdown know nothing of this.
package typography

import "github.com/isuplan/isuplan/pkg/document"

// Set returns a document whose texts are set by its language, and which has no rules left: to set it
// again is no work. The document itself is not changed; what there is nothing to set in is shared
// with it.
func Set(doc *document.Document) *document.Document {
	if doc.Meta.Typography == nil {
		return doc
	}
	w := walker{setter: newSetter(doc.Meta.Typography)}
	out := *doc
	out.Meta.Typography = nil
	out.Masthead = w.masthead(doc.Masthead)
	out.Blocks = w.blocks(doc.Blocks)
	return &out
}

// Table returns a table whose texts are set.
func Table(t *document.Table, y *document.Typography) *document.Table {
	if y == nil {
		return t
	}
	w := walker{setter: newSetter(y)}
	w.Table(t, nil)
	out, _ := document.As[document.Table](w.out[0])
	return out
}

// walker sets blocks, and is their visitor.
type walker struct {
	*setter
	out []document.Block
}

func (w *walker) blocks(list []document.Block) []document.Block {
	inner := walker{setter: w.setter, out: make([]document.Block, 0, len(list))}
	document.Walk(list, &inner)
	return inner.out
}

func (w *walker) of(t document.Text) document.Text {
	t, _ = w.text(t)
	return t
}

func (w *walker) word(s string) string { return w.of(document.Plain(s)).String() }

// all sets some texts; a list in which nothing changes is the same.
func (w *walker) all(list []document.Text) ([]document.Text, bool) {
	var out []document.Text
	for i, t := range list {
		if now, changed := w.text(t); changed {
			if out == nil {
				out = append([]document.Text(nil), list...)
			}
			out[i] = now
		}
	}
	if out == nil {
		return list, false
	}
	return out, true
}

func (w *walker) masthead(m document.Masthead) document.Masthead {
	m.Name, m.Title, m.Byline = w.of(m.Name), w.of(m.Title), w.of(m.Byline)
	m.Origin, _ = w.all(m.Origin)
	m.Session, _ = w.all(m.Session)
	return m
}

func (w *walker) add(b document.Block) { w.out = append(w.out, b) }

// Heading sets a heading.
func (w *walker) Heading(h *document.Heading, _ document.Rest) {
	out := *h
	out.Text = w.of(h.Text)
	w.add(&out)
}

// Paragraph sets a paragraph.
func (w *walker) Paragraph(p *document.Paragraph, _ document.Rest) {
	out := *p
	out.Text = w.of(p.Text)
	w.add(&out)
}

// List sets the items of a list.
func (w *walker) List(l *document.List, _ document.Rest) {
	out := *l
	out.Items = w.items(l.Items)
	w.add(&out)
}

func (w *walker) items(list []document.Item) []document.Item {
	out := make([]document.Item, len(list))
	for i, it := range list {
		it.Text = w.of(it.Text)
		if len(it.Items) > 0 {
			it.Items = w.items(it.Items)
		}
		out[i] = it
	}
	return out
}

// Result sets a line of the results chain.
func (w *walker) Result(r *document.Result, _ document.Rest) {
	out := *r
	out.Label, out.Text = w.word(r.Label), w.of(r.Text)
	w.add(&out)
}

// Box sets a box and what stands in it.
func (w *walker) Box(b *document.Box, _ document.Rest) {
	out := *b
	out.Title, out.Blocks = w.of(b.Title), w.blocks(b.Blocks)
	w.add(&out)
}

// Table sets the cells of a table.
func (w *walker) Table(t *document.Table, _ document.Rest) {
	out := *t
	out.Caption = w.of(t.Caption)
	out.Columns = append([]document.Column(nil), t.Columns...)
	for i := range out.Columns {
		out.Columns[i].Head = w.of(out.Columns[i].Head)
	}
	out.Heads = append([]document.Head(nil), t.Heads...)
	for i := range out.Heads {
		out.Heads[i].Text = w.of(out.Heads[i].Text)
	}
	copied := false
	for i := range t.Rows {
		if cells, changed := w.all(t.Rows[i].Cells); changed {
			if !copied {
				out.Rows, copied = append([]document.Row(nil), t.Rows...), true
			}
			out.Rows[i].Cells = cells
		}
	}
	out.Notes, _ = w.all(t.Notes)
	w.add(&out)
}

// Chart sets the words of a chart.
func (w *walker) Chart(c *document.Chart, _ document.Rest) {
	out := *c
	out.Title = w.of(c.Title)
	out.Series, _ = w.all(c.Series)
	out.Bars = append([]document.Bar(nil), c.Bars...)
	for i := range out.Bars {
		out.Bars[i].Label = w.of(out.Bars[i].Label)
	}
	w.add(&out)
}
