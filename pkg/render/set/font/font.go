// Package font reads TrueType fonts as far as a page needs it: which glyph draws a
// character, how wide it is, and what a font cut down to a few glyphs looks like. It reads
// the font's bytes without copying them, on demand, and never writes to them, so that one
// Font serves any number of goroutines.
package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Font is a TrueType font. It is immutable.
type Font struct {
	data   []byte
	tables map[string][]byte

	glyphs   int // number of glyphs
	metrics  int // number of full entries in hmtx
	longLoca bool
	upem     int
	cmap     cmap
}

var errShort = errors.New("the font file is cut off")

// Parse reads the directory and the heads of the tables. The font keeps data and
// only ever reads it.
func Parse(data []byte) (*Font, error) {
	f := &Font{data: data, tables: map[string][]byte{}}
	if err := f.directory(); err != nil {
		return nil, err
	}
	for name, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "OS/2": 90, "post": 32} {
		if len(f.tables[name]) < size {
			return nil, fmt.Errorf("the font has no usable table %q", name)
		}
	}
	f.upem = u16(f.tables["head"], 18)
	f.longLoca = u16(f.tables["head"], 50) == 1
	f.metrics = u16(f.tables["hhea"], 34)
	f.glyphs = u16(f.tables["maxp"], 4)
	if f.upem == 0 || f.metrics == 0 || len(f.tables["hmtx"]) < 4*f.metrics {
		return nil, errors.New("the font has no usable metrics")
	}
	var err error
	f.cmap, err = readCmap(f.tables["cmap"])
	return f, err
}

// directory finds the tables.
func (f *Font) directory() error {
	if len(f.data) < 12 || binary.BigEndian.Uint32(f.data) != 0x00010000 {
		return errors.New("not a TrueType font")
	}
	n := u16(f.data, 4)
	if len(f.data) < 12+16*n {
		return errShort
	}
	for i := range n {
		entry := f.data[12+16*i:]
		at, size := u32(entry, 8), u32(entry, 12)
		if at+size > len(f.data) {
			return errShort
		}
		f.tables[string(entry[:4])] = f.data[at : at+size : at+size]
	}
	return nil
}

// Glyph returns the index of the glyph that draws r; 0 where the font has none.
func (f *Font) Glyph(r rune) int {
	if g := f.cmap.glyph(r); g < f.glyphs {
		return g
	}
	return 0
}

// Width returns a glyph's advance in thousandths of the font's size.
func (f *Font) Width(glyph int) int {
	return f.scale(u16(f.tables["hmtx"], 4*min(glyph, f.metrics-1)))
}

// scale turns font units into thousandths of the font's size, to the nearest.
func (f *Font) scale(n int) int {
	if n < 0 {
		return -f.scale(-n)
	}
	return (n*1000 + f.upem/2) / f.upem
}

// Shape is what a PDF font descriptor says of a font, in thousandths of its size.
type Shape struct {
	Ascent, Descent, CapHeight int
	Box                        [4]int
	ItalicAngle                int // in degrees
	Weight                     int // 400 regular, 700 bold
}

// Shape returns the font's overall measures.
func (f *Font) Shape() Shape {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	s := Shape{
		Ascent:      f.scale(i16(hhea, 4)),
		Descent:     f.scale(i16(hhea, 6)),
		CapHeight:   f.scale(i16(os2, 88)),
		ItalicAngle: i16(f.tables["post"], 4),
		Weight:      u16(os2, 4),
	}
	for i := range s.Box {
		s.Box[i] = f.scale(i16(head, 36+2*i))
	}
	return s
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

// u32 reads a number of 32 bits. Half a gigabyte is more than any font has of anything, and
// sums of it are still numbers where an int has 32 bits.
func u32(b []byte, at int) int { return int(min(binary.BigEndian.Uint32(b[at:]), 1<<29)) }
