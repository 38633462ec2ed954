package render

import (
	"bytes"
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/digest"
	"github.com/isuplan/isuplan/pkg/render/docx"
	"github.com/isuplan/isuplan/pkg/render/html"
	"github.com/isuplan/isuplan/pkg/render/markdown"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/pkg/render/terminal"
)

// The forms of comparisons, in the order in which they are listed.
var (
	_ = RegisterComparison(ComparisonFormat{Name: "text", Write: func(ctx context.Context, c Comparison, o terminal.Options) (Result, error) {
		text, err := terminal.Render(ctx, c.Document, o)
		return Result{Bytes: text}, err
	}})
	_ = RegisterComparison(ComparisonFormat{Name: "markdown", Write: func(ctx context.Context, c Comparison, _ terminal.Options) (Result, error) {
		text, err := markdown.Render(ctx, c.Document, document.Seal{})
		return sealed(text, err, digest.Comment)
	}})
	_ = RegisterComparison(ComparisonFormat{Name: "html", Write: func(ctx context.Context, c Comparison, _ terminal.Options) (Result, error) {
		text, err := html.Render(ctx, c.Document)
		return sealed(text, err, digest.Comment)
	}})
	_ = RegisterComparison(ComparisonFormat{Name: "pdf", Binary: true, Ours: pdf.Ours, Write: func(ctx context.Context, c Comparison, _ terminal.Options) (Result, error) {
		text, missing, err := pdf.Render(ctx, c.Document, document.Seal{})
		r, err := sealed(text, err, digest.PDF)
		r.Missing = all(missing)
		return r, err
	}})
	_ = RegisterComparison(ComparisonFormat{Name: "docx", Binary: true, Pair: true, Ours: docx.Ours, Write: writeRedline})
	_ = RegisterComparison(ComparisonFormat{Name: "json", Pair: true, Write: func(_ context.Context, c Comparison, _ terminal.Options) (Result, error) {
		var b bytes.Buffer
		err := c.Data(&b)
		return Result{Bytes: b.Bytes()}, err
	}})
)

// writeRedline writes the new plan's document with tracked changes from the old one. Its
// seal is that of the new plan.
func writeRedline(ctx context.Context, c Comparison, _ terminal.Options) (Result, error) {
	old, now, seal, err := c.Versions(ctx)
	if err != nil {
		return Result{}, err
	}
	text, err := docx.Redline(ctx, old, now, seal)
	return sealed(text, err, digest.Zip)
}

// sealed is a file with its digest, if it could be made.
func sealed(file []byte, err error, seal func([]byte) []byte) (Result, error) {
	if err != nil {
		return Result{}, err
	}
	return Result{Bytes: seal(file)}, nil
}
