// Package html writes a document as one self-contained page: nothing is loaded from
// elsewhere, no script runs, and it reads well on a phone, on paper and aloud.
package html

import (
	"bytes"
	"context"
	_ "embed"
	"html"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/digest"
	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

//go:embed document.css
var style string

//go:embed heads.css
var headsStyle string

//go:embed page.css
var page string

// mark is the last line of every file. It is no word of the document, and tells whoever
// opens the file what becomes of changes to it.
const mark = "<!-- made by isuplan; building again replaces this file -->"

// Style is the style sheet of a document: what Body writes is set by it. All its rules are
// for what stands in the element that Body writes, and for paper.
func Style() string { return style + headsStyle }

// Options say what else stands in the body of a page.
type Options struct {
	// At says of a run what stands at it as the attribute data-at, such as where its text
	// was written; "" for no such attribute. Nil is for none at all.
	At func(*document.Run) string
	// Cell says the same of a figure of a table, which no run says the name of.
	Cell func(*document.Row, *document.Column) string
	// Pages are the pages on which the blocks of the document begin in print; where the next
	// page begins, a rule says so. Nil is for none.
	Pages []int
}

// Body writes the document as one element of a page, without the page's head and style.
// The error is that of a context that ended.
func Body(ctx context.Context, doc *document.Document, o Options) ([]byte, error) {
	w := newWriter(ctx, o)
	w.article(doc)
	return w.out.Bytes(), w.watch.Err()
}

// File is an HTML file that lacks nothing but its seal.
type File struct{ before, behind []byte }

// Prepare writes a document. The error is that of a context that ended.
func Prepare(ctx context.Context, doc *document.Document) (*File, error) {
	w := newWriter(ctx, Options{})
	w.article(doc)
	f := &File{before: head(&doc.Meta, doc.Masthead.Emblem.Shows(), w.sheet())}
	var b bytes.Buffer
	b.WriteString("</head>\n<body>\n")
	contents(&b, w.headings)
	b.WriteString("<main>\n")
	b.Write(w.out.Bytes())
	b.WriteString("</main>\n</body>\n</html>\n" + mark + "\n")
	f.behind = b.Bytes()
	return f, w.watch.Err()
}

// Seal puts the seal into the file's head, and returns the file.
func (f *File) Seal(seal document.Seal) []byte {
	return bytes.Join([][]byte{f.before, sealed(seal), f.behind}, nil)
}

// Render writes the document as a file, with its seal. The error is that of a context that
// ended.
func Render(ctx context.Context, doc *document.Document, seal document.Seal) ([]byte, error) {
	f, err := Prepare(ctx, doc)
	if err != nil {
		return nil, err
	}
	return f.Seal(seal), nil
}

// Ours reports whether Render wrote a file: whether the mark is its last line. Who makes
// the file their own takes the mark out.
func Ours(existing []byte) bool {
	text := bytes.TrimRight(digest.Trim(existing), " \t\r\n")
	return bytes.HasPrefix(text, []byte(doctype)) && bytes.HasSuffix(text, []byte("\n"+mark))
}

// writer writes the document's element, and is the visitor of its blocks.
type writer struct {
	out   bytes.Buffer
	watch *cancel.Watch
	Options
	names names
	// places are the names of what texts lead to, by its anchor.
	places map[string]string

	deepest  int // level of the last heading in the page
	section  int // level of the last heading of the document, below which results stand
	tables   int // so far
	charts   int // so far
	headings []heading
	grouped  bool // some table has heads over several columns
}

// sheet is the style of what was written: a file has no rules for what it does not have.
func (w *writer) sheet() string {
	if w.grouped {
		return style + headsStyle
	}
	return style
}

func newWriter(ctx context.Context, o Options) *writer {
	return &writer{watch: cancel.New(ctx), Options: o, names: names{titleName: 1, contentsName: 1}}
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.out.WriteString(p)
	}
}

// article writes the document.
func (w *writer) article(doc *document.Document) {
	doc = typography.Set(doc)
	w.reserve(document.Anchors(doc.Blocks))
	language := languageOf(&doc.Meta)
	w.put(`<article class="document" lang="`, esc(language), `"`, direction(language), ">\n")
	w.draft(doc.Meta.Draft)
	w.masthead(&doc.Masthead)
	at := 0
	document.WalkUntil(func() bool {
		w.page(at)
		at++
		return w.watch.Ended()
	}, doc.Blocks, w)
	w.endRule(doc.EndRule)
	w.footer(&doc.Meta)
	w.put("</article>\n")
}

// page says where another page begins in print, before the block at a position.
func (w *writer) page(at int) {
	if at == 0 || at >= len(w.Pages) || w.Pages[at] == w.Pages[at-1] {
		return
	}
	w.put("<p class=\"page\" data-page=\"", strconv.Itoa(w.Pages[at]), "\" aria-hidden=\"true\"></p>\n")
}

// blocks writes a run of blocks.
func (w *writer) blocks(list []document.Block) { document.WalkUntil(w.watch.Ended, list, w) }

// esc escapes a text. What no page may have, such as the character zero, is replaced.
func esc(s string) string {
	s = html.EscapeString(s)
	if strings.ContainsFunc(s, isForbidden) {
		s = strings.Map(func(r rune) rune {
			if isForbidden(r) {
				return '\uFFFD'
			}
			return r
		}, s)
	}
	return s
}

// isForbidden reports the characters that XML and HTML have no place for.
func isForbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r == '\u007F' || r == '\uFFFE' || r == '\uFFFF'
}
