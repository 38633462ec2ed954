package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// unbroken is the rich document's file, to be broken.
var unbroken = sync.OnceValues(func() (*file, error) {
	c, err := draw(rich(6))
	if err != nil {
		return nil, err
	}
	raw, err := c.finish()
	if err != nil {
		return nil, err
	}
	f, err := c.complete(context.Background(), raw, rich(6))
	if err != nil {
		return nil, err
	}
	about := aboutOf(rich(6))
	f.objects[f.metadata] = about.metadata(document.Seal{})
	return f, nil
})

// broken returns the file with one change: see breaks.
func broken(t *testing.T, in, old string, edit func([]byte) []byte) []byte {
	t.Helper()
	intact, err := unbroken()
	if err != nil {
		t.Fatal(err)
	}
	if in == "file" {
		return changed(t, finished(t, intact), old, edit)
	}
	f := &file{objects: slices.Clone(intact.objects), root: intact.root, info: intact.info}
	in, all := strings.CutPrefix(in, "all ")
	found := false
	for n := 1; n < len(f.objects) && (all || !found); n++ {
		entries, data := contents(f.objects[n])
		switch {
		case data == nil && bytes.Contains(entries, []byte(in)) && bytes.Contains(entries, []byte(old)):
			f.objects[n], found = edit(entries), true
		case data != nil && (in == "page" || bytes.Contains(data, []byte(in)) || bytes.Contains(entries, []byte(in))) && bytes.Contains(data, []byte(old)):
			f.objects[n], found = stream(string(entries), edit(data)), true
		}
	}
	if !found {
		t.Fatalf("no object has %q and %q", in, old)
	}
	return plain(f)
}

// plain writes a file without packing its objects, which takes long to read.
func plain(f *file) []byte {
	out, offsets := []byte(header), make([]int, len(f.objects))
	for n := 1; n < len(f.objects); n++ {
		offsets[n] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", n, f.objects[n])
	}
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	return fmt.Appendf(out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<00> <00>]>>\nstartxref\n%d\n%%%%EOF\n", len(offsets), f.root, f.info, start)
}

func changed(t *testing.T, b []byte, old string, edit func([]byte) []byte) []byte {
	t.Helper()
	if !bytes.Contains(b, []byte(old)) {
		t.Fatalf("nothing has %q", old)
	}
	return edit(b)
}

// put returns an edit that replaces the first old text by now.
func put(old, now string) func([]byte) []byte {
	return func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(now), 1) }
}

// open returns a compressed stream's other entries and its content; of any other object it
// returns all of it.
func contents(object []byte) (entries, data []byte) {
	entries, rest, ok := bytes.Cut(object, []byte("/Filter /FlateDecode "))
	_, rest, begun := bytes.Cut(rest, []byte("\nstream\n"))
	if !ok || !begun {
		return object, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(rest))
	if err != nil {
		return object, nil
	}
	if data, err = io.ReadAll(r); err != nil {
		return object, nil
	}
	return bytes.TrimPrefix(entries, []byte("<<")), data
}

// encrypted names, at the file's end, an object that says that it is.
func encrypted(file []byte) []byte {
	at := bytes.LastIndex(file, []byte("startxref"))
	object := "900 0 obj\n<</Filter /Standard /V 1 /R 2 /P -516>>\nendobj\n"
	file = fmt.Appendf(slices.Clone(file[:at]), "%s%s", object, file[at:])
	return put("/ID [<", "/Encrypt 900 0 R /ID [<")(file)
}

// formula makes of a figure a formula without a text in its stead.
func formula(figure []byte) []byte { return put("/Figure", "/Formula")(put("/Alt ", "/T ")(figure)) }

// truncated cuts a font off.
func truncated(ttf []byte) []byte { return ttf[:20] }

// fewGlyphs says that a font has three glyphs.
func fewGlyphs(ttf []byte) []byte {
	ttf = slices.Clone(ttf)
	copy(fontTable(ttf, "maxp")[4:], []byte{0, 3})
	return ttf
}

// noOutlines says that all glyphs of a font are empty.
func noOutlines(ttf []byte) []byte {
	ttf = slices.Clone(ttf)
	clear(fontTable(ttf, "loca"))
	return ttf
}

// noParts takes the parts away that a font's glyphs with accents are made of. The index
// of outlines is in its short form.
func noParts(ttf []byte) []byte {
	ttf = slices.Clone(ttf)
	glyf := fontTable(ttf, "glyf")
	for offsets := range slices.Chunk(fontTable(ttf, "loca"), 2) {
		at := 2 * int(binary.BigEndian.Uint16(offsets))
		if at+14 <= len(glyf) && glyf[at] == 0xFF {
			copy(glyf[at+12:], []byte{0xFF, 0xFF})
		}
	}
	return ttf
}

// fontTable is a table of a TrueType font.
func fontTable(ttf []byte, name string) []byte {
	_, entry, _ := bytes.Cut(ttf, []byte(name))
	from, size := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
	return ttf[from : from+size]
}
