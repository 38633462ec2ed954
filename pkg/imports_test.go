// Package pkg_test holds the direction in which data flows through the packages.
package pkg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/isuplan/isuplan/"

// row is a package in the table of docs/architecture.md.
type row struct {
	name string
	may  []string // the packages that it may import
}

var tableRow = regexp.MustCompile("(?m)^\\| `([a-z0-9/]+)` \\|[^|\n]*\\| ([^|\n]*) \\|$")

// table reads the table of packages in docs/architecture.md. The last cell of a row names
// what the package may import: packages that stand above it, in backquotes, or "all above",
// with or without "but" and some of them; "–" is nothing.
func table(t *testing.T) (rows []row) {
	t.Helper()
	text, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	var above []string
	for _, m := range tableRow.FindAllStringSubmatch(string(text), -1) {
		r := row{name: m[1]}
		if slices.Contains(above, r.name) {
			t.Errorf("the table has two rows for %s", r.name)
		}
		named, all := strings.CutPrefix(m[2], "all above")
		named = strings.TrimPrefix(named, " but ")
		list := names(t, r.name, named)
		for _, name := range list {
			if !slices.Contains(above, name) {
				t.Errorf("%s may import %s, which does not stand above it in the table; data flows one way", r.name, name)
			}
		}
		if r.may = list; all {
			r.may = slices.DeleteFunc(slices.Clone(above), func(name string) bool { return slices.Contains(list, name) })
		}
		rows, above = append(rows, r), append(above, r.name)
	}
	if len(rows) < 20 {
		t.Fatalf("found only %d rows", len(rows))
	}
	return rows
}

// names reads a list of packages, such as "`pkg/source`, `pkg/money`".
func names(t *testing.T, of, cell string) (list []string) {
	t.Helper()
	if cell == "" || cell == "–" {
		return nil
	}
	for name := range strings.SplitSeq(cell, ", ") {
		if len(name) < 3 || name[0] != '`' || name[len(name)-1] != '`' {
			t.Errorf("the row of %s: %q is not a package in backquotes", of, name)
			continue
		}
		list = append(list, strings.Trim(name, "`"))
	}
	return list
}

// why says, for a package that something must not import, what the edge would break.
var why = map[string]string{
	"scripts/release":     "what makes a release is no part of it",
	"pkg/cli":             "only the command line touches files, the clock, the environment and the terminal; nothing may depend on it",
	"pkg/plan":            "what stands left of the plan must be usable for templates too, and know nothing of plans",
	"pkg/budget":          "figures are computed from the plan, never the other way round",
	"pkg/diff":            "two plans are compared before anything is printed; rules and renderers do not matter to it",
	"pkg/pattern":         "an expression is an expression, whoever looks for it",
	"pkg/numeral":         "a number is a number, whoever writes it",
	"pkg/textdiff":        "two texts are compared word by word, whoever wrote them",
	"docs":                "the pages are read by the manual alone",
	"pkg/manual":          "what is said about the program is for who shows it; nothing depends on it",
	"pkg/watch":           "that a file changed is for who waits for it; what is made of a file does not ask when it was written",
	"pkg/internal/git":    "what stood in other commits is asked by the command line alone; a plan's text is the same wherever it came from",
	"pkg/format":          "the form of a file is nobody else's business",
	"pkg/hyphen":          "only who breaks lines divides words, and a language file that says as whose",
	"pkg/ordinal":         "an ordinal is a word, whoever uses it",
	"pkg/rollover":        "next year's plan is made of this year's; nothing else depends on it",
	"pkg/check":           "rules judge a plan; nothing that makes figures or documents may depend on the judgement",
	"pkg/document":        "the model of a document knows nothing of plans, so that anything can be made into one",
	"pkg/language":        "how a language writes dates, numbers and words is needed by plans' documents and by comparisons alike",
	"pkg/compose":         "a document is made of plan and budget; they do not know how they are printed",
	"pkg/compare":         "a comparison is worded last; plans and their comparison know nothing of words",
	"pkg/compile":         "the front door is for who stands outside; nothing behind it may know who comes in",
	"pkg/registry":        "a list of names is a list of names, whatever they are of",
	"pkg/edit":            "edits are applied to files by who makes plans, not by who reads them",
	"pkg/render":          "renderers come last and know nothing of plans",
	"pkg/render/docx":     "a renderer can be taken out without another noticing",
	"pkg/render/html":     "a renderer can be taken out without another noticing",
	"pkg/render/markdown": "a renderer can be taken out without another noticing",
	"pkg/render/pdf":      "a renderer can be taken out without another noticing",
	"pkg/render/terminal": "a renderer can be taken out without another noticing",
	"pkg/render/set":      "only what is set in type measures it",
	"pkg/render/svg":      "a picture of a chart is for formats that show it as it is",
	"pkg/proof":           "a finished file is held against the document; nothing that makes documents may know how they are proved",
	"pkg/readback":        "a finished file is read without any plan, as a stranger would",
	"pkg/report":          "findings are data; how they are printed is decided last",
	"pkg/sheet":           "a sheet shows figures; it does not make them",
	"templates":           "the embedded files are handed in by the front door, so that a user's own take the same way",
	"plans":               "the embedded files are handed in by the command line, so that a user's own take the same way",
	"pkg/schema":          "source and money know nothing of keys and findings",
	"pkg/refs":            "prose quotes figures; figures do not know who quotes them",
	"pkg/spell":           "only rules judge how words are written",
	"pkg/cost":            "a cost kind is declared in the plan language's own terms, left of the plan",
	"pkg/diag":            "source reports problems, not findings, so that it depends on nothing",
}

