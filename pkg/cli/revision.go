package cli

import (
	"bytes"
	"context"
	"io/fs"
	"path"
	"path/filepath"
	"time"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// revision is a folder as it was at a commit of git: a plan in it finds last year's plan
// as that was then.
type revision struct {
	ctx    context.Context
	folder string // where git runs
	prefix string // the path of the folder from the root of the repository
	commit string
}

// revisionOf returns the folder of a file as it was at what the user calls a revision.
func revisionOf(ctx context.Context, name, called string) (*revision, error) {
	r := &revision{ctx: ctx, folder: filepath.Dir(name)}
	var err error
	if r.commit, err = gitCommit(ctx, r.folder, called); err != nil {
		return nil, err
	}
	if r.prefix, err = gitPrefix(ctx, r.folder); err != nil {
		return nil, err
	}
	return r, nil
}

// parted returns the folder as it was where HEAD and the revision parted.
func (r *revision) parted() (*revision, error) {
	base, err := gitMergeBase(r.ctx, r.folder, r.commit)
	if err != nil {
		return nil, err
	}
	at := *r
	at.commit = base
	return &at, nil
}

// of returns another folder of the same commit, by its path from the root.
func (r *revision) of(prefix string) *revision {
	at := *r
	at.prefix = prefix
	return &at
}

// has reports whether a file was there.
func (r *revision) has(name string) bool { return gitHas(r.ctx, r.folder, r.commit, r.prefix+name) }

// input reads a plan as it was; shown is what findings call it.
func (r *revision) input(name, shown string) (compile.Input, error) {
	text, err := r.read(filepath.Base(name))
	return compile.Input{File: source.NewFile(shown, text), Folder: r}, err
}

func (r *revision) read(name string) ([]byte, error) {
	return gitFile(r.ctx, r.folder, r.commit, r.prefix+name)
}

// Open opens a file of the folder or below it.
func (r *revision) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) || name == "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	text, err := r.read(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &committed{Reader: bytes.NewReader(text), name: path.Base(name)}, nil
}

// committed is a file of a commit.
type committed struct {
	*bytes.Reader
	name string
}

func (c *committed) Stat() (fs.FileInfo, error) { return c, nil }
func (c *committed) Close() error               { return nil }
func (c *committed) Name() string               { return c.name }
func (c *committed) Mode() fs.FileMode          { return 0o444 }
func (c *committed) ModTime() time.Time         { return time.Time{} }
func (c *committed) IsDir() bool                { return false }
func (c *committed) Sys() any                   { return nil }
