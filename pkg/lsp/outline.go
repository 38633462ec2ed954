package lsp

import (
	"bytes"
	"context"
	"strings"

	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// symbols returns the outline: groups, lists and what has an id or a text to be known by.
func (s *server) symbols(ctx context.Context, p *protocol.OfDocument) ([]protocol.DocumentSymbol, error) {
	v, ok, err := s.view(ctx, p.TextDocument.URI)
	if err != nil || !ok {
		return []protocol.DocumentSymbol{}, err
	}
	o := outliner{view: v}
	list, _ := o.inside(1, 1)
	return list, nil
}

type outliner struct{ view *view }

// inside returns the symbols from a spot on that are at a depth or below, and the next spot.
func (o outliner) inside(at, depth int) (list []protocol.DocumentSymbol, next int) {
	list = []protocol.DocumentSymbol{}
	spots := o.view.index.Spots
	for at < len(spots) && spots[at].Depth >= depth {
		spot := &spots[at]
		children, after := o.inside(at+1, spot.Depth+1)
		at = after
		if spot.Node.Kind() == source.Scalar && !spot.Element && spot.Depth > 1 {
			continue
		}
		if one, ok := o.symbol(spot); ok {
			one.Children = children
			list = append(list, one)
		}
	}
	return list, at
}

func (o outliner) symbol(spot *schema.Spot) (protocol.DocumentSymbol, bool) {
	v := o.view
	all := v.stretch(extent(spot))
	one := protocol.DocumentSymbol{Name: spot.Key.Text(), Kind: protocol.SymbolKey, Range: all, SelectionRange: all}
	switch {
	case spot.Element:
		t := v.index.Thing(spot.Path)
		if t == nil || t.Node != spot.Node {
			return one, false
		}
		one.Kind = protocol.SymbolObject
		one.Detail = clip(t.Label.Text(), 80)
		one.Name = spot.Path[strings.LastIndexByte(spot.Path, '/')+1:]
		if t.ID.IsZero() && one.Detail != "" {
			one.Name, one.Detail = one.Detail, ""
		}
		one.SelectionRange = within(v.stretch(t.Span()), all)
	case spot.Node.Kind() == source.Sequence:
		one.Kind = protocol.SymbolArray
	case spot.Node.Kind() == source.Mapping:
		one.Kind = protocol.SymbolNamespace
	default:
		one.Detail = clip(spot.Node.Text(), 80)
	}
	if !spot.Element && !spot.Key.IsZero() {
		one.SelectionRange = within(v.stretch(spot.Key.Span()), all)
	}
	return one, one.Name != ""
}

// within returns a range, or the range around it where it is not inside.
func within(r, all protocol.Range) protocol.Range {
	if less(r.Start, all.Start) || less(all.End, r.End) {
		return all
	}
	return r
}

func less(a, b protocol.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}

// extent returns the stretch of a value with its key, without blank lines behind it.
func extent(spot *schema.Spot) source.Span {
	span := spot.Node.Span()
	f := span.File
	from, to := span.Start.Offset, span.End.Offset
	if !spot.Key.IsZero() {
		from = spot.Key.Start().Offset
	}
	to = from + len(bytes.TrimRight(f.Bytes[from:max(from, to)], " \t\r\n"))
	return f.Span(from, to)
}

// folds returns what can be folded: values of several lines, and comments.
func (s *server) folds(ctx context.Context, p *protocol.OfDocument) ([]protocol.FoldingRange, error) {
	list := []protocol.FoldingRange{}
	v, ok, err := s.view(ctx, p.TextDocument.URI)
	if err != nil || !ok {
		return list, err
	}
	seen := map[uint32]bool{}
	for i := range v.index.Spots {
		spot := &v.index.Spots[i]
		r := v.stretch(extent(spot))
		if spot.Depth == 0 || r.End.Line <= r.Start.Line || seen[r.Start.Line] {
			continue
		}
		seen[r.Start.Line] = true
		list = append(list, protocol.FoldingRange{StartLine: r.Start.Line, EndLine: r.End.Line})
	}
	return append(list, comments(v.now)...), nil
}

// comments returns the comments of several lines.
func comments(f *source.File) (list []protocol.FoldingRange) {
	from := 0
	for n := 1; n <= f.Lines()+1; n++ {
		is := n <= f.Lines() && strings.HasPrefix(strings.TrimLeft(f.Line(n), " "), "#")
		switch {
		case is && from == 0:
			from = n
		case !is && from > 0:
			if n-1 > from {
				list = append(list, protocol.FoldingRange{StartLine: uint32(from - 1), EndLine: uint32(n - 2), Kind: "comment"}) //nolint:gosec // lines of a file
			}
			from = 0
		}
	}
	return list
}
