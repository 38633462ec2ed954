package render_test

import (
	"context"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render"
)

// TestEveryChartHasItsPicture, in a box too, and under the name that the text has.
func TestEveryChartHasItsPicture(t *testing.T) {
	doc := &document.Document{Meta: document.Meta{Name: "2018"}, Blocks: []document.Block{
		document.Chart{ID: "one"}, document.Box{Blocks: []document.Block{document.Chart{ID: "two"}}}}}
	for _, f := range render.Formats() {
		result, err := f.Render(context.Background(), doc, document.Seal{})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, file := range result.Files {
			names = append(names, file.Name)
			if !file.Ours(file.Bytes) || file.Ours([]byte("<svg/>")) {
				t.Errorf("%s is not told from another's", file.Name)
			}
		}
		if f.Name == "md" && (len(names) != 2 || names[0] != "2018-one.svg" || names[1] != "2018-two.svg") || f.Name == "pdf" && names != nil {
			t.Errorf("%s: %v", f.Name, names)
		}
	}
}
