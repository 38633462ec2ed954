package readback

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// The bounds of a page.
const (
	mostHTML  = 16 << 20
	mostTag   = 1 << 16   // bytes between the signs of one
	mostParts = 2_000_000 // elements, texts and comments
	deepestIn = 200       // elements within one another
)

// isHTML reports whether a text says of itself that it is a page.
func isHTML(file []byte) bool {
	const doctype = "<!doctype html"
	file = bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\ufeff")), " \t\r\n")
	return len(file) >= len(doctype) && strings.EqualFold(string(file[:len(doctype)]), doctype)
}

// readHTML reads a page of the form that isuplan writes, in which browsers and XML see the
// same. What else stands in it is noted as strange: browsers may show it otherwise.
func readHTML(file []byte) (*Text, error) {
	file = bytes.TrimPrefix(file, []byte("\ufeff")) // says how the file is coded
	switch {
	case len(file) > mostHTML:
		return nil, ErrTooLarge
	case hasLongTag(file):
		return nil, ErrDeepHTML
	}
	p := page{text: &Text{Format: "html"}}
	d := xml.NewDecoder(bytes.NewReader(file))
	d.Entity = map[string]string{"nbsp": "\u00a0"}
	for n := 0; ; n++ {
		if n > mostParts || len(p.open) > deepestIn {
			return nil, ErrDeepHTML
		}
		from := d.InputOffset()
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && len(p.open) == 0 {
			break
		}
		if err != nil || !p.token(token, file[from:d.InputOffset()]) {
			return nil, ErrNotHTML
		}
	}
	p.flush()
	p.text.Lines = p.lines.list
	p.text.Dress = sha256.Sum256(p.dress.Bytes())
	return p.text, nil
}

// hasLongTag reports whether a tag holds more than any needs: the library that reads them
// takes much memory for each attribute.
func hasLongTag(file []byte) bool {
	from := -1
	for i, c := range file {
		switch {
		case c == '<':
			from = i // one within another is none to XML
		case c == '>':
			from = -1
		case from >= 0 && i-from > mostTag:
			return true
		}
	}
	return false
}

// alone are the elements that hold nothing, and that editors write without a stroke at
// their end.
var alone = []string{"meta", "br", "hr", "link", "img", "wbr", "col", "input", "base"}

// page gathers the text of a page.
type page struct {
	text  *Text
	lines liner
	open  []string // the elements around
	// silent is what kind of text is being read that no page shows, "" for text that it shows.
	silent string
	depth  int // of the element that is silent
	said   strings.Builder
	dress  bytes.Buffer // all marks, and the style
	doubter
	comments int // of isuplan's own, so far
}

// token reads one part of the file, and the bytes that it was written in. It reports whether
// the elements are in order.
func (p *page) token(t xml.Token, raw []byte) (inOrder bool) {
	switch t := t.(type) {
	case xml.StartElement:
		p.start(t, raw)
		if slices.Contains(alone, t.Name.Local) && !bytes.HasSuffix(raw, []byte("/>")) {
			p.end(t.Name.Local)
		}
	case xml.EndElement:
		if n := len(p.open); n == 0 || p.open[n-1] != t.Name.Local {
			return false
		}
		p.end(t.Name.Local)
	case xml.CharData:
		if bytes.HasPrefix(raw, []byte("<![")) {
			p.doubt(p.text, strangeMarkup, string(raw))
		}
		p.chars(string(t))
	case xml.Comment:
		p.comment(string(raw))
	case xml.Directive:
		if len(p.open) > 0 || !strings.EqualFold(string(t), "doctype html") {
			p.doubt(p.text, strangeMarkup, string(raw))
		}
	default:
		p.doubt(p.text, strangeMarkup, string(raw))
	}
	return true
}

const strangeMarkup = "markup that isuplan does not write"

// start enters an element.
func (p *page) start(t xml.StartElement, raw []byte) {
	tag := t.Name.Local
	if isBlock(tag) {
		p.flush()
	}
	p.lines.begin(t, p.open)
	p.open = append(p.open, tag)
	p.check(t, raw)
	p.dressUp(t)
	if kind := p.kindOf(t); kind != "" && p.silent == "" {
		p.silent, p.depth = kind, len(p.open)
		p.said.Reset()
	}
	for _, a := range t.Attr {
		switch name := a.Name.Local; {
		case name == "aria-label" && tag != "div": // of tables, the caption says it
			p.doubt(p.text, Spoken, a.Value)
		case name == "href" && !strings.HasPrefix(a.Value, "#"):
			p.doubt(p.text, "a link to an address", a.Value)
		}
	}
	if tag == "meta" {
		p.seal(t)
	}
}

// kindOf says what a text is that stands in an element and is not shown, "" for what is.
func (p *page) kindOf(t xml.StartElement) string {
	switch inPicture := slices.Contains(p.open, "svg"); t.Name.Local {
	case "title":
		if inPicture {
			return Spoken
		}
		return Title
	case "desc", "caption":
		return Spoken
	case "style":
		return "style"
	case "li", "a":
		if slices.Contains(p.open, "nav") {
			return Bookmark
		}
	}
	return ""
}

// end leaves an element.
func (p *page) end(tag string) {
	if p.silent != "" && len(p.open) == p.depth {
		s := strings.Join(strings.Fields(p.said.String()), " ")
		if s != "" && p.silent != "style" {
			p.doubt(p.text, p.silent, s)
		}
		p.silent = ""
	}
	if isBlock(tag) {
		p.flush()
	}
	if tag != "meta" {
		p.dress.WriteString("/" + tag + "\x00")
	}
	p.open = p.open[:len(p.open)-1]
}

// chars reads a text.
func (p *page) chars(s string) {
	if p.silent == "style" {
		p.dress.WriteString(s)
	}
	if p.silent != "" {
		p.said.WriteString(s)
		return
	}
	if n := len(p.open); n > 0 && isFrame(p.open[n-1]) && strings.TrimSpace(s) != "" {
		p.doubt(p.text, "a text between the cells of a table or the items of a list, which browsers show elsewhere", s)
	}
	p.lines.line.WriteString(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, s))
}

// flush ends a line.
func (p *page) flush() {
	kind := Body
	if slices.Contains(p.open, "footer") {
		kind = Aside
	}
	p.lines.flush(kind, slices.Contains(p.open, "table"))
}
