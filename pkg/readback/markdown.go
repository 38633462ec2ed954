package readback

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// readMarkdown reads a Markdown text as its reader sees it: without marks, addresses
// and comments. Of a picture it reads the words that stand for it. Tables are read
// here: the library's extensions would cost every start of the program a millisecond.
func readMarkdown(file []byte) (*Text, error) {
	file = bytes.TrimPrefix(file, []byte("\ufeff")) // says how the file is coded
	switch {
	case len(file) > mostMarkdown:
		return nil, ErrTooLarge
	case tangled(file):
		return nil, ErrTangled
	}
	m := markdown{source: file, text: &Text{Format: "md", Seal: commentSeal(string(file))}}
	p := parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...), parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))
	context := parser.NewContext()
	_ = ast.Walk(p.Parse(gtext.NewReader(file), parser.WithContext(context)), m.node) // node returns no error
	m.flush()
	for _, r := range context.References() {
		m.doubt("a definition, which no reader sees", string(r.Label())+" "+string(r.Destination())+" "+string(r.Title()))
	}
	return m.text, nil
}

// markdown gathers the text of blocks.
type markdown struct {
	source []byte
	text   *Text
	line   strings.Builder
	table  grid
	doubter
	forms map[string]bool // the forms of comments by isuplan that were met
	form  Form            // of the line being read
	open  []Span          // spans that have begun
}

func (m *markdown) flush() {
	if s := strings.TrimSpace(m.line.String()); s != "" {
		m.text.Lines = append(m.text.Lines, Line{Text: s + " ", Row: m.table.row, Column: m.table.column, Table: m.table.number(), Form: m.formed(s)})
	}
	m.form = Form{} // of an empty line too
	m.line.Reset()
}

func (m *markdown) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	m.set(n, entering)
	if !entering {
		if n.Type() == ast.TypeBlock {
			m.endOfCell()
			m.table.end()
		}
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.ListItem:
		m.line.WriteString(m.number(n))
	case *ast.Paragraph:
		m.table.begin(n, m.source)
	case *ast.Text:
		m.cells(n.Segment, n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan)
		if n.SoftLineBreak() || n.HardLineBreak() {
			m.endLine()
		}
	case *ast.String:
		m.words(n.Value, n.IsRaw() || n.IsCode())
	case *ast.AutoLink:
		m.line.Write(n.Label(m.source))
	case *ast.Link:
		m.link(n.Destination, n.Title)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.fence(n)
		lines := n.Lines()
		for i := range lines.Len() {
			at := lines.At(i)
			m.line.Write(at.Value(m.source))
		}
	case *ast.HTMLBlock:
		m.html(n.Lines(), &n.ClosureLine)
		return ast.WalkSkipChildren, nil
	case *ast.RawHTML:
		m.html(n.Segments, nil)
	case *ast.Image:
		m.picture(string(n.Destination))
		m.doubt("a picture, which may show anything", pictured(string(n.Destination))+" "+string(n.Title)+" "+said(n, m.source))
	}
	return ast.WalkContinue, nil
}

func (m *markdown) words(text []byte, raw bool) {
	if !raw {
		text = spelled(text)
	}
	m.line.Write(text)
}

// spelled resolves backslashes and entities from left to right; a character after a
// backslash is final.
func spelled(text []byte) []byte {
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]) {
			i++
			out = append(out, text[i])
			continue
		}
		if entity := entityAt(text[i:]); entity != nil {
			out = append(out, util.ResolveEntityNames(util.ResolveNumericReferences(entity))...)
			i += len(entity) - 1
			continue
		}
		out = append(out, text[i])
	}
	return out
}

var entity = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^&#?[0-9A-Za-z]{1,32};`) })

// entityAt returns what may be an entity at the beginning of a text, nil for none.
func entityAt(text []byte) []byte {
	if text[0] != '&' {
		return nil
	}
	return entity().Find(text)
}

var itemNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([0-9]{1,9}[.)])[ \t]*$`) })

// number reads the number of an item as it is written: changing that of a later item
// changes nothing on a page, but changes a figure in the file.
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
	if found := itemNumber().FindSubmatch(line); found != nil {
		return string(found[1]) + " "
	}
	return ""
}

var sealed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^<!-- (.*); plan sha256:([0-9a-fA-F]{1,64}); check: (.*) -->\r?$`)
})

// commentSeal reads the seal in a Markdown file's last lines.
func commentSeal(file string) Seal {
	all := sealed().FindAllStringSubmatch(file[max(0, len(file)-4096):], -1)
	if len(all) == 0 {
		return Seal{}
	}
	last := all[len(all)-1]
	return Seal{Tool: html.UnescapeString(last[1]), Plan: last[2], Check: html.UnescapeString(last[3])}
}
