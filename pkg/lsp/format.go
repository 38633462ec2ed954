package lsp

import (
	"context"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
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
	if diag.Worst(d.now.found) == diag.Error || d.now.unit != nil && len(d.now.unit.Unread) > 0 {
		return nil, refused("the file was left as it is; mend its errors first")
	}
	form, err := format.File(d.now.index.Root, d.now.kind.shape())
	if err != nil {
		return nil, refused("the file was left as it is: " + err.Error())
	}
	return between(d.now.file, form), nil
}
