package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var at = time.Date(2026, 11, 26, 15, 4, 6, 0, time.UTC)

// build builds a program of two lines as isuplan is built.
func build(t *testing.T, on target) (program []byte, dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range map[string]string{"go.mod": "module small\n", "main.go": "package main\n\nfunc main() { println(1) }\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), plain); err != nil {
			t.Fatal(err)
		}
	}
	into := filepath.Join(dir, on.program())
	cmd := exec.Command("go", arguments("abc", into, ".")...)
	cmd.Dir, cmd.Env = dir, on.settings()
	if _, err := output(cmd); err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(into)
	if err != nil {
		t.Fatal(err)
	}
	return program, dir
}

// TestInspect: a program passes as one for its own system, and for no other.
func TestInspect(t *testing.T) {
	for _, on := range []target{{"windows", "amd64"}, {"darwin", "arm64"}, {"linux", "amd64"}} {
		program, dir := build(t, on)
		for _, as := range targets {
			err := inspect(as, program, dir)
			if (err == nil) != (as == on) {
				t.Errorf("the program for %s as one for %s: %v", on, as, err)
			}
		}
		if err := inspect(on, append(slices.Clone(program), dir+"/main.go"...), dir); err == nil || !strings.Contains(err.Error(), "names the folder") {
			t.Errorf("%s: a folder in the program: %v", on, err)
		}
		if err := inspect(on, append(slices.Clone(program), make([]byte, most)...), dir); err == nil || !strings.Contains(err.Error(), "more than") {
			t.Errorf("%s: a program that is too large: %v", on, err)
		}
		if err := inspect(on, program[:100], dir); err == nil {
			t.Errorf("%s: a program that was cut off passes", on)
		}
	}
}

// TestSymbolsAreOut: the flags of the build leave nothing for a debugger, and no library.
func TestSymbolsAreOut(t *testing.T) {
	on := target{"linux", "amd64"}
	_, dir := build(t, on)
	whole := filepath.Join(dir, "whole")
	cmd := exec.Command("go", "build", "-o", whole, ".")
	cmd.Dir, cmd.Env = dir, on.settings()
	if _, err := output(cmd); err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	if err := inspectELF(on, program); err == nil {
		t.Error("a program with symbols passes")
	}
}

// TestArchives: both kinds hold the files with their modes and the commit's time, and are the
// same bytes whenever they are made.
func TestArchives(t *testing.T) {
	files := []file{{"docs/a.md", []byte("text\n"), plain}, {"isuplan", []byte("program"), executable}}
	type kind struct {
		write func(io.Writer) error
		list  func([]byte) []string
	}
	for name, k := range map[string]kind{
		"zip":    {func(w io.Writer) error { return writeZip(w, files, at) }, listZip(t)},
		"tar.gz": {func(w io.Writer) error { return writeTar(w, "top", files, at) }, listTar(t)},
	} {
		var one, other bytes.Buffer
		if err := errors.Join(k.write(&one), k.write(&other)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one.Bytes(), other.Bytes()) {
			t.Errorf("%s: other bytes the second time", name)
		}
		want := []string{"docs/a.md -rw-r--r-- 2026-11-26T15:04:06Z text\n", "isuplan -rwxr-xr-x 2026-11-26T15:04:06Z program"}
		if got := k.list(one.Bytes()); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func listZip(t *testing.T) func([]byte) []string {
	return func(text []byte) (list []string) {
		z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, f.Name+" "+f.Mode().String()+" "+f.Modified.UTC().Format(time.RFC3339)+" "+string(content))
		}
		return list
	}
}

func listTar(t *testing.T) func([]byte) []string {
	return func(text []byte) (list []string) {
		packed, err := gzip.NewReader(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for r := tar.NewReader(packed); ; {
			h, err := r.Next()
			if errors.Is(err, io.EOF) {
				return list
			}
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, strings.TrimPrefix(h.Name, "top/")+" "+h.FileInfo().Mode().String()+" "+h.ModTime.UTC().Format(time.RFC3339)+" "+string(content))
		}
	}
}

