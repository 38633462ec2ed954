package merge_test

import (
	"context"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// BenchmarkMerge brings thirty changes into the 2018 plan, from the bytes of both files on.
func BenchmarkMerge(b *testing.B) {
	const name = "../../plans/2018.yaml"
	plan := read(b, name)
	e := newEditor(1)
	file := edited(b, word(b, unit(b, name, plan)), func(f *docxtest.Edited) {
		for i := range 30 {
			f.XML = e.one(kinds[i%len(kinds)], f)
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		t, err := readback.Read(file)
		if err != nil {
			b.Fatal(err)
		}
		c := compile.New(compile.Options{})
		in := compile.Input{File: source.NewFile(name, plan)}
		u, err := c.Compile(context.Background(), in)
		if err != nil {
			b.Fatal(err)
		}
		m, err := merge.Into(context.Background(), c, u, in.Folder, nil, t, merge.All)
		if err != nil || len(m.Outcomes) == 0 {
			b.Fatal(err)
		}
	}
}
