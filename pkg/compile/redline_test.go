package compile_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/render/terminal"
)

// TestRedlineOfEveryTwoPlans holds that the redline of two plans is the document of the
// old one with all changes rejected, and that of the new one with all accepted.
func TestRedlineOfEveryTwoPlans(t *testing.T) {
	plans, err := filepath.Glob("../../testdata/plans/*.yaml")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	word, _ := render.FormatNamed("docx")
	compiler := compile.New(compile.Options{})
	units, built := map[string]*compile.Unit{}, map[string][]string{}
	plans = append(plans, "../../plans/2018.yaml", "../../testdata/diff/2019-example.yaml")
	for _, plan := range plans {
		in, err := compile.Open(os.DirFS(filepath.Dir(plan)), filepath.Base(plan))
		if err != nil {
			t.Fatal(err)
		}
		if units[plan], err = compiler.Compile(t.Context(), in); err != nil {
			t.Fatal(err)
		}
		b, err := units[plan].Build(t.Context(), word)
		if err != nil {
			t.Fatal(err)
		}
		built[plan] = shownOf(t, opened(t, b.Results[0].Bytes), nil)
	}
	for _, old := range plans {
		for _, now := range plans {
			file, again := redlines(t, units[old], units[now])
			changes := opened(t, file)
			accepted := shownOf(t, changes, func(n *docxtest.Node) error { return docxtest.Resolve(n, true) })
			rejected := shownOf(t, changes, func(n *docxtest.Node) error { return docxtest.Resolve(n, false) })
			if !slices.Equal(accepted, built[now]) || !slices.Equal(rejected, built[old]) {
				t.Errorf("%s to %s: accepted is new: %v, rejected is old: %v", old, now, slices.Equal(accepted, built[now]), slices.Equal(rejected, built[old]))
			}
			if !bytes.Equal(file, again) {
				t.Errorf("%s to %s: other bytes the second time", old, now)
			}
		}
	}
}

// redlines compares two plans and returns the changes as a Word file, twice.
func redlines(t *testing.T, old, now *compile.Unit) (once, again []byte) {
	t.Helper()
	c, err := compile.Compare(t.Context(), old, now)
	if err != nil {
		t.Fatal(err)
	}
	if same := c.Report.Same(); same != (old == now) {
		t.Errorf("%s to %s: the same: %v", old.File.Name, now.File.Name, same)
	}
	v, err := c.Versions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	word, _ := render.ComparisonFormatNamed("docx")
	write := func() []byte {
		r, err := word.Write(t.Context(), render.Comparison{
			Versions: func(context.Context) (old, now *document.Document, seal document.Seal, err error) {
				return v.Old, v.New, v.Seal, nil
			},
		}, terminal.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return r.Bytes
	}
	return write(), write()
}

func opened(t *testing.T, file []byte) *docxtest.File {
	t.Helper()
	f, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func shownOf(t *testing.T, file *docxtest.File, resolve func(*docxtest.Node) error) []string {
	t.Helper()
	lines, err := file.Shown(resolve)
	if err != nil {
		t.Fatal(err)
	}
	for i := range lines { // no word of a redline is divided
		lines[i] = strings.NewReplacer("<softHyphen></>", "", "\u00a0", " ").Replace(lines[i]) // what lines alone ask for
	}
	return lines
}
