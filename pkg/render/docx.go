package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/digest"
	"github.com/isuplan/isuplan/pkg/render/docx"
)

var _ = Register(Format{Name: "docx", Ext: ".docx", Title: "Word document (Office Open XML)",
	Prepare: prepareDOCX, Typeset: true, Paged: true, Ours: docx.Ours})

func prepareDOCX(ctx context.Context, doc *document.Document) (Prepared, error) {
	f, err := docx.Prepare(ctx, doc)
	if err != nil {
		return nil, err
	}
	return func(seal document.Seal) (Result, error) {
		file, err := f.Seal(seal)
		if err != nil {
			return Result{}, err
		}
		return Result{Bytes: digest.Zip(file)}, nil
	}, nil
}
