package lsp

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/lsp/internal/wire"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// prepareRename says which id at a position could be renamed.
func (s *server) prepareRename(ctx context.Context, p *protocol.At) (*protocol.PrepareRename, error) {
	v, m, err := s.renamed(ctx, p)
	if err != nil || v == nil {
		return nil, err
	}
	return &protocol.PrepareRename{Range: v.stretch(m.Span), Placeholder: m.Span.Text()}, nil
}

// renamed returns the id at a position, and the document; nil where none can be renamed.
func (s *server) renamed(ctx context.Context, p *protocol.At) (*view, index.Mention, error) {
	v, ok, err := s.view(ctx, p.TextDocument.URI)
	if err != nil || !ok {
		return nil, index.Mention{}, err
	}
	m, ok := v.index.MentionAt(v.known(p.Position))
	if !ok {
		return nil, m, nil
	}
	if t := v.index.Thing(m.Path); t == nil || t.ID.IsZero() {
		return nil, m, nil
	}
	return v, m, nil
}

// rename gives a thing another id wherever it is named. In the plan of the year before it is
// offered, since an id is the same every year.
func (s *server) rename(ctx context.Context, p *protocol.RenameParams) (*protocol.WorkspaceEdit, error) {
	v, m, err := s.renamed(ctx, &p.At)
	switch {
	case err != nil:
		return nil, err
	case v == nil:
		return nil, refused("here is no id that can be renamed")
	case v.file != v.now:
		return nil, refused("the file cannot be read at the moment; mend it first")
	}
	edits, err := v.index.Rename(m.Path, p.NewName)
	if err != nil {
		var why index.Refused
		if errors.As(err, &why) {
			return nil, refused(string(why))
		}
		return nil, err
	}
	version := v.doc.version
	own := protocol.TextDocumentEdit{TextDocument: protocol.VersionedDocument{URI: v.doc.uri, Version: &version}, Edits: v.edits(edits)}
	if !s.can.Workspace.WorkspaceEdit.DocumentChanges {
		return &protocol.WorkspaceEdit{Changes: map[protocol.DocumentURI][]protocol.TextEdit{v.doc.uri: own.Edits}}, nil
	}
	out := &protocol.WorkspaceEdit{DocumentChanges: []protocol.TextDocumentEdit{own}}
	if s.can.Workspace.WorkspaceEdit.ChangeAnnotationSupport == nil {
		return out, nil
	}
	for _, o := range others {
		if edits, ok := s.beside(v, o, m.Path, p.NewName); ok {
			out.DocumentChanges = append(out.DocumentChanges, edits)
			if out.ChangeAnnotations == nil {
				out.ChangeAnnotations = map[string]protocol.ChangeAnnotation{}
			}
			out.ChangeAnnotations[o.mark] = protocol.ChangeAnnotation{Label: o.label, NeedsConfirmation: true,
				Description: "An id is the same every year, so that the two can be compared."}
		}
	}
	return out, nil
}

// other is a plan that a plan names: by which key, how its edits are marked, and what it is called.
type other struct{ key, mark, label string }

var others = []other{{"previous", "year-before", "The plan of the year before"}, {"frame", "frame", "The plan of several years"}}

func refused(why string) error { return &wire.Error{Code: wire.RequestFailed, Message: why} }

// edits says edits of the document in the protocol's terms.
func (v *view) edits(list []diag.Edit) []protocol.TextEdit {
	out := make([]protocol.TextEdit, len(list))
	for i, e := range list {
		out[i] = protocol.TextEdit{Range: v.stretch(e.Span), NewText: e.Text}
	}
	return out
}

// beside returns the same rename of another plan that the plan names, where that has the thing.
func (s *server) beside(v *view, o other, path, id string) (protocol.TextDocumentEdit, bool) {
	name := v.index.Root.Get(o.key).Text()
	uri, ok := beside(v.doc.uri, name)
	if !ok || name == "" || v.input.Folder == nil {
		return protocol.TextDocumentEdit{}, false
	}
	in, err := compile.Open(v.input.Folder, filepath.ToSlash(filepath.Clean(name)))
	if err != nil {
		return protocol.TextDocumentEdit{}, false
	}
	root, problems := source.Parse(in.File)
	if root.Kind() != source.Mapping || len(problems) > 0 {
		return protocol.TextDocumentEdit{}, false
	}
	edits, err := index.New(root, plan.Shape()).Rename(path, id)
	if err != nil || len(edits) == 0 {
		return protocol.TextDocumentEdit{}, false
	}
	out := protocol.TextDocumentEdit{TextDocument: protocol.VersionedDocument{URI: uri}}
	if open := s.docs[uri]; open != nil {
		out.TextDocument.Version = &open.version
	}
	for _, e := range edits {
		out.Edits = append(out.Edits, protocol.TextEdit{Range: stretch(in.File, e.Span.Start.Offset, e.Span.End.Offset), NewText: e.Text, AnnotationID: o.mark})
	}
	return out, true
}
