package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"sort"
	"strconv"
)

// file is a PDF file as a list of objects, which can be replaced and added to.
type file struct {
	objects    [][]byte // by number, without their "n 0 obj" and "endobj"; 0 is unused
	root, info int
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
		f.objects[n] = bytes.TrimSuffix(body, []byte("\n"))
	}
	return nil
}

// add appends an object and returns its number.
func (f *file) add(body []byte) int {
	f.objects = append(f.objects, body)
	return len(f.objects) - 1
}

// replace puts new text in the place of old in an object.
func (f *file) replace(n int, old, new string) error {
	if n >= len(f.objects) || !bytes.Contains(f.objects[n], []byte(old)) {
		return fmt.Errorf("%w: object %d has no %q", errFile, n, old)
	}
	f.objects[n] = bytes.Replace(f.objects[n], []byte(old), []byte(new), 1)
	return nil
}

// header names the version; the bytes past ASCII tell programs that move files
// that this one is not text.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// write returns the file with a fresh cross-reference table. Its identity derives
// from its content.
func (f *file) write() []byte {
	size := len(header) + 200
	for _, o := range f.objects {
		size += len(o) + 24 + entrySize
	}
	out := append(make([]byte, 0, size), header...)
	offsets := make([]int, len(f.objects))
	for n := 1; n < len(f.objects); n++ {
		offsets[n] = len(out)
		out = strconv.AppendInt(out, int64(n), 10)
		out = append(out, " 0 obj\n"...)
		out = append(out, f.objects[n]...)
		out = append(out, "\nendobj\n"...)
	}
	id := sha256.Sum256(out)
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		out = appendEntry(out, at)
	}
	return fmt.Appendf(out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets), f.root, f.info, id[:16], id[:16], start)
}

func appendEntry(out []byte, at int) []byte {
	const digits = "0000000000"
	s := strconv.Itoa(at)
	out = append(out, digits[min(len(s), 10):]...)
	return append(append(out, s...), " 00000 n \n"...)
}
