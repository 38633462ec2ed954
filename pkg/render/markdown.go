package render

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
	"github.com/isuplan/isuplan/pkg/render/svg"
)

var _ = register(Format{Name: "md", Ext: ".md", Title: "Markdown (CommonMark with GitHub tables)",
	Render: renderMarkdown, Ours: markdown.Ours})

func renderMarkdown(doc *document.Document) (Result, error) {
	return Result{Bytes: markdown.Render(doc), Files: pictures(doc, doc.Blocks)}, nil
}

// pictures draws the charts among blocks, those in boxes too.
func pictures(doc *document.Document, blocks []document.Block) (files []File) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Box:
			files = append(files, pictures(doc, b.Blocks)...)
		case document.Chart:
			files = append(files, File{Name: markdown.ChartName(doc, &b), Bytes: svg.Chart(&b), Ours: svg.Ours})
		}
	}
	return files
}
