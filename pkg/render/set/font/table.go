package font

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// table is one table of a font file.
type table struct {
	name string
	data []byte
}

// tables returns the cut font's tables, sorted by name as the format wants them.
func (c *cutter) tables() []table {
	loca, long := c.loca()
	n := uint16(len(c.glyphs))
	head := slices.Clone(c.from.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0) // the checksum, filled in at the end
	binary.BigEndian.PutUint16(head[50:], long)
	list := []table{
		{"cvt ", c.from.tables["cvt "]},
		{"fpgm", c.from.tables["fpgm"]},
		{"glyf", c.glyf},
		{"head", head},
		{"hhea", patched(c.from.tables["hhea"], 34, n)},
		{"hmtx", c.hmtx()},
		{"loca", loca},
		{"maxp", patched(c.from.tables["maxp"], 4, n)},
		{"prep", c.from.tables["prep"]},
	}
	return slices.DeleteFunc(list, func(t table) bool { return len(t.data) == 0 && t.name != "glyf" })
}

func patched(b []byte, at int, value uint16) []byte {
	b = slices.Clone(b)
	binary.BigEndian.PutUint16(b[at:], value)
	return b
}

// hmtx returns a full metric, width and left bearing, for each glyph.
func (c *cutter) hmtx() []byte {
	from, full := c.from.tables["hmtx"], c.from.metrics
	out := make([]byte, 0, 4*len(c.glyphs))
	for _, g := range c.glyphs {
		width := from[4*min(g, full-1):][:2]
		bearing := []byte{0, 0}
		if g < full {
			bearing = from[4*g+2:][:2]
		} else if at := 4*full + 2*(g-full); at+2 <= len(from) {
			bearing = from[at:][:2]
		}
		out = append(append(out, width...), bearing...)
	}
	return out
}

// loca returns the index of the outlines, in its short form where that is enough.
func (c *cutter) loca() (data []byte, long uint16) {
	if len(c.glyf)/2 <= 0xFFFF {
		for _, at := range c.offsets {
			data = binary.BigEndian.AppendUint16(data, uint16(at/2))
		}
		return data, 0
	}
	for _, at := range c.offsets {
		data = binary.BigEndian.AppendUint32(data, uint32(at))
	}
	return data, 1
}

// assemble writes a font file.
func assemble(tables []table) []byte {
	n := len(tables)
	log := bits.Len(uint(n)) - 1
	size := 12 + 16*n
	for _, t := range tables {
		size += len(t.data) + 3
	}
	out := make([]byte, 12+16*n, size)
	binary.BigEndian.PutUint32(out, 0x00010000)
	for i, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		binary.BigEndian.PutUint16(out[4+2*i:], uint16(v))
	}
	head := 0
	for i, t := range tables {
		at := len(out)
		if t.name == "head" {
			head = at
		}
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		entry := out[12+16*i:]
		copy(entry, t.name)
		binary.BigEndian.PutUint32(entry[4:], sum(out[at:]))
		binary.BigEndian.PutUint32(entry[8:], uint32(at))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.data)))
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-sum(out))
	return out
}

// sum is the checksum of TrueType; the data is padded to whole words.
func sum(b []byte) (s uint32) {
	for ; len(b) >= 4; b = b[4:] {
		s += binary.BigEndian.Uint32(b)
	}
	return s
}
