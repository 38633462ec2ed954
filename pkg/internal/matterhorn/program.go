package matterhorn

import (
	"encoding/binary"
	"encoding/hex"
	"regexp"
	"strconv"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

// program is what of a TrueType font is checked, by glyph.
type program struct {
	widths []float64 // in thousandths of the type's size
	drawn  []bool    // the glyph has an outline, and what that is made of
}

// readProgram reads a TrueType font; nil is none.
func readProgram(data []byte) *program {
	t := tables(data)
	head, maxp, hhea, hmtx, loca := t["head"], t["maxp"], t["hhea"], t["hmtx"], t["loca"]
	if len(head) < 54 || len(maxp) < 6 || len(hhea) < 36 {
		return nil
	}
	count, measured := number(maxp, 4), number(hhea, 34)
	unit, long := float64(number(head, 18)), number(head, 50) == 1
	if unit == 0 || measured == 0 || len(hmtx) < 4*measured || len(loca) < offsetSize(long)*(count+1) {
		return nil
	}
	p, outlines := &program{}, make([][]byte, count)
	for glyph := range count {
		p.widths = append(p.widths, float64(number(hmtx, 4*min(glyph, measured-1)))*1000/unit)
		if from, to := offset(loca, glyph, long), offset(loca, glyph+1, long); from < to && to <= len(t["glyf"]) {
			outlines[glyph] = t["glyf"][from:to]
		}
	}
	for _, outline := range outlines {
		p.drawn = append(p.drawn, len(outline) > 0 && hasParts(outline, outlines))
	}
	return p
}

// hasParts reports whether a glyph is not made of others that are not there.
func hasParts(outline []byte, outlines [][]byte) bool {
	const (
		parts  = 10 // where they begin, behind the number of contours and the box
		words  = 1 << 0
		scale  = 1 << 3
		more   = 1 << 5
		scales = 1 << 6
		matrix = 1 << 7
	)
	if int16(number(outline, 0)) >= 0 {
		return true
	}
	for at, flags := parts, more; flags&more != 0; {
		if at+4 > len(outline) {
			return false
		}
		flags = number(outline, at)
		if part := number(outline, at+2); part >= len(outlines) || len(outlines[part]) == 0 {
			return false
		}
		at += 6
		for flag, size := range map[int]int{words: 2, scale: 2, scales: 4, matrix: 8} {
			if flags&flag != 0 {
				at += size
			}
		}
	}
	return true
}

// tables returns the tables of a TrueType font by name.
func tables(data []byte) map[string][]byte {
	list := map[string][]byte{}
	for at := 12; len(data) >= 12 && at < 12+16*number(data, 4) && at+16 <= len(data); at += 16 {
		from, size := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
		if from+size <= len(data) {
			list[string(data[at:at+4])] = data[from : from+size]
		}
	}
	return list
}

func number(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }

func offsetSize(long bool) int {
	if long {
		return 4
	}
	return 2
}

// offset is where a glyph's outline begins.
func offset(loca []byte, glyph int, long bool) int {
	if long {
		return int(binary.BigEndian.Uint32(loca[4*glyph:]))
	}
	return 2 * number(loca, 2*glyph)
}

// widths returns the widths that a font lists by code, and that of all other codes (ISO
// 32000-1, 9.7.4.3).
func widths(font pdf.Value) (byCode map[int]float64, usual float64) {
	byCode, usual = map[int]float64{}, 1000
	if dw := font.Key("DW"); !dw.IsNull() {
		usual = dw.Float64()
	}
	w := font.Key("W")
	for i := 0; i+1 < w.Len(); {
		first, next := int(w.Index(i).Int64()), w.Index(i+1)
		if next.Kind() == pdf.Array {
			for k := range next.Len() {
				byCode[first+k] = next.Index(k).Float64()
			}
			i += 2
			continue
		}
		for code := first; code <= min(int(next.Int64()), 0xFFFF); code++ {
			byCode[code] = w.Index(i + 2).Float64()
		}
		i += 3
	}
	return byCode, usual
}

var (
	characters = regexp.MustCompile(`(?s)beginbfchar(.*?)endbfchar`)
	mapping    = regexp.MustCompile(`<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>`)
	inRanges   = regexp.MustCompile(`beginbfrange|usecmap`)
)

// readMap returns the texts that codes mean, and whether the map says more in ways that
// are not read here.
func readMap(cmap []byte) (meaning map[int]string, ranges bool) {
	meaning = map[int]string{}
	for _, block := range characters.FindAllSubmatch(cmap, -1) {
		for _, m := range mapping.FindAllSubmatch(block[1], -1) {
			code, _ := strconv.ParseUint(string(m[1]), 16, 16) // by the pattern
			raw, _ := hex.DecodeString(string(m[2]))
			var units []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, binary.BigEndian.Uint16(raw[i:]))
			}
			meaning[int(code)] = string(utf16.Decode(units))
		}
	}
	return meaning, inRanges.Match(cmap)
}
