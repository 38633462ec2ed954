package render

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

var _ = register(Format{Name: "md", Ext: ".md", Title: "Markdown (CommonMark with GitHub tables)",
	Render: renderMarkdown, Ours: markdown.Ours})

func renderMarkdown(doc *document.Document) (Result, error) {
	result := Result{Bytes: markdown.Render(doc)}
	for _, b := range doc.Blocks {
		if c, ok := b.(document.Chart); ok {
			result.Files = append(result.Files, File{Name: markdown.ChartName(doc, &c), Bytes: markdown.SVG(&c), Ours: markdown.OursSVG})
		}
	}
	return result, nil
}
