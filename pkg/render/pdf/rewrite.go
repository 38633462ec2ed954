package pdf

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"slices"
	"sort"
	"strconv"
)

// file is a PDF file as a list of objects, which can be replaced and added to.
type file struct {
	objects    [][]byte // by number, without their "n 0 obj" and "endobj"; 0 is unused
	root, info int
	metadata   int // the last object, which is filled in at the end; 0 for none
}

var errFile = errors.New("the drawn file is not built as expected")

// parseFile reads a file whose objects lie one behind the other, with a plain
// cross-reference table at the end. The objects stay where they are in raw.
func parseFile(raw []byte) (*file, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, errFile
	}
	start, err := strconv.Atoi(string(bytes.TrimSpace(bytes.TrimSuffix(raw[at+10:], []byte("%%EOF\n")))))
	if err != nil || start > at {
		return nil, errFile
	}
	table, trailer, ok := bytes.Cut(raw[start:at], []byte("trailer\n"))
	if !ok {
		return nil, errFile
	}
	f := &file{root: number(trailer, "/Root "), info: number(trailer, "/Info ")}
	offsets, err := readOffsets(table)
	if err != nil || f.root == 0 || f.root >= len(offsets) {
		return nil, errFile
	}
	return f, f.cut(raw[:start], offsets)
}

// number reads the number that follows a key, 0 where there is none.
func number(b []byte, key string) int {
	_, rest, ok := bytes.Cut(b, []byte(key))
	n := 0
	for i := 0; ok && i < len(rest) && rest[i] >= '0' && rest[i] <= '9'; i++ {
		n = 10*n + int(rest[i]-'0')
	}
	return n
}

const entrySize = 20 // of the cross-reference table

func readOffsets(table []byte) ([]int, error) {
	_, rest, _ := bytes.Cut(table, []byte("xref\n"))
	_, rest, ok := bytes.Cut(rest, []byte("\n"))
	if !ok || len(rest)%entrySize != 0 || len(rest) == 0 {
		return nil, errFile
	}
	offsets := make([]int, len(rest)/entrySize)
	for i := range offsets {
		n, err := strconv.Atoi(string(rest[i*entrySize : i*entrySize+10]))
		if err != nil {
			return nil, err
		}
		offsets[i] = n
	}
	return offsets, nil
}

// cut finds each object's body: it ends where the next object begins.
func (f *file) cut(raw []byte, offsets []int) error {
	order := make([]int, 0, len(offsets))
	for n := 1; n < len(offsets); n++ {
		order = append(order, n)
	}
	sort.Slice(order, func(i, j int) bool { return offsets[order[i]] < offsets[order[j]] })
	f.objects = make([][]byte, len(offsets))
	for i, n := range order {
		end := len(raw)
		if i+1 < len(order) {
			end = offsets[order[i+1]]
		}
		if offsets[n] > end || end > len(raw) {
			return errFile
		}
		body, ok := bytes.CutPrefix(raw[offsets[n]:end], strconv.AppendInt(nil, int64(n), 10))
		body, begun := bytes.CutPrefix(body, []byte(" 0 obj\n"))
		body, ended := bytes.CutSuffix(body, []byte("endobj\n"))
		if !ok || !begun || !ended {
			return errFile
		}
		f.objects[n] = slices.Clip(bytes.TrimSuffix(body, []byte("\n"))) // what is added to it goes elsewhere
	}
	return nil
}

// add appends an object and returns its number.
func (f *file) add(body []byte) int {
	f.objects = append(f.objects, body)
	return len(f.objects) - 1
}

// replace replaces old by now in an object.
func (f *file) replace(n int, old, now string) error {
	if n >= len(f.objects) || !bytes.Contains(f.objects[n], []byte(old)) {
		return fmt.Errorf("%w: object %d has no %q", errFile, n, old)
	}
	f.objects[n] = bytes.Replace(f.objects[n], []byte(old), []byte(now), 1)
	return nil
}

