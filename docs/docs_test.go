package docs_test

import (
	"bytes"
	"compress/flate"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/docs"
)

var update = flag.Bool("update", false, "pack the pages of docs anew, for the program")

// TestPagesArePacked: the program shows the pages of docs as they are now. make pages packs
// them.
func TestPagesArePacked(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil || len(pages) < 10 {
		t.Fatalf("there are %d pages: %v", len(pages), err)
	}
	want := map[string]bool{}
	for _, page := range pages {
		name := strings.TrimSuffix(filepath.Base(page), ".md")
		if name == "rules" {
			continue // the rules make it
		}
		want[name] = true
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			pack(t, name, text)
		} else if got, _ := docs.Read(name); got != string(text) {
			t.Errorf("the program shows another docs/%s.md than that which is there; run: make pages", name)
		}
	}
	for _, name := range docs.Names() {
		if !want[name] {
			t.Errorf("docs/packed/%s is of no page; remove it", name)
		}
	}
}

// pack writes a page as the program carries it, where that shows another text.
func pack(t *testing.T, name string, text []byte) {
	t.Helper()
	if old, _ := docs.Read(name); old == string(text) {
		return
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("packed/"+name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
