package cli

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"strings"
)

// All calls to git stand in this file.

// errNoBase says that two commits have no commit in common that git knows.
var errNoBase = errors.New("no merge base")

// git runs git in a folder and returns what it prints.
func git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", folder}, args...)...)
	return cmd.Output()
}

// line runs git for one line of output.
func line(ctx context.Context, folder string, args ...string) (string, error) {
	out, err := git(ctx, folder, args...)
	return string(bytes.TrimRight(out, "\r\n")), err
}

// gitCommit returns the commit that the user calls by a name.
func gitCommit(ctx context.Context, folder, called string) (string, error) {
	return line(ctx, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", called+"^{commit}")
}

// gitPrefix returns the path of a folder from the root of its repository, "" or with a
// slash at its end.
func gitPrefix(ctx context.Context, folder string) (string, error) {
	return line(ctx, folder, "rev-parse", "--show-prefix")
}

// gitMergeBase returns the commit at which HEAD and another parted.
func gitMergeBase(ctx context.Context, folder, commit string) (string, error) {
	base, err := line(ctx, folder, "merge-base", commit, "HEAD")
	if err != nil || base == "" {
		return "", errors.Join(errNoBase, err)
	}
	return base, nil
}

// gitIsShallow reports whether the clone lacks a part of the history.
func gitIsShallow(ctx context.Context, folder string) bool {
	out, err := line(ctx, folder, "rev-parse", "--is-shallow-repository")
	return err == nil && out == "true"
}

// gitHas reports whether a commit has a file, by its path from the root.
func gitHas(ctx context.Context, folder, commit, path string) bool {
	_, err := git(ctx, folder, "cat-file", "-e", commit+":"+path)
	return err == nil
}

// gitFile returns a file of a commit, by its path from the root.
func gitFile(ctx context.Context, folder, commit, path string) ([]byte, error) {
	return git(ctx, folder, "show", "--no-textconv", commit+":"+path)
}

// gitGone returns the paths of the files that a commit has and the work tree has no more.
func gitGone(ctx context.Context, folder, commit string) ([]string, error) {
	out, err := git(ctx, folder, "diff", "--name-only", "-z", "--no-relative", "--no-renames", "--no-ext-diff", "--diff-filter=D", commit, "--")
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 }), err
}
