package cli

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// editorFiles are the settings for VS Code, by their names: the extension that talks to isuplan lsp,
// and what makes completion work inside of texts.
var editorFiles = map[string]string{
	"extensions.json": `{
  "recommendations": ["isuplan.isuplan"]
}
`,
	"settings.json": `{
  "[yaml]": {
    "editor.defaultFormatter": "isuplan.isuplan",
    "editor.quickSuggestions": {"other": true, "strings": true, "comments": false},
    "editor.inlayHints.enabled": "on"
  }
}
`,
}

// forEditor returns the settings beside a plan, to be written with it. What is there stays as it
// is.
func (a *app) forEditor(plan string) (dir string, outputs []output) {
	dir = filepath.Join(filepath.Dir(plan), ".vscode")
	for _, name := range []string{"extensions.json", "settings.json"} {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			a.say("%s is there and stays as it is; docs/editors.md says what would help", path)
			continue
		}
		outputs = append(outputs, output{path: path, bytes: []byte(editorFiles[name]), ours: func([]byte) bool { return false }})
	}
	return dir, outputs
}

// askEditor asks whether settings for an editor are wanted. No answer is no.
func (a *app) askEditor(f *first, in *bufio.Scanner) {
	if f.VSCode {
		return
	}
	_, _ = fmt.Fprint(a.stderr, "Settings for the editor VS Code as well? (y/N): ")
	f.VSCode = in.Scan() && strings.HasPrefix(strings.ToLower(strings.TrimSpace(in.Text())), "y")
}
