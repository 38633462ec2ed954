package matterhorn

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
)

var (
	references = regexp.MustCompile(`^\d+ 0 obj\n<</Type /XRef /W \[1 4 2\] (/Size [^\n]*?)/Filter [^\n]*>>\nstream\n`)
	bundle     = regexp.MustCompile(`^\d+ 0 obj\n<</Type /ObjStm /N (\d+) /First (\d+) [^\n]*>>\nstream\n`)
)

// Unpacked writes a file anew, each object by itself. The reader unpacks a stream of
// objects again for each object in it that it is asked for, which takes most of the time
// that it needs for a file. A file that is packed in another way than the project's is
// returned as it is.
func Unpacked(file []byte) []byte {
	m := start.FindSubmatch(file)
	if m == nil {
		return file
	}
	at, err := strconv.Atoi(string(m[1]))
	if err != nil || at > len(file) {
		return file
	}
	u := &unpacker{file: file, out: slices.Clone(file[:min(len(file), len(header))]), offsets: map[int]int{}}
	if !bytes.HasPrefix(file, []byte(header)) || !u.unpack(at) {
		return file
	}
	return u.out
}

// header is what stands before the first object.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

type unpacker struct {
	file, out []byte
	offsets   map[int]int // by object, in out
}

func (u *unpacker) unpack(at int) bool {
	dictionary, table, ok := inflated(references, u.file[at:])
	const row = 7 // kind, place, number in a stream
	if !ok || len(table)%row != 0 {
		return false
	}
	places := []int{at}
	numbers := map[int]int{at: 0}
	for n := range len(table) / row {
		if entry := table[n*row:]; entry[0] == 1 {
			place := int(binary.BigEndian.Uint32(entry[1:]))
			places, numbers[place] = append(places, place), n
		}
	}
	slices.Sort(places)
	for i := range len(places) - 1 {
		if place := places[i]; place < at && !u.object(numbers[place], u.file[place:places[i+1]]) {
			return false
		}
	}
	u.end(len(table)/row, dictionary[1])
	return true
}

// object writes an object, or the objects that it is a stream of.
func (u *unpacker) object(number int, body []byte) bool {
	if !bytes.HasPrefix(body, fmt.Appendf(nil, "%d 0 obj\n", number)) || !bytes.HasSuffix(body, []byte("\nendobj\n")) {
		return false
	}
	if !bundle.Match(body) {
		u.offsets[number] = len(u.out)
		u.out = append(u.out, body...)
		return true
	}
	dictionary, bodies, ok := inflated(bundle, body)
	first, err := strconv.Atoi(string(dictionary[2]))
	if !ok || err != nil || first > len(bodies) {
		return false
	}
	index := bytes.Fields(bodies[:first])
	for i := 0; i+1 < len(index); i += 2 {
		from, to := integer(index[i+1]), len(bodies)-first
		if i+3 < len(index) {
			to = integer(index[i+3])
		}
		if from > to || first+to > len(bodies) {
			return false
		}
		u.offsets[integer(index[i])] = len(u.out)
		u.out = fmt.Appendf(u.out, "%s 0 obj\n%s\nendobj\n", index[i], bodies[first+from:first+to])
	}
	return true
}

// end writes where the objects are.
func (u *unpacker) end(size int, trailer []byte) {
	at := len(u.out)
	u.out = fmt.Appendf(u.out, "xref\n0 %d\n", size)
	for n := range size {
		if offset, ok := u.offsets[n]; ok {
			u.out = fmt.Appendf(u.out, "%010d 00000 n \n", offset)
		} else {
			u.out = fmt.Appendf(u.out, "%010d 65535 f \n", 0)
		}
	}
	u.out = fmt.Appendf(u.out, "trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, at)
}

// inflated returns what an expression finds at a stream's beginning, and its content.
func inflated(begin *regexp.Regexp, object []byte) (found [][]byte, content []byte, ok bool) {
	found = begin.FindSubmatch(object)
	if found == nil {
		return nil, nil, false
	}
	r, err := zlib.NewReader(bytes.NewReader(object[len(found[0]):]))
	if err != nil {
		return found, nil, false
	}
	content, err = io.ReadAll(r)
	return found, content, err == nil
}

func integer(digits []byte) int {
	n, _ := strconv.Atoi(string(digits))
	return n
}