// libraries that one package alone may import, so that each can be replaced there.
// Markdown is written in plans and read in finished files: two packages, one reason each.
var confined = map[string]string{
	"gopkg.in/yaml.v3":               "pkg/source",
	"github.com/jung-kurt/gofpdf":    "pkg/render/pdf",
	"github.com/shopspring/decimal":  "pkg/money",
	"golang.org/x/text/currency":     "pkg/money",
	"github.com/yuin/goldmark":       "pkg/compose pkg/readback",
	"github.com/spf13/cobra":         "pkg/cli",
	"github.com/boombuler/barcode":   "pkg/render",
	"github.com/go-fonts/liberation": "pkg/render/set",
	"github.com/xuri/excelize":       "pkg/sheet",
	"github.com/sergi/go-diff":       "pkg/textdiff",
	"github.com/golangci/misspell":   "pkg/spell",
	"github.com/fsnotify/fsnotify":   "pkg/watch",
}

func TestImports(t *testing.T) {
	edges, seen := map[string][]string{}, map[string]bool{}
	for _, r := range table(t) {
		edges[r.name] = r.may
	}
	each(t, func(dir, path string, file *ast.File) {
		seen[dir] = true
		allowed, known := edges[dir]
		if !known {
			t.Errorf("%s: the package %s has no row in the table of docs/architecture.md; add one where it stands in the flow of data", path, dir)
			return
		}
		for _, spec := range file.Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			if own, ok := strings.CutPrefix(target, module); ok {
				if !slices.Contains(allowed, own) {
					t.Errorf("%s imports %s, which %s may not: %s", path, own, dir, why[own])
				}
				continue
			}
			for library, homes := range confined {
				if (target == library || strings.HasPrefix(target, library+"/")) && !within(dir, strings.Fields(homes)) {
					t.Errorf("%s imports %s; only %s may, so that the library can be replaced in one place", path, target, homes)
				}
			}
		}
	})
	for _, dir := range slices.Sorted(maps.Keys(edges)) {
		if !seen[dir] {
			t.Errorf("the table of docs/architecture.md has a row for %s, which does not exist", dir)
		}
	}
}

// TestRenderersStandAlone holds that no renderer needs another one: what two of them need
// is a package beside them.
func TestRenderersStandAlone(t *testing.T) {
	rows := table(t)
	renderers := []string{"pkg/render/docx", "pkg/render/html", "pkg/render/markdown", "pkg/render/pdf", "pkg/render/terminal"}
	for _, dir := range append(renderers, "pkg/render/set", "pkg/render/svg") {
		at := slices.IndexFunc(rows, func(r row) bool { return r.name == dir })
		if at < 0 {
			t.Fatalf("%s is not in the table of packages", dir)
		}
		for _, other := range renderers {
			if slices.Contains(rows[at].may, other) {
				t.Errorf("%s may import %s", dir, other)
			}
		}
	}
}

