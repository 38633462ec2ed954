package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/compile"
)

// TestEditorsReadFindings holds the patterns of docs/editors.md to what check writes
// about a plan on standard input.
func TestEditorsReadFindings(t *testing.T) {
	t.Chdir("../..")
	page, err := os.ReadFile("docs/editors.md")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := os.Open("plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	var out, talk bytes.Buffer
	args := []string{"check", "--no-waivers", "--stdin-filename", "plans/2018.yaml", "-"}
	if code := cli.Main(args, plan, &out, &talk, func(string) string { return "" }); code != cli.ExitFindings {
		t.Fatalf("exit code %d\n%s", code, talk.String())
	}
	if shown := regexp.MustCompile(`(?m)^.*: the meeting is `).FindString(out.String()); shown == "" || !strings.Contains(string(page), "\n"+shown) {
		t.Errorf("docs/editors.md does not show %q", shown)
	}
	heads := regexp.MustCompile(`(?m)^plans/2018\.yaml:\d+:.*$`).FindAllString(out.String(), -1)
	for editor, pattern := range map[string]*regexp.Regexp{"VS Code": taskPattern(t, string(page)), "Neovim": luaPattern(t, string(page))} {
		read := 0
		for line := range strings.Lines(out.String()) {
			m := pattern.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
			if m == nil {
				continue
			}
			read++
			if m[1] != "plans/2018.yaml" || !slices.Contains([]string{"error", "warning", "note"}, m[4]) || !strings.Contains(m[5], "/") || m[6] == "" {
				t.Errorf("%s reads %q", editor, m)
			}
		}
		if read != len(heads) || read == 0 {
			t.Errorf("%s reads %d findings of %d", editor, read, len(heads))
		}
	}
}

var fenced = regexp.MustCompile("(?s)```json\n(.*?)```")

// taskPattern returns the pattern of the problem matcher, in which Go and JavaScript
// mean the same.
func taskPattern(t *testing.T, page string) *regexp.Regexp {
	t.Helper()
	for _, block := range fenced.FindAllStringSubmatch(page, -1) {
		var file struct {
			Tasks []struct {
				ProblemMatcher struct {
					Pattern struct{ Regexp string }
				}
			}
		}
		if err := json.Unmarshal([]byte(block[1]), &file); err != nil {
			t.Fatalf("%v in\n%s", err, block[1])
		}
		if len(file.Tasks) == 1 {
			return regexp.MustCompile(file.Tasks[0].ProblemMatcher.Pattern.Regexp)
		}
	}
	t.Fatal("docs/editors.md has no problem matcher")
	return nil
}

// luaPattern returns the pattern for nvim-lint, in the words of Go.
func luaPattern(t *testing.T, page string) *regexp.Regexp {
	t.Helper()
	m := regexp.MustCompile(`'(\^.*\$)',\n`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("docs/editors.md has no Lua pattern")
	}
	return regexp.MustCompile(strings.NewReplacer("%d", `\d`, "%a", "[A-Za-z]", ".-", ".*?", "%[", `\[`, "%]", `\]`).Replace(m[1]))
}

// TestExtension: the extension for VS Code has the program's version, and starts what there is.
func TestExtension(t *testing.T) {
	text, err := os.ReadFile("../../editors/vscode/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct{ Name, Publisher, Version, Main string }
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	if manifest.Version != compile.Version {
		t.Errorf("the extension is of version %s, the program of %s", manifest.Version, compile.Version)
	}
	code, err := os.ReadFile("../../editors/vscode/" + manifest.Main)
	if err != nil || !strings.Contains(string(code), "const args = ['lsp'];") {
		t.Errorf("the extension does not start isuplan lsp: %v", err)
	}
}
