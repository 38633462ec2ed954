package pdf_test

import (
	"context"
	"os"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/plans"
)

// reference is the document of 2018.
func reference(t *testing.T) *document.Document {
	t.Helper()
	in, err := compile.Open(os.DirFS("../../.."), plans.ReferenceName)
	if err != nil {
		t.Fatal(err)
	}
	u, err := compile.New(compile.Options{}).Compile(context.Background(), in)
	if err != nil || u.Document == nil {
		t.Fatal("no document", err)
	}
	return u.Document
}

// TestLinesAreEven: of 100 justified lines of the text of 2018, three at most have spaces of
// more than twice the usual width; where no word is divided it is one of five.
func TestLinesAreEven(t *testing.T) {
	doc := reference(t)
	e, err := pdf.Evenly(doc)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("of %d justified lines %d have wide spaces, %d end in the middle of a word", e.Lines, e.Wide, e.Divided)
	if e.Lines < 150 || e.Wide*100 > e.Lines*3 {
		t.Errorf("of %d lines %d have wide spaces", e.Lines, e.Wide)
	}
	if e.InARow > 2 || e.Divided*4 > e.Lines {
		t.Errorf("%d words are divided, %d in a row: %q", e.Divided, e.InARow, e.Heads)
	}
	doc.Meta.Hyphenation = ""
	plain, err := pdf.Evenly(doc)
	if err != nil || plain.Divided > 0 || plain.Wide < 5*e.Wide {
		t.Errorf("without hyphens it is %+v (%v)", plain, err)
	}
}
