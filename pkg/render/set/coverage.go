package set

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
)

// Covers reports whether the fonts surely have every character of a document, by a look at
// each: nothing is laid out.
func (s *Setter) Covers(doc *document.Document) bool {
	c := coverage{shaper: s.shaper, known: map[rune]bool{}}
	return c.document(doc)
}

// coverage asks whether every font of the family has a character. That is more than
// a page needs, which shows it in one of them; but no page shows another text.
type coverage struct {
	shaper Shaper
	known  map[rune]bool
	glyphs []Glyph
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
		for _, r := range Drawable(word) {
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
		has = true
		text := string(r)
		_, script, direction := item(text)
		for st := range Style(Styles) {
			c.glyphs = c.shaper.Shape(c.glyphs[:0], Input{text, st, script, direction})
			has = has && !slices.ContainsFunc(c.glyphs, func(g Glyph) bool { return g.ID == 0 })
		}
		c.known[r] = has
	}
	return has
}
