package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// nfpm makes the packages. It is a program of its own, in a fixed version.
const nfpm = "github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2"

//go:embed nfpm.yaml.tmpl
var packageTemplate string

// packages makes a .deb and a .rpm of each program for Linux.
func (r *release) packages(out string) error {
	dir, err := os.MkdirTemp("", "isuplan-packages-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	for _, p := range r.made {
		if p.os != "linux" {
			continue
		}
		files, err := r.content(p)
		if err != nil {
			return err
		}
		for _, f := range files {
			if err := put(filepath.Join(dir, filepath.FromSlash(f.name)), f); err != nil {
				return err
			}
		}
		for _, kind := range []string{"deb", "rpm"} {
			if err := r.wrap(p, kind, dir, out); err != nil {
				return err
			}
		}
	}
	return nil
}

func put(name string, f file) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name, f.bytes, f.mode); err != nil {
		return err
	}
	return os.Chmod(name, f.mode) // whatever the umask is
}

// wrap makes one package of the files in a folder.
func (r *release) wrap(p program, kind, dir, out string) error {
	config, err := fill(packageTemplate, map[string]string{
		"Version": r.version, "Arch": p.arch, "Time": r.time.Format(time.RFC3339),
		"Zsh": map[string]string{"deb": "vendor-completions", "rpm": "site-functions"}[kind],
	})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "nfpm.yaml"), config, plain); err != nil {
		return err
	}
	name := fmt.Sprintf("isuplan_%s_linux_%s.%s", r.version, p.arch, kind)
	cmd := exec.Command("go", "run", nfpm, "package", "--packager", kind, "--config", "nfpm.yaml", "--target", filepath.Join(out, name))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "SOURCE_DATE_EPOCH="+strconv.FormatInt(r.time.Unix(), 10))
	if _, err := output(cmd); err != nil {
		return err
	}
	say("%s/%s: %s", p.os, p.arch, name)
	return nil
}

// fill fills a template in.
func fill(text string, with any) ([]byte, error) {
	t, err := template.New("").Option("missingkey=error").Parse(strings.TrimLeft(text, "\n"))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, with)
	return b.Bytes(), err
}
