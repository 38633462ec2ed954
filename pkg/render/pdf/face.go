package pdf

import (
	"sync"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"

	"golang.org/x/text/unicode/bidi"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf/font"
)

// style is one of the four fonts of the family.
type style uint8

const (
	bold   style = 1
	italic style = 2
	styles       = 4
)

// code is a character as the page knows it: a number and a width in thousandths
// of the font's size.
type code struct {
	id    uint16
	width int32
}

// face is one font as far as one document uses it. Codes are handed out in the
// order of first use and are the glyph indices of the cut font.
type face struct {
	name   string
	font   *font.Font
	ascii  [128]code
	others map[rune]code
	glyphs []int  // by code: the font's glyph
	runes  []rune // by code: the character
	widths []int32
}

// faces is the family, and the characters that it lacks.
type faces struct {
	by      [styles]*face
	missing []Missing
	lost    map[rune]bool
}

var family = [styles]struct {
	name string
	load func() (*font.Font, error)
}{
	0:             {"LiberationSerif", parsed(&liberationserifregular.TTF)},
	bold:          {"LiberationSerif-Bold", parsed(&liberationserifbold.TTF)},
	italic:        {"LiberationSerif-Italic", parsed(&liberationserifitalic.TTF)},
	bold | italic: {"LiberationSerif-BoldItalic", parsed(&liberationserifbolditalic.TTF)},
}

// parsed reads a font once; a font is read-only, so documents can share it.
func parsed(ttf *[]byte) func() (*font.Font, error) {
	return sync.OnceValues(func() (*font.Font, error) { return font.Parse(*ttf) })
}

// newFaces prepares the four fonts. It costs little: nothing but the tables' heads is read.
func newFaces() (*faces, error) {
	fs := &faces{lost: map[rune]bool{}}
	for i, member := range family {
		f, err := member.load()
		if err != nil {
			return nil, err
		}
		fs.by[i] = &face{name: member.name, font: f, others: map[rune]code{},
			glyphs: []int{0}, runes: []rune{0}, widths: []int32{int32(f.Width(0))}}
	}
	return fs, nil
}

// code returns the character's code; run is named where the font lacks it.
func (fs *faces) code(s style, r rune, run *document.Run) code {
	f := fs.by[s]
	if r >= 0 && int(r) < len(f.ascii) {
		if c := f.ascii[r]; c.id != 0 {
			return c
		}
	} else if c, ok := f.others[r]; ok {
		return c
	}
	return fs.take(f, r, run)
}

// isRightToLeft reports a letter of a script that is written from right to left.
// Lines are set from left to right here, so that the font's having it is no help.
func isRightToLeft(r rune) bool {
	if r < 0x0590 {
		return false
	}
	properties, _ := bidi.LookupRune(r)
	return properties.Class() == bidi.R || properties.Class() == bidi.AL
}

// substitutes are drawn for a character that the font lacks, the first that it has.
var substitutes = []rune{'□', '?'}

// take gives a character its code. One that the font lacks gets a code of its
// own, so that the text can still be copied and searched.
func (fs *faces) take(f *face, r rune, run *document.Run) code {
	glyph := f.font.Glyph(r)
	if isRightToLeft(r) {
		glyph = 0
	}
	for _, s := range substitutes {
		if glyph == 0 {
			fs.miss(r, run)
			glyph = f.font.Glyph(s)
		}
	}
	if len(f.glyphs) > 0xFFFF {
		return f.ascii[' ']
	}
	c := code{id: uint16(len(f.glyphs)), width: int32(f.font.Width(glyph))}
	f.glyphs = append(f.glyphs, glyph)
	f.runes = append(f.runes, r)
	f.widths = append(f.widths, c.width)
	if r >= 0 && int(r) < len(f.ascii) {
		f.ascii[r] = c
	} else {
		f.others[r] = c
	}
	return c
}

func (fs *faces) miss(r rune, run *document.Run) {
	if fs.lost[r] {
		return
	}
	fs.lost[r] = true
	m := Missing{Rune: r}
	if run != nil {
		m.Run = *run
	}
	fs.missing = append(fs.missing, m)
}

// used reports whether anything was drawn or measured in the face.
func (f *face) used() bool { return len(f.glyphs) > 1 }

// width measures a string; without a run, the string stands for itself.
func (fs *faces) width(s style, text string, points int, run *document.Run) length {
	if run == nil {
		run = &document.Run{Text: text}
	}
	sum := 0
	for _, r := range text {
		sum += int(fs.code(s, r, run).width)
	}
	return length(sum * points)
}
