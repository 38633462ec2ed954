package html

import (
	"encoding/base64"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/svg"
)

// draft marks a draft, before everything else.
func (w *writer) draft(word string) {
	if word != "" {
		w.put(`<p class="draft"><strong>`, esc(word), "</strong></p>\n")
	}
}

// masthead writes the head of the document.
func (w *writer) masthead(m *document.Masthead) {
	w.put("<header>\n")
	if m.Symbol != "" {
		w.put(`<p class="symbol">`, esc(m.Symbol), "</p>\n")
	}
	if len(m.Name) > 0 || len(m.Origin) > 0 || m.Emblem.Shows() {
		w.put("<div class=\"top\">\n")
		w.emblem(m.Emblem)
		w.line("p", ` class="name"`, m.Name)
		w.lines("origin", m.Origin)
		w.put("</div>\n")
	}
	w.lines("session", m.Session)
	w.line("h1", ` id="`+titleName+`"`, m.Title)
	if len(m.Title) > 0 {
		w.deepest = 1
	}
	w.section = 1
	w.line("p", ` class="byline"`, m.Byline)
	w.put("</header>\n")
}

// emblem writes a picture with its bytes in the page: it loads nothing.
func (w *writer) emblem(p *document.Picture) {
	if !p.Shows() {
		return
	}
	high := p.Millimetres * cssPixels / cssMillimetres
	w.put(`<img class="emblem" alt="`, esc(p.Text), `" width="`, strconv.Itoa(high*p.Wide/p.High), `" height="`, strconv.Itoa(high),
		`" src="data:image/png;base64,`, base64.StdEncoding.EncodeToString(p.PNG), "\"/>\n")
}

// cssPixels are as long as cssMillimetres (CSS Values 3, 5.2).
const cssPixels, cssMillimetres = 480, 127

func (w *writer) lines(class string, list []document.Text) {
	if len(list) == 0 {
		return
	}
	w.put(`<div class="`, class, "\">\n")
	for _, l := range list {
		w.line("p", "", l)
	}
	w.put("</div>\n")
}

// line writes a text as an element, if there is one.
func (w *writer) line(tag, attributes string, t document.Text) {
	if len(t) == 0 {
		return
	}
	w.put("<", tag, attributes, ">")
	w.inline(t)
	w.put("</", tag, ">\n")
}

// endRule writes the short rule with which a document ends.
func (w *writer) endRule(is bool) {
	if is {
		w.put(`<hr class="end">`, "\n")
	}
}

// footer writes what stands at the foot of the PDF's first page.
func (w *writer) footer(m *document.Meta) {
	if m.Job == "" && m.Barcode == "" && m.Recycle == "" {
		return
	}
	w.put("<footer>\n")
	if m.Job != "" {
		w.put("<p>", esc(m.Job), "</p>\n")
	}
	if m.Barcode != "" {
		w.put(`<div class="barcode">`, "\n", string(svg.Barcode(m.Barcode)), "<p>", esc(m.Caption), "</p>\n</div>\n")
	}
	if m.Recycle != "" {
		w.put(`<p class="recycle">`, esc(m.Recycle), " ", string(svg.Recycle()), "</p>\n")
	}
	w.put("</footer>\n")
}

// level is the level of a heading in the page: the one that is asked for, but none is
// passed over on the way down.
func (w *writer) level(asked int) string {
	const highest, lowest = 2, 6
	w.deepest = max(highest, min(asked, w.deepest+1, lowest))
	return strconv.Itoa(w.deepest)
}
