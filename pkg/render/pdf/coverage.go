package pdf

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
)

// Lacking returns the characters of a document that the fonts lack, as Render does,
// in a fraction of its time: nothing is laid out unless a look at each character
// says that there may be some.
func Lacking(doc *document.Document) ([]Missing, error) {
	fs, err := newFaces()
	if err != nil {
		return nil, err
	}
	c := coverage{faces: fs, known: map[rune]bool{}}
	if c.document(doc) {
		return nil, nil
	}
	drawn, err := draw(doc)
	if err != nil {
		return nil, err
	}
	return drawn.faces.missing, nil
}

// coverage asks whether every font of the family has a character. That is more than
// a page needs, which shows it in one of them; but no page shows another text.
type coverage struct {
	faces *faces
	known map[rune]bool
}

func (c *coverage) document(doc *document.Document) bool {
	m := &doc.Masthead
	return c.words(doc.Meta.Symbol, doc.Meta.Job, doc.Meta.Barcode, doc.Meta.Draft, m.Symbol) &&
		c.texts(m.Name, m.Title, m.Byline) && c.texts(m.Origin...) && c.texts(m.Session...) &&
		c.blocks(doc.Blocks)
}

func (c *coverage) blocks(list []document.Block) bool {
	return !slices.ContainsFunc(list, func(b document.Block) bool { return !c.block(b) })
}

func (c *coverage) block(b document.Block) bool {
	switch b := b.(type) {
	case document.Heading:
		return c.words(b.Number) && c.texts(b.Text)
	case document.Paragraph:
		return c.words(b.Number) && c.texts(b.Text)
	case document.List:
		return c.items(b.Items)
	case document.Result:
		return c.words(b.Label) && c.texts(b.Text)
	case document.Box:
		return c.texts(b.Title) && c.blocks(b.Blocks)
	case document.Table:
		return c.table(&b)
	case document.Chart:
		return c.chart(&b)
	}
	return false
}

func (c *coverage) items(list []document.Item) bool {
	return !slices.ContainsFunc(list, func(it document.Item) bool {
		return !c.words(it.Marker) || !c.texts(it.Text) || !c.items(it.Items)
	})
}

func (c *coverage) table(t *document.Table) bool {
	for i := range t.Columns {
		if !c.texts(t.Columns[i].Head) {
			return false
		}
	}
	return c.texts(t.Notes...) && !slices.ContainsFunc(t.Rows, func(r document.Row) bool { return !c.texts(r.Cells...) })
}

func (c *coverage) chart(chart *document.Chart) bool {
	if !c.texts(chart.Title) || !c.texts(chart.Series...) {
		return false
	}
	return !slices.ContainsFunc(chart.Bars, func(b document.Bar) bool {
		return !c.texts(b.Label) || slices.ContainsFunc(b.Values, func(v document.BarValue) bool { return !c.words(v.Text, v.Share) })
	})
}

func (c *coverage) texts(list ...document.Text) bool {
	for _, t := range list {
		for i := range t {
			if !c.words(t[i].Text) {
				return false
			}
		}
	}
	return true
}

func (c *coverage) words(list ...string) bool {
	for _, word := range list {
		for _, r := range drawable(word) {
			if (r < ' ' || r > '~') && !isSpace(r) && !c.has(r) {
				return false
			}
		}
	}
	return true
}

func (c *coverage) has(r rune) bool {
	has, known := c.known[r]
	if !known {
		has = !isRightToLeft(r)
		for _, f := range c.faces.by {
			has = has && f.font.Glyph(r) != 0
		}
		c.known[r] = has
	}
	return has
}
