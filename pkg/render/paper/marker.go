package paper

import "github.com/isuplan/isuplan/pkg/document"

// marker puts the numbers of addresses behind links; it is a visitor of blocks.
type marker struct {
	known map[string]int
	out   []document.Block
}

func (m *marker) blocks(list []document.Block) []document.Block {
	inner := marker{known: m.known, out: make([]document.Block, 0, len(list))}
	document.Walk(list, &inner)
	return inner.out
}

// of marks the links of a text. Those that are marked stay as they are.
func (m *marker) of(t document.Text) document.Text {
	var out document.Text
	for i := 0; i < len(t); {
		end := t.LinkEnd(i)
		if out != nil {
			out = append(out, t[i:end]...)
		}
		if n := t[i:end].LeadsTo(m.known); n > 0 && (end == len(t) || t[end].Address != n) {
			if out == nil {
				out = append(make(document.Text, 0, len(t)+4), t[:end]...)
			}
			out = append(out, document.Run{Text: " " + document.AddressMark(n), Keep: true, Address: n, Edit: t[i].Edit})
		}
		i = end
	}
	if out == nil {
		return t
	}
	return out
}

// all marks some texts; a list in which nothing changes is the same.
func (m *marker) all(list []document.Text) []document.Text {
	out := list
	for i, t := range list {
		now := m.of(t)
		if len(now) == len(t) {
			continue
		}
		if &out[0] == &list[0] {
			out = append([]document.Text(nil), list...)
		}
		out[i] = now
	}
	return out
}

func (m *marker) masthead(of document.Masthead) document.Masthead {
	of.Name, of.Title, of.Byline = m.of(of.Name), m.of(of.Title), m.of(of.Byline)
	of.Origin, of.Session = m.all(of.Origin), m.all(of.Session)
	return of
}

func (m *marker) add(b document.Block) { m.out = append(m.out, b) }

// Heading marks a heading.
func (m *marker) Heading(h *document.Heading, _ document.Rest) {
	out := *h
	out.Text = m.of(h.Text)
	m.add(&out)
}

// Paragraph marks a paragraph.
func (m *marker) Paragraph(p *document.Paragraph, _ document.Rest) {
	out := *p
	out.Text = m.of(p.Text)
	m.add(&out)
}

// List marks the items of a list.
func (m *marker) List(l *document.List, _ document.Rest) {
	out := *l
	out.Items = m.items(l.Items)
	m.add(&out)
}

func (m *marker) items(list []document.Item) []document.Item {
	out := make([]document.Item, len(list))
	for i, it := range list {
		it.Text = m.of(it.Text)
		if len(it.Items) > 0 {
			it.Items = m.items(it.Items)
		}
		out[i] = it
	}
	return out
}

// Result marks a line of the results chain.
func (m *marker) Result(r *document.Result, _ document.Rest) {
	out := *r
	out.Text = m.of(r.Text)
	m.add(&out)
}

// Box marks a box and what stands in it.
func (m *marker) Box(b *document.Box, _ document.Rest) {
	out := *b
	out.Title, out.Blocks = m.of(b.Title), m.blocks(b.Blocks)
	m.add(&out)
}

// Table marks the cells of a table, their heads and the notes below.
func (m *marker) Table(t *document.Table, _ document.Rest) {
	out := *t
	out.Columns = append([]document.Column(nil), t.Columns...)
	for i := range out.Columns {
		out.Columns[i].Head = m.of(out.Columns[i].Head)
	}
	out.Heads = append([]document.Head(nil), t.Heads...)
	for i := range out.Heads {
		out.Heads[i].Text = m.of(out.Heads[i].Text)
	}
	out.Rows = append([]document.Row(nil), t.Rows...)
	for i := range out.Rows {
		out.Rows[i].Cells = m.all(t.Rows[i].Cells)
	}
	out.Notes = m.all(t.Notes)
	m.add(&out)
}

// Chart leaves a chart as it is: a picture, in which nothing leads anywhere.
func (m *marker) Chart(c *document.Chart, _ document.Rest) { m.add(c) }