// TestManifests: each place of each manifest is filled in, with the sum of the right archive.
func TestManifests(t *testing.T) {
	out := t.TempDir()
	r := &release{root: root, version: "1.2.3", commit: "abc", time: at}
	for _, on := range targets {
		p := program{target: on, archive: "of_" + on.os + "_" + on.arch}
		if err := os.WriteFile(filepath.Join(out, p.archive), []byte(on.String()), plain); err != nil {
			t.Fatal(err)
		}
		r.made = append(r.made, p)
	}
	if err := r.manifests(out); err != nil {
		t.Fatal(err)
	}
	for name, of := range map[string][]target{
		"isuplan.rb": targets[:4], "isuplan.json": targets[4:], "Isuplan.Isuplan.installer.yaml": targets[4:],
		"Isuplan.Isuplan.yaml": nil, "Isuplan.Isuplan.locale.en-US.yaml": nil,
	} {
		text, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(string(text), "1.2.3") || strings.Contains(string(text), "{{") || strings.Contains(string(text), "<no value>") {
			t.Errorf("%s is not filled in:\n%s", name, text)
		}
		for _, on := range of {
			archive := "of_" + on.os + "_" + on.arch
			sum, err := sumOf(filepath.Join(out, archive))
			if err != nil {
				t.Fatal(err)
			}
			_, behind, _ := strings.Cut(string(text), "/v1.2.3/"+archive)
			if len(behind) < 120 || !strings.Contains(strings.ToLower(behind[:120]), sum) {
				t.Errorf("%s has no sum behind %s", name, archive)
			}
		}
		if strings.HasSuffix(name, ".json") && !json.Valid(text) {
			t.Errorf("%s is no JSON", name)
		}
	}
}

// TestBOM: what is in a program is listed once, with its licence, under an id and a time that
// are the same whenever it is made.
func TestBOM(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	r := &release{root: root, version: "1.2.3", commit: "abc", time: at, made: []program{{bytes: text}, {bytes: text}}}
	b, err := r.bom()
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Components) != 1 || b.Components[0].Name != "std" || b.Components[0].Licences[0].Expression != "BSD-3-Clause" {
		t.Errorf("a program of the standard library alone has %+v", b.Components)
	}
	if b.Metadata.Time != "2026-11-26T15:04:06Z" || b.Metadata.Component.Purl != "pkg:golang/github.com/isuplan/isuplan@v1.2.3" {
		t.Errorf("%+v", b.Metadata)
	}
	again, err := r.bom()
	if err != nil || again.Serial != b.Serial || len(b.Serial) != len("urn:uuid:00000000-0000-8000-8000-000000000000") {
		t.Errorf("the ids are %s and %s (%v)", b.Serial, again.Serial, err)
	}
	r.commit = "abd"
	if other, err := r.bom(); err != nil || other.Serial == b.Serial {
		t.Errorf("another commit has the same id (%v)", err)
	}
}

// TestEmptied: a folder with anything but a release in it is left as it is.
func TestEmptied(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "mine")
	if err := os.WriteFile(mine, nil, plain); err != nil {
		t.Fatal(err)
	}
	if err := emptied(dir); err == nil {
		t.Error("a folder with a file in it is taken")
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error("the file is gone")
	}
	if err := writeSums(dir); err != nil {
		t.Fatal(err)
	}
	if err := emptied(dir); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("%v, %v", entries, err)
	}
}

// TestTagged: a tag is the version that the source says, and has all of it.
func TestTagged(t *testing.T) {
	for _, c := range []struct {
		commit string
		tags   []string
		ok     bool
	}{
		{"abc", nil, true}, {"abc+changes", nil, true}, {"abc", []string{"v1.2.3"}, true},
		{"abc", []string{"v1.2.4"}, false}, {"abc", []string{"v1.2.3", "v2"}, false}, {"abc+changes", []string{"v1.2.3"}, false},
	} {
		if err := tagged(&release{version: "1.2.3", commit: c.commit}, c.tags); (err == nil) != c.ok {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestChoose: systems are named as Go names them.
func TestChoose(t *testing.T) {
	if all, err := choose(""); err != nil || len(all) != 6 {
		t.Errorf("%v, %v", all, err)
	}
	if some, err := choose("linux/amd64, windows/arm64"); err != nil || !slices.Equal(some, []target{{"linux", "amd64"}, {"windows", "arm64"}}) {
		t.Errorf("%v, %v", some, err)
	}
	if _, err := choose("plan9/amd64"); err == nil {
		t.Error("a system that there is no program for")
	}
}

// TestSame: one file with other bytes, and one too many, are noticed.
func TestSame(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	write := func(dir, name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), plain); err != nil {
			t.Fatal(err)
		}
	}
	if same(a, b) == nil {
		t.Error("two empty folders are no release")
	}
	write(a, "x", "1")
	write(b, "x", "1")
	if err := same(a, b); err != nil {
		t.Error(err)
	}
	write(b, "x", "2")
	if same(a, b) == nil {
		t.Error("other bytes pass")
	}
	write(b, "x", "1")
	write(b, "y", "1")
	if same(a, b) == nil {
		t.Error("a file too many passes")
	}
}
