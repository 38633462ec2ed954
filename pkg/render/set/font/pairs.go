package font

import (
	"math"
	"slices"
)

// Pairs are the pairs of glyphs that stand closer together than others, or further apart.
type Pairs struct {
	from  []uint16 // by the left glyph: where its pairs begin
	right []uint16
	by    []int16 // in thousandths of the size of type
}

// Kern returns by how much a pair of glyphs is moved apart, less than 0 for together, in
// thousandths of the size of type.
func (p *Pairs) Kern(left, right uint16) int32 {
	if int(left)+1 >= len(p.from) {
		return 0
	}
	for i := p.from[left]; i < p.from[left+1]; i++ {
		if p.right[i] == right {
			return int32(p.by[i])
		}
	}
	return 0
}

// Pairs reads the pairs of the feature kern in the table GPOS: those that are listed one by
// one (format 1), which is all that fonts of few pairs have. There are none where the table
// is missing or damaged.
func (f *Font) Pairs() *Pairs {
	r := pairReader{font: f, gpos: f.tables["GPOS"]}
	if len(r.gpos) >= 10 {
		r.features(u16(r.gpos, 6), u16(r.gpos, 8))
	}
	slices.SortStableFunc(r.list, func(a, b pair) int { return int(a.left) - int(b.left) })
	return byLeft(r.list[:min(len(r.list), math.MaxUint16)], f.glyphs)
}

// byLeft makes pairs of a list in the order of the left glyphs.
func byLeft(list []pair, glyphs int) *Pairs {
	p := &Pairs{from: make([]uint16, glyphs+1), right: make([]uint16, len(list)), by: make([]int16, len(list))}
	n := 0
	for left := range glyphs {
		p.from[left] = uint16(n)
		for ; n < len(list) && int(list[n].left) == left; n++ {
			p.right[n], p.by[n] = list[n].right, list[n].by
		}
	}
	p.from[glyphs] = uint16(n)
	return p
}

type pair struct {
	left, right uint16
	by          int16
}

// pairReader reads pairs; what is beyond the end of the table reads as 0.
type pairReader struct {
	font *Font
	gpos []byte
	list []pair
	seen map[int]bool // the lookups that were read
}

func (r *pairReader) at(i int) int {
	if i < 0 || i+2 > len(r.gpos) {
		return 0
	}
	return u16(r.gpos, i)
}

// features reads the lookups of each feature kern. The scripts of a font share them.
func (r *pairReader) features(list, lookups int) {
	r.seen = map[int]bool{}
	for i := range r.at(list) {
		record := list + 2 + 6*i
		if r.at(record) != 'k'<<8|'e' || r.at(record+2) != 'r'<<8|'n' {
			continue
		}
		feature := list + r.at(record+4)
		for k := range r.at(feature + 2) {
			if n := r.at(feature + 4 + 2*k); !r.seen[n] && n < r.at(lookups) {
				r.seen[n] = true
				r.lookup(lookups + r.at(lookups+2+2*n))
			}
		}
	}
}

// lookup reads the subtables of a lookup for pairs.
func (r *pairReader) lookup(at int) {
	const pairs, first = 2, 1
	if r.at(at) != pairs {
		return
	}
	for i := range r.at(at + 4) {
		if sub := at + r.at(at+6+2*i); r.at(sub) == first {
			r.subtable(sub)
		}
	}
}

// subtable reads lists of pairs that say how far the left glyph's advance changes, and
// nothing else.
func (r *pairReader) subtable(sub int) {
	const advance = 4
	if r.at(sub+4) != advance || r.at(sub+6) != 0 {
		return
	}
	left := r.coverage(sub + r.at(sub+2))
	for i := range min(r.at(sub+8), len(left)) {
		set := sub + r.at(sub+10+2*i)
		for k := range r.at(set) {
			at := set + 2 + 4*k
			if at+4 > len(r.gpos) || left[i] >= r.font.glyphs {
				return
			}
			by := r.font.scale(i16(r.gpos, at+2))
			r.list = append(r.list, pair{uint16(left[i]), uint16(r.at(at)), int16(by)})
		}
	}
}

// coverage lists the glyphs of a coverage table.
func (r *pairReader) coverage(at int) (glyphs []int) {
	const single, ranges = 1, 2
	for i := range r.at(at + 2) {
		switch r.at(at) {
		case single:
			glyphs = append(glyphs, r.at(at+4+2*i))
		case ranges:
			for g := r.at(at + 4 + 6*i); g <= r.at(at+6+6*i) && len(glyphs) < r.font.glyphs; g++ {
				glyphs = append(glyphs, g)
			}
		}
	}
	return glyphs
}
