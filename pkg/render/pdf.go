package render

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/pkg/render/set"
)

var _ = register(Format{Name: "pdf", Ext: ".pdf", Title: "PDF in the form of a United Nations document",
	Render: renderPDF, Lacking: lackingInPDF, Ours: pdf.Ours})

func renderPDF(doc *document.Document) (Result, error) {
	bytes, missing, err := pdf.Render(doc)
	return Result{Bytes: bytes, Missing: all(missing)}, err
}

func lackingInPDF(doc *document.Document) ([]Missing, error) {
	missing, err := pdf.Lacking(doc)
	return all(missing), err
}

func all(missing []set.Missing) (list []Missing) {
	for _, m := range missing {
		list = append(list, Missing(m))
	}
	return list
}
