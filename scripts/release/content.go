package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// file is a file of an archive.
type file struct {
	name  string // with slashes
	bytes []byte
	mode  fs.FileMode
}

const plain, executable = fs.FileMode(0o644), fs.FileMode(0o755)

// read reads files of the source, by patterns from its top.
func (r *release) read(patterns ...string) (list []file, err error) {
	for _, pattern := range patterns {
		names, err := filepath.Glob(filepath.Join(r.root, filepath.FromSlash(pattern)))
		if err != nil || len(names) == 0 {
			return nil, &fs.PathError{Op: "read", Path: pattern, Err: fs.ErrNotExist}
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			relative, err := filepath.Rel(r.root, name)
			if err != nil {
				return nil, err
			}
			list = append(list, file{filepath.ToSlash(relative), text, plain})
		}
	}
	return list, nil
}

// licences are the files that go wherever the program goes.
var licences = []string{"LICENSE", "LICENSE-FONTS", "NOTICE"}

// content returns the files of an archive, by name.
func (r *release) content(p program) ([]file, error) {
	list, err := r.read(append([]string{"README.md", "CHANGELOG.md", "docs/*.md", "plans/2018.yaml"}, licences...)...)
	if err != nil {
		return nil, err
	}
	list = append(list, file{p.program(), p.bytes, executable})
	list = append(list, r.manual...)
	slices.SortFunc(list, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return list, nil
}

// makeManual has a test of the command line write man pages and completions.
func makeManual(r *release) ([]file, error) {
	dir, err := os.MkdirTemp("", "isuplan-manual-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	cmd := exec.Command("go", "test", "./pkg/cli", "-run", "^TestManual$", "-manual", dir)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+strconv.FormatInt(r.time.Unix(), 10))
	if _, err := output(cmd); err != nil {
		return nil, err
	}
	return (&release{root: dir}).read("man/man1/*", "completions/*")
}