// header names the version; the bytes past ASCII tell programs that move files
// that this one is not text.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// pack writes the file up to what says of it how it was made. Objects without a stream are
// packed into streams (ISO 32000-1, 7.5.7), which makes of the structure a tenth. The
// catalog and what the file says of itself stand in the open.
func (f *file) pack(ctx context.Context) (*packer, error) {
	size := len(header) + 1000
	for _, o := range f.objects {
		if size += 24; bytes.HasSuffix(o, []byte("endstream")) {
			size += len(o)
		}
	}
	w := packer{file: f, out: append(make([]byte, 0, size), header...), entries: make([]entry, len(f.objects))}
	var pack []int
	for n := 1; n < len(f.objects); n++ {
		switch {
		case n == f.metadata:
			continue
		case n == f.root || n == f.info || bytes.HasSuffix(f.objects[n], []byte("endstream")):
			w.object(n, f.objects[n])
			continue
		}
		if pack = append(pack, n); len(pack) == packSize {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			w.object(w.packed(pack))
			pack = pack[:0]
		}
	}
	if len(pack) > 0 {
		w.number, w.last = w.packed(pack)
	}
	w.sum = sha256.New()
	w.sum.Write(w.out)
	return &w, ctx.Err()
}

// finish ends the file with its metadata. Its identity derives from its content.
func (w *packer) finish(metadata []byte) []byte {
	summed := len(w.out)
	if w.metadata > 0 {
		w.object(w.metadata, metadata)
	}
	if w.last != nil {
		w.object(w.number, w.last)
	}
	w.sum.Write(w.out[summed:])
	return w.references(w.sum.Sum(nil))
}

// packSize is how many objects share a stream: who wants one has to unpack them all.
const packSize = 100

// packer is a file being written.
type packer struct {
	*file
	out     []byte
	entries []entry // by object
	number  int     // of the last pack, which stands behind the metadata
	last    []byte  // likewise, nil for none
	sum     hash.Hash
}

// entry says where an object is: at an offset, or at an index in another, a stream.
type entry struct{ offset, stream, place int }

func (w *packer) object(n int, body []byte) {
	w.entries[n].offset = len(w.out)
	w.out = strconv.AppendInt(w.out, int64(n), 10)
	w.out = append(w.out, " 0 obj\n"...)
	w.out = append(w.out, body...)
	w.out = append(w.out, "\nendobj\n"...)
}

// packed returns objects as one stream, and its number: their numbers and offsets, then
// themselves.
func (w *packer) packed(numbers []int) (n int, object []byte) {
	size := 0
	for _, object := range numbers {
		size += len(w.objects[object]) + 1
	}
	places, bodies := make([]byte, 0, 16*len(numbers)+size), make([]byte, 0, size)
	n = len(w.entries)
	for i, object := range numbers {
		places = fmt.Appendf(places, "%d %d ", object, len(bodies))
		bodies = append(append(bodies, w.objects[object]...), '\n')
		w.entries[object] = entry{stream: n, place: i}
	}
	w.entries = append(w.entries, entry{})
	return n, stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d ", len(numbers), len(places)), append(places, bodies...))
}

// references ends the file with the table of where its objects are, as a stream (ISO
// 32000-1, 7.5.8): type, offset, number in the stream.
func (w *packer) references(id []byte) []byte {
	start, n := len(w.out), len(w.entries)
	w.entries = append(w.entries, entry{offset: start})
	table := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
	for _, e := range w.entries[1:] {
		kind, place := byte(1), e.offset
		if e.stream != 0 {
			kind, place = 2, e.stream
		}
		table = binary.BigEndian.AppendUint32(append(table, kind), uint32(place))
		table = binary.BigEndian.AppendUint16(table, uint16(e.place))
	}
	w.object(n, stream(fmt.Sprintf("/Type /XRef /W [1 4 2] /Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%[4]x>] ",
		len(w.entries), w.root, w.info, id[:16]), table))
	return fmt.Appendf(w.out, "startxref\n%d\n%%%%EOF\n", start)
}
