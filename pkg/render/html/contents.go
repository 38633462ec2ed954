package html

import (
	"bytes"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// heading is a heading of the document, as the page's table of contents names it.
type heading struct {
	name  string
	level int
	text  string
}

// shownLevels are the levels of headings that are listed.
const shownLevels = 2

// list notes a heading for the contents, and returns its name.
func (w *writer) list(h *document.Heading) (name string) {
	if h.Level > shownLevels {
		return h.ID
	}
	text := h.Text.String()
	if h.Number != "" {
		text = h.Number + " " + text
	}
	name = h.ID
	if name == "" {
		name = "heading"
	}
	name = w.name(h.Anchor, name)
	w.headings = append(w.headings, heading{name, max(h.Level, 1), text})
	return name
}

// contents writes a table of contents. It is named by the document's title, and its words
// are no part of the document. On a narrow screen it is behind a sign, and shown when
// that is followed.
func contents(b *bytes.Buffer, list []heading) {
	const least = 3
	if len(list) < least {
		return
	}
	b.WriteString(`<nav id="` + contentsName + `" aria-labelledby="` + titleName + "\">\n")
	b.WriteString(`<a class="open" href="#` + contentsName + `" aria-labelledby="` + titleName + "\"></a>\n")
	b.WriteString(`<a class="close" href="#` + titleName + `" aria-labelledby="` + titleName + "\"></a>\n<ul>\n")
	for _, h := range list {
		b.WriteString(`<li class="level-` + strconv.Itoa(h.level) + `"><a href="#` + esc(h.name) + `">` + esc(h.text) + "</a></li>\n")
	}
	b.WriteString("</ul>\n</nav>\n")
}
