package pkg_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPagesNameWhatIsThere: the benchmarks, the files, the packages, the scripts and the
// targets of make that pages on the house name. Their figures cannot be tested.
func TestPagesNameWhatIsThere(t *testing.T) {
	read := func(name string) string {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	makefile, tests := read("../Makefile"), ""
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "_test.go") {
			tests += read(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]func(string) bool{
		`\b((?:Benchmark|Test[A-Z])\w+)`:                       func(name string) bool { return strings.Contains(tests, "\nfunc "+name+"(") },
		"(?m)(?:`|^    )make ([a-z-]+)":                        func(name string) bool { return strings.Contains(makefile, "\n"+name+":") },
		`((?:pkg|plans|testdata|scripts)/[a-z\d/._-]*[a-z\d])`: func(name string) bool { _, err := os.Stat("../" + name); return err == nil },
	}
	for _, page := range []string{"../docs/performance.md", "../docs/testing.md", "../CONTRIBUTING.md"} {
		text := read(page)
		for expression, known := range names {
			found := regexp.MustCompile(expression).FindAllStringSubmatch(text, -1)
			if len(found) == 0 && !strings.Contains(expression, "Benchmark") {
				t.Errorf("%s has none of %s", page, expression)
			}
			for _, m := range found {
				if !known(m[1]) {
					t.Errorf("%s names %s, which is not there", page, m[1])
				}
			}
		}
	}
}
