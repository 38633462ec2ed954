// Package source reads a plan's bytes into nodes that know where they were
// written. It is the only package that knows which YAML library is used, and it
// has no opinion about what a plan is.
package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// File is one source file: its name as the user gave it and its text.
type File struct {
	// Name is the path as the user typed it, or a label such as "<stdin>".
	Name string
	// Bytes is the text without a byte order mark.
	Bytes []byte

	marked bool   // the text came with a byte order mark
	starts []int  // byte offset at which each line begins
	wide   []bool // lines in which a character has more than one byte
	kept   atomic.Pointer[nodeOffsets]
	marks  func() []milestone // made when a line is long

	reading sync.Mutex
	read    *reading // once it was parsed
}

// NewFile makes a file of a name and its bytes; a UTF-8 byte order mark is dropped.
func NewFile(name string, text []byte) *File {
	text, marked := bytes.CutPrefix(text, []byte(mark))
	f := &File{Name: name, Bytes: text, marked: marked}
	f.marks = sync.OnceValue(func() []milestone { return milestones(f.Bytes) })
	f.starts, f.wide = []int{0}, []bool{false}
	for i, b := range text {
		switch {
		case b == '\n' || b == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			f.starts, f.wide = append(f.starts, i+1), append(f.wide, false)
		case b >= utf8.RuneSelf:
			f.wide[len(f.wide)-1] = true
		}
	}
	return f
}

// mark is the byte order mark of UTF-8.
const mark = "\xEF\xBB\xBF"

// WithMark returns a text with the byte order mark in front that the file was given with,
// if it was; of the file's own bytes that is the file as it was given.
func (f *File) WithMark(text []byte) []byte {
	if !f.marked {
		return text
	}
	return append([]byte(mark), text...)
}

// SHA256 returns the digest of the file as it was given, in hexadecimal, as sha256sum
// prints it.
func (f *File) SHA256() string {
	h := sha256.New()
	if f.marked {
		h.Write([]byte(mark)) // a digest takes everything
	}
	h.Write(f.Bytes)
	return hex.EncodeToString(h.Sum(nil))
}

// Pos is a position in a file. The zero Pos means that no position is known.
type Pos struct {
	Line   int // from 1
	Col    int // from 1, in characters (Unicode code points), not bytes
	Offset int // from 0, in bytes
}

// IsValid reports whether the position is known.
func (p Pos) IsValid() bool { return p.Line > 0 }

// Span is a stretch of a file; End is exclusive.
type Span struct {
	File       *File
	Start, End Pos
}

// IsValid reports whether the span is a stretch of a file.
func (s Span) IsValid() bool { return s.File != nil && s.Start.IsValid() }

// Text returns the bytes that the span covers.
func (s Span) Text() string {
	if !s.IsValid() {
		return ""
	}
	return string(s.File.Bytes[s.Start.Offset:s.End.Offset])
}

// Lines returns the number of lines in the file, an empty last line included.
func (f *File) Lines() int { return len(f.starts) }

// Line returns the text of a line, counted from 1, without its line break.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.starts) {
		return ""
	}
	from, to := f.starts[n-1], f.lineEnd(n)
	return string(f.Bytes[from:to])
}

// LineBounds returns the offsets at which a line, counted from 1, begins, and at which its
// text ends.
func (f *File) LineBounds(n int) (from, to int) {
	n = max(1, min(n, len(f.starts)))
	return f.starts[n-1], f.lineEnd(n)
}

// lineEnd returns the offset at which the text of line n ends, before its break.
func (f *File) lineEnd(n int) int {
	end := len(f.Bytes)
	if n < len(f.starts) {
		end = f.starts[n]
	}
	for end > f.starts[n-1] && (f.Bytes[end-1] == '\n' || f.Bytes[end-1] == '\r') {
		end--
	}
	return end
}

// At returns the position of a byte offset. Offsets outside the file are moved to its
// ends.
func (f *File) At(offset int) Pos {
	offset = max(0, min(offset, len(f.Bytes)))
	line := sort.Search(len(f.starts), func(i int) bool { return f.starts[i] > offset })
	start := f.starts[line-1]
	if !f.wide[line-1] {
		return Pos{Line: line, Col: 1 + offset - start, Offset: offset}
	}
	return Pos{Line: line, Col: 1 + f.characters(start, offset), Offset: offset}
}

// pos returns the position of a line and a column in characters, both from 1.
func (f *File) pos(line, col int) Pos {
	if line < 1 {
		line = 1
	}
	if line > len(f.starts) {
		return f.At(len(f.Bytes))
	}
	return Pos{Line: line, Col: col, Offset: f.advance(line, col-1)}
}

// Forget drops what was kept to compute positions, and the nodes, when no more are asked
// for.
func (f *File) Forget() {
	f.kept.Store(nil)
	f.reading.Lock()
	defer f.reading.Unlock()
	f.read = nil
}

// Span returns the stretch between two byte offsets; the end is exclusive.
func (f *File) Span(from, to int) Span {
	return Span{File: f, Start: f.At(from), End: f.At(max(from, to))}
}

// LineSpan returns the text of a line, counted from 1, without its indentation.
func (f *File) LineSpan(n int) Span {
	n = max(1, min(n, len(f.starts)))
	from, to := f.starts[n-1], f.lineEnd(n)
	for from < to && (f.Bytes[from] == ' ' || f.Bytes[from] == '\t') {
		from++
	}
	return f.Span(from, to)
}
