package merge_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// plansOf returns the plans of the project.
func plansOf(t testing.TB) []string {
	names, err := filepath.Glob("../../testdata/plans/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("there are no plans", err)
	}
	return append([]string{"../../plans/2018.yaml"}, names...)
}

func unit(t testing.TB, name string, text []byte) *compile.Unit {
	t.Helper()
	u, err := compile.New(compile.Options{}).Compile(context.Background(), compile.Input{File: source.NewFile(name, text), Folder: os.DirFS(filepath.Dir(name))})
	if err != nil || u.Document == nil {
		t.Fatal(name, err, u.Findings)
	}
	return u
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// word renders the Word file of a plan.
func word(t testing.TB, u *compile.Unit) []byte {
	t.Helper()
	for _, f := range render.Formats() {
		if f.Ext == ".docx" {
			r, err := u.Render(context.Background(), f, document.Seal{})
			if err != nil {
				t.Fatal(err)
			}
			return r.Bytes
		}
	}
	t.Fatal("there is no Word")
	return nil
}

func text(t testing.TB, file []byte) *readback.Text {
	t.Helper()
	got, err := readback.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestNothing: a file that nobody changed differs in nothing.
func TestNothing(t *testing.T) {
	for _, name := range plansOf(t) {
		u := unit(t, name, read(t, name))
		c := merge.Compare(u, text(t, word(t, u)))
		for _, change := range c.Changes {
			t.Errorf("%s: %+v", name, change)
		}
		if c.Same == 0 {
			t.Errorf("%s: nothing agrees", name)
		}
	}
}
