package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// module is a module of which something is in the program.
type module struct {
	Path, Version, Dir string
	Main               bool
}

// modules returns what the program is made of, on any system, without isuplan itself.
func modules(root string) (list []module, err error) {
	for _, system := range []string{"darwin", "linux", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{.Main}}{{end}}", "./cmd/isuplan")
		cmd.Dir, cmd.Env = root, target{system, "amd64"}.settings()
		out, err := output(cmd)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(out)) {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if len(f) == 4 && f[3] == "false" {
				list = append(list, module{Path: f[0], Version: f[1], Dir: f[2]})
			}
		}
	}
	slices.SortFunc(list, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return slices.Compact(list), nil
}

// required returns the paths of all modules of go.mod.
func required(root string) (list []string, err error) {
	cmd := exec.Command("go", "mod", "edit", "-json")
	cmd.Dir = root
	out, err := output(cmd)
	if err != nil {
		return nil, err
	}
	var mod struct{ Require []module }
	if err := json.Unmarshal(out, &mod); err != nil {
		return nil, err
	}
	for _, m := range mod.Require {
		list = append(list, m.Path)
	}
	slices.Sort(list)
	return list, nil
}

// dependency is a row of docs/dependencies.md.
type dependency struct {
	path      string
	licence   string // as SPDX has it
	inProgram bool
}

var dependencyRow = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([A-Za-z0-9. -]+) \\| [^|\n]+ \\| [^|\n]+ \\|$")

// dependencies reads docs/dependencies.md: what is in the program stands above what only tests use.
func dependencies(root string) (list []dependency, err error) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "dependencies.md"))
	if err != nil {
		return nil, err
	}
	inside, outside, ok := strings.Cut(string(text), "\n## For tests alone\n")
	if !ok {
		return nil, fmt.Errorf("docs/dependencies.md has no heading %q", "For tests alone")
	}
	for i, part := range []string{inside, outside} {
		for _, m := range dependencyRow.FindAllStringSubmatch(part, -1) {
			list = append(list, dependency{m[1], m[2], i == 0})
		}
	}
	return list, nil
}
