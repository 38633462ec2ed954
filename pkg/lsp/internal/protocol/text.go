// Package protocol has the structures of the language server protocol, version 3.17, that the
// server uses, by the names of its specification.
package protocol

// DocumentURI names a document.
type DocumentURI string

// Position is a position in a text: a line and a character of it, both from 0. Characters are
// counted in UTF-16 code units.
type Position struct {
	Line      uint32 `json:"line"`
	Character uint32 `json:"character"`
}

// Range is a stretch of a text; its end is exclusive.
type Range struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// Location is a stretch of a document.
type Location struct {
	URI   DocumentURI `json:"uri"`
	Range Range       `json:"range"`
}

// TextEdit replaces a stretch of a text.
type TextEdit struct {
	Range        Range  `json:"range"`
	NewText      string `json:"newText"`
	AnnotationID string `json:"annotationId,omitempty"`
}

// TextDocumentIdentifier names a document.
type TextDocumentIdentifier struct {
	URI DocumentURI `json:"uri"`
}

// VersionedDocument names a version of a document; null is the one on the disk.
type VersionedDocument struct {
	URI     DocumentURI `json:"uri"`
	Version *int32      `json:"version"`
}

// TextDocumentItem is a document that was opened.
type TextDocumentItem struct {
	URI        DocumentURI `json:"uri"`
	LanguageID string      `json:"languageId"`
	Version    int32       `json:"version"`
	Text       string      `json:"text"`
}

// TextDocumentEdit edits one document.
type TextDocumentEdit struct {
	TextDocument VersionedDocument `json:"textDocument"`
	Edits        []TextEdit        `json:"edits"`
}

// ChangeAnnotation says what an edit is for, and whether the user is to confirm it.
type ChangeAnnotation struct {
	Label             string `json:"label"`
	NeedsConfirmation bool   `json:"needsConfirmation,omitempty"`
	Description       string `json:"description,omitempty"`
}

// WorkspaceEdit edits documents.
type WorkspaceEdit struct {
	Changes           map[DocumentURI][]TextEdit  `json:"changes,omitempty"`
	DocumentChanges   []TextDocumentEdit          `json:"documentChanges,omitempty"`
	ChangeAnnotations map[string]ChangeAnnotation `json:"changeAnnotations,omitempty"`
}

// MarkupContent is a text for people.
type MarkupContent struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

// Markdown returns a text in Markdown.
func Markdown(text string) MarkupContent { return MarkupContent{"markdown", text} }

// DidOpen says that a document is open in the client.
type DidOpen struct {
	TextDocument TextDocumentItem `json:"textDocument"`
}

// DidChange says what changed in one.
type DidChange struct {
	TextDocument   VersionedDocument `json:"textDocument"`
	ContentChanges []ContentChange   `json:"contentChanges"`
}

// DidClose says that it is open no more.
type DidClose struct {
	TextDocument TextDocumentIdentifier `json:"textDocument"`
}

// DidSave says that it was saved.
type DidSave struct {
	TextDocument TextDocumentIdentifier `json:"textDocument"`
}

// ContentChange replaces a stretch of a text, or all of it where no range is given.
type ContentChange struct {
	Range *Range `json:"range"`
	Text  string `json:"text"`
}

// At is where in a document something is asked.
type At struct {
	TextDocument TextDocumentIdentifier `json:"textDocument"`
	Position     Position               `json:"position"`
}
