package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAWindowStaysUntilItIsRead: one that was opened for the program, by a double click or a
// dropped file, waits for a key, whatever came of it; a terminal does not wait.
func TestAWindowStaysUntilItIsRead(t *testing.T) {
	plan := folderOf(t)
	save(t, "broken.yaml", plan+"\nnonsense: [")
	for args, want := range map[string]string{
		"":             "drop its file",
		"2018.yaml":    filepath.Join("out", "2018.pdf"),
		"broken.yaml":  "nothing was written",
		"no-such.yaml": "cannot read no-such.yaml",
		"chekc":        "",
		"check":        "",
	} {
		for _, own := range []bool{true, false} {
			keys := 0
			var said bytes.Buffer
			a := &app{stdin: strings.NewReader(""), stdout: &outlet{to: &said}, stderr: &said, env: func(string) string { return "" }}
			a.window = window{own: func() bool { return own }, key: func() { keys++ }}
			words := strings.Fields(args)
			root := a.root()
			root.SetArgs(words)
			a.exit(a.execute(t.Context(), root))
			a.keepWindow(words)
			waits := own && want != ""
			if (keys == 1) != waits || strings.Contains(said.String(), "Press a key") != waits {
				t.Errorf("%q, window of its own %v: it waited %d times: %s", args, own, keys, said.String())
			}
			if own && !strings.Contains(said.String(), want) {
				t.Errorf("%q does not say %q but %s", args, want, said.String())
			}
		}
	}
	if _, err := os.Stat("out/2018.pdf"); err != nil {
		t.Error(err)
	}
}
