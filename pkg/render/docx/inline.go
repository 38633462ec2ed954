package docx

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// fixedBlank is a blank at which no line is broken.
const fixedBlank = "\u00a0"

// runs turns a text into runs.
func (c *composer) runs(t document.Text) []run {
	out := make([]run, 0, len(t)+2) // room for a number in front
	for i := range t {
		if n := t[i].Address; n > 0 {
			out = append(out, addressMark(c.run(&t[i]), addressAnchor(n))...)
			continue
		}
		out = append(out, c.run(&t[i]))
	}
	return out
}

// prose turns the text of a justified paragraph into runs, with its words divided where the PDF
// divides them.
func (c *composer) prose(t document.Text, p set.Prose) []run {
	if !c.divides {
		return c.runs(t)
	}
	return c.runs(c.ruler.Set(t, p))
}

// behind does so where a label stands before the text on its line.
func (c *composer) behind(label string, t document.Text, p set.Prose) []run {
	if label == "" || !c.divides {
		return c.prose(t, p)
	}
	return c.runs(c.ruler.Set(append(document.Text{{Text: label + " ", Keep: true}}, t...), p)[1:])
}

func (c *composer) run(r *document.Run) run {
	out := run{text: norm.NFC.String(r.Text), bold: r.Strong, italic: r.Emphasis, joined: r.Keep, edit: r.Edit, spoken: r.Language}
	if r.Keep {
		out.text = strings.ReplaceAll(out.text, " ", fixedBlank)
	}
	out.text = strings.ReplaceAll(out.text, " –", fixedBlank+"–") // no line begins with a dash
	if r.Link != "" {
		out.link = c.link(r.Link)
	}
	if out.link > 0 {
		out.style = "Hyperlink"
		return out
	}
	out.to = r.To
	switch { // besides what makes it bold or italic: in a text that is so by its style, a style alone would undo it
	case r.Strong:
		out.style = "Strong"
	case r.Emphasis:
		out.style = "Emphasis"
	}
	return out
}

// link returns the position of an address in the list of links, 0 for what is none, such
// as one with a password: Word takes a file with a broken address for broken.
func (c *composer) link(address string) int {
	address = escaped(address)
	if u, err := url.Parse(address); err != nil || u.User != nil {
		return 0
	}
	if at := slices.Index(c.body.links, address); at >= 0 {
		return at + 1
	}
	c.body.links = append(c.body.links, address)
	return len(c.body.links)
}

// escaped writes in hexadecimal what may not stand in an address.
func escaped(address string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	fragment := strings.IndexByte(address, '#')
	for i := range len(address) {
		ch := address[i]
		odd := ch <= ' ' || ch == 0x7F || strings.IndexByte("<>\"{}|\\^`", ch) >= 0
		if odd || ch == '%' && !isEscape(address[i:]) || ch == '#' && i != fragment {
			b.WriteString("%" + string(digits[ch>>4]) + string(digits[ch&15]))
		} else {
			b.WriteByte(ch)
		}
	}
	return b.String()
}

// isEscape reports whether an address goes on with a character in hexadecimal.
func isEscape(s string) bool {
	return len(s) > 2 && strings.Trim(s[1:3], "0123456789abcdefABCDEF") == ""
}
