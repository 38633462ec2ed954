package markdown

import (
	"net/url"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// ChartName is the name of a chart's picture, which stands beside the Markdown file.
func ChartName(doc *document.Document, c *document.Chart) string {
	name := doc.Meta.Name
	if name == "" {
		name = "document"
	}
	return name + "-" + c.ID + ".svg"
}

// Chart refers to the chart's picture, with what it shows in words.
func (w *writer) Chart(c *document.Chart, _ document.Rest) {
	w.indent = ""
	w.gap()
	w.out.WriteString("![" + escape(c.Alt) + "](" + address(ChartName(w.doc, c)) + ")\n")
}

// address spells the name of a file beside this one so that no character of it is
// markup or a part of an address, such as a colon behind a scheme.
func address(name string) string {
	return strings.ReplaceAll(linkEscaper.Replace(url.PathEscape(name)), ":", "%3A")
}
