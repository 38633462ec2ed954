// Package terminal writes a document for a terminal: wrapped to its width, with
// colours where it takes them, and edited texts side by side where it is wide enough.
package terminal

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
)

// Options say what the terminal is like.
type Options struct {
	Width int  // in columns; at least 40 are used
	Color bool // colours and boldface
	// Clean makes text harmless: it takes out what would steer the terminal.
	Clean func(string) string
}

// Render writes the document. Of its head it writes the title: what else stands there is
// known to who asked. The error is that of a context that ended.
func Render(ctx context.Context, doc *document.Document, o Options) ([]byte, error) {
	const narrowest = 40
	o.Width = max(o.Width, narrowest)
	if o.Clean == nil {
		o.Clean = func(s string) string { return s }
	}
	w := &writer{Options: o, watch: cancel.New(ctx)}
	w.paragraph(strong(document.Plain(doc.Meta.Draft)))
	w.paragraph(strong(doc.Masthead.Title))
	w.blocks(doc.Blocks)
	return w.out.Bytes(), w.watch.Err()
}

func strong(t document.Text) document.Text {
	var out document.Text
	for _, r := range t {
		r.Strong = true
		out = append(out, r)
	}
	return out
}

type writer struct {
	Options
	out   bytes.Buffer
	watch *cancel.Watch
}

func (w *writer) gap() {
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
}

// blocks writes a run of blocks; writer is its visitor.
func (w *writer) blocks(list []document.Block) { document.WalkUntil(w.watch.Ended, list, w) }

// Heading writes a heading.
func (w *writer) Heading(h *document.Heading, _ document.Rest) {
	w.paragraph(strong(append(numbered(h.Number), h.Text...)))
}

// Paragraph writes a paragraph.
func (w *writer) Paragraph(p *document.Paragraph, _ document.Rest) {
	w.paragraph(append(numbered(p.Number), p.Text...))
}

// List writes a list.
func (w *writer) List(l *document.List, _ document.Rest) {
	w.gap()
	w.items("", l.Items)
}

// Result writes a line of the results chain, an outcome in bold.
func (w *writer) Result(r *document.Result, _ document.Rest) {
	t := append(document.Text{{Text: r.Label + " ", Strong: r.Level < 3}}, r.Text...)
	if r.Level <= 1 {
		t = strong(t)
	}
	w.paragraph(t)
}

// Box writes what stands in a box, without a frame and its title.
func (w *writer) Box(b *document.Box, _ document.Rest) { w.blocks(b.Blocks) }

func numbered(number string) document.Text {
	if number == "" {
		return nil
	}
	return document.Text{{Text: number + " "}}
}

func (w *writer) paragraph(t document.Text) {
	if len(t) == 0 {
		return
	}
	w.gap()
	w.lines("", w.wrap(words(t), w.Width))
}

// items writes items, and those inside them, further in.
func (w *writer) items(indent string, items []document.Item) {
	for i := range items {
		if w.watch.Step() {
			return
		}
		w.item(indent, &items[i])
		w.items(indent+"  ", items[i].Items)
	}
}

// item writes an item of a list; one with edits in two columns where there is room:
// what was at the left, what is at the right.
func (w *writer) item(indent string, item *document.Item) {
	const wide = 150
	marker := indent + "- "
	if item.Marker != "" {
		marker = indent + item.Marker + " "
	}
	if w.Width >= wide && isEdited(item.Text) {
		w.sideBySide(marker, item.Text)
		return
	}
	w.lines(marker, w.wrap(words(item.Text), w.Width-len(marker)))
}

func isEdited(t document.Text) bool {
	in, out := false, false
	for _, r := range t {
		in, out = in || r.Edit == document.Inserted, out || r.Edit == document.Deleted
	}
	return in && out
}

func (w *writer) sideBySide(marker string, t document.Text) {
	const rule = " │ "
	half := (w.Width - len(marker) - 3) / 2
	left, right := w.wrap(words(without(t, document.Inserted)), half), w.wrap(words(without(t, document.Deleted)), half)
	for i := range max(len(left), len(right)) {
		var l, r line
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lead := strings.Repeat(" ", len(marker))
		if i == 0 {
			lead = marker
		}
		fmt.Fprintf(&w.out, "%s%s%s%s%s\n", lead, l.text, strings.Repeat(" ", half-l.width), rule, strings.TrimRight(r.text, " "))
	}
}

func without(t document.Text, e document.Edit) document.Text {
	var out document.Text
	for _, r := range t {
		if r.Edit != e {
			out = append(out, r)
		}
	}
	return out
}

func (w *writer) lines(marker string, lines []line) {
	for i, l := range lines {
		lead := marker
		if i > 0 {
			lead = strings.Repeat(" ", len(marker))
		}
		w.out.WriteString(strings.TrimRight(lead+l.text, " ") + "\n")
	}
}

// line is a line with its colours, and how wide it shows.
type line struct {
	text  string
	width int
}

// word is a word and the run whose style it has.
type word struct {
	text  string
	run   document.Run
	glued bool // no blank stands before it
	// first and last say that it opens or closes its run.
	first, last bool
}

// words cuts text into words, each with its style.
func words(t document.Text) []word {
	var list []word
	blank := true
	for i, r := range t {
		rest, begin := r.Text, len(list)
		for rest != "" {
			trimmed := strings.TrimLeft(rest, " ")
			blank = blank || len(trimmed) < len(rest)
			end := strings.IndexByte(trimmed, ' ')
			if end < 0 {
				end = len(trimmed)
			}
			if end > 0 {
				list = append(list, word{text: trimmed[:end], run: r, glued: !blank})
				blank = false
			}
			rest = trimmed[end:]
		}
		if len(list) > begin {
			list[begin].first, list[len(list)-1].last = true, true
		}
		if r.Link != "" && (i+1 == len(t) || t[i+1].Link != r.Link) && !strings.Contains(r.Link, strings.TrimSpace(r.Text)) {
			list = append(list, word{text: "(" + r.Link + ")", run: document.Run{}}) // no terminal shows where a text leads
			blank = true
		}
	}
	return list
}

// wrap breaks words into lines of a width.
func (w *writer) wrap(list []word, width int) []line {
	var lines []line
	var now line
	for _, x := range list {
		text, shown := w.mark(x)
		wide := uniseg.StringWidth(shown)
		blank := 1
		if x.glued || now.width == 0 {
			blank = 0
		}
		if now.width+blank+wide > width && now.width > 0 && !x.glued {
			lines, now, blank = append(lines, now), line{}, 0
		}
		now.text += strings.Repeat(" ", blank) + text
		now.width += blank + wide
	}
	if now.width > 0 {
		lines = append(lines, now)
	}
	return lines
}

// mark returns a word with its colours, and as it shows. Without colours, what was put
// in and taken out stands in brackets.
func (w *writer) mark(x word) (text, shown string) {
	s := w.Clean(x.text)
	code := ""
	switch {
	case x.run.Edit == document.Inserted:
		s, code = w.bracket(x, s, "{+", "+}"), "1;32"
	case x.run.Edit == document.Deleted:
		s, code = w.bracket(x, s, "[-", "-]"), "9;31"
	case x.run.Strong:
		code = "1"
	}
	if code == "" || !w.Color {
		return s, s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m", s
}

func (w *writer) bracket(x word, s, before, after string) string {
	if w.Color {
		return s
	}
	if x.first {
		s = before + s
	}
	if x.last {
		s += after
	}
	return s
}
