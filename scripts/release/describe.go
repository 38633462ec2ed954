package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// release is what is made.
type release struct {
	root    string    // the source
	version string    // as pkg/compile has it
	commit  string    // its id; with +changes where files differ from it
	time    time.Time // of the commit: nothing in a release is younger
	manual  []file    // man pages and completions
	made    []program
}

// program is a program that was built, for one system.
type program struct {
	target
	bytes   []byte
	archive string // its name
}

var versionLine = regexp.MustCompile(`(?m)^const Version = "([0-9.]+)"$`)

// describe says what would be released: the version is the source's, the rest is git's.
func describe(root string) (*release, error) {
	text, err := os.ReadFile(filepath.Join(root, "pkg", "compile", "version.go"))
	if err != nil {
		return nil, err
	}
	m := versionLine.FindSubmatch(text)
	if m == nil {
		return nil, errors.New("pkg/compile/version.go has no version")
	}
	r := &release{root: root, version: string(m[1])}
	if r.commit, err = git(root, "rev-parse", "HEAD"); err != nil {
		return nil, fmt.Errorf("git does not know this folder's commit: %w", err)
	}
	stamp, err := git(root, "show", "-s", "--format=%ct", "HEAD")
	if err != nil {
		return nil, err
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return nil, err
	}
	r.time = time.Unix(seconds, 0).UTC()
	if changes, err := git(root, "status", "--porcelain"); err != nil || changes != "" {
		r.commit += "+changes"
	}
	tags, err := git(root, "tag", "--points-at", "HEAD", "v*")
	if err != nil {
		return nil, err
	}
	return r, tagged(r, strings.Fields(tags))
}

// tagged refuses a tag that says another version than the source, and changes on a tag.
func tagged(r *release, tags []string) error {
	for _, tag := range tags {
		if tag != "v"+r.version {
			return fmt.Errorf("the tag is %s, but the source is version %s", tag, r.version)
		}
		if strings.HasSuffix(r.commit, "+changes") {
			return fmt.Errorf("there are changes that the tag %s does not have", tag)
		}
	}
	return nil
}

func git(root string, args ...string) (string, error) {
	out, err := output(exec.Command("git", append([]string{"-C", root}, args...)...))
	return strings.TrimSpace(string(out)), err
}

// output runs a program; its error has what it said.
func output(cmd *exec.Cmd) ([]byte, error) {
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return out, fmt.Errorf("%s: %w\n%s%s", strings.Join(cmd.Args, " "), err, said.Bytes(), out)
	}
	return out, nil
}
