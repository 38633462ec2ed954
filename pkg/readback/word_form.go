package readback

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Bounds on what is noted of the form of one paragraph.
const (
	mostBreaks   = 2000
	mostSpans    = 2000
	mostComments = 200
	mostEdits    = 500
)

// formed is how the paragraph being read is set, as far as it was read.
type formed struct {
	strong, light bool // text that is bold, and text that is not
	breaks        []int
	spans         []Span
	comments      []Comment
	edits         []Edit
}

// editing is a tracked change of text being read.
type editing struct {
	depth int
	edit  Edit
	text  []byte
}

// weigh notes whether a text is bold.
func (w *word) weigh(text string) {
	p := w.inside()
	if p == nil || strings.TrimSpace(text) == "" {
		return
	}
	bold := w.effective().isOn("b")
	p.form.strong = p.form.strong || bold
	p.form.light = p.form.light || !bold
}

// span notes how a text is set that is about to be written.
func (w *word) span(s string) {
	p := w.inside()
	if p == nil || s == "" || len(p.form.spans) >= mostSpans {
		return
	}
	l := w.effective()
	at := Span{From: w.line.Len(), To: w.line.Len() + len(s), Strong: l.isOn("b"), Emphasis: l.isOn("i"), Link: w.link.address}
	if n := len(p.form.spans); n > 0 && p.form.spans[n-1].goesOnWith(at) {
		p.form.spans[n-1].To = at.To
		return
	}
	if at.Strong || at.Emphasis || at.Link != "" {
		p.form.spans = append(p.form.spans, at)
	}
}

// goesOnWith reports whether a span is set as the one before it, which it follows at once.
func (a Span) goesOnWith(b Span) bool {
	return a.To == b.From && a.Strong == b.Strong && a.Emphasis == b.Emphasis && a.Link == b.Link
}

// linked is the link being read.
type linked struct {
	depth   int
	address string
}

// linkTo notes that a link begins.
func (w *word) linkTo(e xml.StartElement) {
	if r := w.relations[reference(e)]; r.address != "" {
		w.link = linked{w.depth, bounded(r.address)}
	}
}

// breakLine notes that a blank stands for the end of a line.
func (w *word) breakLine(local string) {
	if p := w.inside(); p != nil && (local == "br" || local == "cr") && len(p.form.breaks) < mostBreaks {
		p.form.breaks = append(p.form.breaks, w.line.Len())
	}
}

// beginEdit notes that a tracked change of text begins.
func (w *word) beginEdit(e xml.StartElement) {
	gone := e.Name.Local == "del" || e.Name.Local == "moveFrom"
	if !gone && e.Name.Local != "ins" && e.Name.Local != "moveTo" {
		return
	}
	p := w.inside()
	if p == nil || p.properties || w.editing.depth > 0 {
		return
	}
	w.editing = editing{depth: w.depth, edit: Edit{Author: bounded(attribute(e, "author")), Date: bounded(attribute(e, "date")), Deleted: gone}}
}

// edited adds text to the tracked change being read.
func (w *word) edited(s []byte) {
	const most = 100_000
	if w.editing.depth > 0 && (w.skip > 0) == w.editing.edit.Deleted && w.isWritten && len(w.editing.text) < most {
		w.editing.text = append(w.editing.text, s...)
	}
}

// endEdit keeps a tracked change of text.
func (w *word) endEdit(depth int) {
	if w.editing.depth != depth {
		return
	}
	if p := w.inside(); p != nil && len(p.form.edits) < mostEdits && len(w.editing.text) > 0 {
		w.editing.edit.Text = string(w.editing.text)
		p.form.edits = append(p.form.edits, w.editing.edit)
		w.spend(len(w.editing.text))
	}
	w.editing = editing{}
}

// bounded cuts what a file says of itself.
func bounded(s string) string {
	const most = 200
	return strings.ToValidUTF8(s[:min(len(s), most)], "")
}

// formed says how the paragraph being read is set, nil for as usual.
func (w *word) formed(blank int) *Form {
	p := w.inside()
	if p == nil {
		return nil
	}
	sheet := w.numbers.sheet
	f := Form{Number: p.number, Style: sheet.nameOf(p.style), Strong: p.form.strong && !p.form.light, Comments: p.form.comments, Edits: p.form.edits}
	f.Heading = headingOf(f.Style, p.look.over(sheet.paragraph(p.style)))
	if p.list != "" && p.list != "0" {
		f.List = p.list
		f.Depth, _ = strconv.Atoi(p.level)
	}
	for _, at := range p.form.breaks {
		f.Breaks = append(f.Breaks, max(0, at-blank))
	}
	length := w.line.Len()
	for _, at := range p.form.spans {
		if at.From, at.To = max(0, at.From-blank), min(at.To, length)-blank; at.From < at.To {
			f.Spans = append(f.Spans, at)
		}
	}
	p.form = formed{}
	if f.isUsual() {
		return nil
	}
	const overhead = 96
	w.spend(overhead + len(f.Number) + len(f.Style))
	return &f
}

func (f *Form) isUsual() bool {
	return f.Number == "" && f.List == "" && f.Heading == 0 && f.Style == "" && !f.Strong && len(f.Spans)+len(f.Breaks)+len(f.Comments)+len(f.Edits) == 0
}

var headingStyle = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^heading ?([1-9])$`) })

// headingOf returns the level of a heading, 0 where a paragraph is none: as its style is
// called, since Word knows these by name, or as its outline level says.
func headingOf(style string, l look) int {
	if m := headingStyle().FindStringSubmatch(style); m != nil {
		return int(m[1][0] - '0')
	}
	if l["outlineLvl"] == "off" { // 0, as other properties say no
		return 1
	}
	if n, has := l.number("outlineLvl"); has && n > 0 && n < levels {
		return n + 1
	}
	return 0
}

// nameOf returns the name of a style, in lower case; "" for the usual one.
func (s *sheet) nameOf(id string) string {
	if id == "" || id == s.defaults["paragraph"] {
		return ""
	}
	st := s.styles[id]
	if st == nil || st.name == "" {
		return strings.ToLower(bounded(id))
	}
	return strings.ToLower(bounded(st.name))
}

// comment notes that a comment belongs to the paragraph.
func (w *word) comment(id string) {
	c, ok := w.said[id]
	if p := w.inside(); ok && p != nil && len(p.form.comments) < mostComments && !slices.Contains(p.form.comments, c) {
		p.form.comments = append(p.form.comments, c)
	}
}
