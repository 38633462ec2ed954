package set

import "github.com/isuplan/isuplan/pkg/render/set/font"

// Shaper turns text into glyphs. It knows what fonts there are, and what a script wants:
// which glyphs stand for which characters, joined, moved or in another order.
type Shaper interface {
	// Shape appends the glyphs of a text to a slice, from left to right as they are drawn.
	// Every byte of the text is in the cluster of some glyph.
	Shape(to []Glyph, in Input) []Glyph
	// Faces returns the fonts, which glyphs name by their positions. The first ones are
	// those of the styles, as far as the styles go.
	Faces() []Face
}

// Input is a text to be shaped: of one style, one script and one direction.
type Input struct {
	Text      string
	Style     Style
	Script    Script
	Direction Direction
}

// Style is one of the four styles of type. Glyphs are measured in thousandths of the size
// of type, so that all sizes are shaped alike.
type Style uint8

// The styles, which can be added up.
const (
	Bold   Style = 1
	Italic Style = 2

	Styles = 4
)

// Direction is the direction in which a script is written.
type Direction uint8

// The directions.
const (
	LeftToRight Direction = iota
	RightToLeft
)

// Glyph is one glyph of a shaped text.
type Glyph struct {
	ID   uint16 // in its font; 0 where the font has none
	Face uint8  // its font's position among the shaper's faces
	// isPlain says that it stands for its cluster alone, where its font has it.
	isPlain bool
	code    uint16
	// Start and End are its cluster: the bytes of the text that it and the glyphs beside it
	// with the same cluster stand for. A cluster is not divided over two lines.
	Start, End int32
	// Advance is how far the next glyph is from this one, and X and Y how far this one is
	// moved to the right and up, all in thousandths of the size of type.
	Advance, X, Y int32
}

// Code returns the glyph's position among its face's glyphs in use.
func (g *Glyph) Code() uint16 { return g.code }

// IsPlain reports whether the glyph stands for its cluster alone, is as wide as its font
// has it, and is not moved.
func (g *Glyph) IsPlain() bool { return g.isPlain }

// Face is a font and its name.
type Face struct {
	Name string
	Font *font.Font
}
