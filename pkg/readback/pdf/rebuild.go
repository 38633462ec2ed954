package pdf

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
)

// rebuild looks for objects where the file's own list of them is broken. Of several
// objects with one number the last counts. Correct entries of the list come first;
// otherwise a broken entry would bring back what a change has replaced.
func (f *File) rebuild() {
	f.rebuilt = true
	clear(f.objects)
	f.heads()
	if f.pagesRoot() == nil {
		f.trailers()
	}
	if f.pagesRoot() == nil {
		f.catalogs()
	}
}

// trailers looks for the trailers, which name the first object.
func (f *File) trailers() {
	for at := 0; ; {
		i := bytes.Index(f.bytes[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		if d, ok := newLexer(f.bytes, at, &f.work).object().(dict); ok && d["Root"] != nil {
			f.trailer = d
		}
		if f.spent() {
			return
		}
	}
}

// catalogs looks for the first object itself, and for objects in streams.
func (f *File) catalogs() {
	for _, n := range slices.Sorted(maps.Keys(f.entries)) {
		d := f.dict(ref{number: n})
		switch d["Type"] {
		case any(name("Catalog")):
			f.trailer["Root"] = ref{number: n}
		case any(name("XRef")):
			if d["Root"] != nil {
				f.trailer["Root"] = d["Root"]
			}
		case any(name("ObjStm")):
			f.unpack(n, -1)
			for packed := range f.packed[n].at {
				f.know(packed, entry{stream: n}, true)
			}
		}
	}
}

// heads finds where objects begin, such as 12 0 obj.
func (f *File) heads() {
	found := map[int]bool{} // here, and not in the list
	for at := 0; f.pay(perObject); {
		i := bytes.Index(f.bytes[at:], []byte("obj"))
		if i < 0 {
			return
		}
		at += i + len("obj")
		if at < len(f.bytes) && !isBlank(f.bytes[at]) && !isDelimiter(f.bytes[at]) {
			continue // such as object
		}
		generation := f.digits(at - len("obj"))
		number := f.digits(generation)
		n, err := strconv.Atoi(string(bytes.TrimRight(f.bytes[max(0, number):max(0, generation)], "\x00\t\n\f\r ")))
		if number < 0 || err != nil || number > 0 && !isBlank(f.bytes[number-1]) {
			continue
		}
		if f.pay(perEntry); f.spent() {
			return
		}
		if e, known := f.entries[n]; !known || found[n] || !f.holds(e, n) {
			f.entries[n], found[n] = entry{offset: number}, true
		}
	}
}

// digits returns the offset of the number before an offset, with blanks between; -1 if
// there is none.
func (f *File) digits(end int) int {
	blank := end
	for blank > 0 && isBlank(f.bytes[blank-1]) {
		blank--
	}
	from := blank
	for from > 0 && f.bytes[from-1] >= '0' && f.bytes[from-1] <= '9' && blank-from < 10 {
		from--
	}
	if from == blank || blank == end || end < 0 {
		return -1
	}
	return from
}

// holds reports whether an object is where the list says.
func (f *File) holds(e entry, number int) bool {
	if e.stream != 0 {
		return true
	}
	if e.offset < 0 || e.offset >= len(f.bytes) {
		return false
	}
	l := newLexer(f.bytes, e.offset, &f.work)
	n, isNumber := l.object().(int)
	_, isGeneration := l.object().(int)
	return isNumber && isGeneration && n == number && l.object() == any(keyword("obj"))
}
