package set

// Use is a glyph that a document uses, and what it stands for.
type Use struct {
	ID    uint16 // in its font
	Text  string // of its cluster, "" for a glyph that only goes on with one
	Width int32  // in its font, in thousandths of the size of type
}

// use is what tells one use from another.
type use struct {
	id   uint16
	text string
}

// uses are the glyphs of a face in use, in the order of first use: who embeds the fonts
// numbers them so.
type uses struct {
	face   Face
	list   []Use // from 1; 0 is the glyph for what the font lacks
	first  []uint16
	others map[use]uint16
}

func newUses(face Face) uses {
	return uses{face: face, list: []Use{{Width: int32(face.Font.Width(0))}}}
}

// Faces returns the shaper's fonts.
func (s *Setter) Faces() []Face { return s.shaper.Faces() }

// Uses returns the glyphs of a font that were measured or shaped, by their codes. The
// first is none of them; there are no others where the font is not in use.
func (s *Setter) Uses(face int) []Use { return s.uses[face].list }

// number gives a glyph that stands for a text its code.
func (u *uses) number(g *Glyph, text string) {
	if int(g.ID) < len(u.first) {
		if n := u.first[g.ID]; n != 0 && u.list[n].Text == text {
			g.code = n
			return
		}
	}
	u.look(g, text)
}

// look looks for a use that is not the first of its glyph, or adds it.
func (u *uses) look(g *Glyph, text string) {
	key := use{g.ID, text}
	if n, ok := u.others[key]; ok {
		g.code = n
		return
	}
	const most = 0xFFFF // that a code of two bytes tells apart
	if len(u.list) > most {
		g.code = u.blank()
		g.Advance = u.list[g.code].Width
		return
	}
	g.code = uint16(len(u.list))
	u.list = append(u.list, Use{ID: g.ID, Text: text, Width: int32(u.face.Font.Width(int(g.ID)))})
	if more := int(g.ID) + 1 - len(u.first); more > 0 {
		u.first = append(u.first, make([]uint16, more)...)
	}
	switch {
	case u.first[g.ID] == 0:
		u.first[g.ID] = g.code
	case u.others == nil:
		u.others = map[use]uint16{key: g.code}
	default:
		u.others[key] = g.code
	}
}

// blank is the code of a blank, 0 where none is in use.
func (u *uses) blank() uint16 {
	if id := u.face.Font.Glyph(' '); id < len(u.first) {
		return u.first[id]
	}
	return 0
}
