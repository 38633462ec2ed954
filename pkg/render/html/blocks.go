package html

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// Box writes a group of blocks.
func (w *writer) Box(b *document.Box, _ document.Rest) {
	w.put(`<section class="box"`, w.id(b.ID), ">\n")
	outer := w.section
	if len(b.Title) > 0 {
		h := w.level(outer + 1)
		w.section = w.deepest
		w.line("h"+h, "", b.Title)
	}
	w.blocks(b.Blocks)
	w.put("</section>\n")
	w.section = outer
}

// Heading writes a heading.
func (w *writer) Heading(h *document.Heading, _ document.Rest) {
	name := w.list(h)
	tag := "h" + w.level(h.Level+1)
	w.section = w.deepest
	attribute := ""
	if h.Level <= shownLevels {
		attribute = ` id="` + esc(name) + `"`
	} else {
		attribute = w.place(h.Anchor, name)
	}
	w.put("<", tag, attribute, ">", numbered("number", h.Number))
	w.inline(h.Text)
	w.put("</", tag, ">\n")
}

// numbered is what the compiler prints before a text.
func numbered(class, number string) string {
	if number == "" {
		return ""
	}
	return `<span class="` + class + `">` + esc(number) + "</span> "
}

// Paragraph writes a paragraph.
func (w *writer) Paragraph(p *document.Paragraph, _ document.Rest) {
	kinds := make([]string, 0, 2)
	if p.Number != "" {
		kinds = append(kinds, "numbered")
	}
	if p.Lead {
		kinds = append(kinds, "lead")
	}
	w.put("<p", class(strings.Join(kinds, " ")), w.place(p.Anchor, p.ID), ">", numbered("number", p.Number))
	w.inline(p.Text)
	w.put("</p>\n")
}

// List writes a list.
func (w *writer) List(l *document.List, _ document.Rest) { w.items(l.Items) }

func (w *writer) items(list []document.Item) {
	if len(list) == 0 {
		return
	}
	kind := ""
	if list[0].Marker != "" {
		kind = ` class="lettered" role="list"` // some readers take a list without bullets for none
	}
	w.put("<ul", kind, ">\n")
	for i := range list {
		if w.watch.Step() {
			break
		}
		item := &list[i]
		w.put("<li", w.place(item.Anchor, item.ID), ">", numbered("marker", item.Marker))
		w.inline(item.Text)
		if len(item.Items) > 0 {
			w.put("\n")
			w.items(item.Items)
		}
		w.put("</li>\n")
	}
	w.put("</ul>\n")
}

// Result writes a line of the results chain: outcomes and outputs are headings.
func (w *writer) Result(r *document.Result, _ document.Rest) {
	tag, kind := "p", "activity"
	switch r.Level {
	case 1:
		tag, kind = "h"+w.level(w.section+1), "outcome"
	case 2:
		tag, kind = "h"+w.level(w.section+2), "output"
	}
	w.put("<", tag, class(kind), w.place(r.Anchor, r.ID), ">", numbered("label", r.Label))
	w.inline(r.Text)
	w.put("</", tag, ">\n")
}
