package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
	"github.com/isuplan/isuplan/pkg/render/svg"
)

var _ = Register(Format{Name: "md", Ext: ".md", Title: "Markdown (CommonMark with GitHub tables)",
	Prepare: prepareMarkdown, Ours: markdown.Ours})

func prepareMarkdown(_ context.Context, doc *document.Document) (Prepared, error) {
	return func(seal document.Seal) (Result, error) {
		doc.Meta.Seal = func() document.Seal { return seal }
		return Result{Bytes: markdown.Render(doc), Files: pictures(doc)}, nil
	}, nil
}

// pictures draws the charts among blocks, those in boxes too.
func pictures(doc *document.Document) (files []File) {
	for c := range document.Each[document.Chart](doc.Blocks) {
		files = append(files, File{Name: markdown.ChartName(doc, c), Bytes: svg.Chart(c), Ours: svg.Ours})
	}
	return files
}
