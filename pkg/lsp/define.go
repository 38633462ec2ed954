package lsp

import (
	"context"

	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/source"
)

// define says where what a position names is written.
func (s *server) define(ctx context.Context, p *protocol.At) ([]protocol.Location, error) {
	v, ok, err := s.view(ctx, p.TextDocument.URI)
	if err != nil || !ok {
		return nil, err
	}
	at := v.known(p.Position)
	if m, ok := v.mentionAt(at); ok {
		if t := v.index.Thing(m.Path); t != nil {
			return v.locations(t.Span()), nil
		}
	}
	if q, ok := v.index.QuoteAt(at); ok {
		return v.locations(v.index.Key(q.Name).Span()), nil
	}
	if spot, onKey := v.index.SpotAt(at); spot != nil && !onKey && spot.Said != nil && spot.Depth == 1 && spot.Said.Key == "previous" {
		if uri, ok := beside(v.doc.uri, spot.Node.Text()); ok {
			return []protocol.Location{{URI: uri}}, nil
		}
	}
	return nil, nil
}

func (v *view) locations(spans ...source.Span) (list []protocol.Location) {
	for _, span := range spans {
		if at, ok := v.location(span); ok {
			list = append(list, at)
		}
	}
	return list
}

// references says what names the thing at a position, or the thing whose id is there.
func (s *server) references(ctx context.Context, p *protocol.ReferenceParams) ([]protocol.Location, error) {
	v, ok, err := s.view(ctx, p.TextDocument.URI)
	if err != nil || !ok {
		return nil, err
	}
	at, ok := v.mentionAt(v.known(p.Position))
	if !ok {
		return nil, nil
	}
	var spans []source.Span
	for _, m := range v.index.Of(at.Path) {
		if m.Form != index.Defined || p.Context.IncludeDeclaration {
			spans = append(spans, m.Span)
		}
	}
	return v.locations(spans...), nil
}
