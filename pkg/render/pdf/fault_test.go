package pdf_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/settest"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// forgetful is a shaper whose fonts are gone when they are to be embedded.
type forgetful struct {
	set.Shaper
	asked int
}

func (f *forgetful) Faces() []set.Face {
	if f.asked++; f.asked == 1 {
		return f.Shaper.Faces()
	}
	return make([]set.Face, len(f.Shaper.Faces()))
}

// TestAPanicInAJobIsAFault: what panics while the file is completed, on a goroutine of its
// own, is a fault that says where.
func TestAPanicInAJobIsAFault(t *testing.T) {
	shaper, err := settest.New()
	if err != nil {
		t.Fatal(err)
	}
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Plain("x")}}}
	prepare := func() (err error) {
		defer compile.Guard("making the pdf of", "plan.yaml", &err)
		_, err = pdf.PrepareWith(t.Context(), set.With(&forgetful{Shaper: shaper}), doc)
		return err
	}
	var fault *compile.Fault
	if err := prepare(); !errors.As(err, &fault) || !strings.HasPrefix(fault.At, "pkg/render/set/font/cut.go:") {
		t.Errorf("%v", err)
	}
}
