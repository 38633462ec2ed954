package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/digest"
	"github.com/isuplan/isuplan/pkg/render/markdown"
	"github.com/isuplan/isuplan/pkg/render/svg"
)

var _ = Register(Format{Name: "md", Ext: ".md", Title: "Markdown (CommonMark with GitHub tables)",
	Prepare: prepareMarkdown, Ours: markdown.Ours})

func prepareMarkdown(ctx context.Context, doc *document.Document) (Prepared, error) {
	f, err := markdown.Prepare(ctx, doc)
	if err != nil {
		return nil, err
	}
	files, err := pictures(ctx, doc)
	if err != nil {
		return nil, err
	}
	return func(seal document.Seal) (Result, error) {
		return Result{Bytes: digest.Comment(f.Seal(seal)), Files: files}, nil
	}, nil
}

// pictures draws the charts of a document, those in boxes too.
func pictures(ctx context.Context, doc *document.Document) (files []File, err error) {
	for c := range document.Each[document.Chart](doc.Blocks) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		files = append(files, File{Name: markdown.ChartName(doc, c), Bytes: digest.Comment(svg.Chart(c)), Ours: svg.Ours})
	}
	return files, nil
}
