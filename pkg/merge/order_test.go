package merge_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
)

// into brings a file of a plan into another version of it.
func into(t *testing.T, base, now *compile.Unit, file []byte) *merge.Merged {
	t.Helper()
	m, err := merge.Into(context.Background(), compile.New(compile.Options{}), now, nil, base, text(t, file), merge.All)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func conflicts(m *merge.Merged) (n int) {
	for i := range m.Outcomes {
		if o := &m.Outcomes[i]; !o.Taken && (o.Theirs != "" || len(o.Offers) > 0) {
			n++
		}
	}
	return n
}

// TestOrder: two reviewers' files give the same plan whichever goes in first, unless both changed
// the same, which is said; and a file that is merged twice does nothing the second time.
func TestOrder(t *testing.T) {
	agree := 0
	for _, name := range plansOf(t) {
		base := unit(t, name, read(t, name))
		built := word(t, base)
		for seed := range uint64(3) {
			var files [2][]byte
			for i := range files {
				e := newEditor(seed*2 + uint64(i))
				files[i] = edited(t, built, func(f *docxtest.Edited) {
					for range 4 {
						f.XML = e.one([]string{"word", "cut", "put", "sentence", "item", "out"}[e.IntN(6)], f)
					}
				})
			}
			var ends [2]string
			clash := 0
			for i := range files {
				first := merged(t, base, files[i])
				now := unit(t, name, first.Text)
				second := into(t, base, now, files[1-i])
				clash += conflicts(first) + conflicts(second)
				ends[i] = string(second.Text)
				if again := into(t, base, unit(t, name, second.Text), files[1-i]); conflicts(second) == 0 && string(again.Text) != ends[i] {
					t.Errorf("%s %d: merged again, the plan is another:\n%s", filepath.Base(name), seed, patch(ends[i], string(again.Text)))
				}
			}
			if clash > 0 {
				continue
			}
			agree++
			if ends[0] != ends[1] {
				t.Errorf("%s %d: in the other order the plan is another:\n%s", filepath.Base(name), seed, patch(ends[0], ends[1]))
			}
		}
	}
	if agree < 5 {
		t.Errorf("only %d pairs of files without a conflict", agree)
	}
	t.Logf("%d pairs without a conflict", agree)
}
