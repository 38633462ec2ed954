package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/docx"
)

var _ = Register(Format{Name: "docx", Ext: ".docx", Title: "Word document (Office Open XML)",
	Prepare: prepareDOCX, Ours: docx.Ours})

func prepareDOCX(_ context.Context, doc *document.Document) (Prepared, error) {
	return func(seal document.Seal) (Result, error) {
		doc.Meta.Seal = func() document.Seal { return seal }
		bytes, err := docx.Render(doc)
		return Result{Bytes: bytes}, err
	}, nil
}
