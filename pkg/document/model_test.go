package document_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestListsAreComplete: the lists of constants, by which others hold that they know every
// one, have as many as are declared.
func TestListsAreComplete(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "model.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]int{}
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		kind := ""
		for _, spec := range group.Specs {
			v := spec.(*ast.ValueSpec)
			if name, ok := v.Type.(*ast.Ident); ok {
				kind = name.Name
			}
			declared[kind] += len(v.Names)
		}
	}
	kinds, edits := map[document.RowKind]bool{}, map[document.Edit]bool{}
	for _, k := range document.RowKinds() {
		kinds[k] = true
	}
	for _, e := range document.Edits() {
		edits[e] = true
	}
	if len(kinds) != declared["RowKind"] || len(edits) != declared["Edit"] || len(declared) != 2 {
		t.Errorf("the lists have %d kinds of row and %d edits; declared are %v", len(kinds), len(edits), declared)
	}
}
