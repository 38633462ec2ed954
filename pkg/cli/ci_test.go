package cli_test

import (
	"bytes"
	_ "embed"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/isuplan/isuplan/pkg/cli"
)

//go:embed example.yaml
var cleanPlan string

// workspace makes a folder with a plan in each of the files named, and returns it. In
// each plan a word is misspelt, and nothing else is wrong.
func workspace(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	misspelt := strings.Replace(cleanPlan, "Advise States Parties.", "Advise States Parties publically.", 1)
	for _, name := range names {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(misspelt), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// action is what GitHub reads of action.yml.
type action struct {
	Name, Description string
	Inputs            map[string]struct{ Description, Default string }
	Runs              struct {
		Using string
		Steps []step
	}
}

type step struct {
	Name, Uses, Shell, Run string
	With, Env              map[string]string
}

func readAction(t *testing.T) action {
	t.Helper()
	var a action
	readYAML(t, "../../action.yml", &a)
	return a
}

// readYAML reads a file strictly: a key that nobody reads is a slip.
func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

var input = regexp.MustCompile(`^\$\{\{ inputs\.([a-z-]+) \}\}$`)

// withBash says that there is bash, which the scripts of action.yml are for; make verify gives it.
var withBash = flag.Bool("bash", false, "run the scripts of action.yml, which need bash")

// TestAction runs the scripts of action.yml as a runner of GitHub does, with each
// input in turn.
func TestAction(t *testing.T) {
	if !*withBash {
		return // make verify runs it: the tests need Go alone
	}
	a := readAction(t)
	temp := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	run := func(t *testing.T, dir string, steps []step, with map[string]string) (out string, ok bool) {
		t.Helper()
		var all bytes.Buffer
		for _, step := range steps {
			cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
			cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &all, &all
			cmd.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+root, "RUNNER_TEMP="+temp)
			for key, value := range step.Env {
				if m := input.FindStringSubmatch(value); m != nil {
					value = a.Inputs[m[1]].Default
					if given, ok := with[m[1]]; ok {
						value = given
					}
				}
				cmd.Env = append(cmd.Env, key+"="+value)
			}
			if err := cmd.Run(); err != nil {
				return all.String(), false
			}
		}
		return all.String(), true
	}
	scripts := slices.DeleteFunc(slices.Clone(a.Runs.Steps), func(s step) bool { return s.Run == "" })
	// The program is built once: that step takes no input.
	build, check := scripts[:1], scripts[1:]
	if len(build[0].Env) > 0 || len(check) == 0 {
		t.Fatal("the first script takes an input, or is the only one")
	}
	if out, ok := run(t, t.TempDir(), build, nil); !ok {
		t.Fatal(out)
	}
	for name, c := range map[string]struct {
		with map[string]string
		ok   bool
		want string // in the log
	}{
		"as it is":      {nil, false, "::warning file=plans/a b.yaml,line=16"},
		"two paths":     {map[string]string{"paths": "plans/a b.yaml\nplans/deep\n"}, false, "2 warnings in 2 of 2 plans"},
		"fail-on":       {map[string]string{"fail-on": "error"}, true, "::warning file=plans/a b.yaml"},
		"format":        {map[string]string{"format": "text"}, false, "plans/a b.yaml:16:54: warning[E101/spelling]"},
		"output":        {map[string]string{"format": "gitlab", "output": "out.json"}, false, "2 warnings"},
		"base":          {map[string]string{"base": "before", "paths": "plans/a b.yaml"}, true, "no findings that before did not have"},
		"no base":       {map[string]string{"base": "origin/", "paths": "plans/a b.yaml"}, false, "origin/"},
		"no command":    {map[string]string{"paths": "$(touch broken)", "base": "`touch broken`"}, false, "isuplan: "},
		"no option":     {map[string]string{"paths": "--fix\nplans"}, false, "cannot read --fix"},
		"no path":       {map[string]string{"paths": ""}, false, "one of the names is empty"},
		"unset line":    {map[string]string{"paths": "plans/deep\n\n"}, false, "one of the names is empty"},
		"unset first":   {map[string]string{"paths": "\nplans/deep"}, false, "one of the names is empty"},
		"blank line":    {map[string]string{"paths": "plans/deep\n  \n", "fail-on": "never"}, false, "one of the names is empty"},
		"no folder":     {map[string]string{"paths": "plan", "fail-on": "never"}, false, "cannot read plan"},
		"no plan":       {map[string]string{"paths": "empty", "fail-on": "never"}, false, "there is no plan in the folder empty"},
		"no match":      {map[string]string{"paths": "plans/*.yml", "fail-on": "never"}, false, "no plan matches plans/*.yml"},
		"no format":     {map[string]string{"format": ""}, false, "--format has an empty value"},
		"no fail-on":    {map[string]string{"fail-on": ""}, false, "--fail-on has an empty value"},
		"wrong fail-on": {map[string]string{"fail-on": "warnings"}, false, "did you mean warning?"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := workspace(t, "plans/a b.yaml", "plans/deep/c.yaml")
			if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
				t.Fatal(err)
			}
			if c.with["base"] == "before" {
				commit(t, dir, "before")
			}
			out, ok := run(t, dir, check, c.with)
			if ok != c.ok || !strings.Contains(out, c.want) {
				t.Errorf("succeeds: %v, and writes:\n%s", ok, out)
			}
			if _, err := os.Stat(filepath.Join(dir, "broken")); err == nil {
				t.Error("an input was run as a command")
			}
			written, err := os.ReadFile(filepath.Join(dir, "out.json"))
			if c.with["output"] != "" && (err != nil || !strings.HasPrefix(string(written), "[\n")) {
				t.Errorf("the file has %s (%v)", written, err)
			}
		})
	}
}

