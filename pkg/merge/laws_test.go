package merge_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
)

// merged brings all changes of a file into a plan.
func merged(t testing.TB, u *compile.Unit, file []byte) *merge.Merged {
	t.Helper()
	in := compile.Input{File: u.File, Folder: os.DirFS(filepath.Dir(u.File.Name))}
	m, err := merge.Into(context.Background(), compile.New(compile.Options{}), u, in, nil, text(t, file), merge.All)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestRandomEdits: whatever is changed in the file, the plan builds it, or it is said.
func TestRandomEdits(t *testing.T) {
	for _, name := range plansOf(t) {
		u := unit(t, name, read(t, name))
		file := word(t, u)
		taken, left := map[string]int{}, map[string]int{}
		for seed := range uint64(3) {
			for _, kind := range kinds {
				e := newEditor(seed)
				changed := edited(t, file, func(f *docxtest.Edited) { f.XML = e.one(kind, f) })
				m := merged(t, u, changed)
				taken[kind] += len(m.Outcomes) - m.Left()
				left[kind] += m.Left()
				for i := range m.Outcomes {
					if o := &m.Outcomes[i]; !o.Taken && testing.Verbose() {
						t.Logf("%s %s %d: %s at %s: %q -> %q: %s", filepath.Base(name), kind, seed, o.Kind, o.Place, o.Old, o.New, o.Says)
					}
				}
			}
		}
		t.Logf("%s: taken %v, left %v", name, taken, left)
	}
}
