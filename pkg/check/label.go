package check

import (
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// How messages show the plan's own texts: as the document prints them, and never with an
// unresolved reference.

// longestLabel is how many bytes of a text a message shows. References can make a
// label of a few bytes as long as a book.
const longestLabel = 300

// label returns a label as the document prints it: references filled in, markup taken
// out, blanks single.
func (c *Context) label(p source.At[string]) string {
	text := p.Value
	if c.Words != nil {
		text = c.Words(p)
	}
	// What looks like a reference now is text, written as $${ in the plan.
	return strings.ReplaceAll(shorten(oneLine(text)), "${", "$${")
}

func shorten(s string) string {
	if len(s) <= longestLabel {
		return s
	}
	end := longestLabel
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}

// head is the label of a column.
func (c *Context) head(column int) string { return c.label(c.Budget.Columns[column].Label) }

// stepLabel names a part of a figure: the line that it is the figure of, or else a part
// of a line's own cost, such as a post.
func (c *Context) stepLabel(s *cost.Step) string {
	if line, ok := c.Budget.Line(s.Line); ok {
		return c.label(line.Label)
	}
	return c.label(source.At[string]{Value: s.Label, Node: s.Node})
}

// fillIn fills in the references of a text that quotes the plan.
func (c *Context) fillIn(text string) string {
	if c.Words == nil || !strings.Contains(text, "${") {
		return text
	}
	var b strings.Builder
	segments, _ := refs.Split(source.Node{}, text)
	for _, s := range segments {
		if s.IsRef() {
			b.WriteString(shorten(c.Words(source.At[string]{Value: "${" + s.Name + "}"})))
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// filledIn fills in what a finding says. Its hint is left as it is: it may tell to write a
// reference.
func (c *Context) filledIn(f diag.Finding) diag.Finding {
	f.Message = c.fillIn(f.Message)
	for i := range f.Related {
		f.Related[i].Note = c.fillIn(f.Related[i].Note)
	}
	return f
}
