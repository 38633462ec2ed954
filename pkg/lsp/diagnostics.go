package lsp

import (
	"context"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// diagnose publishes what check finds in a snapshot, unless the text was changed since.
func (s *server) diagnose(ctx context.Context, d *document, n *snapshot, version int32) {
	found, err := n.found, n.err
	if err == nil && n.unit != nil {
		err = guarded("a change", func() (err error) {
			found, err = n.unit.Check(ctx)
			return err
		})
	}
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		s.log(err.Error())
		return
	}
	found = report.Unwaived(found)
	s.finding.Lock()
	d.found, d.foundVersion = found, version
	s.finding.Unlock()
	list := make([]protocol.Diagnostic, 0, len(found))
	for i := range found {
		list = append(list, s.diagnostic(d, n, &found[i]))
	}
	s.publish(d.uri, &version, list)
}

func (s *server) publish(uri protocol.DocumentURI, version *int32, list []protocol.Diagnostic) {
	_ = s.conn.Notify("textDocument/publishDiagnostics", protocol.PublishDiagnostics{URI: uri, Version: version, Diagnostics: list}) // a client that is gone is noticed when it is read from
}

// diagnostic says a finding in the protocol's terms. One that is of another file, such as the
// template, stands at the begin of the plan.
func (s *server) diagnostic(d *document, n *snapshot, f *diag.Finding) protocol.Diagnostic {
	out := protocol.Diagnostic{Severity: int(f.Rule.Severity), Code: f.Rule.ID(), Source: "isuplan", Message: f.Message}
	if f.Hint != "" {
		out.Message += "\n" + f.Hint
	}
	if s.URL != "" {
		out.CodeDescription = &protocol.CodeDescription{Href: report.RulePage(s.URL, f.Rule)}
	}
	switch {
	case f.Span.File == n.file:
		out.Range = stretch(n.file, f.Span.Start.Offset, f.Span.End.Offset)
	case f.Span.IsValid():
		out.Message = filepath.Base(f.Span.File.Name) + ": " + out.Message
	}
	for _, r := range f.Related {
		if at, ok := place(d, n.file, r.Span); ok {
			out.RelatedInformation = append(out.RelatedInformation, protocol.DiagnosticRelatedInformation{Location: at, Message: r.Note})
		}
	}
	return out
}

// place returns where a span is, in the document's file or beside it.
func place(d *document, f *source.File, s source.Span) (protocol.Location, bool) {
	if s.IsValid() && s.File == f {
		return protocol.Location{URI: d.uri, Range: stretch(f, s.Start.Offset, s.End.Offset)}, true
	}
	return elsewhere(d, s)
}

// elsewhere returns where a span of another file of the document's folder is.
func elsewhere(d *document, s source.Span) (protocol.Location, bool) {
	if !s.IsValid() || d.path == "" {
		return protocol.Location{}, false
	}
	name, err := filepath.Rel(filepath.Dir(d.path), s.File.Name)
	if err != nil {
		return protocol.Location{}, false
	}
	uri, ok := beside(d.uri, name)
	return protocol.Location{URI: uri, Range: stretch(s.File, s.Start.Offset, s.End.Offset)}, ok
}
