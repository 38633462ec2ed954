package protocol

import "encoding/json"

// InitializeParams is what a client says of itself.
type InitializeParams struct {
	Capabilities ClientCapabilities `json:"capabilities"`
}

// ClientCapabilities is what the client can do, of what matters here.
type ClientCapabilities struct {
	Workspace struct {
		WorkspaceEdit struct {
			DocumentChanges         bool             `json:"documentChanges"`
			ChangeAnnotationSupport *json.RawMessage `json:"changeAnnotationSupport"`
		} `json:"workspaceEdit"`
		DidChangeWatchedFiles struct {
			DynamicRegistration bool `json:"dynamicRegistration"`
		} `json:"didChangeWatchedFiles"`
	} `json:"workspace"`
	TextDocument struct {
		Rename struct {
			PrepareSupport bool `json:"prepareSupport"`
		} `json:"rename"`
	} `json:"textDocument"`
}

// Registrations ask the client for more than it does by itself.
type Registrations struct {
	Registrations []Registration `json:"registrations"`
}

// Registration is one of them.
type Registration struct {
	ID              string       `json:"id"`
	Method          string       `json:"method"`
	RegisterOptions WatchOptions `json:"registerOptions"`
}

// WatchOptions say which files the client is to watch.
type WatchOptions struct {
	Watchers []FileWatcher `json:"watchers"`
}

// FileWatcher names files by a pattern.
type FileWatcher struct {
	GlobPattern string `json:"globPattern"`
}

// DidChangeWatched says which files came, changed or went on the disk.
type DidChangeWatched struct {
	Changes []struct {
		URI DocumentURI `json:"uri"`
	} `json:"changes"`
}

// InitializeResult is what the server says of itself.
type InitializeResult struct {
	Capabilities ServerCapabilities `json:"capabilities"`
	ServerInfo   ServerInfo         `json:"serverInfo"`
}

// ServerInfo names the server.
type ServerInfo struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// ServerCapabilities is what the server can do.
type ServerCapabilities struct {
	PositionEncoding           string            `json:"positionEncoding"`
	TextDocumentSync           SyncOptions       `json:"textDocumentSync"`
	CompletionProvider         CompletionOptions `json:"completionProvider"`
	HoverProvider              bool              `json:"hoverProvider"`
	DefinitionProvider         bool              `json:"definitionProvider"`
	ReferencesProvider         bool              `json:"referencesProvider"`
	RenameProvider             any               `json:"renameProvider"`
	CodeActionProvider         CodeActionOptions `json:"codeActionProvider"`
	DocumentSymbolProvider     bool              `json:"documentSymbolProvider"`
	FoldingRangeProvider       bool              `json:"foldingRangeProvider"`
	DocumentFormattingProvider bool              `json:"documentFormattingProvider"`
	InlayHintProvider          bool              `json:"inlayHintProvider"`
}

// SyncOptions say how the server is told of changes: 2 is by what changed.
type SyncOptions struct {
	OpenClose bool `json:"openClose"`
	Change    int  `json:"change"`
	Save      bool `json:"save"`
}

// CompletionOptions say what begins a completion.
type CompletionOptions struct {
	TriggerCharacters []string `json:"triggerCharacters"`
}

// RenameOptions say that a rename may be asked for beforehand.
type RenameOptions struct {
	PrepareProvider bool `json:"prepareProvider"`
}

// CodeActionOptions say which kinds of actions there are.
type CodeActionOptions struct {
	CodeActionKinds []string `json:"codeActionKinds"`
}

// CancelParams name a request that is not wanted any more.
type CancelParams struct {
	ID json.RawMessage `json:"id"`
}
