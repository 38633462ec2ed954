package lsp

import (
	"context"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/plan"
)

// format brings a document into its canonical form. One with mistakes of form is left as it is,
// as fmt leaves it.
func (s *server) format(ctx context.Context, p *protocol.OfDocument) ([]protocol.TextEdit, error) {
	d := s.docs[p.TextDocument.URI]
	if d == nil || d.now.index == nil {
		return []protocol.TextEdit{}, nil
	}
	if err := d.now.know(ctx); err != nil {
		return nil, err
	}
	found := d.now.found
	if d.now.kind == aPlan {
		_, found, _ = plan.Load(d.now.file)
	}
	if diag.Worst(found) == diag.Error {
		return nil, refused("the file was left as it is; mend its errors first")
	}
	form, err := format.File(d.now.index.Root, d.now.kind.shape())
	if err != nil {
		return nil, refused("the file was left as it is: " + err.Error())
	}
	return between(d.now.file, form), nil
}