// commit puts all of a folder into a repository of its own, with a branch at the commit.
func commit(t *testing.T, dir, branch string) {
	t.Helper()
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"}, {"branch", branch}} {
		if out, err := exec.Command("git", append([]string{"-C", dir}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
}

// TestActionIsComplete holds what a runner would only find out when it runs.
func TestActionIsComplete(t *testing.T) {
	a := readAction(t)
	if a.Name == "" || a.Description == "" || a.Runs.Using != "composite" {
		t.Error("a composite action has a name, a description and says that it is one")
	}
	used := map[string]bool{}
	for _, step := range a.Runs.Steps {
		if (step.Run == "") == (step.Uses == "") || (step.Run == "") != (step.Shell == "") {
			t.Errorf("the step %q %q needs either uses, or run and shell", step.Name, step.Uses)
		}
		if strings.Contains(step.Run, "${{") {
			t.Errorf("the step %q puts an expression into a script", step.Name)
		}
		for key, value := range step.Env {
			m := input.FindStringSubmatch(value)
			if m == nil {
				t.Errorf("%s is %s, which is no input", key, value)
				continue
			}
			if _, declared := a.Inputs[m[1]]; !declared {
				t.Errorf("the input %s is not declared", m[1])
			}
			if !strings.Contains(step.Run, "$"+key) {
				t.Errorf("nothing uses %s", key)
			}
			used[m[1]] = true
		}
	}
	for name := range a.Inputs {
		if !used[name] {
			t.Errorf("nothing uses the input %s", name)
		}
	}
	module, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := "\ngo " + a.Runs.Steps[0].With["go-version"] + "."; !strings.Contains(string(module), want) {
		t.Errorf("go.mod wants another Go than %q", want)
	}
}

// TestPreCommitHooks runs the hooks' commands on a plan, as pre-commit does.
func TestPreCommitHooks(t *testing.T) {
	type hook struct {
		ID, Name, Description, Entry, Language, Files string
		Types                                         []string
		RequireSerial                                 bool   `yaml:"require_serial"`
		MinimumPreCommitVersion                       string `yaml:"minimum_pre_commit_version"`
	}
	var hooks []hook
	readYAML(t, "../../.pre-commit-hooks.yaml", &hooks)
	var ids []string
	for _, h := range hooks {
		ids = append(ids, h.ID)
		if h.Language != "golang" || h.Name == "" || !slices.Equal(h.Types, []string{"yaml"}) {
			t.Errorf("%s: %+v", h.ID, h)
		}
		files := regexp.MustCompile(h.Files)
		for name, want := range map[string]bool{"plans/a.yaml": true, "docs/plans/a.yaml": true, "a.yaml": false, "floorplans/a.yaml": false} {
			if files.MatchString(name) != want {
				t.Errorf("%s takes %s: %v", h.ID, name, !want)
			}
		}
		t.Chdir(workspace(t, "plans/a.yaml", "plans/b.yaml"))
		var out, talk bytes.Buffer
		args := slices.Concat(strings.Fields(h.Entry)[1:], []string{"plans/a.yaml", "plans/b.yaml"})
		if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code == cli.ExitTrouble {
			t.Errorf("%s cannot run: %s", h.ID, talk.String())
		}
	}
	if want := []string{"isuplan-check", "isuplan-check-fix", "isuplan-fmt"}; !slices.Equal(ids, want) {
		t.Errorf("the hooks are %v", ids)
	}
}
