package pdf

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// writer makes random documents, and the text that they must read as.
type writer struct {
	*rand.Rand
	want strings.Builder
}

var pool = []string{"Convention", "States", "of", "a", "cost-effective", "4–6", "é", "“quoted”", "CHF", "465,440", "(a)",
	"e\u0301tat", "שלום", "مرحبا", "中文字符", "🕊", "ﬁn", "\u00a0", "https://example.org/a/b", strings.Repeat("Donau", 60), "\x01", "\\(x)"}

func (w *writer) words(n int) string {
	list := make([]string, w.IntN(n+1))
	for i := range list {
		list[i] = pool[w.IntN(len(pool))]
		if n < 4 && len(list[i]) > 20 {
			list[i] = "" // a row that is split reads line by line
		}
	}
	return strings.Join(list, " ")
}

func (w *writer) text(n int) (t document.Text) {
	for range w.IntN(4) {
		r := document.Run{Text: w.words(n), Strong: w.IntN(4) == 0, Emphasis: w.IntN(4) == 0, Keep: w.IntN(5) == 0}
		if w.IntN(9) == 0 {
			r.Link = "https://example.org"
		}
		t = append(t, r)
	}
	w.want.WriteString(t.String())
	return t
}

func (w *writer) items(depth int) (list []document.Item) {
	for range w.IntN(4) {
		it := document.Item{}
		if w.IntN(2) == 0 {
			it.Marker = "(iv)"
			w.want.WriteString(it.Marker)
		} else {
			w.want.WriteString(bullet)
		}
		it.Text = w.text(20)
		if depth > 0 {
			it.Items = w.items(depth - 1)
		}
		list = append(list, it)
	}
	return list
}

func (w *writer) blocks(depth int) (list []document.Block) {
	for range w.IntN(12) {
		list = append(list, w.block(depth))
	}
	return list
}

func (w *writer) block(depth int) document.Block {
	switch n := w.IntN(6); {
	case n == 0:
		w.want.WriteString("XVIII.")
		return document.Heading{Level: w.IntN(5), Number: "XVIII.", Text: w.text(6)}
	case n == 1:
		return document.List{Items: w.items(4)}
	case n == 2:
		w.want.WriteString("Output 1.1.")
		return document.Result{Level: w.IntN(4), Label: "Output 1.1.", Text: w.text(20)}
	case n == 3 && depth > 0:
		b := document.Box{Title: w.text(3)}
		b.Blocks = w.blocks(depth - 1)
		return b
	case n == 4:
		return w.table()
	}
	w.want.WriteString("12.")
	return document.Paragraph{Number: "12.", Text: w.text(120), Lead: w.IntN(2) == 0}
}

func (w *writer) table() document.Table {
	t := document.Table{}
	for range w.IntN(5) {
		t.Columns = append(t.Columns, document.Column{Width: w.IntN(9), Numeric: w.IntN(2) == 0})
	}
	for range w.IntN(15) {
		r := document.Row{Kind: document.RowKind(w.IntN(5)), Depth: w.IntN(4)}
		for range t.Columns {
			r.Cells = append(r.Cells, w.text(3))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// Whatever the document: all of its text comes out, in order; nothing is drawn
// outside its place; equal input gives equal bytes.
func TestRandomDocuments(t *testing.T) {
	for seed := range uint64(100) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w := &writer{Rand: rand.New(rand.NewPCG(seed, 7))}
			doc := &document.Document{Masthead: document.Masthead{Name: w.text(5), Title: w.text(5), Byline: w.text(2)}}
			doc.Blocks = w.blocks(2)
			c, err := draw(doc)
			if err != nil {
				t.Fatal(err)
			}
			checkPlaces(t, c)
			got := ""
			for i, text := range pageTexts(t, render(t, doc)) {
				if i > 0 {
					text = strings.TrimPrefix(strings.TrimSpace(text), strconv.Itoa(i+1))
				}
				got += text
			}
			if got, want := withoutBlanks(got), withoutBlanks(set.Drawable(w.want.String())); got != want {
				at := 0
				for at < min(len(got), len(want)) && got[at] == want[at] {
					at++
				}
				t.Errorf("at %d of %d: got %.80q, want %.80q", at, len(want), got[at:], want[at:])
			}
		})
	}
}

func withoutBlanks(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "\u00a0", "")
}

// checkPlaces holds the laws of the page against the record of what was drawn.
func checkPlaces(t *testing.T, c *canvas) {
	t.Helper()
	const grace = point / 20
	for i, d := range c.record {
		if d.isArtifact() {
			continue
		}
		page := c.sheets[d.page-1]
		if d.x < margin-grace || d.x+d.width > margin+page.line()+grace || d.y < bodyTop-grace || d.y+d.height > page.foot()+grace+4*point {
			t.Errorf("outside the margins: %+v", d)
		}
		if d.page > 1 && d.x+d.width > columnLeft+columnWidth+grace && !c.inTable(d.node) {
			t.Errorf("outside the column: %+v", d)
		}
		if next := i + 1; next < len(c.record) && c.record[next].page == d.page && c.record[next].y == d.y &&
			c.record[next].text && c.record[next].node != 0 && c.record[next].x < d.x+d.width-grace && c.record[next].x > d.x {
			t.Errorf("%+v runs into %+v", d, c.record[next])
		}
	}
}

// inTable reports whether an element is a part of a table, or a note below one.
func (c *canvas) inTable(node int) bool {
	for ; node != 0; node = c.tree.elements[node].parent {
		if r := c.tree.elements[node].role; r == roleTable || r == roleNote {
			return true
		}
	}
	return false
}

// No heading stands last on a page that others follow.
func checkHeadings(t *testing.T, record []drawn) {
	t.Helper()
	last := map[int]drawn{}
	pages := 0
	for _, d := range record {
		if !d.isArtifact() && d.text {
			last[d.page], pages = d, d.page
		}
	}
	for page, d := range last {
		heading := d.role == roleHeading1 || d.role == roleHeading2 || d.role == roleHeading3
		if heading && page < pages {
			t.Errorf("page %d ends with a heading", page)
		}
	}
}

func TestHeadingsStayWithTheirText(t *testing.T) {
	for n := range 60 {
		doc := &document.Document{}
		for i := range 30 {
			doc.Blocks = append(doc.Blocks, document.Heading{Level: i % 3, Number: "I.", Text: prose(3)},
				document.Heading{Level: 3, Text: prose(4)}, document.Paragraph{Text: prose(10 + n)})
		}
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		checkPlaces(t, c)
		checkHeadings(t, c.record)
	}
}

// A paragraph leaves no single line at the foot or the head of a page.
func TestNoWidowsNoOrphans(t *testing.T) {
	for n := range 40 {
		doc := &document.Document{}
		for i := range 20 {
			doc.Blocks = append(doc.Blocks, document.Paragraph{Text: prose(30 + (i*n)%90)})
		}
		c, err := draw(doc)
		if err != nil {
			t.Fatal(err)
		}
		lines := map[int]map[int]int{} // node → page → lines
		for _, d := range c.record {
			if d.role == roleParagraph {
				if lines[d.node] == nil {
					lines[d.node] = map[int]int{}
				}
				lines[d.node][d.page]++
			}
		}
		for node, pages := range lines {
			for page, count := range pages {
				if len(pages) > 1 && count < 2 {
					t.Errorf("%d: one line of %d alone on page %d", n, node, page)
				}
			}
		}
	}
}
