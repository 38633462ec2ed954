package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

var _ = Register(Format{Name: "md", Ext: ".md", Title: "Markdown (CommonMark with GitHub tables)",
	Prepare: prepareMarkdown, Ours: markdown.Ours})

func prepareMarkdown(_ context.Context, doc *document.Document) (Prepared, error) {
	return func(seal document.Seal) (Result, error) {
		doc.Meta.Seal = func() document.Seal { return seal }
		return Result{Bytes: markdown.Render(doc), Files: pictures(doc, doc.Blocks)}, nil
	}, nil
}

// pictures draws the charts among blocks, those in boxes too.
func pictures(doc *document.Document, blocks []document.Block) (files []File) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Box:
			files = append(files, pictures(doc, b.Blocks)...)
		case document.Chart:
			files = append(files, File{Name: markdown.ChartName(doc, &b), Bytes: markdown.SVG(&b), Ours: markdown.OursSVG})
		}
	}
	return files
}
