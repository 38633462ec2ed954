// Package markdown writes a document as CommonMark with GitHub tables. The text
// is made to be read as it stands and compared line by line: each sentence has a
// line of its own.
package markdown

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/digest"
	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
)

// mark is the last line of every file. It is no word of the document, and tells
// whoever opens the file what becomes of changes to it.
const mark = "<!-- made by isuplan; building again replaces this file -->"

// File is a Markdown file that lacks nothing but its seal.
type File struct{ out bytes.Buffer }

// Prepare writes a document. The error is that of a context that ended.
func Prepare(ctx context.Context, doc *document.Document) (*File, error) {
	w := &writer{doc: doc, watch: cancel.New(ctx)}
	w.paragraph("", strong(document.Plain(doc.Meta.Draft)))
	w.masthead(doc.Masthead)
	w.blocks(doc.Blocks)
	w.gap()
	return &File{w.out}, w.watch.Err()
}

// Seal ends the file with the seal, the mark and one line break, and returns it. It is
// called once.
func (f *File) Seal(seal document.Seal) []byte {
	f.out.WriteString(comment(seal) + mark + "\n")
	return f.out.Bytes()
}

// Render writes a document with its seal.
func Render(ctx context.Context, doc *document.Document, seal document.Seal) ([]byte, error) {
	f, err := Prepare(ctx, doc)
	if err != nil {
		return nil, err
	}
	return f.Seal(seal), nil
}

// Ours reports whether Render wrote a file: whether the mark is its last line. Who
// makes the file their own takes the mark out.
func Ours(existing []byte) bool {
	text := bytes.TrimRight(digest.Trim(existing), " \t\r\n")
	before, marked := bytes.CutSuffix(text, []byte(mark))
	return marked && (len(before) == 0 || bytes.HasSuffix(before, []byte("\n")))
}

type writer struct {
	doc   *document.Document
	out   bytes.Buffer
	watch *cancel.Watch
	// indent is the column at which blocks inside a numbered paragraph stand.
	indent string
}

func (w *writer) masthead(m document.Masthead) {
	w.paragraph("", strong(m.Name))
	w.paragraph("", guardStart(escape(m.Symbol)))
	for _, lines := range [][]document.Text{m.Origin, m.Session} {
		for _, line := range lines {
			w.paragraph("", guardStart(inline(line)))
		}
	}
	w.heading("#", "", m.Title)
	w.paragraph("", strong(m.Byline))
}

// blocks writes a run of blocks; writer is its visitor.
func (w *writer) blocks(list []document.Block) {
	document.WalkUntil(w.watch.Ended, list, w)
	w.indent = ""
}

// Heading writes a heading. Like all but a list, it ends what stands inside a paragraph.
func (w *writer) Heading(h *document.Heading, _ document.Rest) {
	w.indent = ""
	w.heading(strings.Repeat("#", min(h.Level+1, 6)), escape(h.Number), h.Text)
}

// List writes a list.
func (w *writer) List(l *document.List, _ document.Rest) { w.list(l.Items) }

// Box writes a title and what stands below it.
func (w *writer) Box(b *document.Box, _ document.Rest) {
	w.indent = ""
	w.heading("##", "", b.Title)
	w.blocks(b.Blocks)
}

// gap writes the blank line that parts two blocks.
func (w *writer) gap() {
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
}

// paragraph writes a block: its first line behind the marker, the others below it.
func (w *writer) paragraph(marker, text string) {
	if marker == "" && text == "" {
		return
	}
	w.gap()
	w.lines(marker, text)
}

func (w *writer) lines(marker, text string) {
	hang := w.indent + strings.Repeat(" ", utf8.RuneCountInString(marker))
	for i, line := range sentences(text) {
		if i == 0 {
			w.out.WriteString(strings.TrimRight(w.indent+marker+line, " "))
		} else {
			w.out.WriteString(hang + line)
		}
		w.out.WriteByte('\n')
	}
}

// heading writes a heading on one line, as Markdown wants it.
func (w *writer) heading(marks, number string, t document.Text) {
	if len(t) == 0 && number == "" {
		return
	}
	w.gap()
	for _, part := range []string{marks, number, guardEnd(inline(t))} {
		if part == "" {
			continue
		}
		if part != marks {
			w.out.WriteByte(' ')
		}
		w.out.WriteString(part)
	}
	w.out.WriteByte('\n')
}

// listNumber is a number that Markdown takes for an item of an ordered list.
var listNumber = pattern.Lazy(`^[0-9]{1,9}[.)]$`)

// Paragraph writes a paragraph with its number.
func (w *writer) Paragraph(p *document.Paragraph, _ document.Rest) {
	w.indent = ""
	if !listNumber().MatchString(p.Number) {
		w.paragraph("", guardStart(strings.TrimSpace(escape(p.Number)+" "+inline(p.Text))))
		return
	}
	w.paragraph(p.Number+" ", guardStart(inline(p.Text)))
	w.indent = strings.Repeat(" ", len(p.Number)+1)
}

// list writes items: lettered ones as paragraphs that begin with their letter,
// bulleted ones as a list.
func (w *writer) list(items []document.Item) {
	for i, item := range items {
		if w.watch.Step() {
			return
		}
		text := inline(item.Text)
		switch {
		case item.Marker != "":
			w.paragraph("", escape(item.Marker)+" "+text)
		case i == 0:
			w.paragraph("- ", guardStart(text))
		default:
			w.lines("- ", guardStart(text))
		}
		if len(item.Items) > 0 {
			outer := w.indent
			w.indent += "  "
			w.list(item.Items)
			w.indent = outer
		}
	}
}

// Result writes an outcome or an output as a heading, an activity as an item.
func (w *writer) Result(r *document.Result, _ document.Rest) {
	w.indent = ""
	if r.Level < 3 {
		w.heading(strings.Repeat("#", r.Level+2), escape(r.Label), r.Text)
		return
	}
	w.paragraph("- ", guardStart(escape(r.Label)+" "+inline(r.Text)))
}
