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
	_ = RegisterComparison(ComparisonFormat{Name: "markdown", Seal: digest.Comment, Write: func(ctx context.Context, c Comparison, _ terminal.Options) (Result, error) {
		text, err := markdown.Render(ctx, c.Document, document.Seal{})
		return Result{Bytes: text}, err
	}})
	_ = RegisterComparison(ComparisonFormat{Name: "html", Seal: digest.Comment, Write: func(ctx context.Context, c Comparison, _ terminal.Options) (Result, error) {
		text, err := html.Render(ctx, c.Document, document.Seal{})
		return Result{Bytes: text}, err
	}})
	_ = RegisterComparison(ComparisonFormat{Name: "pdf", Binary: true, Ours: pdf.Ours, Seal: digest.PDF, Write: func(ctx context.Context, c Comparison, _ terminal.Options) (Result, error) {
		text, missing, err := pdf.Render(ctx, c.Document, document.Seal{})
		if err != nil {
			return Result{}, err
		}
		crowded, err := Crowded(ctx, c.Document)
		return Result{Bytes: text, Missing: all(missing), Crowded: crowded}, err
	}})
	_ = RegisterComparison(ComparisonFormat{Name: "docx", Binary: true, Pair: true, Ours: docx.Ours, Seal: digest.Zip, Write: writeRedline})
	_ = RegisterComparison(ComparisonFormat{Name: "json", Data: true, Write: func(_ context.Context, c Comparison, _ terminal.Options) (Result, error) {
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
	return Result{Bytes: text}, err
}
