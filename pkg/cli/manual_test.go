package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/isuplan/isuplan/pkg/compile"
)

// manPages names the folder that the manual is written to. The library that makes it is of the
// tests alone, and adds nothing to the program.
var manPages = flag.String("manual", "", "write man pages and completions for shells into this `FOLDER`")

// completions are the files for shells, by the name that each shell looks for.
var completions = map[string]string{"bash": "isuplan.bash", "zsh": "_isuplan", "fish": "isuplan.fish", "powershell": "isuplan.ps1"}

// TestManual makes a man page for each command and completions for each shell; a release has
// them. Their date is that of SOURCE_DATE_EPOCH.
func TestManual(t *testing.T) {
	files := map[string][]byte{}
	root := (&app{stdout: &outlet{}}).root()
	root.DisableAutoGenTag = true
	eachCommand(root, func(cmd *cobra.Command) {
		if !cmd.IsAvailableCommand() && cmd != root {
			return
		}
		cmd.InitDefaultHelpFlag()
		name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
		var page bytes.Buffer
		header := &doc.GenManHeader{Title: strings.ToUpper(name), Section: "1", Source: compile.Program, Manual: "isuplan"}
		if err := doc.GenMan(cmd, header, &page); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{".TH \"" + header.Title + "\"", ".SH NAME\n" + name + " - ", ".SH SYNOPSIS", "--help"} {
			if !strings.Contains(strings.ReplaceAll(page.String(), `\-`, "-"), want) {
				t.Errorf("the page of %s lacks %q", name, want)
			}
		}
		files["man/man1/"+name+".1"] = page.Bytes()
	})
	if len(files) < 15 {
		t.Errorf("only %d pages", len(files))
	}
	for shell, name := range completions {
		var out bytes.Buffer
		if code := Main([]string{"completion", shell}, nil, &out, &out, os.Getenv); code != ExitClean || !strings.Contains(out.String(), "__complete") {
			t.Errorf("%s: exit code %d", shell, code)
		}
		files["completions/"+name] = out.Bytes()
	}
	for name, text := range files {
		if *manPages == "" {
			break
		}
		name = filepath.Join(*manPages, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
