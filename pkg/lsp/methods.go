package lsp

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/lsp/internal/wire"
)

// request answers a request by its parameters.
type request func(*server, context.Context, json.RawMessage) (any, error)

// requests are those that the server knows; no other command makes the list.
var requests = sync.OnceValue(func() map[string]request {
	return map[string]request{
		"initialize":                  asked((*server).begin),
		"shutdown":                    (*server).shutdown,
		"textDocument/completion":     asked((*server).complete),
		"textDocument/hover":          asked((*server).hover),
		"textDocument/definition":     asked((*server).define),
		"textDocument/references":     asked((*server).references),
		"textDocument/prepareRename":  asked((*server).prepareRename),
		"textDocument/rename":         asked((*server).rename),
		"textDocument/codeAction":     asked((*server).actions),
		"textDocument/documentSymbol": asked((*server).symbols),
		"textDocument/foldingRange":   asked((*server).folds),
		"textDocument/formatting":     asked((*server).format),
		"textDocument/inlayHint":      asked((*server).hints),
	}
})

// notifications are those that the server knows; $/setTrace needs no answer.
var notifications = sync.OnceValue(func() map[string]func(*server, json.RawMessage) error {
	return map[string]func(*server, json.RawMessage) error{
		"initialized":                     (*server).watch,
		"textDocument/didOpen":            told((*server).opened),
		"textDocument/didChange":          told((*server).changed),
		"textDocument/didClose":           told((*server).closed),
		"textDocument/didSave":            told((*server).saved),
		"workspace/didChangeWatchedFiles": told((*server).changedOnDisk),
	}
})

// asked reads the parameters of a request.
func asked[P, R any](take func(*server, context.Context, *P) (R, error)) request {
	return func(s *server, ctx context.Context, params json.RawMessage) (any, error) {
		var p P
		if err := read(params, &p); err != nil {
			return nil, err
		}
		return take(s, ctx, &p)
	}
}

// told reads the parameters of a notification.
func told[P any](take func(*server, *P)) func(*server, json.RawMessage) error {
	return func(s *server, params json.RawMessage) error {
		var p P
		if err := read(params, &p); err != nil {
			return err
		}
		take(s, &p)
		return nil
	}
}

func read(params json.RawMessage, into any) error {
	if len(params) == 0 || json.Unmarshal(params, into) != nil {
		return &wire.Error{Code: wire.InvalidParams, Message: "the parameters are not those of the method"}
	}
	return nil
}

func (s *server) begin(_ context.Context, p *protocol.InitializeParams) (protocol.InitializeResult, error) {
	s.state, s.can = ready, p.Capabilities
	var r protocol.InitializeResult
	r.ServerInfo = protocol.ServerInfo{Name: "isuplan", Version: compile.Version}
	c := &r.Capabilities
	c.PositionEncoding = "utf-16"
	c.TextDocumentSync = protocol.SyncOptions{OpenClose: true, Change: 2, Save: true}
	c.CompletionProvider = protocol.CompletionOptions{TriggerCharacters: []string{"{", ".", "/", " "}}
	c.HoverProvider, c.DefinitionProvider, c.ReferencesProvider = true, true, true
	c.DocumentSymbolProvider, c.FoldingRangeProvider, c.DocumentFormattingProvider, c.InlayHintProvider = true, true, true, true
	c.CodeActionProvider = protocol.CodeActionOptions{CodeActionKinds: []string{quickFix, fixAll}}
	c.RenameProvider = true
	if p.Capabilities.TextDocument.Rename.PrepareSupport {
		c.RenameProvider = protocol.RenameOptions{PrepareProvider: true}
	}
	return r, nil
}

func (s *server) shutdown(context.Context, json.RawMessage) (any, error) {
	s.state = ended
	for _, d := range s.docs {
		d.stop()
	}
	return nil, nil
}
