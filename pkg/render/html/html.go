// Package html writes a document as one self-contained page: nothing is loaded from
// elsewhere, no script runs, and it reads well on a phone and on paper.
package html

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"html"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
	"github.com/isuplan/isuplan/pkg/render/svg"
)

//go:embed page.css
var style string

// Style is the style sheet of a document: what Body writes is set by it. All its rules are
// for what stands in the element that Body writes, and for paper.
func Style() string { return style }

// Options say what else stands in the body of a page.
type Options struct {
	// At says of a run what stands at it as the attribute data-at, such as where its text
	// was written; "" for no such attribute. Nil is for none at all.
	At func(*document.Run) string
	// Cell says the same of a figure of a table, which no run says the name of.
	Cell func(*document.Row, *document.Column) string
}

// Body writes the document as it stands in the body of a page, without its head and style.
// The error is that of a context that ended.
func Body(ctx context.Context, doc *document.Document, o Options) ([]byte, error) {
	w := &writer{watch: cancel.New(ctx), at: o.At, cell: o.Cell}
	w.body(doc)
	return w.out.Bytes(), w.watch.Err()
}

// Render writes the document as a file, with its seal. The error is that of a context that
// ended.
func Render(ctx context.Context, doc *document.Document, seal document.Seal) ([]byte, error) {
	w := &writer{watch: cancel.New(ctx)}
	w.head(doc, seal)
	w.body(doc)
	w.printf("</body>\n</html>\n")
	return w.out.Bytes(), w.watch.Err()
}

