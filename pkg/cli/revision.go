package cli

import (
	"context"
	"errors"
	"os"
	"path"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/git"
	"github.com/isuplan/isuplan/pkg/source"
)

// revision is a commit of the repository that holds the working folder.
type revision struct {
	*git.Commit
	ctx        context.Context
	repository *git.Repository
}

// revision returns what git knows by a name. Where git knows none, it is trouble: a path of
// that name never takes the place, because a pull request can bring one.
func (a *app) revision(ctx context.Context, flag, called string) (*revision, error) {
	repository, err := git.Find(".")
	if err != nil {
		return nil, troublef("%s %s: no repository of git holds this folder%s", flag, called, pathMeant(called))
	}
	r := &revision{ctx: ctx, repository: repository}
	r.Commit, err = repository.Commit(ctx, called)
	switch {
	case errors.Is(err, git.ErrMissing):
		return nil, troublef("%s %s: git is not installed", flag, called)
	case errors.Is(err, git.ErrTooLong), ctx.Err() != nil:
		return nil, troublef("%s %s: %v", flag, called, err)
	case errors.Is(err, git.ErrAmbiguous):
		return nil, troublef("%s %s: git knows more than one thing of that name, such as a branch and a tag; write the one that is meant in full, such as refs/heads/%[2]s or refs/remotes/%[2]s", flag, called)
	case err != nil && r.isShallow():
		return nil, troublef("%s %s: git knows no revision of that name; this clone lacks a part of the history: %s", flag, called, deepen)
	case err != nil:
		return nil, troublef("%s %s: git knows no revision of that name%s", flag, called, pathMeant(called))
	}
	if _, err := os.Lstat(called); err == nil {
		a.say("%s is taken as the revision of git; there is a path of that name too, which --against takes", called)
	}
	return r, nil
}

// deepen is how to get the history that a clone lacks.
const deepen = `run "git fetch --unshallow", or let the service fetch it all (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)`

// pathMeant says how to name a path, where one is there.
func pathMeant(called string) string {
	if _, err := os.Lstat(called); err != nil {
		return ""
	}
	return "; there is a path of that name: isuplan check --against, and isuplan diff OLD NEW, take paths"
}

func (r *revision) isShallow() bool { return r.repository.IsShallow(r.ctx) }

// path returns the path of a plan from the top of the repository.
func (r *revision) path(flag, name string) (string, error) {
	if name == compile.StandardInput {
		return "", troublef("%s needs a plan with a name: --stdin-filename gives one to standard input", flag)
	}
	p, err := r.repository.Path(name)
	switch {
	case errors.Is(err, git.ErrInner):
		return "", troublef("%s: %s lies in a repository of its own; go there and run isuplan again", flag, name)
	case err != nil:
		return "", troublef("%s: %s lies outside of the repository that holds this folder; go to its repository and run isuplan again", flag, name)
	}
	return p, nil
}

// input reads a plan as it was, by its path from the top; shown is what findings call it.
func (r *revision) input(name, shown string) (compile.Input, error) {
	text, err := r.File(name)
	collectFor(len(text))
	return compile.Input{File: source.NewFile(shown, text), Folder: r.Folder(path.Dir(name))}, err
}
