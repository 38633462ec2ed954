package document

// Rewriter makes a document of another whose texts are others. Nothing of the other is changed; what stays as
// it is is shared with it.
type Rewriter struct {
	// Text returns what stands in place of a text, and whether that is another.
	Text func(Text) (Text, bool)
	// All says that the words of charts, and what tables show for who does not see them, are texts too.
	All bool
}

// Document rewrites the masthead and all blocks of a document.
func (r Rewriter) Document(doc *Document) *Document {
	out := *doc
	m := &out.Masthead
	m.Name, m.Title, m.Byline = r.of(m.Name), r.of(m.Title), r.of(m.Byline)
	m.Origin, _ = r.all(m.Origin)
	m.Session, _ = r.all(m.Session)
	out.Blocks = r.blocks(doc.Blocks)
	return &out
}

// Table rewrites a table.
func (r Rewriter) Table(t *Table) *Table {
	out := *t
	if r.All {
		out.Caption = r.of(t.Caption)
	}
	out.Columns = append([]Column(nil), t.Columns...)
	for i := range out.Columns {
		out.Columns[i].Head = r.of(out.Columns[i].Head)
	}
	out.Heads = append([]Head(nil), t.Heads...)
	for i := range out.Heads {
		out.Heads[i].Text = r.of(out.Heads[i].Text)
	}
	copied := false
	for i := range t.Rows {
		if cells, changed := r.all(t.Rows[i].Cells); changed {
			if !copied {
				out.Rows, copied = append([]Row(nil), t.Rows...), true
			}
			out.Rows[i].Cells = cells
		}
	}
	out.Notes, _ = r.all(t.Notes)
	return &out
}

func (r Rewriter) of(t Text) Text {
	t, _ = r.Text(t)
	return t
}

// all rewrites some texts; a list in which nothing changes is the same.
func (r Rewriter) all(list []Text) ([]Text, bool) {
	var out []Text
	for i, t := range list {
		if now, changed := r.Text(t); changed {
			if out == nil {
				out = append([]Text(nil), list...)
			}
			out[i] = now
		}
	}
	if out == nil {
		return list, false
	}
	return out, true
}

func (r Rewriter) blocks(list []Block) []Block {
	w := rewriting{Rewriter: r, out: make([]Block, 0, len(list))}
	Walk(list, &w)
	return w.out
}

func (r Rewriter) items(list []Item) []Item {
	out := make([]Item, len(list))
	for i, it := range list {
		it.Text = r.of(it.Text)
		if len(it.Items) > 0 {
			it.Items = r.items(it.Items)
		}
		out[i] = it
	}
	return out
}

// rewriting is the visitor of the blocks that are rewritten.
type rewriting struct {
	Rewriter
	out []Block
}

func (w *rewriting) add(b Block) { w.out = append(w.out, b) }

// Heading rewrites a heading.
func (w *rewriting) Heading(h *Heading, _ Rest) {
	out := *h
	out.Text = w.of(h.Text)
	w.add(&out)
}

// Paragraph rewrites a paragraph.
func (w *rewriting) Paragraph(p *Paragraph, _ Rest) {
	out := *p
	out.Text = w.of(p.Text)
	w.add(&out)
}

// List rewrites the items of a list.
func (w *rewriting) List(l *List, _ Rest) {
	out := *l
	out.Items = w.items(l.Items)
	w.add(&out)
}

// Result rewrites a line of the results chain.
func (w *rewriting) Result(r *Result, _ Rest) {
	out := *r
	out.Label, out.Text = w.of(Plain(r.Label)).String(), w.of(r.Text)
	w.add(&out)
}

// Box rewrites a box and what stands in it.
func (w *rewriting) Box(b *Box, _ Rest) {
	out := *b
	out.Title, out.Blocks = w.of(b.Title), w.blocks(b.Blocks)
	w.add(&out)
}

// Table rewrites a table.
func (w *rewriting) Table(t *Table, _ Rest) { w.add(w.Rewriter.Table(t)) }

// Chart rewrites the words of a chart.
func (w *rewriting) Chart(c *Chart, _ Rest) {
	if !w.All {
		w.add(c)
		return
	}
	out := *c
	out.Title = w.of(c.Title)
	out.Series, _ = w.all(c.Series)
	out.Bars = append([]Bar(nil), c.Bars...)
	for i := range out.Bars {
		out.Bars[i].Label = w.of(out.Bars[i].Label)
	}
	w.add(&out)
}
