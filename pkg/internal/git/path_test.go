package git_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/git"
)

// TestPathOf: services know a file by its path from the top, however it was named.
func TestPathOf(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	top := filepath.Join(dir, "top")
	for _, name := range []string{".git/HEAD", "deep/plan.yaml", "deep/inner/.git/HEAD", "deep/inner/plan.yaml"} {
		write(t, filepath.Join(top, name), "ref: refs/heads/main\n")
	}
	t.Chdir(filepath.Join(top, "deep"))
	r, err := git.Find(".")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"plan.yaml":                           "deep/plan.yaml",
		"./x/../plan.yaml":                    "deep/plan.yaml",
		filepath.Join(top, "deep/plan.yaml"):  "deep/plan.yaml",
		"inner/plan.yaml":                     "deep/inner/plan.yaml",
		"no/such/plan.yaml":                   "deep/no/such/plan.yaml",
		"../plan.yaml":                        "plan.yaml",
		"../../plan.yaml":                     "../plan.yaml",
		filepath.Join(dir, "plan.yaml"):       "",
		filepath.Join(dir, "top2/plan.yaml"):  "",
		filepath.Join(top, "no/..no/a b.yml"): "no/..no/a b.yml",
	} {
		if got := r.PathOf(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if err := os.Symlink("inner", "link"); err != nil {
		t.Skip("no links here")
	}
	if err := os.Symlink(dir, "out"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"link/plan.yaml": "deep/inner/plan.yaml", "out/plan.yaml": "deep/out/plan.yaml"} {
		if got := r.PathOf(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
}
