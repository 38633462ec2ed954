package lsp

import (
	"bytes"
	"context"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// kind is what a document is.
type kind int

const (
	nothing kind = iota // of isuplan's
	aPlan
	aTemplate
	aLanguage
)

// shape returns what a document of a kind may hold.
func (k kind) shape() *schema.Shape {
	switch k {
	case aTemplate:
		return compose.TemplateShape()
	case aLanguage:
		return language.Shape()
	}
	return plan.Shape()
}

// snapshot is what is known of one text of a document. It does not change once it is ready.
type snapshot struct {
	kind  kind
	file  *source.File
	index *index.Index // nil where the text cannot be parsed
	input compile.Input
	read  *files // that the plan reads, as far as it was compiled and judged

	ready chan struct{} // closed when what follows is known
	unit  *compile.Unit // of a plan; nil where it was not compiled
	found []diag.Finding
	err   error
}

func (n *snapshot) root() source.Node {
	if n.index == nil {
		return source.Node{}
	}
	return n.index.Root
}

// snapshot parses the text of a document.
func (s *server) snapshot(d *document) *snapshot {
	name := d.path
	if name == "" {
		name = "plan.yaml"
	}
	n := &snapshot{file: source.NewFile(name, d.text), ready: make(chan struct{}), read: &files{}}
	n.kind = kindOf(d.text, d.isPlan)
	if d.large {
		n.kind = nothing
	}
	n.input = compile.Input{File: n.file, Folder: s.folder(d, n.read)}
	if n.kind == nothing {
		return n
	}
	if root, _ := source.Parse(n.file); root.Kind() == source.Mapping {
		n.index = index.New(root, n.kind.shape())
	}
	return n
}

// kindOf says what a text is, by the keys that it begins lines with.
func kindOf(text []byte, isPlan bool) kind {
	if isPlan {
		return aPlan
	}
	var keys []string
	empty := true
	for line := range bytes.Lines(text) {
		key, _, found := bytes.Cut(line, []byte(":"))
		if found && len(key) < 64 && len(key) > 0 && key[0] != '#' && key[0] != ' ' {
			keys = append(keys, string(key))
		}
		word := bytes.TrimSpace(line)
		empty = empty && (len(word) == 0 || word[0] == '#')
	}
	if empty && bytes.Contains(text, []byte("plan.schema.json")) {
		return aPlan
	}
	for _, k := range []kind{aPlan, aTemplate, aLanguage} {
		shape := k.shape()
		known := 0
		for _, key := range shape.Keys {
			if slices.Contains(keys, key.Key) {
				known++
			}
		}
		first := slices.Contains(keys, shape.Keys[0].Key)
		if first && (k == aPlan || known >= 2) && (k != aLanguage || known >= 3) || k == aPlan && known >= 3 {
			return k
		}
	}
	return nothing
}

// folder returns the files of a document's folder, as they are in the client where it has them
// open; nil for a document that is in none.
func (s *server) folder(d *document, read *files) fs.FS {
	if d.path == "" || s.Folder == nil {
		return nil
	}
	dir := filepath.Dir(d.path)
	o := overlay{disk: s.Folder(dir), open: map[string][]byte{}, read: read}
	for _, other := range s.docs {
		if name, err := filepath.Rel(dir, other.path); err == nil && other.path != "" && filepath.IsLocal(name) && !other.large {
			o.open[filepath.ToSlash(name)] = other.text
		}
	}
	return o
}

// compile compiles a snapshot, up to its document.
func (s *server) compile(ctx context.Context, n *snapshot) {
	n.err = guarded("a change", func() (err error) {
		switch n.kind {
		case aPlan:
			n.unit, err = s.Compiler.Compile(ctx, n.input)
		case aTemplate:
			_, n.found, _ = compose.LoadTemplate(n.file)
		case aLanguage:
			_, n.found, _ = language.Load(n.file)
		}
		return err
	})
}

// know waits until a snapshot is ready.
func (n *snapshot) know(ctx context.Context) error {
	select {
	case <-n.ready:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
