package cli_test

import (
	"bytes"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
}

// TestNoResultIsLostInSilence runs every command with an output that takes nothing.
func TestNoResultIsLostInSilence(t *testing.T) {
	dir := t.TempDir()
	for _, command := range []string{
		"", "-h", "help", "help build", "build --help", "--version", "version", "version --json",
		"template", "template un", "completion", "completion bash", "completion zsh", "completion fish",
		"completion powershell", "check --no-waivers --sample", "budget", "budget --trace", "budget --format json",
		"budget -o DIR/b.csv", "build -o DIR",
	} {
		var talk bytes.Buffer
		args := strings.Fields(command)
		for i := range args { // the folder's own name may have blanks
			args[i] = strings.Replace(args[i], "DIR", dir, 1)
		}
		code := cli.Main(args, nil, full{}, &talk, os.Getenv)
		if code != cli.ExitTrouble || !strings.Contains(talk.String(), "the disk is full") ||
			strings.Contains(talk.String(), "no space") || strings.Count(talk.String(), "the disk is full") != 1 {
			t.Errorf("isuplan %s: exit code %d, said %s", command, code, talk.String())
		}
	}
}

// TestNamesReachTheTerminalHarmless holds that no name of a file, wherever it comes
// from, can send the terminal a command.
func TestNamesReachTheTerminalHarmless(t *testing.T) {
	plan, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("\x1b[31m2018.yaml", plan, 0o644); err != nil && runtime.GOOS != "windows" { // where no file is called so
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"check", "\x1b[2Jx"},          // not there
		{"check", "\x1b[31m2081.yaml"}, // suggests the one in the folder
		{"check", "--no-waivers", "\x1b[31m2018.yaml"},
		{"check", "--template", "\x1bx"},
		{"build", "\x1b[31m2018.yaml", "-o", "o\x1b[1mut"},
		{"budget", "\x1b[31m2018.yaml", "-o", "b\x1b[1m.csv"},
		{"budget", "--trace", "\x1b[31m"},
		{"\x1b[1m"}, {"--\x1b[1m"}, {"help", "\x1b"}, {"template", "\x1b"}, {"template", "\x1b", "\x1b"},
		{"build", "--format", "\x1b"}, {"budget", "--set", "\x1b=1"}, {"version", "\x1b"},
	} {
		var out bytes.Buffer
		cli.Main(args, nil, &out, &out, func(string) string { return "" })
		if out.Len() == 0 || strings.ContainsRune(out.String(), '\x1b') {
			t.Errorf("isuplan %q prints %q", args, out.String())
		}
	}
}
