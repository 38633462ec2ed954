package render

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/docx"
)

var _ = register(Format{Name: "docx", Ext: ".docx", Title: "Word document (Office Open XML)",
	Render: renderDOCX, Ours: docx.Ours})

func renderDOCX(doc *document.Document) (Result, error) {
	bytes, err := docx.Render(doc)
	return Result{Bytes: bytes}, err
}
