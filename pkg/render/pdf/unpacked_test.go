package pdf

import (
	"bytes"
	"os"
	"runtime/debug"
	"slices"
	"testing"

	reader "github.com/ledongthuc/pdf"

	"github.com/isuplan/isuplan/pkg/internal/matterhorn"
)

// TestMain lets the tests, which make thousands of short-lived files, collect garbage
// as seldom as the command does.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}

// TestUnpackedFilesReadAsThePackedOnes: most tests read files unpacked, since that is
// much faster.
func TestUnpackedFilesReadAsThePackedOnes(t *testing.T) {
	file := render(t, rich(6))
	if bytes.Equal(matterhorn.Unpacked(file), file) || bytes.Contains(matterhorn.Unpacked(file), []byte("/ObjStm")) {
		t.Error("the file is still packed")
	}
	r, err := reader.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var packed []string
	for i := 1; i <= r.NumPage(); i++ {
		text, err := r.Page(i).GetPlainText(nil)
		if err != nil {
			t.Fatal(err)
		}
		packed = append(packed, text)
	}
	if unpacked := pageTexts(t, file); len(packed) < 3 || !slices.Equal(packed, unpacked) {
		t.Errorf("packed, the file reads %q; unpacked, %q", packed, unpacked)
	}
	for _, other := range [][]byte{nil, file[:len(file)/2], []byte("%PDF-1.7\nstartxref\n9\n%%EOF\n"), bytes.Replace(file, []byte("/Type /ObjStm"), []byte("/Type /Other!"), 1)} {
		if got := matterhorn.Unpacked(other); len(got) == 0 && len(other) > 0 {
			t.Errorf("nothing is left of %.20q", other)
		}
	}
}
