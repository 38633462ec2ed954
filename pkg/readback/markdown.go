package readback

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// readMarkdown reads a Markdown text as its reader sees it: without marks, addresses
// and comments. Of a picture it reads the words that stand for it.
func readMarkdown(file []byte) *Text {
	m := markdown{source: file, text: &Text{Format: "md", Seal: commentSeal(string(file))}}
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	_ = ast.Walk(parser.Parse(gtext.NewReader(file)), m.node) // node returns no error
	m.flush()
	return m.text
}

// markdown gathers the text of blocks.
type markdown struct {
	source []byte
	text   *Text
	line   strings.Builder
}

func (m *markdown) flush() {
	if s := strings.TrimSpace(m.line.String()); s != "" {
		m.text.Lines = append(m.text.Lines, Line{Text: s + " "})
	}
	m.line.Reset()
}

func (m *markdown) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		if n.Type() == ast.TypeBlock || n.Kind() == east.KindTableCell {
			m.flush()
		}
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.ListItem:
		m.line.WriteString(m.number(n))
	case *ast.Text:
		m.words(n.Segment.Value(m.source), n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan)
		if n.SoftLineBreak() || n.HardLineBreak() {
			m.line.WriteByte(' ')
		}
	case *ast.String:
		m.words(n.Value, n.IsRaw() || n.IsCode())
	case *ast.AutoLink:
		m.line.Write(n.Label(m.source))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		lines := n.Lines()
		for i := range lines.Len() {
			at := lines.At(i)
			m.line.Write(at.Value(m.source))
		}
	case *ast.HTMLBlock:
		return ast.WalkSkipChildren, m.html(n)
	}
	return ast.WalkContinue, nil
}

func (m *markdown) words(text []byte, raw bool) {
	if !raw {
		text = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text)))
	}
	m.line.Write(text)
}

var tag = regexp.MustCompile(`(?s)<!--.*?-->|<[^>]*>`)

// html reads the words of HTML, which a page shows too; comments it does not.
func (m *markdown) html(n *ast.HTMLBlock) error {
	var b strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		at := lines.At(i)
		b.Write(at.Value(m.source))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(m.source))
	}
	m.line.WriteString(html.UnescapeString(tag.ReplaceAllString(b.String(), " ")))
	return nil
}

var itemNumber = regexp.MustCompile(`([0-9]{1,9}[.)])[ \t]*$`)

// number reads the number of an item as it is written: whoever changes the number of
// a later one changes nothing on a page, but a figure in the file.
func (m *markdown) number(item *ast.ListItem) string {
	list, ok := item.Parent().(*ast.List)
	first := item.FirstChild()
	if !ok || !list.IsOrdered() || first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		return ""
	}
	start := first.Lines().At(0).Start
	line := m.source[:start]
	if at := strings.LastIndexByte(string(line[max(0, start-64):]), '\n'); at >= 0 {
		line = line[max(0, start-64)+at+1:]
	}
	if found := itemNumber.FindSubmatch(line); found != nil {
		return string(found[1]) + " "
	}
	return ""
}

var sealed = regexp.MustCompile(`(?m)^<!-- (.*); plan sha256:([0-9a-fA-F]{64}); check: (.*) -->\r?$`)

// commentSeal reads the seal in a Markdown file's last lines.
func commentSeal(file string) Seal {
	all := sealed.FindAllStringSubmatch(file[max(0, len(file)-4096):], -1)
	if len(all) == 0 {
		return Seal{}
	}
	last := all[len(all)-1]
	return Seal{Tool: html.UnescapeString(last[1]), Plan: last[2], Check: html.UnescapeString(last[3])}
}
