package git_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/git"
)

// repository makes a repository with a file plan.yaml on a branch of each name.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "plans/plan.yaml"), "old\n")
	run(t, dir, "init", "-q", "-b", "main", ".")
	run(t, dir, "add", "-A")
	commit(t, dir, "old")
	run(t, dir, "branch", "base")
	write(t, filepath.Join(dir, "plans/plan.yaml"), "new\n")
	run(t, dir, "add", "-A")
	commit(t, dir, "new")
	return dir
}

func run(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func commit(t *testing.T, dir, message string) {
	t.Helper()
	run(t, dir, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", message)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil { //nolint:gosec // a test's own file
		t.Fatal(err)
	}
}

// trap fills a folder with what git takes for a bare repository whose commits are missing
// and whose server, a command of the stranger's, has them.
func trap(t *testing.T, dir, ran string) {
	t.Helper()
	write(t, filepath.Join(dir, "HEAD"), "ref: refs/heads/main\n")
	for _, branch := range []string{"main", "base"} {
		write(t, filepath.Join(dir, "refs/heads", branch), strings.Repeat("1", 40)+"\n")
	}
	write(t, filepath.Join(dir, "objects/info/x"), "")
	write(t, filepath.Join(dir, "config"), armed(ran))
}

// armed is a configuration with all the commands that we know of, each of which leaves a
// trace.
func armed(ran string) string {
	touch := fmt.Sprintf("touch %s; true", ran)
	return fmt.Sprintf(`[core]
	repositoryformatversion = 1
	bare = true
	fsmonitor = "%[1]s"
	pager = "%[1]s"
	sshCommand = "%[1]s"
	alternateRefsCommand = "%[1]s"
	hooksPath = %[2]s
	attributesFile = %[2]s/attributes
[extensions]
	partialClone = origin
[protocol]
	allow = always
[protocol "file"]
	allow = always
[protocol "ext"]
	allow = always
[remote "origin"]
	url = .
	promisor = true
	uploadpack = "%[1]s; git-upload-pack"
[diff]
	external = "%[1]s"
[diff "x"]
	textconv = "%[1]s"
	command = "%[1]s"
[filter "x"]
	clean = "%[1]s"
	smudge = "%[1]s"
	process = "%[1]s"
[pager]
	cat-file = "%[1]s"
	rev-parse = "%[1]s"
	ls-tree = "%[1]s"
[credential]
	helper = "!%[1]s"
[gpg]
	program = "%[1]s"
`, touch, filepath.Dir(ran))
}

// read asks for all that is ever asked of a revision.
func read(t *testing.T, folder, plan, called string) (string, error) {
	t.Helper()
	r, err := git.Find(folder)
	if err != nil {
		return "", err
	}
	path, err := r.Path(plan)
	if err != nil {
		return "", err
	}
	r.IsShallow(t.Context())
	c, err := r.Commit(t.Context(), called)
	if err != nil {
		return "", err
	}
	if parted, err := c.Parted(); err == nil {
		c = parted
	}
	if _, err := c.Files(); err != nil {
		return "", err
	}
	if !c.Has(path) {
		return "", errors.New("not there")
	}
	text, err := c.File(path)
	return string(text), err
}

// TestNothingRuns holds that no command of a stranger's runs, however the repository that
// names it is put before git: as a folder of files, at depth, in a worktree, a submodule,
// behind a file .git, by variables, or as the configuration of the repository itself.
func TestNothingRuns(t *testing.T) {
	tests := []struct {
		name string
		arm  func(t *testing.T, dir, ran string) (folder, plan string)
		want string
	}{
		{"a bare folder", func(t *testing.T, dir, ran string) (string, string) {
			trap(t, filepath.Join(dir, "plans"), ran)
			return dir, filepath.Join(dir, "plans/plan.yaml")
		}, "old\n"},
		{"a bare folder at depth", func(t *testing.T, dir, ran string) (string, string) {
			trap(t, filepath.Join(dir, "plans/a/b/c"), ran)
			write(t, filepath.Join(dir, "plans/a/b/c/plan.yaml"), "new\n")
			return dir, filepath.Join(dir, "plans/a/b/c/plan.yaml")
		}, ""},
		{"the working folder is a bare folder", func(t *testing.T, dir, ran string) (string, string) {
			trap(t, filepath.Join(dir, "plans"), ran)
			return filepath.Join(dir, "plans"), filepath.Join(dir, "plans/plan.yaml")
		}, "old\n"},
		{"a folder .git of its own", func(t *testing.T, dir, ran string) (string, string) {
			trap(t, filepath.Join(dir, "plans/.git"), ran)
			return dir, filepath.Join(dir, "plans/plan.yaml")
		}, ""},
		{"a file .git", func(t *testing.T, dir, ran string) (string, string) {
			trap(t, filepath.Join(dir, "trap"), ran)
			write(t, filepath.Join(dir, "plans/.git"), "gitdir: ../trap\n")
			return dir, filepath.Join(dir, "plans/plan.yaml")
		}, ""},
		{"the repository itself, made by a stranger", func(t *testing.T, _, ran string) (string, string) {
			dir := t.TempDir()
			trap(t, filepath.Join(dir, ".git"), ran)
			write(t, filepath.Join(dir, "plan.yaml"), "new\n")
			return dir, filepath.Join(dir, "plan.yaml")
		}, ""},
		{"behind a file .git, made by a stranger", func(t *testing.T, _, ran string) (string, string) {
			dir := t.TempDir()
			trap(t, filepath.Join(dir, "trap"), ran)
			write(t, filepath.Join(dir, ".git"), "gitdir: trap\n")
			write(t, filepath.Join(dir, "plan.yaml"), "new\n")
			return dir, filepath.Join(dir, "plan.yaml")
		}, ""},
		{"a real repository's configuration", func(t *testing.T, dir, ran string) (string, string) {
			text, err := os.ReadFile(filepath.Join(dir, ".git/config"))
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(dir, ".git/config"), string(text)+strings.Replace(armed(ran), "bare = true", "bare = false", 1))
			write(t, filepath.Join(dir, ".gitattributes"), "* diff=x filter=x\n")
			write(t, filepath.Join(filepath.Dir(ran), "attributes"), "* diff=x filter=x\n")
			return dir, filepath.Join(dir, "plans/plan.yaml")
		}, "old\n"},
		{"a worktree", func(t *testing.T, dir, ran string) (string, string) {
			tree := filepath.Join(t.TempDir(), "tree")
			run(t, dir, "worktree", "add", "-q", "-b", "work", tree)
			trap(t, filepath.Join(tree, "plans"), ran)
			return tree, filepath.Join(tree, "plans/plan.yaml")
		}, "old\n"},
		{"a submodule", func(t *testing.T, dir, ran string) (string, string) {
			inner := repository(t)
			run(t, dir, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "sub")
			trap(t, filepath.Join(dir, "sub/plans"), ran)
			run(t, filepath.Join(dir, "sub"), "branch", "base", "origin/base")
			return filepath.Join(dir, "sub"), filepath.Join(dir, "sub/plans/plan.yaml")
		}, "old\n"},
		{"variables", func(t *testing.T, dir, ran string) (string, string) {
			bad := filepath.Join(t.TempDir(), "trap")
			trap(t, bad, ran)
			touch := "touch " + ran
			for name, value := range map[string]string{
				"GIT_DIR": bad, "GIT_WORK_TREE": bad, "GIT_COMMON_DIR": bad, "GIT_CONFIG_GLOBAL": filepath.Join(bad, "config"),
				"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": touch,
				"GIT_EXTERNAL_DIFF": touch, "GIT_PAGER": touch, "GIT_SSH_COMMAND": touch, "GIT_EXEC_PATH": bad, "GIT_TRACE": ran,
				"GIT_ALLOW_PROTOCOL": "file:ext", "GIT_OBJECT_DIRECTORY": bad, "GIT_INDEX_FILE": bad, "GIT_NAMESPACE": "x",
			} {
				t.Setenv(name, value)
			}
			return dir, filepath.Join(dir, "plans/plan.yaml")
		}, "old\n"},
		{"the user's configuration", func(t *testing.T, dir, ran string) (string, string) {
			home := t.TempDir()
			write(t, filepath.Join(home, ".gitconfig"), armed(ran))
			t.Setenv("HOME", home)
			return dir, filepath.Join(dir, "plans/plan.yaml")
		}, "old\n"},
		{"a clone that lacks a file", func(t *testing.T, dir, ran string) (string, string) {
			// The name of the missing file's object is known; only its remote has it.
			run(t, dir, "config", "core.repositoryformatversion", "1")
			run(t, dir, "config", "extensions.partialClone", "origin")
			run(t, dir, "config", "remote.origin.url", dir)
			run(t, dir, "config", "remote.origin.promisor", "true")
			run(t, dir, "config", "remote.origin.uploadpack", "touch "+ran+"; git-upload-pack")
			run(t, dir, "config", "protocol.file.allow", "always")
			id := run(t, dir, "rev-parse", "base:plans/plan.yaml")
			if err := os.Remove(filepath.Join(dir, ".git/objects", id[:2], id[2:])); err != nil {
				t.Fatal(err)
			}
			return dir, filepath.Join(dir, "plans/plan.yaml")
		}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := repository(t)
			ran := filepath.Join(t.TempDir(), "RAN")
			folder, plan := test.arm(t, dir, ran)
			text, err := read(t, folder, plan, "base")
			if text != test.want || (err != nil) != (test.want == "") {
				t.Errorf("read %q, %v; want %q", text, err, test.want)
			}
			if _, err := os.Stat(ran); err == nil {
				t.Error("a command of the stranger's ran")
			}
		})
	}
}

