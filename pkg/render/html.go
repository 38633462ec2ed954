package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/digest"
	"github.com/isuplan/isuplan/pkg/render/html"
)

var _ = Register(Format{Name: "html", Ext: ".html", Title: "one page for a browser", Asked: true, Typeset: true,
	Prepare: prepareHTML, Ours: html.Ours})

func prepareHTML(ctx context.Context, doc *document.Document) (Prepared, error) {
	f, err := html.Prepare(ctx, doc)
	if err != nil {
		return nil, err
	}
	return func(seal document.Seal) (Result, error) {
		return Result{Bytes: digest.Comment(f.Seal(seal))}, nil
	}, nil
}
