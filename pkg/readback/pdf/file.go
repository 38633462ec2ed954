// Package pdf reads the text of a PDF file back, page by page, in the order in which
// it is drawn.
//
// It is written for files that come from strangers. It has a bound on everything that a
// file can ask for: how deep objects are nested, how long streams become when they are
// unpacked, and how much is read in all. That is why no library is used here: those that
// were tried run out of stack, or go round in circles, on files of a few bytes.
package pdf

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
)

// ErrNotPDF says that a file is no PDF, or too broken to be read as one.
var ErrNotPDF = errors.New("it cannot be read as a PDF")

// ErrEncrypted says that a file's text is encrypted.
var ErrEncrypted = errors.New("it is encrypted; save it without a password first")

// File is a PDF file being read.
type File struct {
	bytes    []byte
	entries  map[int]entry
	trailer  dict
	objects  map[int]any
	packed   map[int]*packed
	loading  map[int]bool
	encoders map[ref]*encoder
	inflater io.ReadCloser // making one costs more than most streams do
	off      map[int]bool  // the layers that are not shown
	looks    map[int]Look  // of objects
	rebuilt  bool
	work
}

// entry says where an object stands: at an offset, or packed in a stream.
type entry struct {
	offset int
	stream int // the number of the stream of objects, 0 for none
}

// Open reads where a file's objects are. A file that was changed is read in its
// newest state.
func Open(b []byte) (*File, error) {
	at := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-"))
	if at < 0 {
		return nil, ErrNotPDF
	}
	b = b[at:]
	f := &File{bytes: b, entries: map[int]entry{}, trailer: dict{}, objects: map[int]any{},
		packed: map[int]*packed{}, loading: map[int]bool{}, encoders: map[ref]*encoder{}}
	f.sections(f.start())
	if f.pagesRoot() == nil {
		f.rebuild()
	}
	switch {
	case f.spent():
		return nil, ErrTooMuch
	case f.trailer["Encrypt"] != nil:
		return nil, ErrEncrypted
	case f.pagesRoot() == nil:
		return nil, ErrNotPDF
	}
	return f, nil
}

func (f *File) pagesRoot() dict {
	pages, _ := f.get(f.catalog()["Pages"]).(dict)
	return pages
}

func (f *File) catalog() dict {
	root, _ := f.get(f.trailer["Root"]).(dict)
	return root
}

// get follows references.
func (f *File) get(v any) any {
	for range deepest {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.load(r.number)
	}
	f.exhaust()
	return nil
}

func (f *File) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

// keys returns a dictionary's keys in order, and pays for going through them.
func (f *File) keys(d dict) []name {
	if !f.pay(perEntry * len(d)) {
		return nil
	}
	return slices.Sorted(maps.Keys(d))
}

func (f *File) number(v any) (int, bool) {
	switch v := f.get(v).(type) {
	case int:
		return v, true
	case float64:
		if v > -1e9 && v < 1e9 {
			return int(v), true
		}
	}
	return 0, false
}

// load reads an object once.
func (f *File) load(number int) any {
	if v, ok := f.objects[number]; ok {
		return v
	}
	e, ok := f.entries[number]
	if !ok || e.offset < 0 || f.loading[number] {
		return nil
	}
	if !f.pay(perEntry) || len(f.loading) > deepest {
		f.exhaust()
		return nil
	}
	f.loading[number] = true
	defer delete(f.loading, number)
	var v any
	if e.stream != 0 {
		v = f.unpack(e.stream, number)
	} else if v, ok = f.at(e.offset, number); !ok && !f.rebuilt {
		f.rebuild()
		v, _ = f.at(f.entries[number].offset, number)
	}
	f.objects[number] = v
	return v
}

// at reads the object at an offset, if it is the one that should be there.
func (f *File) at(offset, number int) (any, bool) {
	if offset < 0 || offset >= len(f.bytes) {
		return nil, false
	}
	l := newLexer(f.bytes, offset, &f.work)
	n, isNumber := l.object().(int)
	_, isGeneration := l.object().(int)
	if !isNumber || !isGeneration || n != number || l.object() != any(keyword("obj")) {
		return nil, false
	}
	v := l.object()
	if f.spent() {
		return nil, true
	}
	if from, ok := v.(int); ok { // a reference instead of an object
		generation, isRef := l.object().(int)
		if isRef && l.object() == any(keyword("R")) {
			return ref{from, generation}, true
		}
		return v, true
	}
	if d, ok := v.(dict); ok {
		if l.done(); l.follows("stream") {
			return f.stream(d, l.at+len("stream")), true
		}
	}
	return v, true
}

// stream cuts out the bytes of a stream.
func (f *File) stream(d dict, from int) *stream {
	rest := f.bytes[from:]
	if bytes.HasPrefix(rest, []byte("\r\n")) {
		rest = rest[2:]
	} else if len(rest) > 0 && (rest[0] == '\n' || rest[0] == '\r') {
		rest = rest[1:]
	}
	n, ok := f.number(d["Length"])
	if ok && n >= 0 && n <= len(rest) && bytes.HasPrefix(bytes.TrimLeft(rest[n:min(len(rest), n+12)], "\r\n \t"), []byte("endstream")) {
		return &stream{d, rest[:n]}
	}
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		end = len(rest)
	}
	f.pay(end)
	return &stream{d, rest[:end]}
}
