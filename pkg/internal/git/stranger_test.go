package git_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/git"
)

// TestAmbiguous: a name of a branch and of a tag, or of two branches, is none of a commit.
// git would take the tag, and with it a plan could be held against itself.
func TestAmbiguous(t *testing.T) {
	for name, args := range map[string][]string{
		"a tag":             {"tag", "base"},
		"a remote's branch": {"update-ref", "refs/remotes/base", "main"},
		"a note's":          {"update-ref", "refs/base", "main"},
	} {
		dir := repository(t)
		run(t, dir, args...)
		r, err := git.Find(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, called := range []string{"base", "base~0", "base^{commit}"} {
			if _, err := r.Commit(t.Context(), called); !errors.Is(err, git.ErrAmbiguous) {
				t.Errorf("%s: %s is %v", name, called, err)
			}
		}
		for _, called := range []string{"refs/heads/base", "main", "HEAD", "HEAD~1", run(t, dir, "rev-parse", "refs/heads/base"), "@"} {
			if _, err := r.Commit(t.Context(), called); err != nil {
				t.Errorf("%s: %s is %v", name, called, err)
			}
		}
	}
}

// TestProgram: git is taken from folders that PATH names in full, never from the working
// folder, which may be a stranger's; what stands there keeps nobody from the real one.
func TestProgram(t *testing.T) {
	dir := repository(t)
	found, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	ran := filepath.Join(t.TempDir(), "RAN")
	for _, name := range []string{"git", "bin/git", "plans/git"} {
		write(t, filepath.Join(dir, name), "#!/bin/sh\ntouch "+ran+"\n")
		if err := os.Chmod(filepath.Join(dir, name), 0o755); err != nil { //nolint:gosec // it has to start, if anybody would
			t.Fatal(err)
		}
	}
	t.Setenv("GODEBUG", "execerrdot=0")
	good := filepath.Dir(found)
	for _, folder := range []string{dir, filepath.Join(dir, "plans")} {
		t.Chdir(folder)
		for _, path := range []string{good, ":" + good, good + ":", ".:" + good, "::" + good, "./:bin:../bin:" + good, "..:" + good} {
			t.Setenv("PATH", path)
			if text, err := read(t, folder, filepath.Join(dir, "plans/plan.yaml"), "base"); text != "old\n" || err != nil {
				t.Errorf("PATH=%s: %q, %v", path, text, err)
			}
		}
		for _, path := range []string{"", ".", "bin", ":"} {
			t.Setenv("PATH", path)
			if _, err := read(t, folder, filepath.Join(dir, "plans/plan.yaml"), "base"); !errors.Is(err, git.ErrMissing) {
				t.Errorf("PATH=%s: %v", path, err)
			}
		}
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("a program of the working folder ran")
	}
}

// TestLeadsOut: a link that a commit can bring leads to no file outside of the tree.
func TestLeadsOut(t *testing.T) {
	dir := repository(t)
	out := t.TempDir()
	write(t, filepath.Join(out, "secret"), "x")
	write(t, filepath.Join(dir, "gitignore"), "x")
	for link, to := range map[string]string{
		"out.yaml": filepath.Join(out, "secret"), "up.yaml": "../../secret", "config.yaml": ".git/config", "folder": out, "dotgit": ".git",
		"twice.yaml": "out.yaml", "inside.yaml": "plans/plan.yaml", "plans/up.yaml": "../gitignore", "round": ".",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			if runtime.GOOS == "windows" {
				t.Skip("no links here")
			}
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(filepath.Dir(filepath.Dir(dir)), "secret"), "x")
	r, err := git.Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for name, want := range map[string]bool{
		"out.yaml": true, "up.yaml": true, "config.yaml": true, "folder/secret": true, "dotgit/config": true, "twice.yaml": true, "round/out.yaml": true,
		"./plans/../out.yaml": true, filepath.Join(dir, "out.yaml"): true,
		"inside.yaml": false, "plans/up.yaml": false, "plans/plan.yaml": false, "none.yaml": false, "round/plans/plan.yaml": false, "../x": false,
		".git/config": false, filepath.Join(out, "secret"): false,
	} {
		if got := r.LeadsOut(name); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
