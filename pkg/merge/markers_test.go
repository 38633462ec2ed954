package merge_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// unchanged holds that files of a plan that nobody changed have nothing to merge, in all formats that
// merge reads.
func unchanged(t *testing.T, u *compile.Unit) {
	t.Helper()
	for _, f := range render.Formats() {
		if f.Ext != ".docx" && f.Ext != ".md" {
			continue
		}
		r, err := u.Render(context.Background(), f, document.Seal{})
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range merge.Compare(u, text(t, r.Bytes)).Changes {
			t.Errorf("%s: %+v", f.Ext, change)
		}
	}
}

// TestNothingInLanguages: the items of lists are marked as each language marks them.
func TestNothingInLanguages(t *testing.T) {
	names, err := filepath.Glob("../../templates/languages/*.yaml")
	if err != nil || len(names) < 4 {
		t.Fatal("there are no languages", err)
	}
	for _, name := range names {
		language := strings.TrimSuffix(filepath.Base(name), ".yaml")
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			plan := "../../testdata/languages/2018-" + language + ".yaml"
			if language == "en" {
				plan = "../../plans/2018.yaml"
			}
			unchanged(t, unit(t, plan, read(t, plan)))
		})
	}
}

// TestNothingInTemplates: a template may number in any way.
func TestNothingInTemplates(t *testing.T) {
	skeleton, err := templates.Files.ReadFile("un.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, way := range [][2]string{{"1)", "a."}, {"§ 1", "i)"}, {"[1]", "[a]"}, {"1", "(1)"}, {"1.-", "A)"}, {"I –", "a -"}, {"A:", "1"}, {"1.", "a"}, {"i.", "A"}} {
		t.Run(way[0]+" "+way[1], func(t *testing.T) {
			t.Parallel()
			own := strings.Replace(string(skeleton), `paragraphs: "1."`, `paragraphs: "`+way[0]+`"`, 1)
			own = strings.Replace(own, `items: "(a)"`, `items: "`+way[1]+`"`, 1)
			const name = "../../plans/2018.yaml"
			u, err := compile.New(compile.Options{Template: compile.Template{File: source.NewFile("own.yaml", []byte(own))}}).Compile(context.Background(),
				compile.Input{File: source.NewFile(name, read(t, name)), Folder: os.DirFS(filepath.Dir(name))})
			if err != nil || u.Document == nil {
				t.Fatal(err)
			}
			unchanged(t, u)
		})
	}
}