// TestTrap holds that the trap of these tests is one: git itself, asked in the folder, runs
// its command.
func TestTrap(t *testing.T) {
	dir := repository(t)
	ran := filepath.Join(t.TempDir(), "RAN")
	trap(t, filepath.Join(dir, "plans"), ran)
	cmd := exec.Command("git", "-C", filepath.Join(dir, "plans"), "rev-parse", "--verify", "base^{commit}")
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	out, err := cmd.CombinedOutput()
	if _, missed := os.Stat(ran); missed != nil {
		t.Skipf("this git does not fall into it: %v\n%s", err, out)
	}
}

func TestPaths(t *testing.T) {
	dir := repository(t)
	r, err := git.Find(filepath.Join(dir, "plans"))
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(dir, "plans"), link); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, want string
		err        error
	}{
		{filepath.Join(dir, "plans/plan.yaml"), "plans/plan.yaml", nil},
		{filepath.Join(dir, "plans/../plans/none.yaml"), "plans/none.yaml", nil},
		{filepath.Join(link, "plan.yaml"), "plans/plan.yaml", nil},
		{filepath.Join(dir, "top.yaml"), "top.yaml", nil},
		{filepath.Join(filepath.Dir(dir), "plan.yaml"), "", git.ErrOutside},
		{dir + "x/plan.yaml", "", os.ErrNotExist},
	} {
		if got, err := r.Path(test.name); got != test.want || !errors.Is(err, test.err) {
			t.Errorf("Path(%s) = %q, %v; want %q, %v", test.name, got, err, test.want, test.err)
		}
	}
	if _, err := git.Find(filepath.Dir(dir)); !errors.Is(err, git.ErrNone) {
		t.Errorf("above the repository: %v", err)
	}
}

// TestRevisions: the versions of a file, the newest first, on all branches.
func TestRevisions(t *testing.T) {
	dir := repository(t)
	r, err := git.Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	list, err := r.Revisions(t.Context(), "plans/plan.yaml", 10)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d revisions, %v", len(list), err)
	}
	for i, want := range []string{"new\n", "old\n"} {
		if text, err := list[i].File("plans/plan.yaml"); err != nil || string(text) != want {
			t.Errorf("%d: %q, %v", i, text, err)
		}
	}
	if list, err := r.Revisions(t.Context(), "plans/plan.yaml", 1); err != nil || len(list) != 1 {
		t.Errorf("bounded: %d revisions, %v", len(list), err)
	}
	if list, err := r.Revisions(t.Context(), "plans/none.yaml", 10); err != nil || len(list) != 0 {
		t.Errorf("of no file: %d revisions, %v", len(list), err)
	}
}
