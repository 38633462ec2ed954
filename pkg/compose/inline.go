package compose

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/source"
)

// BadLink is reported for a link that does not lead to a web or mail address.
var BadLink = diag.Rule{Code: "F503", Name: "bad-link", Severity: diag.Error, Title: "a link that leads nowhere or somewhere unsafe",
	Why:   "Readers of an official document follow its links; only web and mail addresses can be trusted to be what they say.",
	Since: "0.1",
	Bad: `assumptions:
  - "That [the page](«javascript:alert(1)») is read."
  - That the host State provides the rooms.
`,
	Good: `assumptions:
  - "That [the page](https://example.org) is read."
  - That the host State provides the rooms.
`}

// inlineParser knows emphasis and links, and nothing else of Markdown: a text is
// one paragraph, and HTML is text.
var inlineParser = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
	parser.WithInlineParsers(
		util.Prioritized(phraseParser{}, 0),
		util.Prioritized(parser.NewLinkParser(), 1),
		util.Prioritized(parser.NewAutoLinkParser(), 2),
		util.Prioritized(parser.NewEmphasisParser(), 3)),
)

// The compiler's own figures stand in the text as private-use characters while
// the markup is read, so that no value can bring markup with it.
const firstSlot = '\uE000'

// markup reads the inline markup of a prose whose references are replaced by slots, and
// replaces the slots by their runs.
func markup(prose string, slots []document.Text, origin source.Node, report func(diag.Finding)) document.Text {
	if !strings.ContainsAny(prose, `*_[\<`) {
		var out runs
		out.fill(prose, document.Run{Origin: origin}, slots)
		return out.text()
	}
	text := []byte(prose)
	w := inliner{text: text, slots: slots, origin: origin, report: report}
	root := inlineParser.Parse(gtext.NewReader(text), parser.WithContext(w.phrases(prose)))
	w.walk(root, document.Run{Origin: origin})
	return w.out.text()
}

type inliner struct {
	text   []byte
	slots  []document.Text
	origin source.Node
	report func(diag.Finding)
	out    runs
	// language is that of the phrase being read, "" for the document's.
	language string
}

func (w *inliner) walk(n ast.Node, style document.Run) {
	style.Language = w.language
	switch n := n.(type) {
	case *phraseEdge:
		w.language = n.language
	case *ast.Text:
		w.out.fill(string(util.UnescapePunctuations(n.Segment.Value(w.text))), style, w.slots)
	case *ast.String:
		w.out.fill(string(n.Value), style, w.slots)
	case *ast.Emphasis:
		if n.Level == 2 {
			style.Strong = true
		} else {
			style.Emphasis = true
		}
	case *ast.Image:
		// Pictures are no part of a plan's text: their markup prints as it stands.
		w.out.fill("![", style, w.slots)
		w.children(n, style)
		w.out.fill("]("+string(n.Destination)+")", style, w.slots)
		return
	case *ast.Link:
		style.Link = w.link(string(n.Destination))
	case *ast.AutoLink:
		address := string(n.URL(w.text))
		label := string(n.Label(w.text))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(address, "mailto:") {
			address = "mailto:" + address
		}
		style.Link = w.link(address)
		w.out.fill(label, style, w.slots)
	}
	w.children(n, style)
}

func (w *inliner) children(n ast.Node, style document.Run) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.walk(c, style)
	}
}

// link checks an address and reports one that a document should not hold.
func (w *inliner) link(address string) string {
	u, err := url.Parse(address)
	if err == nil {
		switch u.Scheme {
		case "http", "https":
			if u.Host != "" {
				return address
			}
		case "mailto":
			return address
		}
	}
	span := w.origin.Span()
	if at := strings.Index(w.origin.Text(), address); at >= 0 {
		span = w.origin.Part(at, at+len(address))
	}
	w.report(diag.Finding{Rule: BadLink, Span: span,
		Message: fmt.Sprintf("the link to %q does not lead to a web or mail address", address),
		Hint:    "write it with https://, http:// or mailto:"})
	return ""
}

func sameStyle(a, b document.Run) bool {
	return a.Emphasis == b.Emphasis && a.Strong == b.Strong && a.Language == b.Language && a.Link == b.Link && a.To == b.To && a.Origin == b.Origin && a.Name == b.Name && !b.Keep
}

// squeeze turns line breaks and runs of blanks into single blanks.
func squeeze(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") && !strings.HasPrefix(s, " ") && !strings.HasSuffix(s, " ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ' ', '\n', '\t', '\r':
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
		default:
			b.WriteByte(c)
			blank = false
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}
