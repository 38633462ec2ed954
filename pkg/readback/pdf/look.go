package pdf

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// Look stands for all that a page draws, but for its annotations: two pages of one look
// show the same. Programs that only pack a file anew, sign it or add to its metadata keep
// the look of its pages.
type Look [sha256.Size]byte

// aside are the keys that say nothing of what is drawn, or differ with each way of
// packing.
var aside = map[name]bool{"Parent": true, "P": true, "StructParent": true, "StructParents": true, "Length": true, "Length1": true,
	"Filter": true, "DecodeParms": true, "DP": true, "Metadata": true, "PieceInfo": true, "LastModified": true, "Type": true,
	"M": true, "NM": true, "CreationDate": true, "Tabs": true, "Thumb": true, "DL": true}

// drawnByPage are keys of a page that its look does not take from the page itself.
var drawnByPage = map[name]bool{"Resources": true, "Contents": true, "Annots": true, "MediaBox": true, "CropBox": true, "Rotate": true,
	"TrimBox": true, "BleedBox": true, "ArtBox": true, "B": true}

// looker writes objects in a form that is the same however they are packed.
type looker struct {
	*File
	known map[int]Look
	path  map[int]bool // the objects around
}

// look returns the look of a page.
func (f *File) look(d dict, s sheet, content []byte) Look {
	l := f.lookAt()
	h := sha256.New()
	fmt.Fprintln(h, s.view, s.turned)
	for _, key := range f.keys(d) {
		if !aside[key] && !drawnByPage[key] {
			l.write(h, key, 0)
			l.write(h, d[key], 0)
		}
	}
	for _, space := range []name{"DefaultGray", "DefaultRGB", "DefaultCMYK"} {
		l.write(h, f.dict(s.resources["ColorSpace"])[space], 0)
	}
	l.content(h, content, s.resources)
	return Look(h.Sum(nil))
}

func (f *File) lookAt() *looker {
	if f.looks == nil {
		f.looks = map[int]Look{}
	}
	return &looker{File: f, known: f.looks, path: map[int]bool{}}
}

// categories are what a content stream names resources of.
var categories = []name{"ExtGState", "ColorSpace", "Pattern", "Shading", "XObject", "Font", "Properties"}

// content writes the operators of a content, with what it names in the place of names.
func (l *looker) content(h hash.Hash, content []byte, resources dict) {
	x := newLexer(content, 0, &l.work)
	for !x.done() {
		v := x.object()
		n, ok := v.(name)
		if !ok {
			l.write(h, v, 0)
			continue
		}
		isKnown := false
		for _, c := range categories {
			if named, has := l.dict(resources[c])[n]; has {
				isKnown = true
				_, _ = io.WriteString(h, string(c))
				l.write(h, named, 0)
			}
		}
		if !isKnown {
			l.write(h, n, 0)
		}
	}
}

// write writes an object, with what it refers to.
func (l *looker) write(h hash.Hash, v any, depth int) {
	if !l.pay(perObject) || depth > deepest { // no page of isuplan is as deep
		_, _ = io.WriteString(h, "deep")
		return
	}
	switch v := v.(type) {
	case ref:
		d := l.refer(v, depth)
		_, _ = h.Write(d[:])
	case dict:
		l.dictionary(h, v, depth)
	case *stream:
		l.dictionary(h, v.dict, depth)
		if data, complete := l.decode(v); complete {
			fmt.Fprintf(h, "stream %d ", len(data))
			_, _ = h.Write(data)
		} else { // a picture, such as in JPEG
			fmt.Fprintf(h, "packed %d ", len(v.raw))
			l.write(h, v.dict["Filter"], depth+1)
			l.write(h, v.dict["DecodeParms"], depth+1)
			_, _ = h.Write(v.raw)
		}
	case array:
		fmt.Fprintf(h, "array %d ", len(v))
		for _, one := range v {
			l.write(h, one, depth+1)
		}
	case int, float64:
		_, _ = io.WriteString(h, strconv.FormatFloat(decimal(v), 'g', -1, 64)+" ")
	default:
		fmt.Fprintf(h, "%T %q ", v, fmt.Sprint(v))
	}
}

func (l *looker) dictionary(h hash.Hash, d dict, depth int) {
	if kind, _ := l.get(d["Type"]).(name); kind == "Page" || kind == "Pages" || kind == "Catalog" || kind == "StructElem" {
		_, _ = io.WriteString(h, string(kind)) // a link leads there
		return
	}
	_, _ = io.WriteString(h, "dict ")
	for _, key := range l.keys(d) {
		if !aside[key] {
			fmt.Fprintf(h, "%q ", string(key))
			l.write(h, d[key], depth+1)
		}
	}
}

// refer returns the look of an object that is referred to, read once.
func (l *looker) refer(r ref, depth int) Look {
	if d, ok := l.known[r.number]; ok {
		return d
	}
	if l.path[r.number] {
		return Look{1} // it refers to itself
	}
	l.path[r.number] = true
	defer delete(l.path, r.number)
	h := sha256.New()
	l.write(h, l.load(r.number), depth+1)
	d := Look(h.Sum(nil))
	l.known[r.number] = d
	return d
}
