package pkg_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestLibrary: docs/library.md has every package that another program can import, says of
// each whether it is stable, and each shows by an example what it is for.
func TestLibrary(t *testing.T) {
	listed, public := library(t), publicPackages(t)
	for _, name := range slices.Sorted(maps.Keys(public)) {
		if listed[name] == "" {
			t.Errorf("docs/library.md does not say what pkg/%s is for, and whether it is stable", name)
		}
		if !hasExample(t, name) {
			t.Errorf("pkg/%s has no example with an Output comment, which go test would run", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(listed)) {
		if !public[name] {
			t.Errorf("docs/library.md has a row for %s, which no other program can import", name)
		}
	}
}

// TestLibraryNames: what docs/library.md names of a package is there.
func TestLibraryNames(t *testing.T) {
	page, err := os.ReadFile("../docs/library.md")
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	each(t, func(dir, _ string, file *ast.File) {
		for _, d := range file.Decls {
			for _, name := range declaredBy(d) {
				declared[path.Base(dir)+"."+name] = true
			}
		}
	})
	found := 0
	for _, m := range regexp.MustCompile("`([a-z]+\\.[A-Z][A-Za-z]*)").FindAllStringSubmatch(string(page), -1) {
		if of, _, _ := strings.Cut(m[1], "."); of == "os" || of == "fs" { // of Go itself
			continue
		}
		found++
		if !declared[m[1]] {
			t.Errorf("docs/library.md speaks of %s, which there is not", m[1])
		}
	}
	if found == 0 {
		t.Error("docs/library.md names nothing of any package")
	}
}

// declaredBy returns the functions and types that a declaration declares.
func declaredBy(d ast.Decl) (list []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			list = append(list, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if s, ok := spec.(*ast.TypeSpec); ok {
				list = append(list, s.Name.Name)
			}
		}
	}
	return list
}

// library returns the table of docs/library.md: what it says of each package.
func library(t *testing.T) map[string]string {
	t.Helper()
	page, err := os.ReadFile("../docs/library.md")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile(`(?m)^\| ([a-z/]+) \| (yes|inner) \| [^|]+ \|$`)
	listed := map[string]string{}
	for _, m := range row.FindAllStringSubmatch(string(page), -1) {
		if listed[m[1]] != "" {
			t.Errorf("docs/library.md has two rows for %s", m[1])
		}
		listed[m[1]] = m[2]
	}
	return listed
}

// publicPackages returns the packages below pkg that other programs can import, but for the
// command line and for those that only tests of other packages use.
func publicPackages(t *testing.T) map[string]bool {
	t.Helper()
	public, inCode, inTests := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, file := range goFiles(t) {
		dir := path.Dir(file)
		isTest := strings.HasSuffix(file, "_test.go")
		if !isTest && dir != "." && dir != "cli" && !slices.Contains(strings.Split(dir, "/"), "internal") {
			public[dir] = true
		}
		for _, name := range imported(t, file) {
			switch {
			case name == dir:
			case isTest:
				inTests[name] = true
			default:
				inCode[name] = true
			}
		}
	}
	maps.DeleteFunc(public, func(name string, _ bool) bool { return inTests[name] && !inCode[name] })
	return public
}

// goFiles returns the paths of all Go files below pkg.
func goFiles(t *testing.T) (list []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "testdata" {
			return filepath.SkipDir
		}
		if strings.HasSuffix(name, ".go") {
			list = append(list, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// imported returns the packages below pkg that a file imports.
func imported(t *testing.T, file string) (list []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range parsed.Imports {
		target, _ := strconv.Unquote(spec.Path.Value)
		if name, own := strings.CutPrefix(target, module+"pkg/"); own {
			list = append(list, name)
		}
	}
	return list
}

// hasExample reports whether a package has an example that go test runs and compares. It
// stands in the external test package, as other programs would write it.
func hasExample(t *testing.T, name string) bool {
	t.Helper()
	tests, err := filepath.Glob(filepath.Join(filepath.FromSlash(name), "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(tests, func(file string) bool {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		return strings.HasSuffix(parsed.Name.Name, "_test") && slices.ContainsFunc(doc.Examples(parsed), func(e *doc.Example) bool {
			return e.Output != ""
		})
	})
}
