package digest_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

func archive(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("a.xml")
	if err == nil {
		_, err = w.Write([]byte("<a/>"))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func made(t *testing.T) map[string][]byte {
	return map[string][]byte{
		"text": digest.Comment([]byte("# Plan\n\nA text.\n")),
		"pdf":  digest.PDF([]byte("%PDF-1.7\n1 0 obj\n(startxref)\nendobj\nstartxref\n9\n%%EOF\n")),
		"zip":  digest.Zip(archive(t)),
	}
}

// TestEveryByteCounts: a file is as it was made, and is not when any byte is another, when
// one is put in or taken out, or when something is appended, as a signature is.
func TestEveryByteCounts(t *testing.T) {
	for name, file := range made(t) {
		if got := digest.Of(file); got != digest.Same {
			t.Errorf("%s: as made, it is %v", name, got)
		}
		for i := range file {
			other := bytes.Clone(file)
			other[i] ^= 1
			if got := digest.Of(other); got == digest.Same {
				t.Errorf("%s: byte %d is another, and it is as made", name, i)
			}
			if got := digest.Of(append(bytes.Clone(file[:i]), file[i+1:]...)); got == digest.Same {
				t.Errorf("%s: byte %d is gone, and it is as made", name, i)
			}
		}
		if got := digest.Of(append(bytes.Clone(file), "\n% a signature\n"...)); got != digest.Changed {
			t.Errorf("%s: with something behind it, it is %v", name, got)
		}
	}
}

func TestNoDigest(t *testing.T) {
	for _, file := range []string{"", "# Plan\n", "see isuplan-digest:", "isuplan-digest:" + strings.Repeat("0", 63)} {
		if got := digest.Of([]byte(file)); got != digest.None {
			t.Errorf("%q: %v", file, got)
		}
	}
}

// TestLineEnds: those of another system are no change of a text, and are one of a PDF.
func TestLineEnds(t *testing.T) {
	for name, want := range map[string]digest.State{"text": digest.Same, "pdf": digest.Changed} {
		if got := digest.Of(bytes.ReplaceAll(made(t)[name], []byte("\n"), []byte("\r\n"))); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestStillFiles: the archive can be read as before.
func TestStillFiles(t *testing.T) {
	file := made(t)["zip"]
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil || len(z.File) != 1 {
		t.Errorf("the archive cannot be read: %v", err)
	}
	if pdf := digest.PDF([]byte("no end")); string(pdf) != "no end" {
		t.Errorf("a file without an end became %q", pdf)
	}
	if z := digest.Zip([]byte("PK no archive at all, but long enough\x00\x00")); !strings.HasSuffix(string(z), "\x00\x00") {
		t.Errorf("what is no archive became %q", z)
	}
}
