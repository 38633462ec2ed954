package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// target is a system that programs are built for.
type target struct{ os, arch string }

func (t target) String() string { return t.os + "/" + t.arch }

var targets = []target{
	{"darwin", "amd64"}, {"darwin", "arm64"}, {"linux", "amd64"}, {"linux", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"},
}

// choose returns the systems named, all of them where none is.
func choose(only string) ([]target, error) {
	if only == "" {
		return targets, nil
	}
	var chosen []target
	for name := range strings.SplitSeq(only, ",") {
		at := slices.IndexFunc(targets, func(t target) bool { return t.String() == strings.TrimSpace(name) })
		if at < 0 {
			return nil, fmt.Errorf("there is no program for %q; there are %v", name, targets)
		}
		chosen = append(chosen, targets[at])
	}
	return chosen, nil
}

// program is the program's file name.
func (t target) program() string {
	if t.os == "windows" {
		return "isuplan.exe"
	}
	return "isuplan"
}

// settings are the variables that could make other bytes of the same source.
func (t target) settings() []string {
	return append(os.Environ(), "GOOS="+t.os, "GOARCH="+t.arch, "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0",
		"GOFIPS140=off", "GOWORK=off")
}

// arguments are what go is called with: no folder of this machine gets into the program, and
// neither does what a debugger needs.
func arguments(commit, into, from string) []string {
	const stamp = "github.com/isuplan/isuplan/pkg/cli.commit"
	args := []string{"build", "-trimpath", "-tags", "nethttpomithttp2", // serve speaks HTTP/1.1, on loopback
		"-buildvcs=false", "-ldflags", "-s -w -buildid= -X " + stamp + "=" + commit}
	for _, packages := range cold {
		args = append(args, "-gcflags="+packages+"=-l")
	}
	return append(args, "-o", into, from)
}

// cold are packages whose functions are not put in where they are called: they run once in a
// command, and the program is smaller by a fortieth.
var cold = []string{
	"crypto/...", "net", "github.com/jung-kurt/...", "github.com/spf13/...", "github.com/xuri/...", "github.com/fsnotify/...", "golang.org/x/...",
	own + "/cli/...", own + "/importer/...", own + "/merge/...", own + "/review/...", own + "/lsp/...", own + "/index/...", own + "/trace/...", own + "/rollover/...", own + "/diff/...",
	own + "/compare/...", own + "/sheet/...", own + "/proof/...", own + "/readback/...", own + "/budget/...", own + "/refs/...",
	own + "/compose/...", own + "/compile/...", own + "/cost/...", own + "/language/...", own + "/report/...", own + "/format/...",
	own + "/edit/...", own + "/watch", own + "/internal/...", own + "/render/docx/...", own + "/render/html/...", own + "/render/svg/...",
	"github.com/yuin/...", "github.com/boombuler/...", "github.com/go-fonts/...", "encoding/...", "text/...", "html/...", "archive/...",
	"go/...", "mime/...", "image/...", "net/...", "vendor/...",
}

const own = "github.com/isuplan/isuplan/pkg"

// add builds the program for a system, looks at what came out, and packs it.
func (r *release) add(t target, out string) error {
	dir, err := os.MkdirTemp("", "isuplan-release-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	into := filepath.Join(dir, t.program())
	cmd := exec.Command("go", arguments(r.commit, into, "./cmd/isuplan")...)
	cmd.Dir, cmd.Env = r.root, t.settings()
	if _, err := output(cmd); err != nil {
		return err
	}
	bytes, err := os.ReadFile(into)
	if err != nil {
		return err
	}
	if err := inspect(t, bytes, r.root); err != nil {
		return err
	}
	p := program{target: t, bytes: bytes}
	if p.archive, err = r.pack(p, out); err != nil {
		return err
	}
	r.made = append(r.made, p)
	say("%s: %d bytes, in %s", t, len(bytes), p.archive)
	return nil
}
