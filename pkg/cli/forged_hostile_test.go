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

// TestWhatIsBuiltOfStrangePlansAgrees: codes of thousands of letters, amounts of thirty
// digits and marks of every format are printed, and read back.
func TestWhatIsBuiltOfStrangePlansAgrees(t *testing.T) {
	const plan = "testdata/forged/hostile.yaml"
	dir := t.TempDir()
	var talk bytes.Buffer
	cli.Main([]string{"build", plan, "--draft", "--format", "pdf,docx,md", "-o", dir}, nil, io.Discard, &talk, func(string) string { return "" })
	for _, format := range []string{"pdf", "docx", "md"} {
		path := filepath.Join(dir, "hostile."+format)
		for _, flags := range [][]string{{}, {"--as-built"}} {
			var out bytes.Buffer
			code := cli.Main(append([]string{"verify", path, "--against", plan}, flags...), nil, &out, io.Discard, func(string) string { return "" })
			if code != cli.ExitClean || !strings.Contains(out.String(), "byte for byte") {
				t.Errorf("%s %v: exit code %d: %s%s", format, flags, code, out.String(), talk.String())
			}
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, "hostile.md"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "windows.md")
	if err := os.WriteFile(path, bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := cli.Main([]string{"verify", path, "--against", plan}, nil, &out, io.Discard, func(string) string { return "" }); code != cli.ExitClean {
		t.Errorf("with the line ends of Windows: exit code %d: %s", code, out.String())
	}
}
