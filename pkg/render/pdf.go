package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/digest"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/pkg/render/set"
)

var _ = Register(Format{Name: "pdf", Ext: ".pdf", Title: "PDF in the form of a United Nations document",
	Prepare: preparePDF, Typeset: true, Paged: true, Lacking: lackingInPDF, Ours: pdf.Ours})

func preparePDF(ctx context.Context, doc *document.Document) (Prepared, error) {
	f, err := pdf.Prepare(ctx, doc)
	if err != nil {
		return nil, err
	}
	return func(seal document.Seal) (Result, error) {
		return Result{Bytes: digest.PDF(f.Seal(seal)), Missing: all(f.Missing)}, nil
	}, nil
}

func lackingInPDF(ctx context.Context, doc *document.Document) ([]Missing, error) {
	missing, err := pdf.Lacking(ctx, doc)
	return all(missing), err
}

func all(missing []set.Missing) (list []Missing) {
	for _, m := range missing {
		list = append(list, Missing(m))
	}
	return list
}
