package cli

import (
	"bytes"
	"context"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"time"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// revision is a folder as it was at a commit of git: a plan in it finds last year's plan
// as that was then.
type revision struct {
	ctx            context.Context
	folder, commit string
}

// revisionOf returns the folder of a file as it was at what the user calls a revision.
func revisionOf(ctx context.Context, name, called string) (*revision, error) {
	folder := filepath.Dir(name)
	commit, err := git(ctx, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", called+"^{commit}")
	if err != nil {
		return nil, err
	}
	return &revision{ctx: ctx, folder: folder, commit: string(bytes.TrimSpace(commit))}, nil
}

// has reports whether a file was there.
func (r *revision) has(name string) bool {
	_, err := git(r.ctx, r.folder, "cat-file", "-e", r.commit+":./"+name)
	return err == nil
}

// input reads a plan as it was; shown is what findings call it.
func (r *revision) input(name, shown string) (compile.Input, error) {
	text, err := r.read(filepath.Base(name))
	return compile.Input{File: source.NewFile(shown, text), Folder: r}, err
}

func (r *revision) read(name string) ([]byte, error) {
	return git(r.ctx, r.folder, "show", "--no-textconv", r.commit+":./"+name)
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

// git runs git in a folder and returns what it prints.
func git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", folder}, args...)...)
	return cmd.Output()
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
