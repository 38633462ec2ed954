package lsp

import (
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/source"
)

// position returns the protocol's position of an offset: lines from 0, characters in UTF-16 code
// units.
func position(f *source.File, offset int) protocol.Position {
	at := f.At(offset)
	from, _ := f.LineBounds(at.Line)
	return protocol.Position{Line: uint32(at.Line - 1), Character: uint32(units(f.Bytes[from:at.Offset]))} //nolint:gosec // a file has at most source.MaxBytes
}

// units counts the UTF-16 code units of a text. What is no UTF-8 counts one for each byte.
func units(text []byte) (n int) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		i += size
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// offset returns the offset of a position. One behind the end of its line is there, one behind
// the last line at the end of the file; one inside of a character is at its begin.
func offset(f *source.File, p protocol.Position) int {
	if uint64(p.Line) >= uint64(f.Lines()) { //nolint:gosec // a number of lines is not negative
		return len(f.Bytes)
	}
	from, to := f.LineBounds(int(p.Line) + 1)
	left := int64(p.Character)
	for from < to && left > 0 {
		r, size := utf8.DecodeRune(f.Bytes[from:])
		left--
		if r > 0xFFFF {
			left--
		}
		if left < 0 {
			break
		}
		from += size
	}
	return min(from, to)
}

// stretch returns the range between two offsets.
func stretch(f *source.File, from, to int) protocol.Range {
	return protocol.Range{Start: position(f, from), End: position(f, to)}
}

// changedText returns a text after a change.
func changedText(text []byte, c *protocol.ContentChange) []byte {
	if c.Range == nil {
		return []byte(c.Text)
	}
	f := source.NewFile("", text)
	lead := len(text) - len(f.Bytes) // a byte order mark
	from, to := offset(f, c.Range.Start)+lead, offset(f, c.Range.End)+lead
	if to < from {
		from, to = to, from
	}
	changed := make([]byte, 0, len(text)-(to-from)+len(c.Text))
	changed = append(changed, text[:from]...)
	changed = append(changed, c.Text...)
	return append(changed, text[to:]...)
}
