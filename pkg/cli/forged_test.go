package cli_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// forgedPlan is the plan whose files are forged.
const forgedPlan = "testdata/forged/plan.yaml"

// buildForged builds the files that are to be forged.
func buildForged(t *testing.T, format string) []byte {
	t.Helper()
	dir := t.TempDir()
	var talk bytes.Buffer
	cli.Main([]string{"build", forgedPlan, "--draft", "--format", format, "-o", dir}, nil, io.Discard, &talk, func(string) string { return "" })
	file, err := os.ReadFile(filepath.Join(dir, "plan."+format))
	if err != nil {
		t.Fatal(err, talk.String())
	}
	return file
}

// verifyForged verifies a file.
func verifyForged(t *testing.T, file []byte, flags ...string) (code int, said string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, talk bytes.Buffer
	code = cli.Main(append([]string{"verify", path, "--against", forgedPlan}, flags...), nil, &out, &talk, func(string) string { return "" })
	return code, strings.ReplaceAll(out.String()+talk.String(), path, "file")
}

// isFoundOut holds that a forgery is found out, and logs in which words.
func isFoundOut(t *testing.T, name string, file []byte) {
	t.Helper()
	code, said := verifyForged(t, file)
	if code != cli.ExitFindings && (code != cli.ExitTrouble || !strings.Contains(said, "cannot verify")) {
		t.Errorf("%s: exit code %d: %s", name, code, said)
		return
	}
	first, _, _ := strings.Cut(said, "\n")
	t.Logf("%-40s %d %.150s", name, code, first)
}

// agrees holds that a file agrees.
func agrees(t *testing.T, name string, file []byte) {
	t.Helper()
	if code, said := verifyForged(t, file); code != cli.ExitClean {
		t.Errorf("%s: exit code %d: %s", name, code, said)
	}
}