// head writes what the file says of itself.
func (w *writer) head(doc *document.Document, _ document.Seal) {
	language := doc.Meta.Language
	if language == "" {
		language = "en"
	}
	w.printf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", esc(language))
	w.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	w.printf("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
	w.printf("<meta name=\"generator\" content=\"isuplan\">\n<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", esc(doc.Meta.Title), style)
}

func (w *writer) body(doc *document.Document) {
	w.printf("<main>\n")
	w.draft(doc.Meta.Draft)
	w.masthead(doc.Masthead)
	w.blocks(doc.Blocks)
	w.printf("</main>\n")
}

type writer struct {
	out   bytes.Buffer
	watch *cancel.Watch
	at    func(*document.Run) string
	cell  func(*document.Row, *document.Column) string
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

// draft marks a draft, before everything else.
func (w *writer) draft(word string) {
	if word != "" {
		w.printf("<p class=\"draft\"><strong>%s</strong></p>\n", esc(word))
	}
}

func (w *writer) masthead(m document.Masthead) {
	w.printf("<header>\n")
	w.line("p", "name", m.Name)
	if m.Symbol != "" {
		w.printf("<p class=\"symbol\">%s</p>\n", esc(m.Symbol))
	}
	for _, lines := range [][]document.Text{m.Origin, m.Session} {
		for _, l := range lines {
			w.line("p", "session", l)
		}
	}
	w.line("h1", "", m.Title)
	w.line("p", "byline", m.Byline)
	w.printf("</header>\n")
}

func (w *writer) line(tag, class string, t document.Text) {
	if len(t) == 0 {
		return
	}
	if class != "" {
		class = " class=\"" + class + "\""
	}
	w.printf("<%s%s>%s</%s>\n", tag, class, w.inline(t), tag)
}

// blocks writes a run of blocks; writer is its visitor.
func (w *writer) blocks(list []document.Block) { document.WalkUntil(w.watch.Ended, list, w) }

// Box writes a group of blocks.
func (w *writer) Box(b *document.Box, _ document.Rest) {
	w.printf("<section class=\"box\"%s>\n", id(b.ID))
	w.line("h2", "", b.Title)
	w.blocks(b.Blocks)
	w.printf("</section>\n")
}

// Chart writes a chart as a picture.
func (w *writer) Chart(c *document.Chart, _ document.Rest) {
	w.printf("<figure%s>\n%s</figure>\n", id(c.ID), svg.Chart(c))
}

// Heading writes a heading.
func (w *writer) Heading(h *document.Heading, _ document.Rest) {
	const deepest = 6
	tag := fmt.Sprintf("h%d", min(h.Level+1, deepest))
	number := ""
	if h.Number != "" {
		number = "<span class=\"number\">" + esc(h.Number) + "</span> "
	}
	w.printf("<%s%s>%s%s</%s>\n", tag, id(h.ID), number, w.inline(h.Text), tag)
}

// Paragraph writes a paragraph.
func (w *writer) Paragraph(p *document.Paragraph, _ document.Rest) {
	number := ""
	if p.Number != "" {
		number = "<span class=\"number\">" + esc(p.Number) + "</span> "
	}
	w.printf("<p%s>%s%s</p>\n", id(p.ID), number, w.inline(p.Text))
}

// List writes a list.
func (w *writer) List(l *document.List, _ document.Rest) { w.list(l.Items) }

func (w *writer) list(items []document.Item) {
	if len(items) == 0 {
		return
	}
	class := ""
	if items[0].Marker != "" {
		class = " class=\"lettered\""
	}
	w.printf("<ul%s>\n", class)
	for _, item := range items {
		if w.watch.Step() {
			break
		}
		marker := ""
		if item.Marker != "" {
			marker = "<span class=\"marker\">" + esc(item.Marker) + "</span> "
		}
		w.printf("<li%s>%s%s", id(item.ID), marker, w.inline(item.Text))
		if len(item.Items) > 0 {
			w.printf("\n")
			w.list(item.Items)
		}
		w.printf("</li>\n")
	}
	w.printf("</ul>\n")
}

// Result writes a line of the results chain.
func (w *writer) Result(r *document.Result, _ document.Rest) {
	text := "<span class=\"label\">" + esc(r.Label) + "</span> " + w.inline(r.Text)
	if r.Level < 3 {
		w.printf("<h%d%s>%s</h%d>\n", r.Level+2, id(r.ID), text, r.Level+2)
		return
	}
	w.printf("<p class=\"activity\"%s>%s</p>\n", id(r.ID), text)
}

// Table writes a table. Cells beyond the declared columns get columns of their own.
func (w *writer) Table(t *document.Table, _ document.Rest) {
	if columns := t.AllColumns(); len(columns) > 0 {
		w.grid(t, columns)
	}
	for _, n := range t.Notes {
		w.printf("<p class=\"note\">%s</p>\n", w.inline(n))
	}
}

// grid writes the head and the rows of a table.
func (w *writer) grid(t *document.Table, columns []document.Column) {
	w.printf("<div class=\"table\">\n<table%s>\n", id(t.ID))
	if len(t.Caption) > 0 {
		w.printf("<caption>%s</caption>\n", w.inline(t.Caption))
	}
	w.printf("<thead><tr>")
	for _, c := range columns {
		w.printf("<th scope=\"col\"%s>%s</th>", numeric(c), w.inline(c.Head))
	}
	w.printf("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		if w.watch.Step() {
			break
		}
		w.row(columns, &row)
	}
	w.printf("</tbody>\n</table>\n</div>\n")
}

// deepest is how deep the style sheet indents the rows of groups.
const deepest = 9

// from says where a figure comes from.
func (w *writer) from(row *document.Row, c *document.Column) string {
	if w.cell == nil || !c.Numeric {
		return ""
	}
	if at := w.cell(row, c); at != "" {
		return " data-at=\"" + esc(at) + "\""
	}
	return ""
}

func (w *writer) row(columns []document.Column, row *document.Row) {
	class := [...]string{"", "total", "aside", "group", "subtotal"}[row.Kind]
	if class != "" {
		class = " class=\"" + class + "\""
	}
	w.printf("<tr%s>", class)
	for i, cell := range row.Cells {
		depth := ""
		if i == 0 && row.Depth > 0 {
			depth = fmt.Sprintf(" data-depth=\"%d\"", min(row.Depth, deepest))
		}
		tag := "td"
		if columns[i].Label {
			tag = "th scope=\"row\""
		}
		w.printf("<%s%s%s%s>%s</%s>", tag, numeric(columns[i]), depth, w.from(row, &columns[i]), w.inline(cell), tag[:2])
	}
	w.printf("</tr>\n")
}

func numeric(c document.Column) string {
	if c.Numeric {
		return " class=\"number\""
	}
	return ""
}

func id(name string) string {
	if name == "" {
		return ""
	}
	return " id=\"" + esc(name) + "\""
}

// inline writes text with its styles.
func (w *writer) inline(t document.Text) string {
	var b strings.Builder
	for i := range t {
		r, start, end := &t[i], "", ""
		wrap := func(on bool, tag string) {
			if on {
				start, end = start+"<"+tag+">", "</"+tag+">"+end
			}
		}
		if r.Link != "" {
			start, end = "<a href=\""+esc(r.Link)+"\">", "</a>"
		}
		wrap(r.Edit == document.Inserted, "ins")
		wrap(r.Edit == document.Deleted, "del")
		wrap(r.Strong, "strong")
		wrap(r.Emphasis, "em")
		if w.at != nil {
			if at := w.at(r); at != "" {
				start, end = start+"<span data-at=\""+esc(at)+"\">", "</span>"+end
			}
		}
		b.WriteString(start + esc(r.Text) + end)
	}
	return b.String()
}

func esc(s string) string { return html.EscapeString(s) }
