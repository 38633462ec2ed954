//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestASignalEndsACommandThatWaits starts commands that wait for their input: a
// named pipe, which says when they are there, and standard input.
func TestASignalEndsACommandThatWaits(t *testing.T) {
	heed(t, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		for _, command := range [][]string{{"check"}, {"build"}, {"budget"}, {"check", "-"}, {"build", "-"}} {
			t.Run(s.String()+" "+strings.Join(command, " "), func(t *testing.T) { interrupted(t, s, command[0], command[1:]...) })
		}
	}
}

// heed makes signals arrive even where the tests were told to ignore them, as nohup and
// shells in the background do: a program that is started ignores what its parent ignores.
func heed(t *testing.T, signals ...os.Signal) {
	t.Helper()
	arrived := make(chan os.Signal, 1)
	signal.Notify(arrived, signals...)
	t.Cleanup(func() { signal.Stop(arrived) })
}

func interrupted(t *testing.T, s syscall.Signal, command string, also ...string) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("isuplan", append([]string{command, pipe}, also...)...)
	cmd.Dir = dir
	var talk bytes.Buffer
	cmd.Stdout, cmd.Stderr = &talk, &talk
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// This guards against waiting for ever alone: no machine is so slow.
	giveUp := time.AfterFunc(10*time.Minute, func() { _ = cmd.Process.Kill() })
	defer giveUp.Stop()
	writer, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits for the command to read
	if err != nil {
		t.Fatal(err)
	}
	if len(also) > 0 {
		writer.Close()
	} else {
		defer writer.Close()
	}
	if err := cmd.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if cmd.ProcessState.ExitCode() != cli.ExitInterrupted || talk.String() != "isuplan: interrupted; no file was changed\n" {
		t.Errorf("%v, said %s", cmd.ProcessState, talk.String())
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// TestASignalEndsWatching: what goes on until it is interrupted was not broken off by it.
func TestASignalEndsWatching(t *testing.T) {
	heed(t, syscall.SIGINT)
	plan, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "2018.yaml"), plan, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("isuplan", "build", "--watch", "--format", "md")
	cmd.Dir = dir
	talk, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	giveUp := time.AfterFunc(10*time.Minute, func() { _ = cmd.Process.Kill() }) // guards against waiting for ever alone
	defer giveUp.Stop()
	said := bufio.NewScanner(talk)
	for begun := false; !begun && said.Scan(); {
		begun = strings.Contains(said.Text(), "watching")
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	for said.Scan() {
		t.Errorf("it went on to say %s", said.Text())
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "out")); len(left) != 1 {
		t.Errorf("the folder holds %v", left)
	}
}
