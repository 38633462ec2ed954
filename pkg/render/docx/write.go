package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

const (
	prolog    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNS    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	officeNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	drawingNS = "http://schemas.openxmlformats.org/drawingml/2006/main"
	placeNS   = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	pictureNS = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	chartNS   = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	packageNS = "http://schemas.openxmlformats.org/package/2006/"
)

// spaces declares what the parts with text in them use.
const spaces = ` xmlns:w="` + wordNS + `" xmlns:r="` + officeNS + `" xmlns:wp="` + placeNS + `" xmlns:a="` + drawingNS + `" xmlns:pic="` + pictureNS + `" xmlns:c="` + chartNS + `"`

// writer writes a part.
type writer struct {
	bytes.Buffer
	body     *body
	drawings int // so far; each has a number of its own
	places   places
	// out takes what is written whenever it is full; without it everything is kept.
	out io.Writer
	err error
}

// full is when what is written goes on.
const full = 1 << 16

// pass gives what is written on, if it is enough.
func (w *writer) pass() {
	if w.out != nil && w.Len() >= full {
		_ = w.flush()
	}
}

// flush gives all on that is written.
func (w *writer) flush() error {
	if w.err == nil {
		_, w.err = w.out.Write(w.Bytes())
	}
	w.Reset()
	return w.err
}

// raw writes markup.
func (w *writer) raw(parts ...string) {
	for _, s := range parts {
		w.WriteString(s)
	}
}

// text writes words, harmless in an element and in an attribute. What no file can
// hold is replaced.
func (w *writer) text(s string) {
	if harmless(s) {
		w.WriteString(s)
		return
	}
	_ = xml.EscapeText(w, []byte(s)) // a buffer takes everything
}

func harmless(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7F || c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' {
			return false
		}
	}
	return true
}

// value writes an element that has nothing but a value.
func (w *writer) value(name, val string) { w.raw(`<w:`, name, ` w:val="`, val, `"/>`) }

func (w *writer) number(name string, n int) { w.value(name, strconv.Itoa(n)) }

// part writes word/document.xml.
func (b *body) part(w *writer) {
	w.body = b
	w.places.find(b)
	w.raw(prolog, `<w:document`, spaces, `><w:body>`)
	w.blocks(b.blocks)
	w.section(b.last)
	w.raw(`</w:body></w:document>`)
}

// blocks writes blocks, a paragraph last: Word wants one at the end of everything.
func (w *writer) blocks(blocks []block) {
	for _, b := range blocks {
		if w.body.watch.Step() {
			return
		}
		b.write(w)
		w.pass()
	}
	if n := len(blocks); n > 0 {
		if _, ok := blocks[n-1].(*paragraph); ok {
			return
		}
	}
	(&paragraph{style: "TableGap"}).write(w)
}

// blanked reports whether blanks at an end of a text would be lost.
func blanked(s string) bool {
	return strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") || strings.Contains(s, "  ")
}
