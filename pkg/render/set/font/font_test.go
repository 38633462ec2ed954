package font

import (
	"bytes"
	"testing"

	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func parse(t testing.TB) *Font {
	f, err := Parse(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Every character has the glyph and the width that another reader finds.
func TestGlyphsAndWidths(t *testing.T) {
	f := parse(t)
	other, err := sfnt.Parse(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	for r := rune(0); r < 0x3000; r++ {
		glyph, err := other.GlyphIndex(&buf, r)
		if err != nil || f.Glyph(r) != int(glyph) {
			t.Fatalf("%U is glyph %d, want %d (%v)", r, f.Glyph(r), glyph, err)
		}
		advance, err := other.GlyphAdvance(&buf, glyph, fixed.I(1000), font.HintingNone)
		if d := f.Width(int(glyph))*64 - int(advance); err != nil || d > 33 || d < -33 {
			t.Fatalf("%U is %d wide, want %v (%v)", r, f.Width(int(glyph)), advance, err)
		}
	}
	if f.Glyph('🕊') != 0 || f.Glyph(-1) != 0 {
		t.Error("a glyph for what the font lacks")
	}
}

// A cut font draws each of its glyphs as the uncut font does, composites too.
func TestCutKeepsOutlines(t *testing.T) {
	f := parse(t)
	var glyphs []int
	for _, r := range "\x00 Aéü–’“ﬁǻ□A" {
		glyphs = append(glyphs, f.Glyph(r))
	}
	cut := f.Cut(glyphs)
	if !bytes.Equal(cut, f.Cut(glyphs)) {
		t.Error("two cuts differ")
	}
	if len(cut) > 20_000 {
		t.Errorf("the cut font has %d bytes", len(cut))
	}
	short := reread(t, cut)
	for i, g := range glyphs {
		want, got := flat(f, g), flat(short, i)
		if len(got) != len(want) {
			t.Errorf("glyph %d: %d points, want %d", i, len(got), len(want))
		}
		if f.Width(g) != short.Width(i) {
			t.Errorf("glyph %d: width %d, want %d", i, short.Width(i), f.Width(g))
		}
	}
	if sum(cut) != 0xB1B0AFBA {
		t.Errorf("checksum %x", sum(cut))
	}
}

// reread reads a cut font, which has no character map.
func reread(t *testing.T, data []byte) *Font {
	f := &Font{data: data, tables: map[string][]byte{}}
	if err := f.directory(); err != nil {
		t.Fatal(err)
	}
	f.upem, f.glyphs, f.metrics = u16(f.tables["head"], 18), u16(f.tables["maxp"], 4), u16(f.tables["hhea"], 34)
	f.longLoca = u16(f.tables["head"], 50) == 1
	return f
}

// flat returns a glyph's outline, or those of its parts.
func flat(f *Font, glyph int) []byte {
	o := f.outline(glyph)
	if len(o) < 10 || i16(o, 0) >= 0 {
		return bytes.TrimRight(o, "\x00")
	}
	var all []byte
	for at := 10; at+4 <= len(o); {
		flags := u16(o, at)
		all = append(all, flat(f, u16(o, at+2))...)
		if flags&more == 0 {
			break
		}
		at += partSize(flags)
	}
	return all
}

// A file that is cut off or damaged gives an error, never a panic.
func TestBrokenFonts(t *testing.T) {
	intact := liberationserifregular.TTF
	for n := 0; n < 2000; n += 7 {
		if _, err := Parse(intact[:n]); err == nil {
			t.Fatalf("%d bytes pass for a font", n)
		}
	}
	for i := range 400 {
		damaged := bytes.Clone(intact)
		damaged[i] ^= 0xFF
		if f, err := Parse(damaged); err == nil {
			f.Cut([]int{0, f.Glyph('A'), f.Glyph('é')})
			f.Shape()
		}
	}
}

// Every pair of letters stands as far apart as another reader finds.
func TestPairs(t *testing.T) {
	f := parse(t)
	pairs, other := f.Pairs(), must(sfnt.Parse(liberationserifregular.TTF))
	var buf sfnt.Buffer
	kerned := 0
	for _, a := range letters {
		for _, b := range letters {
			left, right := sfnt.GlyphIndex(f.Glyph(a)), sfnt.GlyphIndex(f.Glyph(b))
			want, _ := other.Kern(&buf, left, right, fixed.I(1000), font.HintingNone) // an error says that there is no such pair
			got := pairs.Kern(uint16(left), uint16(right))
			if d := int(got)*64 - int(want); d > 33 || d < -33 {
				t.Fatalf("%c and %c are moved by %d, want %v", a, b, got, want)
			}
			if got != 0 {
				kerned++
			}
		}
	}
	if kerned < 500 {
		t.Errorf("%d pairs are kerned", kerned)
	}
	if pairs.Kern(0xFFFF, 1) != 0 {
		t.Error("a pair of a glyph that the font lacks")
	}
}

// letters are those that pairs may be of.
var letters = []rune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01 .,:;-–'’‘“„ÄÉéçÇАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяΑΔΤΥ")

func must(f *sfnt.Font, err error) *sfnt.Font {
	if err != nil {
		panic(err)
	}
	return f
}

// A table of pairs that is cut off or overwritten anywhere is read as far as it goes.
func TestDamagedPairs(t *testing.T) {
	whole := parse(t)
	size := len(whole.tables["GPOS"])
	for n := 0; n < size; n += 97 {
		f := *whole
		f.tables = map[string][]byte{"GPOS": whole.tables["GPOS"][:n]}
		f.Pairs()
		broken := bytes.Clone(whole.tables["GPOS"])
		for i := n; i < min(n+16, size); i++ {
			broken[i] = 0xFF
		}
		f.tables["GPOS"] = broken
		f.Pairs()
	}
}
