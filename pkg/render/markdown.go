package render

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

var _ = register(Format{Name: "md", Ext: ".md", Title: "Markdown (CommonMark with GitHub tables)",
	Render: func(doc *document.Document) (Result, error) { return Result{Bytes: markdown.Render(doc)}, nil },
	Ours:   markdown.Ours})
