package lsp

import (
	"context"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/whatif"
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
		return v.locations(v.quoted(q)), nil
	}
	if spot, onKey := v.index.SpotAt(at); spot != nil && !onKey && spot.Said != nil && spot.Depth == 1 && slices.ContainsFunc(others, func(o other) bool { return o.key == spot.Said.Key }) {
		if uri, ok := beside(v.doc.uri, spot.Node.Text()); ok {
			return []protocol.Location{{URI: uri}}, nil
		}
	}
	return nil, nil
}

// quoted is where what a reference in prose prints is written: the value itself, such as a rate,
// and else the nearest of what it belongs to: the line, the key.
func (v *view) quoted(q index.Quote) source.Span {
	name := strings.TrimSuffix(q.Name, refs.InWords)
	if n := v.index.Key(name); !n.IsZero() {
		return n.Span()
	}
	if span := v.written(name); span.IsValid() {
		return span
	}
	for at := q.Span.End.Offset; at > q.Span.Start.Offset; at-- {
		if m, ok := v.index.MentionAt(at); ok && v.index.Thing(m.Path) != nil {
			return v.index.Thing(m.Path).Span()
		}
	}
	for above := name; above != ""; {
		if above = above[:max(0, strings.LastIndexByte(above, '.'))]; above != "" {
			if n := v.index.Key(above); !n.IsZero() {
				return n.Span()
			}
		}
	}
	return source.Span{}
}

// written is where a value of the budget that prose quotes is written.
func (v *view) written(name string) source.Span {
	space, rest, _ := strings.Cut(name, ".")
	if space != "budget" {
		return source.Span{}
	}
	values := v.values()
	if values == nil || values.unit.Budget == nil || values.unit.File != v.file {
		return source.Span{}
	}
	for _, in := range whatif.Inputs(values.unit.Budget) {
		if in.Name == rest || strings.HasPrefix(rest, in.Name+".") {
			return in.Node.Span()
		}
	}
	return source.Span{}
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
