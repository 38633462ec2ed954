package lsp

import (
	"context"

	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// view is what is known of a document, seen from its text as it is: that text's own snapshot, or
// while it cannot be parsed the last one that could, moved by what was changed since.
type view struct {
	*snapshot
	doc *document
	now *source.File
	ctx context.Context //nolint:containedctx // of the request that it is made for
	*server
	// Both texts are the same up to same, and from then on the last tail bytes.
	same, tail int
}

// view returns what is known of a document; it is false where nothing is.
func (s *server) view(ctx context.Context, uri protocol.DocumentURI) (*view, bool, error) { //nolint:unparam // as the methods have it
	d := s.docs[uri]
	if d == nil || d.now.kind == nothing || d.good.index == nil {
		return nil, false, nil
	}
	v := &view{server: s, ctx: ctx, snapshot: d.good, doc: d, now: d.now.file}
	a, b := v.file.Bytes, v.now.Bytes
	short := min(len(a), len(b))
	for v.same < short && a[v.same] == b[v.same] {
		v.same++
	}
	for v.tail < short-v.same && a[len(a)-1-v.tail] == b[len(b)-1-v.tail] {
		v.tail++
	}
	return v, true, nil
}

// known returns the offset, in the text that is known, of a position in the text as it is.
func (v *view) known(p protocol.Position) int { return v.move(offset(v.now, p), v.now, v.file) }

// stretch returns the range of a span as it is now.
func (v *view) stretch(s source.Span) protocol.Range {
	return stretch(v.now, v.move(s.Start.Offset, v.file, v.now), v.move(s.End.Offset, v.file, v.now))
}

func (v *view) move(offset int, from, to *source.File) int {
	if from == to || offset <= v.same {
		return offset
	}
	if left := len(from.Bytes) - offset; left <= v.tail {
		return len(to.Bytes) - left
	}
	return min(offset, len(to.Bytes)-v.tail)
}

// location returns where a span is; it is false for one outside of the document's folder.
func (v *view) location(s source.Span) (protocol.Location, bool) {
	switch {
	case !s.IsValid():
		return protocol.Location{}, false
	case s.File == v.file:
		return protocol.Location{URI: v.doc.uri, Range: v.stretch(s)}, true
	}
	return elsewhere(v.doc, s)
}

// mentionAt returns what an offset names: of a path, on whose first words it is, all of it.
func (v *view) mentionAt(at int) (index.Mention, bool) {
	if m, ok := v.index.MentionAt(at); ok {
		return m, true
	}
	spot, onKey := v.index.SpotAt(at)
	if spot == nil || onKey || spot.Node.Kind() != source.Scalar || spot.Shape.Scalar().Use != schema.AsReference {
		return index.Mention{}, false
	}
	return v.index.MentionAt(spot.Node.Span().End.Offset - 1)
}
