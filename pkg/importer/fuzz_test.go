package importer_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/importer"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// FuzzImport: whatever a file holds, it gives a plan in canonical form that can be read, or a
// reason why not.
func FuzzImport(f *testing.F) {
	for _, pattern := range []string{"testdata/*.docx", "testdata/*.xlsx", "testdata/habits/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			f.Fatal(pattern, err)
		}
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
	for _, text := range []string{"", "# 2025 budget\n\n## I. \n\n(a)\n", "| a | 1,000 |\n|---|---|\n| b | 2,000 |\n", "## Summary\n\n*x*\n\n- - -\n", "Outcome 1. x\n\nActivity 1.1.1: y\n\nOutput 1.1. *z\n"} {
		f.Add([]byte(text))
	}
	c := compile.New(compile.Options{})
	f.Fuzz(func(t *testing.T, file []byte) {
		var in importer.Input
		if importer.IsWorkbook(file) {
			in.Workbook = file
		} else {
			text, err := readback.Read(file)
			if err != nil {
				return
			}
			in.Document = text
		}
		r, err := importer.Import(context.Background(), c, in)
		var unfit *importer.UnfitError
		var unreadable *importer.UnreadableError
		switch {
		case errors.Is(err, importer.ErrNothing), errors.As(err, &unfit), errors.As(err, &unreadable):
			return
		case err != nil:
			t.Fatal(err)
		}
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", r.Plan))
		if !ok {
			t.Fatalf("%v\n%s", findings, r.Plan)
		}
		form, err := format.Plan(p.Node, plan.Shape())
		if err != nil || !bytes.Equal(form, r.Plan) {
			t.Errorf("not in canonical form: %v\n%s", err, r.Plan)
		}
	})
}
