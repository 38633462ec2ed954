package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// makeTwice makes a release of two clones in folders of different names, with nothing compiled
// kept from the one to the other, and compares the bytes.
func makeTwice(root, only string) error {
	temp, err := os.MkdirTemp("", "isuplan-twice-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	var made []string
	for _, dir := range []string{"a", filepath.Join("another folder", "b")} {
		clone := filepath.Join(temp, dir, "source")
		if _, err := output(exec.Command("git", "clone", "-q", "--no-hardlinks", root, clone)); err != nil {
			return err
		}
		out := filepath.Join(temp, dir, "out")
		cmd := exec.Command("go", "run", "./scripts/release", "-o", out, "-only", only)
		cmd.Dir, cmd.Stderr = clone, os.Stderr
		cmd.Env = append(os.Environ(), "GOCACHE="+filepath.Join(temp, dir, "cache"), "TZ=Asia/Tokyo")
		if err := cmd.Run(); err != nil {
			return err
		}
		made = append(made, out)
	}
	return same(made[0], made[1])
}

// same compares two folders.
func same(a, b string) error {
	entries, err := os.ReadDir(a)
	if err != nil {
		return err
	}
	others, err := os.ReadDir(b)
	if err != nil {
		return err
	}
	if len(entries) != len(others) || len(entries) == 0 {
		return fmt.Errorf("%d files, and %d the second time", len(entries), len(others))
	}
	var differ []error
	for _, e := range entries {
		one, err := os.ReadFile(filepath.Join(a, e.Name()))
		if err != nil {
			return err
		}
		other, err := os.ReadFile(filepath.Join(b, e.Name()))
		if err != nil {
			return err
		}
		if !bytes.Equal(one, other) {
			differ = append(differ, fmt.Errorf("%s has other bytes the second time", e.Name()))
		}
	}
	if len(differ) == 0 {
		say("made twice: %d files, the same bytes", len(entries))
	}
	return errors.Join(differ...)
}
