package set

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
)

// Covers reports whether the fonts surely have every character of a document, by a look at
// each: nothing is laid out.
func (s *Setter) Covers(doc *document.Document) bool {
	c := coverage{shaper: s.shaper, known: map[rune]bool{}}
	for text := range doc.Printed() {
		if s.Step() || !c.covers(text) {
			return false
		}
	}
	return true
}

// coverage asks whether every font of the family has a character. That is more than
// a page needs, which shows it in one of them; but no page shows another text.
type coverage struct {
	shaper Shaper
	known  map[rune]bool
	glyphs []Glyph
}

func (c *coverage) covers(text string) bool {
	for _, r := range Drawable(text) {
		if (r < ' ' || r > '~') && !isSpace(r) && !c.has(r) {
			return false
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
