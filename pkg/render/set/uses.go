package set

// Use is a glyph that a document uses, and what it stands for.
type Use struct {
	Text  string // of its cluster, "" for a glyph that only goes on with one
	ID    uint16 // in its font
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
	list   []Use    // from 1; 0 is the glyph for what the font lacks
	first  []letter // by glyph: its first use
	others map[use]uint16
}

// letter is the first use of a glyph. Most glyphs have no other, and most stand for a
// character of ASCII.
type letter struct {
	code  uint16
	ascii uint16 // 1 more than the character, 0 for any other text
	width int32
}

// letter returns the first use of a glyph.
func (u *uses) letter(id uint16) *letter {
	if int(id) < len(u.first) {
		return &u.first[id]
	}
	return &noLetter
}

// noLetter is the use of a glyph that is not in use.
var noLetter letter

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
		if n := u.first[g.ID].code; n != 0 && u.list[n].Text == text {
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
	const most = 0xFFFF // that a code of two bytes can distinguish
	if len(u.list) > most {
		g.code = u.blank()
		g.Advance = u.list[g.code].Width
		return
	}
	g.code = uint16(len(u.list))
	u.list = append(u.list, Use{ID: g.ID, Text: text, Width: int32(u.face.Font.Width(int(g.ID)))})
	if int(g.ID) >= len(u.first) {
		const step = 128 // what is beyond ASCII is rare
		longer := make([]letter, (int(g.ID)/step+1)*step)
		copy(longer, u.first)
		u.first = longer
	}
	switch {
	case u.first[g.ID].code == 0:
		u.first[g.ID] = letter{code: g.code, width: u.list[g.code].Width}
		if len(text) == 1 {
			u.first[g.ID].ascii = uint16(text[0]) + 1
		}
	case u.others == nil:
		u.others = map[use]uint16{key: g.code}
	default:
		u.others[key] = g.code
	}
}

// blank is the code of a blank, 0 where none is in use.
func (u *uses) blank() uint16 {
	if id := u.face.Font.Glyph(' '); id < len(u.first) {
		return u.first[id].code
	}
	return 0
}
