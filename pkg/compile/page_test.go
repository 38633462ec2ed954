package compile_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestPage: the program of docs/library.md is the example that go test runs, except for
// the names of the files.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/library.md")
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	body := func(text []byte, head string) string {
		t.Helper()
		_, rest, found := strings.Cut(string(text), head+" {\n")
		body, _, closed := strings.Cut(rest, "\n}\n")
		if !found || !closed {
			t.Fatalf("there is no %s", head)
		}
		body, _, _ = strings.Cut(body, "\n\t// Output:")
		return strings.TrimSpace(body)
	}
	same := strings.NewReplacer(`"../.."`, `"plans"`, `"plans/2018.yaml"`, `"2018.yaml"`, `"testdata/diff/2019-example.yaml"`, `"2019.yaml"`,
		"os.DevNull", `"2019.pdf"`, "report.Unwaived(built.Findings)[:2]", "report.Unwaived(built.Findings)")
	if got, want := body(page, "func main()"), same.Replace(body(example, "func Example()")); got != want {
		t.Errorf("the page has\n%s\nthe example\n%s", got, want)
	}
	for _, name := range regexp.MustCompile("`(Compiler|Unit|compile)\\.([A-Z][A-Za-z]*)").FindAllStringSubmatch(string(page), -1) {
		if !declared(t, name[1], name[2]) {
			t.Errorf("the page speaks of %s.%s, which there is not", name[1], name[2])
		}
	}
}

// declared reports whether the package declares a method or a function.
func declared(t *testing.T, of, name string) bool {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`(?m)^func \(\w+ \*` + of + `\) ` + name + `\(`)
	if of == "compile" {
		form = regexp.MustCompile(`(?m)^func ` + name + `\(`)
	}
	for _, f := range files {
		if text, err := os.ReadFile(f.Name()); err == nil && !strings.HasSuffix(f.Name(), "_test.go") && form.Match(text) {
			return true
		}
	}
	return false
}
