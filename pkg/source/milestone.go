package source

import (
	"slices"
	"unicode/utf8"
)

// A column is counted in characters from the start of its line. A line may be as long as
// the file, and thousands of positions on it may be asked for: then they are counted from
// the nearest milestone.

// milestone says how many characters stand before an offset.
type milestone struct{ offset, characters int }

// stretch is how many bytes lie between two milestones, and how many are counted without.
const stretch = 256

// milestones returns one for each stretch of a text.
func milestones(text []byte) []milestone {
	list := make([]milestone, 1, len(text)/stretch+2)
	for at, count := 0, 0; at < len(text); count++ {
		_, size := utf8.DecodeRune(text[at:])
		at += size
		if at >= list[len(list)-1].offset+stretch {
			list = append(list, milestone{at, count + 1})
		}
	}
	return list
}

// characters counts the characters between two offsets.
func (f *File) characters(from, to int) int {
	if to-from <= stretch {
		return utf8.RuneCount(f.Bytes[from:to])
	}
	return f.before(to) - f.before(from)
}

// before counts the characters before an offset.
func (f *File) before(offset int) int {
	marks := f.marks()
	i, _ := slices.BinarySearchFunc(marks, offset+1, func(m milestone, at int) int { return m.offset - at })
	m := marks[i-1]
	return m.characters + utf8.RuneCount(f.Bytes[m.offset:offset])
}

// advance returns the offset that is so many characters behind the start of a line, or the
// end of the file.
func (f *File) advance(line, characters int) int {
	offset := f.starts[line-1]
	if to := offset + characters; !f.wide[line-1] && characters >= 0 && to <= f.lineEnd(line) {
		return to
	}
	if characters > stretch {
		marks, want := f.marks(), f.before(offset)+characters
		i, _ := slices.BinarySearchFunc(marks, want+1, func(m milestone, at int) int { return m.characters - at })
		m := marks[i-1]
		offset, characters = m.offset, want-m.characters
	}
	for ; characters > 0 && offset < len(f.Bytes); characters-- {
		_, size := utf8.DecodeRune(f.Bytes[offset:])
		offset += size
	}
	return offset
}
