package font

import (
	"encoding/binary"
	"slices"
)

// Cut returns a font whose glyph i is this font's glyph glyphs[i]; a glyph may
// come up twice. Parts of composite glyphs follow behind. The cut font has no
// character map and no names: it is for embedding where codes are glyph indices.
func (f *Font) Cut(glyphs []int) []byte {
	c := cutter{from: f, glyphs: slices.Clone(glyphs), place: map[int]int{}}
	for i := 0; i < len(c.glyphs); i++ { // grows while composites name their parts
		c.add(c.glyphs[i])
	}
	c.offsets = append(c.offsets, len(c.glyf))
	return assemble(c.tables())
}

type cutter struct {
	from    *Font
	glyphs  []int
	place   map[int]int // of the parts: the font's glyph → the cut font's
	glyf    []byte
	offsets []int
}

// add copies the outline of a glyph and turns the parts it names into the cut
// font's numbers.
func (c *cutter) add(glyph int) {
	c.offsets = append(c.offsets, len(c.glyf))
	start := len(c.glyf)
	c.glyf = append(c.glyf, c.from.outline(glyph)...)
	if outline := c.glyf[start:]; len(outline) > 10 && i16(outline, 0) < 0 {
		c.renumber(outline)
	}
	for len(c.glyf)%4 != 0 {
		c.glyf = append(c.glyf, 0)
	}
}

// The flags of a composite glyph's part.
const (
	wordArgs  = 1 << 0
	oneScale  = 1 << 3
	more      = 1 << 5
	twoScales = 1 << 6
	matrix    = 1 << 7
)

func (c *cutter) renumber(outline []byte) {
	for at := 10; at+4 <= len(outline); {
		flags := u16(outline, at)
		binary.BigEndian.PutUint16(outline[at+2:], uint16(c.part(u16(outline, at+2))))
		if flags&more == 0 {
			return
		}
		at += partSize(flags)
	}
}

// part returns the cut font's number of a part, and takes the part in.
func (c *cutter) part(glyph int) int {
	at, ok := c.place[glyph]
	if !ok {
		at = len(c.glyphs)
		c.place[glyph] = at
		c.glyphs = append(c.glyphs, glyph)
	}
	return at
}

func partSize(flags int) int {
	size := 6
	if flags&wordArgs != 0 {
		size = 8
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&matrix != 0:
		size += 8
	}
	return size
}

// outline returns a glyph's bytes in the table glyf, none for a blank.
func (f *Font) outline(glyph int) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to int
	if f.longLoca && len(loca) >= 4*glyph+8 {
		from, to = u32(loca, 4*glyph), u32(loca, 4*glyph+4)
	} else if !f.longLoca && len(loca) >= 2*glyph+4 {
		from, to = 2*u16(loca, 2*glyph), 2*u16(loca, 2*glyph+2)
	}
	if from > to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}
