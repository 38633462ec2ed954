package render

import (
	"bytes"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf"
)

var _ = register(Format{Name: "pdf", Ext: ".pdf", Title: "PDF in the form of a United Nations document", Render: renderPDF,
	Ours: func(existing []byte, _ *document.Document) bool { return bytes.Contains(existing, []byte("isuplan")) }})

func renderPDF(doc *document.Document) (Result, error) {
	bytes, missing, err := pdf.Render(doc)
	result := Result{Bytes: bytes}
	for _, m := range missing {
		result.Missing = append(result.Missing, Missing(m))
	}
	return result, err
}
