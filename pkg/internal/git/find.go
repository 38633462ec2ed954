package git

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Repository is a repository with a work tree.
type Repository struct {
	root string // the top of the work tree, without symbolic links
	dir  string // where git keeps what it knows: .git, or what a file of that name says
}

// ErrNone says that no repository holds a folder.
var ErrNone = errors.New("no repository of git holds the folder")

// ErrOutside says that a file is none of a repository's.
var ErrOutside = errors.New("the file lies outside of the repository")

// ErrInner says that a file lies in a repository of its own within another: a submodule, or
// a clone beside the files.
var ErrInner = errors.New("the file lies in a repository of its own")

// Find returns the repository that holds a folder: the nearest at it or above with an entry
// .git, which no commit can bring. What else looks like a repository is only a folder with
// files, which a pull request can bring.
func Find(folder string) (*Repository, error) {
	at, err := resolve(folder)
	if err != nil {
		return nil, err
	}
	for {
		if dir, ok := known(at); ok {
			return &Repository{root: at, dir: dir}, nil
		}
		above := filepath.Dir(at)
		if above == at {
			return nil, ErrNone
		}
		at = above
	}
}

// known returns where git keeps what it knows of a work tree: .git itself, or, of a worktree
// and a submodule, the folder that a file of that name gives.
func known(folder string) (string, bool) {
	dir := filepath.Join(folder, ".git")
	info, err := os.Lstat(dir)
	if err != nil {
		return "", false
	}
	if info.Mode().IsRegular() {
		const most = 4096
		if info.Size() > most {
			return "", false
		}
		text, err := os.ReadFile(dir)
		to, ok := strings.CutPrefix(string(text), "gitdir:")
		if err != nil || !ok {
			return "", false
		}
		if dir = strings.TrimSpace(to); !filepath.IsAbs(dir) {
			dir = filepath.Join(folder, dir)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "HEAD")); err != nil {
		return "", false
	}
	return dir, true
}

// Path returns the path of a file from the top of the work tree, with slashes. The file
// itself need not be there.
func (r *Repository) Path(name string) (string, error) {
	folder, err := resolve(filepath.Dir(name))
	if err != nil {
		return "", err
	}
	path, err := filepath.Rel(r.root, filepath.Join(folder, filepath.Base(name)))
	if err != nil || !filepath.IsLocal(path) {
		return "", ErrOutside
	}
	for at := folder; at != r.root; at = filepath.Dir(at) {
		if _, ok := known(at); ok {
			return "", ErrInner
		}
	}
	return filepath.ToSlash(path), nil
}

// Exists reports whether the work tree has something at a path from the top.
func (r *Repository) Exists(path string) bool {
	_, err := os.Lstat(filepath.Join(r.root, filepath.FromSlash(path)))
	return err == nil
}

// resolve returns a folder's path without symbolic links.
func resolve(folder string) (string, error) {
	abs, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// PathOf returns the path of a file from the top of the work tree as services show it, with
// slashes: of one in an inner repository too, of one that is not there, and, with "..", of
// one that was named by a path from the working folder and lies outside. It returns "" for
// others.
func (r *Repository) PathOf(name string) string {
	typed, ok := r.typed(name)
	if !ok {
		return ""
	}
	if folder, err := resolve(filepath.Dir(name)); err == nil {
		if path, err := filepath.Rel(r.root, filepath.Join(folder, filepath.Base(name))); err == nil && filepath.IsLocal(path) {
			return filepath.ToSlash(path)
		}
	}
	if filepath.IsAbs(name) && !filepath.IsLocal(typed) {
		return ""
	}
	return filepath.ToSlash(typed)
}

// typed returns a name, as it was typed, as a path from the top of the work tree.
func (r *Repository) typed(name string) (string, bool) {
	if !filepath.IsAbs(name) {
		here, err := resolve(".")
		if err != nil {
			return "", false
		}
		name = filepath.Join(here, name)
	}
	path, err := filepath.Rel(r.root, name)
	return path, err == nil
}

// LeadsOut reports a name in the work tree from which a link, which a commit can bring, leads
// to a file outside, or to what git keeps.
func (r *Repository) LeadsOut(name string) bool {
	typed, ok := r.typed(name)
	if !ok || !filepath.IsLocal(typed) {
		return false
	}
	target, err := filepath.EvalSymlinks(name)
	if err != nil || target == filepath.Clean(name) {
		return false
	}
	if target, err = filepath.Abs(target); err != nil {
		return false
	}
	path, err := filepath.Rel(r.root, target)
	first, _, _ := strings.Cut(filepath.ToSlash(path), "/")
	return err != nil || !filepath.IsLocal(path) || strings.EqualFold(first, ".git")
}
