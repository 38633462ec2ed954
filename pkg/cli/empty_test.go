package cli

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// each shows a command and all below it.
func eachCommand(cmd *cobra.Command, see func(*cobra.Command)) {
	see(cmd)
	for _, c := range cmd.Commands() {
		eachCommand(c, see)
	}
}

// TestNothingIsNoValue: what a script's unset variable leaves, an empty value of a flag or an
// empty argument, ends every command with exit code 2 and a sentence, whatever else is given.
// A check without --diff where --diff "$BASE" was meant would pass, or fail, for another reason.
func TestNothingIsNoValue(t *testing.T) {
	example, err := os.ReadFile("example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.yaml", "b.yaml"} {
		if err := os.WriteFile(name, example, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if code, talk := ended("build", "a.yaml"); code != ExitClean {
		t.Fatal(talk)
	}
	first := []string{"init", "c.yaml", "--convention", "C", "--unit", "U", "--year", "2027", "--currency", "CHF", "--date", "2026-06-01"}
	work := map[string][]string{ // what succeeds, or finds something, without the empty value
		"budget": {"budget", "a.yaml"}, "build": {"build", "a.yaml"}, "check": {"check", "a.yaml"}, "diff": {"diff", "a.yaml", "b.yaml"},
		"fmt": {"fmt", "--check", "a.yaml"}, "init": first, "new": {"new", "2031", "--from", "a.yaml"}, "import": {"import", "out/a.md", "-o", "imported.yaml", "--force"}, "verify": {"verify", "out/a.pdf", "--against", "a.yaml"},
		"rules": {"rules"}, "template": {"template"}, "schema": {"schema"}, "version": {"version"},
	}
	flags := 0
	eachCommand((&app{stdout: &outlet{}}).root(), func(cmd *cobra.Command) {
		args, known := work[cmd.Name()]
		if !known {
			args = strings.Fields(cmd.CommandPath())[1:]
		}
		if cmd.HasAvailableSubCommands() || cmd.Name() == "help" {
			args = nil
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() == "bool" {
				return
			}
			flags++
			for _, empty := range []string{"", " "} {
				refused(t, append(slices.Clone(args), "--"+f.Name+"="+empty))
				refused(t, append(slices.Clone(args), "--"+f.Name, empty))
			}
		})
		refused(t, append(slices.Clone(args), ""))
		refused(t, append(slices.Clone(args), "--", ""))
		if len(args) > 1 {
			refused(t, append([]string{args[0], ""}, args[1:]...))
		}
	})
	if flags < 25 {
		t.Errorf("only %d flags take a value", flags)
	}
}

// refused holds that a call ends with exit code 2 and one sentence about what is empty.
func refused(t *testing.T, args []string) {
	t.Helper()
	code, talk := ended(args...)
	if code != ExitTrouble || strings.Count(talk, "\n") != 1 || !strings.HasPrefix(talk, "isuplan: ") {
		t.Errorf("%q: exit code %d: %s", args, code, talk)
	}
}

// ended runs the program and returns its exit code and what it says.
func ended(args ...string) (code int, talk string) {
	var out, said bytes.Buffer
	code = Main(args, strings.NewReader(""), &out, &said, func(string) string { return "" })
	return code, said.String()
}
