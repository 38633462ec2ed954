package cli_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/report"
)

var fence = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// TestTheExamplesOfCIWork reads the examples of docs/ci.md: what they give to the
// action and to pre-commit must be there. TestPagesShowWhatTheProgramPrints runs their commands.
func TestTheExamplesOfCIWork(t *testing.T) {
	text, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	for _, f := range report.Formats() {
		if !strings.Contains(page, "| `"+f.Name+"` |") {
			t.Errorf("the page says nothing of the format %s", f.Name)
		}
	}
	a, examples := readAction(t), 0
	for _, block := range fence.FindAllStringSubmatch(page, -1) {
		var root yaml.Node
		if err := yaml.Unmarshal([]byte(block[1]), &root); err != nil {
			t.Fatalf("%v in\n%s", err, block[1])
		}
		walk(&root, func(m map[string]yaml.Node) {
			if uses, ok := m["uses"]; ok && strings.HasPrefix(uses.Value, "isuplan/isuplan@") {
				examples++
				var with map[string]string
				given := m["with"]
				if err := given.Decode(&with); err != nil {
					t.Error(err)
				}
				for key := range with {
					if _, declared := a.Inputs[key]; !declared {
						t.Errorf("the action has no input %s", key)
					}
				}
			}
		})
	}
	hooks, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range regexp.MustCompile(`- id: (\S+)`).FindAllStringSubmatch(page, -1) {
		examples++
		if !strings.Contains(string(hooks), id[0]+"\n") {
			t.Errorf("there is no hook %s", id[1])
		}
	}
	if examples != 4 {
		t.Errorf("found %d examples", examples)
	}
}

// walk shows every mapping of a document.
func walk(n *yaml.Node, see func(map[string]yaml.Node)) {
	if n.Kind == yaml.MappingNode {
		m := map[string]yaml.Node{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = *n.Content[i+1]
		}
		see(m)
	}
	for _, c := range n.Content {
		walk(c, see)
	}
}

var (
	anyFence = regexp.MustCompile("(?s)```[a-z]+\n(.*?)```")
	ofOurs   = regexp.MustCompile(`\bisuplan ([a-z]+ [^'\n]*)`)
)

// TestEachServiceRunsItsCase runs the commands that docs/ci.md gives to each service, on a
// plan with a warning, and reads the file that the service reads.
func TestEachServiceRunsItsCase(t *testing.T) {
	page := read(t, "../../docs/ci.md")
	const suite = `<testsuite name="plans/a.yaml" tests="1" failures="1" errors="0"`
	for name, c := range map[string]struct {
		codes       []int // of the commands
		file, holds string
	}{
		"GitLab":          {[]int{cli.ExitFindings}, "gl-code-quality-report.json", `"path": "plans/a.yaml"`},
		"Jenkins":         {[]int{0}, "isuplan.xml", suite},
		"Azure Pipelines": {[]int{cli.ExitFindings}, "isuplan.xml", suite},
		"A plain shell":   {[]int{cli.ExitFindings, 0}, "out/a.md", "publically"},
	} {
		t.Run(name, func(t *testing.T) {
			_, section, _ := strings.Cut(page, "\n## "+name+"\n")
			section, _, _ = strings.Cut(section, "\n## ")
			var shown string
			for _, block := range anyFence.FindAllStringSubmatch(section, -1) {
				shown += block[1]
			}
			t.Chdir(workspace(t, "plans/a.yaml"))
			commands := ofOurs.FindAllStringSubmatch(shown, -1)
			if len(commands) != len(c.codes) {
				t.Fatalf("%d commands in\n%s", len(commands), shown)
			}
			for i, m := range commands {
				line, into, redirected := strings.Cut(m[1], " > ")
				var out, talk bytes.Buffer
				if code := cli.Main(strings.Fields(line), nil, &out, &talk, func(string) string { return "" }); code != c.codes[i] {
					t.Errorf("isuplan %s: exit code %d: %s", line, code, talk.String())
				}
				if redirected {
					put(t, into, out.String())
					if strings.Count(shown, into) < 2 {
						t.Errorf("nothing reads %s", into)
					}
				}
			}
			if text := read(t, c.file); !strings.Contains(text, c.holds) {
				t.Errorf("%s has\n%s", c.file, text)
			}
		})
	}
	for _, name := range []string{"GitHub Actions", "pre-commit"} { // TestAction and TestPreCommitHooks run these
		if !strings.Contains(page, "\n## "+name+"\n") {
			t.Errorf("nothing on %s", name)
		}
	}
}

// TestTheActionTakesThePagesInputs runs what the action would run of each example.
func TestTheActionTakesThePagesInputs(t *testing.T) {
	a, examples := readAction(t), 0
	for _, block := range fence.FindAllStringSubmatch(read(t, "../../docs/ci.md"), -1) {
		var root yaml.Node
		if err := yaml.Unmarshal([]byte(block[1]), &root); err != nil {
			t.Fatal(err)
		}
		walk(&root, func(m map[string]yaml.Node) {
			uses, given := m["uses"], m["with"]
			if !strings.HasPrefix(uses.Value, "isuplan/isuplan@") {
				return
			}
			examples++
			with := map[string]string{}
			for name, input := range a.Inputs {
				with[name] = input.Default
			}
			if err := given.Decode(&with); err != nil {
				t.Fatal(err)
			}
			t.Chdir(workspace(t, "plans/a.yaml"))
			want := cli.ExitFindings
			if with["fail-on"] == "never" {
				want = 0
			}
			args := append([]string{"check", "--format", with["format"], "--fail-on", with["fail-on"], "--"}, strings.Fields(with["paths"])...)
			var out, talk bytes.Buffer
			if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code != want || !strings.Contains(out.String(), "plans/a.yaml") {
				t.Errorf("%v: exit code %d: %s%s", args, code, talk.String(), out.String())
			}
		})
	}
	if examples != 2 {
		t.Errorf("%d examples", examples)
	}
}