// TestOnlyTheOutermostTouchesTheWorld holds that files, the environment, other programs, the
// network and the clock are reached from the command line alone: all others take what
// they are given, so that the same plan gives the same bytes, and a plan can do nothing.
func TestOnlyTheOutermostTouchesTheWorld(t *testing.T) {
	world := map[string]bool{"os": true, "os/exec": true, "os/signal": true, "os/user": true, "io/ioutil": true, "net": true, "net/http": true, "plugin": true, "unsafe": true, "runtime/debug": true}
	each(t, func(dir, path string, file *ast.File) {
		if dir == "pkg/cli" || dir == "cmd/isuplan" || dir == "pkg/internal/pagetest" || dir == "scripts/release" { // the last two are for tests and releases
			return
		}
		for _, spec := range file.Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			if dir == "pkg/internal/git" && (target == "os" || target == "os/exec") {
				continue // it looks for .git, and starts git
			}
			if dir == "pkg/watch" && target == "os" {
				continue // it looks whether files changed, and reads none
			}
			if dir == "pkg/serve" && (target == "net" || target == "net/http") {
				continue // it answers requests; what it reads and writes it is handed
			}
			if world[target] {
				t.Errorf("%s imports %s; only the command line touches the world outside", path, target)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if of, ok := s.X.(*ast.Ident); ok && of.Name == "time" && (s.Sel.Name == "Now" || s.Sel.Name == "Since" || s.Sel.Name == "Local") {
				t.Errorf("%s reads the clock", path)
			}
			return true
		})
	})
}

// within reports whether a folder is one of some, or in one of them.
func within(dir string, homes []string) bool {
	return slices.ContainsFunc(homes, func(home string) bool { return dir == home || strings.HasPrefix(dir, home+"/") })
}

// TestMoney holds that amounts are decimal and rounded in one place.
func TestMoney(t *testing.T) {
	rounding := []string{"Round", "RoundBank", "RoundUp", "RoundDown", "RoundCash", "RoundCeil", "RoundFloor", "DivRound", "Truncate", "Div", "InexactFloat64", "Float64", "NewFromFloat"}
	floats := []string{"pkg/money", "pkg/cost", "pkg/plan", "pkg/budget", "pkg/refs", "pkg/check", "pkg/diff", "pkg/sheet", "pkg/schema", "pkg/compose", "pkg/compare", "pkg/language"}
	each(t, func(dir, path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if (n.Name == "float64" || n.Name == "float32") && slices.Contains(floats, dir) {
					t.Errorf("%s uses %s where amounts pass; amounts are decimal from the file to the page", path, n.Name)
				}
			case *ast.SelectorExpr:
				if dir == "pkg/money" || !slices.Contains(rounding, n.Sel.Name) || !slices.Contains(floats, dir) {
					return true
				}
				if of, ok := n.X.(*ast.Ident); ok && of.Name == "money" || isRounding(n.X) {
					return true
				}
				t.Errorf("%s calls %s on a number; money.Rounding alone rounds", path, n.Sel.Name)
			}
			return true
		})
	})
}

// isRounding reports whether an expression is a declared rounding, such as
// b.Rounding or b.RoundingOf(f, column), whose Round is the one that may be called.
func isRounding(e ast.Expr) bool {
	switch x := e.(type) {
	case *ast.Ident:
		return x.Name == "rounding" || x.Name == "nearest"
	case *ast.CallExpr:
		s, ok := x.Fun.(*ast.SelectorExpr)
		return ok && s.Sel.Name == "RoundingOf"
	}
	if literal, ok := e.(*ast.CompositeLit); ok {
		e = literal.Type
	}
	s, ok := e.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Rounding"
}

// each shows every Go file of the project that is no test.
func each(t *testing.T, see func(dir, path string, file *ast.File)) {
	t.Helper()
	root := ".."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		see(filepath.ToSlash(filepath.Dir(relative)), filepath.ToSlash(relative), file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
