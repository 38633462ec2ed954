package lsp

import (
	"context"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
)

// The kinds of actions.
const (
	quickFix = "quickfix"
	fixAll   = "source.fixAll.isuplan"
)

// actions says what can be done about the findings of a stretch: mend it, where there is one
// right way, or accept it by a waiver.
func (s *server) actions(ctx context.Context, p *protocol.CodeActionParams) ([]protocol.CodeAction, error) {
	list := []protocol.CodeAction{}
	d := s.docs[p.TextDocument.URI]
	if d == nil || d.now.kind == nothing {
		return list, nil
	}
	if err := d.now.know(ctx); err != nil {
		return nil, err
	}
	if wants(p.Context.Only, fixAll, false) {
		return s.fixAll(ctx, d, list)
	}
	if !wants(p.Context.Only, quickFix, true) {
		return list, nil
	}
	d.hasten()
	select {
	case <-d.idle: // what is found in the text as it is
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	s.finding.Lock()
	found, version := d.found, d.foundVersion
	s.finding.Unlock()
	if version != d.version {
		return list, nil // found in another text
	}
	from, to := offset(d.now.file, p.Range.Start), offset(d.now.file, p.Range.End)
	for i := range found {
		f := &found[i]
		if f.Span.File == d.now.file && f.Span.Start.Offset <= to && f.Span.End.Offset >= from {
			list = append(list, s.answers(d, f)...)
		}
	}
	return list, nil
}

// wants reports whether a client wants actions of a kind; free says it where it names none.
func wants(only []string, kind string, free bool) bool {
	if len(only) == 0 {
		return free
	}
	return slices.ContainsFunc(only, func(o string) bool { return kind == o || strings.HasPrefix(kind, o+".") })
}

// answers are the actions on one finding.
func (s *server) answers(d *document, f *diag.Finding) (list []protocol.CodeAction) {
	about := []protocol.Diagnostic{s.diagnostic(d, d.now, f)}
	if len(f.Fix) > 0 {
		if _, err := edit.Applied(d.now.file, f.Fix); err == nil {
			list = append(list, protocol.CodeAction{Title: fixTitle(f), Kind: quickFix, Diagnostics: about, IsPreferred: true, Edit: d.edit(f.Fix)})
		}
	}
	if d.now.unit != nil {
		if edits := review.Waive(d.now.unit, *f, "", ""); edits != nil {
			list = append(list, protocol.CodeAction{Title: "Accept “" + f.Rule.Name + "” by a waiver with a reason", Kind: quickFix, Diagnostics: about, Edit: d.edit(edits)})
		}
	}
	return list
}

// fixTitle says what a fix does: by the words, where it is of a few, and otherwise as check does.
func fixTitle(f *diag.Finding) string {
	if len(f.Fix) == 1 {
		old, words := oneLine(f.Fix[0].Span.Text()), oneLine(f.Fix[0].Text)
		switch short := len(old) <= 60 && len(words) <= 60; {
		case short && old != "" && words != "":
			return "Write “" + words + "” in place of “" + old + "”"
		case short && words != "":
			return "Add “" + words + "”"
		case short && old != "":
			return "Delete “" + old + "”"
		}
	}
	if f.Hint != "" {
		return clip(strings.ToUpper(f.Hint[:1])+f.Hint[1:], 100)
	}
	return "Mend: " + clip(f.Message, 90)
}

// edit says edits of the document's text in the protocol's terms.
func (d *document) edit(edits []diag.Edit) *protocol.WorkspaceEdit {
	list := make([]protocol.TextEdit, len(edits))
	for i, e := range edits {
		list[i] = protocol.TextEdit{Range: stretch(d.now.file, e.Span.Start.Offset, e.Span.End.Offset), NewText: e.Text}
	}
	return &protocol.WorkspaceEdit{Changes: map[protocol.DocumentURI][]protocol.TextEdit{d.uri: list}}
}

// fixAll mends what has one right way to be mended.
func (s *server) fixAll(ctx context.Context, d *document, list []protocol.CodeAction) ([]protocol.CodeAction, error) {
	if d.now.kind != aPlan {
		return list, nil
	}
	m, err := s.Compiler.Mend(ctx, d.now.input)
	if err != nil || m.Count == 0 {
		return list, err
	}
	edits := between(d.now.file, m.After)
	return append(list, protocol.CodeAction{Title: "Mend all that has one right way", Kind: fixAll,
		Edit: &protocol.WorkspaceEdit{Changes: map[protocol.DocumentURI][]protocol.TextEdit{d.uri: edits}}}), nil
}

// between returns the edit that makes one text another: of what lies between the lines with
// which both begin and end.
func between(before, after *source.File) []protocol.TextEdit {
	a, b := before.Bytes, after.Bytes
	if string(a) == string(b) {
		return []protocol.TextEdit{}
	}
	from, end := 0, 0
	for from < min(len(a), len(b)) && a[from] == b[from] {
		from++
	}
	for from > 0 && a[from-1] != '\n' {
		from--
	}
	for end < min(len(a), len(b))-from && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	for end > 0 && a[len(a)-end] != '\n' {
		end--
	}
	if end > 0 {
		end-- // the end of the line belongs to what is changed
	}
	return []protocol.TextEdit{{Range: stretch(before, from, len(a)-end), NewText: string(b[from : len(b)-end])}}
}
