package font

import (
	"errors"
	"sort"
)

// cmap is a character map of format 4: segments of characters that run on.
type cmap struct {
	ends, starts, deltas, offsets []byte
	segments                      int
}

var errCmap = errors.New("the font has no character map of format 4")

// readCmap finds the Unicode map of the basic plane.
func readCmap(table []byte) (cmap, error) {
	if len(table) < 4 {
		return cmap{}, errCmap
	}
	for i := range u16(table, 2) {
		if len(table) < 12+8*i {
			break
		}
		platform, encoding, at := u16(table, 4+8*i), u16(table, 6+8*i), u32(table, 8+8*i)
		unicode := platform == 0 || platform == 3 && encoding == 1
		if unicode && at+16 <= len(table) && u16(table, at) == 4 {
			return format4(table[at:])
		}
	}
	return cmap{}, errCmap
}

func format4(b []byte) (cmap, error) {
	n := u16(b, 6) / 2
	if len(b) < 16+8*n {
		return cmap{}, errShort
	}
	return cmap{
		segments: n,
		ends:     b[14:],
		starts:   b[16+2*n:],
		deltas:   b[16+4*n:],
		offsets:  b[16+6*n:],
	}, nil
}

// glyph returns the glyph of r, or 0. The segments are sorted by their ends.
func (m cmap) glyph(r rune) int {
	if r < 0 || r > 0xFFFF {
		return 0
	}
	c := int(r)
	i := sort.Search(m.segments, func(i int) bool { return u16(m.ends, 2*i) >= c })
	if i == m.segments || u16(m.starts, 2*i) > c {
		return 0
	}
	delta, offset := u16(m.deltas, 2*i), u16(m.offsets, 2*i)
	if offset == 0 {
		return (c + delta) & 0xFFFF
	}
	// The offset counts from its own position in the table.
	at := 2*i + offset + 2*(c-u16(m.starts, 2*i))
	if at+2 > len(m.offsets) {
		return 0
	}
	g := u16(m.offsets, at)
	if g == 0 {
		return 0
	}
	return (g + delta) & 0xFFFF
}
