package pkg_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestThePageOnPerformanceNamesWhatIsThere: the benchmarks, the files, the packages and
// the targets of make that docs/performance.md names. Its figures cannot be tested.
func TestThePageOnPerformanceNamesWhatIsThere(t *testing.T) {
	read := func(name string) string {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	page, makefile, tests := read("../docs/performance.md"), read("../Makefile"), ""
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "_test.go") {
			tests += read(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for expression, known := range map[string]func(string) bool{
		`\b(Benchmark\w+)`:                    func(name string) bool { return strings.Contains(tests, "\nfunc "+name+"(b *testing.B)") },
		"`make ([a-z-]+)`":                    func(name string) bool { return strings.Contains(makefile, "\n"+name+":") },
		`((?:pkg|plans|testdata)/[\w/.-]*\w)`: func(name string) bool { _, err := os.Stat("../" + name); return err == nil },
	} {
		found := regexp.MustCompile(expression).FindAllStringSubmatch(page, -1)
		if len(found) < 2 {
			t.Errorf("the page has %d of %s", len(found), expression)
		}
		for _, m := range found {
			if !known(m[1]) {
				t.Errorf("the page names %s, which is not there", m[1])
			}
		}
	}
}
