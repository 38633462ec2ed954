package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestThePageOnVerifyIsTrue runs the examples of docs/verify.md.
func TestThePageOnVerifyIsTrue(t *testing.T) {
	page, err := os.ReadFile("../../docs/verify.md")
	if err != nil {
		t.Fatal(err)
	}
	md, pdf, _ := build2018(t)
	plan, err := os.ReadFile(plan2018)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	edited := strings.Replace(strings.Replace(string(md), "37,000", "38,000", 1), " will ", " may ", 1)
	for name, text := range map[string][]byte{"plans/2018.yaml": plan, "out/2018.pdf": pdf, "edited.md": []byte(edited)} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	examples := 0
	for _, block := range strings.Split(string(page), "```\n$ isuplan ")[1:] {
		command, shown, _ := strings.Cut(block, "\n")
		shown, _, _ = strings.Cut(shown, "```")
		var out, talk bytes.Buffer
		cli.Main(strings.Fields(command), nil, &out, &talk, func(string) string { return "" })
		if out.String() != shown {
			t.Errorf("isuplan %s prints\n%s", command, out.String())
		}
		examples++
	}
	if examples != 2 {
		t.Errorf("%d examples", examples)
	}
}
