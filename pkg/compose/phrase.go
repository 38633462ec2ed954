package compose

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/phrase"
)

// UnknownLanguage is reported for a phrase in a language that there is not.
var UnknownLanguage = diag.Rule{Code: "F507", Name: "unknown-language", Severity: diag.Error, Title: "a phrase in a language that there is not",
	Why:   "Programs that read aloud or check spelling know a language by its code only; a phrase with another one would be printed with its brackets.",
	Since: "0.3",
	Bad: `assumptions:
  - "That the «[xx: aide-mémoire]» of the Meeting is followed."
  - That contributions arrive in time.
`,
	Good: `assumptions:
  - "That the [fr: aide-mémoire] of the Meeting is followed."
  - That contributions arrive in time.
`}

// phraseEdge is where a phrase in another language begins, or ends.
type phraseEdge struct {
	ast.BaseInline
	language string // "" where it ends
}

var phraseKind = ast.NewNodeKind("PhraseEdge")

// Kind is what the parser wants of a node.
func (*phraseEdge) Kind() ast.NodeKind { return phraseKind }

// Dump is what the parser wants of a node.
func (n *phraseEdge) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// edges are what stands around the phrases of a text, by where it begins: the bracket with the
// language before each, and the bracket behind it.
var edges = parser.NewContextKey()

type edge struct {
	length   int
	language string
}

// phrases finds the phrases of a text, for the parser, and reports those in no language, which
// are text.
func (w *inliner) phrases(prose string) parser.Context {
	found := map[int]edge{}
	for _, p := range phrase.All(prose) {
		if !phrase.Known(p.Language) {
			w.unknown(prose[p.From:p.To], p.Language)
			continue
		}
		found[p.From], found[p.End] = edge{p.Start - p.From, p.Language}, edge{1, ""}
	}
	c := parser.NewContext()
	if len(found) > 0 {
		c.Set(edges, found)
	}
	return c
}

func (w *inliner) unknown(all, language string) {
	span := w.origin.Span()
	if at := strings.Index(w.origin.Text(), all); at >= 0 {
		span = w.origin.Part(at, at+len(all))
	}
	w.report(diag.Finding{Rule: UnknownLanguage, Span: span,
		Message: fmt.Sprintf("there is no language `%s`", language),
		Hint:    "write the code of the phrase's language, such as `fr`, `es`, `la` or `zh-Hant`; if the brackets are to be printed, write `\\[`"})
}

// phraseParser reads what stands around phrases. What is inside is prose as elsewhere.
type phraseParser struct{}

// Trigger is what the parser wants to know.
func (phraseParser) Trigger() []byte { return []byte{'[', ']'} }

// Parse reads an edge of a phrase, or leaves the bracket to the links.
func (phraseParser) Parse(_ ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	found, _ := pc.Get(edges).(map[int]edge)
	_, at := block.Position()
	e, ok := found[at.Start]
	if !ok {
		return nil
	}
	block.Advance(e.length)
	return &phraseEdge{language: e.language}
}
