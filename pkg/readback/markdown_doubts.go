package readback

import (
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
)

// doubt notes something strange, once.
func (m *markdown) doubt(what, text string) { m.doubter.doubt(m.text, what, text) }

// link notes where a link leads, and what it says to who points at it.
func (m *markdown) link(address, title []byte) {
	m.doubt("a link to an address", string(address))
	if len(title) > 0 {
		m.doubt("a text that shows when a link is pointed at", string(title))
	}
}

// fence notes a block of code with a name: programs draw some of them.
func (m *markdown) fence(n ast.Node) {
	if f, ok := n.(*ast.FencedCodeBlock); ok && f.Info != nil {
		m.doubt("a block that programs may draw as something else", string(f.Info.Value(m.source)))
	}
}

// said is the text within a picture.
func said(n *ast.Image, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Value(source))
		}
	}
	return b.String()
}

// ownComments are the forms of the comments that isuplan writes, which say how a file was
// made.
var ownComments = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`^<!-- \S+ \S+; plan sha256:[0-9a-fA-F]{1,64}; check: [^<>]{0,200} -->$`),
		regexp.MustCompile(`^<!-- made by isuplan; building again replaces this file -->$`),
		regexp.MustCompile(`^<!-- isuplan-digest:[0-9a-f]{64} -->$`),
	}
})

// strangeHTML notes HTML and comments, but for those of isuplan, each once.
func (m *markdown) strangeHTML(s string) {
	rest := comment().ReplaceAllStringFunc(s, func(c string) string {
		for _, form := range ownComments() {
			if form.MatchString(c) && !m.forms[form.String()] {
				if m.forms == nil {
					m.forms = map[string]bool{}
				}
				m.forms[form.String()] = true
				return ""
			}
		}
		m.doubt("a comment, which no reader sees", c)
		return ""
	})
	if rest = strings.TrimSpace(rest); rest != "" {
		m.doubt("HTML, which programs show in different ways", rest)
	}
}
