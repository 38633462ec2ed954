package manual

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// HTML returns the body of a page for a browser: headings with ids, tables with heads, and
// all text escaped. Where a link leads is asked: link gets what the page says, such as
// rules.md#b101-stated-differs, #waivers or https://…, and returns an address, or "" for
// text that is no link.
func (p Page) HTML(link func(target string) string) string {
	w := webWriter{link: link}
	w.blocks(p.Blocks)
	return w.String()
}

type webWriter struct {
	strings.Builder
	link func(string) string
}

func (w *webWriter) blocks(list []Block) {
	for _, b := range list {
		w.block(b)
	}
}

func (w *webWriter) block(b Block) {
	switch b.Kind {
	case Heading:
		fmt.Fprintf(w, "<h%d id=%q>", b.Level, b.ID) // an id has letters, digits, - and _ only
		w.runs(b.Text)
		fmt.Fprintf(w, "</h%d>\n", b.Level)
	case Code:
		fmt.Fprintf(w, "<pre tabindex=\"0\"><code>%s\n</code></pre>\n", html.EscapeString(b.Code))
	case List:
		tag := "ul"
		if b.Ordered {
			tag = "ol"
		}
		fmt.Fprintf(w, "<%s>\n", tag)
		for _, item := range b.Items {
			w.WriteString("<li>")
			w.item(item)
			w.WriteString("</li>\n")
		}
		fmt.Fprintf(w, "</%s>\n", tag)
	case Quote:
		w.WriteString("<blockquote>\n")
		w.blocks(b.Items[0])
		w.WriteString("</blockquote>\n")
	case Table:
		w.table(b.Rows)
	default:
		w.WriteString("<p>")
		w.runs(b.Text)
		w.WriteString("</p>\n")
	}
}

// item writes an item of a list; one that is a single paragraph needs no mark for it.
func (w *webWriter) item(item []Block) {
	if len(item) == 1 && item[0].Kind == Paragraph {
		w.runs(item[0].Text)
		return
	}
	w.blocks(item)
}

func (w *webWriter) table(rows [][][]Run) {
	w.WriteString("<table>\n")
	for i, row := range rows {
		cell := `td`
		if i == 0 {
			cell = `th scope="col"`
			w.WriteString("<thead>\n")
		}
		w.WriteString("<tr>")
		for _, text := range row {
			w.WriteString("<" + cell + ">")
			w.runs(text)
			w.WriteString("</" + cell[:2] + ">")
		}
		w.WriteString("</tr>\n")
		if i == 0 {
			w.WriteString("</thead>\n<tbody>\n")
		}
	}
	w.WriteString("</tbody>\n</table>\n")
}

// runs writes a text. What two runs have in common is marked once.
func (w *webWriter) runs(text []Run) {
	var open []string
	for _, r := range text {
		tags := w.tags(r)
		same := 0
		for same < min(len(open), len(tags)) && open[same] == tags[same] {
			same++
		}
		w.close(open[same:])
		for _, tag := range tags[same:] {
			w.WriteString("<" + tag + ">")
		}
		open = tags
		w.WriteString(html.EscapeString(r.Text))
	}
	w.close(open)
}

// tags returns what stands around a run, the outermost first.
func (w *webWriter) tags(r Run) (list []string) {
	if target := w.target(r.Link); target != "" {
		list = append(list, `a href="`+html.EscapeString(target)+`"`)
	}
	if r.Strong {
		list = append(list, "strong")
	}
	if r.Emphasis {
		list = append(list, "em")
	}
	if r.Code {
		list = append(list, "code")
	}
	return list
}

func (w *webWriter) close(tags []string) {
	for _, tag := range slices.Backward(tags) {
		name, _, _ := strings.Cut(tag, " ")
		w.WriteString("</" + name + ">")
	}
}

func (w *webWriter) target(link string) string {
	if link == "" || w.link == nil {
		return ""
	}
	return w.link(link)
}
