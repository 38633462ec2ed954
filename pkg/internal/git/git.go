// Package git reads files of other commits, and trusts nothing that a stranger may have put
// into the tree: it asks git only of a repository that it found by itself, and leaves git
// nothing to run.
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ErrMissing says that git is not installed.
var ErrMissing = errors.New("git is not installed")

// ErrTooLong says that git gave no answer in the time that it has for one.
var ErrTooLong = errors.New("git gives no answer")

// patience is how long git has for one answer.
const patience = 30 * time.Second

// never are the settings under which git starts no program, whatever the repository's own
// configuration says. Attributes, filters, drivers of diff, hooks, monitors and transports
// are all commands that somebody can name there.
var never = []string{
	"--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs",
	"-c", "safe.bareRepository=explicit",
	"-c", "protocol.allow=never",
	"-c", "core.fsmonitor=false",
	"-c", "core.hooksPath=/dev/null",
	"-c", "core.attributesFile=/dev/null",
	"-c", "core.sshCommand=false",
	"-c", "core.alternateRefsCommand=false",
	"-c", "credential.helper=",
	"-c", "diff.external=",
	"-c", "submodule.recurse=false",
}

// environment is all that git sees of the environment. None of its own variables gets there
// (GIT_DIR, GIT_CONFIG_COUNT, GIT_EXEC_PATH …), and no configuration but the repository's.
func environment() []string {
	env := []string{
		"LC_ALL=C", "HOME=/dev/null", "XDG_CONFIG_HOME=/dev/null",
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_ATTR_NOSYSTEM=1",
		"GIT_NO_LAZY_FETCH=1",     // from 2.45 on; the next line stops the others
		"GIT_ALLOW_PROTOCOL=none", // goes before protocol.file.allow of the repository, which goes before protocol.allow
		"GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat",
	}
	env = append(env, "PATH="+strings.Join(folders(), string(filepath.ListSeparator)))
	for _, name := range []string{"SYSTEMROOT", "TMPDIR", "TEMP", "TMP"} {
		if value, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// folders are those of PATH that programs are taken from. One without a full path, an empty
// one too, is the working folder or lies in it, and what is there may be a stranger's.
func folders() []string {
	return slices.DeleteFunc(filepath.SplitList(os.Getenv("PATH")), func(dir string) bool { return !filepath.IsAbs(dir) })
}

// program returns where git is.
func program() (string, error) {
	for _, dir := range folders() {
		if path, err := exec.LookPath(filepath.Join(dir, "git")); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// run asks git, and returns what it prints: no more than so many bytes.
func (r *Repository) run(ctx context.Context, most int, args ...string) ([]byte, error) {
	out, _, err := r.ask(ctx, most, args...)
	return out, err
}

// ask asks git, and returns what it prints and what it says besides.
func (r *Repository) ask(ctx context.Context, most int, args ...string) (answer []byte, talk string, err error) {
	command, err := program()
	if err != nil {
		return nil, "", err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, patience, ErrTooLong)
	defer cancel()
	cmd := exec.CommandContext(ctx, command, append(append([]string{"--git-dir=" + r.dir, "--work-tree=" + r.root}, never...), args...)...)
	cmd.Dir, cmd.Env = r.root, environment()
	cmd.WaitDelay = time.Second
	out, said := &bounded{most: most}, &bounded{most: longestLine}
	cmd.Stdout, cmd.Stderr = out, said
	err = cmd.Run()
	switch {
	case out.exceeded:
		return nil, "", fmt.Errorf("more than %d bytes", most)
	case err != nil && context.Cause(ctx) != nil:
		return nil, "", context.Cause(ctx)
	}
	return out.Bytes(), said.String(), err
}

// longestLine is the most that git is let say where it is asked for a line.
const longestLine = 4096

// line asks git for one line.
func (r *Repository) line(ctx context.Context, args ...string) (string, error) {
	out, err := r.run(ctx, longestLine, args...)
	return strings.TrimRight(string(out), "\r\n"), err
}

// bounded keeps what is written, and takes no more than so much.
type bounded struct {
	bytes.Buffer
	most     int
	exceeded bool
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.exceeded = b.exceeded || b.Len()+len(p) > b.most; b.exceeded {
		return 0, errors.New("too much")
	}
	return b.Buffer.Write(p)
}
