// Package pkg_test holds the direction in which data flows through the packages.
package pkg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/isuplan/isuplan/"

// edges lists, for each package, the packages of the project that it may import.
// docs/architecture.md has the same table with the reasons.
var edges = map[string][]string{
	"cmd/isuplan":               {"pkg/cli"},
	"pkg/source":                {"pkg/pattern"},
	"pkg/money":                 {},
	"pkg/diag":                  {"pkg/source", "pkg/money"},
	"pkg/schema":                {"pkg/pattern", "pkg/source", "pkg/money", "pkg/diag"},
	"pkg/cost":                  {"pkg/source", "pkg/money", "pkg/diag", "pkg/schema"},
	"pkg/plan":                  {"pkg/source", "pkg/money", "pkg/diag", "pkg/schema", "pkg/cost"},
	"pkg/budget":                {"pkg/source", "pkg/money", "pkg/diag", "pkg/schema", "pkg/cost", "pkg/plan"},
	"pkg/refs":                  {"pkg/source", "pkg/money", "pkg/diag", "pkg/schema", "pkg/cost", "pkg/plan", "pkg/budget"},
	"pkg/check":                 {"pkg/pattern", "pkg/source", "pkg/money", "pkg/diag", "pkg/schema", "pkg/cost", "pkg/plan", "pkg/budget", "pkg/refs", "pkg/spell"},
	"pkg/spell":                 {},
	"pkg/ordinal":               {"pkg/pattern"},
	"pkg/format":                {"pkg/pattern", "pkg/source", "pkg/schema"},
	"pkg/rollover":              {"pkg/pattern", "pkg/source", "pkg/money", "pkg/diag", "pkg/cost", "pkg/schema", "pkg/plan", "pkg/budget", "pkg/ordinal"},
	"pkg/textdiff":              {},
	"pkg/numeral":               {},
	"pkg/pattern":               {},
	"pkg/diff":                  {"pkg/pattern", "pkg/ordinal", "pkg/textdiff", "pkg/source", "pkg/money", "pkg/diag", "pkg/schema", "pkg/cost", "pkg/plan", "pkg/budget"},
	"pkg/document":              {"pkg/source", "pkg/money", "pkg/diag", "pkg/schema", "pkg/cost", "pkg/plan", "pkg/budget", "pkg/refs", "pkg/diff", "pkg/textdiff", "pkg/numeral"},
	"pkg/sheet":                 {"pkg/source", "pkg/money", "pkg/cost", "pkg/budget"},
	"pkg/render":                {"pkg/document", "pkg/render/docx", "pkg/render/markdown", "pkg/render/pdf"},
	"pkg/render/docx":           {"pkg/document", "pkg/numeral", "pkg/textdiff", "pkg/render/pdf"},
	"pkg/render/docx/docxtest":  {},
	"pkg/render/markdown":       {"pkg/document"},
	"pkg/render/html":           {"pkg/document", "pkg/render/markdown"},
	"pkg/render/terminal":       {"pkg/document"},
	"pkg/render/pdf":            {"pkg/document", "pkg/render/pdf/font"},
	"pkg/render/pdf/font":       {},
	"pkg/report":                {"pkg/diag", "pkg/source"},
	"pkg/cli":                   {"*"},
	"templates":                 {},
	"plans":                     {},
	"pkg/readback":              {"pkg/numeral", "pkg/readback/pdf"},
	"pkg/readback/pdf":          {},
	"pkg/proof":                 {"pkg/document", "pkg/readback", "pkg/textdiff"},
	"pkg/render/pdf/matterhorn": {}, // for tests: it reads what another library wrote
}

