package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/pkg/render/set"
)

var _ = Register(Format{Name: "pdf", Ext: ".pdf", Title: "PDF in the form of a United Nations document",
	Prepare: preparePDF, Lacking: lackingInPDF, Ours: pdf.Ours})

func preparePDF(_ context.Context, doc *document.Document) (Prepared, error) {
	return func(seal document.Seal) (Result, error) {
		doc.Meta.Seal = func() document.Seal { return seal }
		bytes, missing, err := pdf.Render(doc)
		return Result{Bytes: bytes, Missing: all(missing)}, err
	}, nil
}

func lackingInPDF(_ context.Context, doc *document.Document) ([]Missing, error) {
	missing, err := pdf.Lacking(doc)
	return all(missing), err
}

func all(missing []set.Missing) (list []Missing) {
	for _, m := range missing {
		list = append(list, Missing(m))
	}
	return list
}
