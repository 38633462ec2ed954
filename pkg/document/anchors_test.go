package document_test

import (
	"slices"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestAnchors: those of all kinds of block, of items within items and of blocks in boxes, each once.
func TestAnchors(t *testing.T) {
	got := document.Anchors([]document.Block{
		document.Heading{Anchor: "h"}, document.Paragraph{}, document.Table{}, document.Chart{},
		document.List{Items: []document.Item{{Anchor: "i", Items: []document.Item{{Anchor: "j"}}}, {Anchor: "h"}}},
		document.Box{Blocks: []document.Block{document.Paragraph{Anchor: "p"}}},
		document.Result{Anchor: "r"},
	})
	if want := []string{"h", "i", "j", "p", "r"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