// why says, for a package that something must not import, what the edge would break.
var why = map[string]string{
	"pkg/cli":      "only the command line touches files, the clock, the environment and the terminal; nothing may depend on it",
	"pkg/plan":     "what stands left of the plan must be usable for templates too, and know nothing of plans",
	"pkg/budget":   "figures are computed from the plan, never the other way round",
	"pkg/diff":     "two plans are compared before anything is printed; rules and renderers do not matter to it",
	"pkg/pattern":  "an expression is an expression, whoever looks for it",
	"pkg/numeral":  "a number is a number, whoever writes it",
	"pkg/textdiff": "two texts are compared word by word, whoever wrote them",
	"pkg/format":   "the form of a file is nobody else's business",
	"pkg/ordinal":  "an ordinal is a word, whoever uses it",
	"pkg/rollover": "next year's plan is made of this year's; nothing else depends on it",
	"pkg/check":    "rules judge a plan; nothing that makes figures or documents may depend on the judgement",
	"pkg/document": "a document is made of plan and budget; they do not know how they are printed",
	"pkg/render":   "renderers come last and know nothing of plans",
	"pkg/proof":    "a finished file is held against the document; nothing that makes documents may know how they are proved",
	"pkg/readback": "a finished file is read without any plan, as a stranger would",
	"pkg/report":   "findings are data; how they are printed is decided last",
	"pkg/sheet":    "a sheet shows figures; it does not make them",
	"templates":    "the embedded files are handed in by the command line, so that a user's own take the same way",
	"plans":        "the embedded files are handed in by the command line, so that a user's own take the same way",
	"pkg/schema":   "source and money know nothing of keys and findings",
	"pkg/refs":     "prose quotes figures; figures do not know who quotes them",
	"pkg/spell":    "only rules judge how words are written",
	"pkg/cost":     "a cost kind is declared in the plan language's own terms, left of the plan",
	"pkg/diag":     "source reports problems, not findings, so that it depends on nothing",
}

// libraries that one package alone may import, so that each can be replaced there.
// Markdown is written in plans and read in finished files: two packages, one reason each.
var confined = map[string]string{
	"gopkg.in/yaml.v3":               "pkg/source",
	"github.com/jung-kurt/gofpdf":    "pkg/render/pdf",
	"github.com/shopspring/decimal":  "pkg/money",
	"golang.org/x/text/currency":     "pkg/money",
	"github.com/yuin/goldmark":       "pkg/document pkg/readback",
	"github.com/spf13/cobra":         "pkg/cli",
	"github.com/boombuler/barcode":   "pkg/render",
	"github.com/go-fonts/liberation": "pkg/render/pdf",
	"github.com/xuri/excelize":       "pkg/sheet",
	"github.com/sergi/go-diff":       "pkg/textdiff",
	"github.com/golangci/misspell":   "pkg/spell",
}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	each(t, func(dir, path string, file *ast.File) {
		seen[dir] = true
		allowed, known := edges[dir]
		if !known {
			t.Errorf("%s: the package %s has no row in the table of imports; add one, here and in docs/architecture.md", path, dir)
			return
		}
		for _, spec := range file.Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			if own, ok := strings.CutPrefix(target, module); ok {
				if !slices.Contains(allowed, own) && !slices.Contains(allowed, "*") {
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
			t.Errorf("the table of imports has a row for %s, which does not exist", dir)
		}
	}
}

// within reports whether a folder is one of some, or in one of them.
func within(dir string, homes []string) bool {
	return slices.ContainsFunc(homes, func(home string) bool { return dir == home || strings.HasPrefix(dir, home+"/") })
}

// TestMoney holds that amounts are decimal and rounded in one place.
func TestMoney(t *testing.T) {
	rounding := []string{"Round", "RoundBank", "RoundUp", "RoundDown", "RoundCash", "RoundCeil", "RoundFloor", "DivRound", "Truncate", "Div", "InexactFloat64", "Float64", "NewFromFloat"}
	floats := []string{"pkg/money", "pkg/cost", "pkg/plan", "pkg/budget", "pkg/refs", "pkg/check", "pkg/diff", "pkg/sheet", "pkg/schema", "pkg/document"}
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
// b.Rounding, whose Round is the one that may be called.
func isRounding(e ast.Expr) bool {
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
