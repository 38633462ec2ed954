package git

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/source"
)

// ErrNoBase says that two commits have no commit in common that git knows.
var ErrNoBase = errors.New("no commit that both come from")

// ErrAmbiguous says that git knows more than one thing of a name.
var ErrAmbiguous = errors.New("more than one thing of that name")

// Commit is a commit of a repository.
type Commit struct {
	repository *Repository
	ctx        context.Context // of all that is asked of the commit: a folder of files takes none
	id         string
}

// Commit returns the commit that the user calls by a name: a branch, a tag, HEAD~1, an id.
// Git takes a tag rather than a branch of the same name, which whoever may make tags could
// use to have a plan held against itself: such a name is no commit's.
func (r *Repository) Commit(ctx context.Context, called string) (*Commit, error) {
	out, talk, err := r.ask(ctx, longestLine, "-c", "core.warnAmbiguousRefs=true", "rev-parse", "--verify", "--end-of-options", called+"^{commit}")
	if err != nil {
		return nil, err
	}
	id := strings.TrimRight(string(out), "\r\n")
	if strings.Contains(talk, "ambiguous") && id != called {
		return nil, ErrAmbiguous
	}
	return &Commit{repository: r, ctx: ctx, id: id}, nil
}

// IsShallow reports whether the clone lacks a part of the history.
func (r *Repository) IsShallow(ctx context.Context) bool {
	out, err := r.line(ctx, "rev-parse", "--is-shallow-repository")
	return err == nil && out == "true"
}

// Parted returns the commit at which HEAD and this one parted.
func (c *Commit) Parted() (*Commit, error) {
	base, err := c.repository.line(c.ctx, "merge-base", c.id, "HEAD")
	if err != nil || base == "" {
		return nil, errors.Join(ErrNoBase, err)
	}
	return &Commit{repository: c.repository, ctx: c.ctx, id: base}, nil
}

// ID returns the commit's whole id.
func (c *Commit) ID() string { return c.id }

// Has reports whether the commit has a file, by its path from the top.
func (c *Commit) Has(name string) bool {
	kind, err := c.repository.line(c.ctx, "cat-file", "-t", c.id+":"+name)
	return err == nil && kind == "blob"
}

// File returns a file of the commit, by its path from the top; none that is larger than a
// plan may be.
func (c *Commit) File(name string) ([]byte, error) {
	return c.repository.run(c.ctx, source.MaxBytes, "cat-file", "blob", c.id+":"+name)
}

// Files returns the paths of all files of the commit, from the top.
func (c *Commit) Files() ([]string, error) {
	const most = 64 << 20
	out, err := c.repository.run(c.ctx, most, "ls-tree", "-r", "-z", "--full-tree", "--name-only", c.id)
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 }), err
}

// Folder returns a folder of the commit, by its path from the top, as files.
func (c *Commit) Folder(name string) fs.FS { return folder{commit: c, path: name} }

type folder struct {
	commit *Commit
	path   string
}

// Open opens a file of the folder or below it.
func (f folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) || name == "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	text, err := f.commit.File(path.Join(f.path, name))
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &file{Reader: bytes.NewReader(text), name: path.Base(name)}, nil
}

// file is a file of a commit.
type file struct {
	*bytes.Reader
	name string
}

func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Close() error               { return nil }
func (f *file) Name() string               { return f.name }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
