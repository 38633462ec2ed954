package format_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

func formatted(t testing.TB, name string, text []byte) ([]byte, bool) {
	t.Helper()
	p, _, ok := plan.Load(source.NewFile(name, text))
	if !ok {
		return nil, false
	}
	out, err := format.Plan(p.Node, plan.Shape())
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return nil, false
	}
	return out, true
}

// TestPlans holds that the plans at hand have one canonical form, which is its own, and
// that the reference plan stands in it.
func TestPlans(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"../../plans/*.yaml", "../../testdata/*/*.yaml"} {
		found, _ := filepath.Glob(pattern)
		paths = append(paths, found...)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		once, ok := formatted(t, path, text)
		if !ok {
			t.Errorf("%s cannot be formatted", path)
			continue
		}
		twice, _ := formatted(t, path, once)
		if string(once) != string(twice) {
			t.Errorf("%s is formatted twice in two ways", path)
		}
		if filepath.Base(path) == "2018.yaml" && string(once) != string(text) {
			t.Errorf("%s does not stand in its canonical form; isuplan fmt writes it so", path)
		}
	}
}
