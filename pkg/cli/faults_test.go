package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

var everyFault = flag.Bool("every-fault", false, "let each call fail with every error, not with one of them in turn")

// priors are what stands in the folder before a set is written.
var priors = map[string][]string{
	"nothing is there": nil,
	"one is there":     {"b"},
	"all are there":    {"a", "b", "c"},
}

// prepared makes a folder with some files of an old set in it.
func prepared(t *testing.T, names []string) (dir string, old map[string][]byte) {
	t.Helper()
	dir, old = filepath.Join(t.TempDir(), "out"), map[string][]byte{}
	if names == nil {
		return dir, old
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		old[name] = digest.Comment([]byte("the old " + name + "\n"))
		if err := os.WriteFile(filepath.Join(dir, name), old[name], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, old
}

// found returns the files of a folder; of the folder itself it does not matter whether it is
// there.
func found(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = text
	}
	return files
}

func sameFiles(a, b map[string][]byte) bool {
	if len(a) != len(b) {
		return false
	}
	for name, text := range a {
		if other, ok := b[name]; !ok || !bytes.Equal(text, other) {
			return false
		}
	}
	return true
}

func newSet(dir string) (map[string][]byte, []output) {
	outputs, files := set(dir, "the new"), map[string][]byte{}
	for _, o := range outputs {
		files[filepath.Base(o.path)] = o.bytes
	}
	return files, outputs
}

// half writes half of what a temporary file gets, as a disk does that fills up meanwhile.
func half(call, name string) {
	if call == "write" {
		_ = os.WriteFile(name, []byte("the ne"), 0o644)
	}
}

// TestAKillAtEachCall ends the program before each call that changes the disk: no file is torn,
// and after the next run, which writes something else, the set is the old one or the new
// one, and nothing else is left.
func TestAKillAtEachCall(t *testing.T) {
	for name, names := range priors {
		t.Run(name, func(t *testing.T) {
			for at, ended := 0, false; !ended; at++ {
				dir, old := prepared(t, names)
				made, outputs := newSet(dir)
				calls := 0
				killed := disk{before: func(call, name string) error {
					if calls++; calls <= at {
						return nil
					}
					if calls == at+1 {
						half(call, name)
					}
					return syscall.ESRCH
				}}
				ended = killed.write(t.Context(), dir, outputs, false) == nil && calls <= at
				for name, text := range found(t, dir) {
					isWhole := bytes.Equal(text, old[name]) || bytes.Equal(text, made[name])
					if !isWhole && !strings.HasPrefix(name, ".") {
						t.Errorf("killed at call %d: %s is torn: %q", at, name, text)
					}
				}
				next := []output{{path: filepath.Join(dir, "next"), bytes: []byte("next")}}
				if err := (disk{}).write(t.Context(), dir, next, false); err != nil {
					t.Fatal(err)
				}
				left := found(t, dir)
				delete(left, "next")
				if !sameFiles(left, old) && !sameFiles(left, made) {
					t.Errorf("killed at call %d, after the next run: %q", at, left)
				}
			}
		})
	}
}

// TestAFaultAtEachCall lets each call fail that changes the disk, with the errors that systems
// give: the set is the old one or the new one at once, what is said is in plain
// words, and after the next run nothing else is left.
func TestAFaultAtEachCall(t *testing.T) {
	faults := []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EIO, syscall.EROFS, syscall.EACCES, syscall.EPERM, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.EFBIG, syscall.EINTR}
	for name, names := range priors {
		t.Run(name, func(t *testing.T) {
			for at, ended := 0, false; !ended; at++ {
				some := faults
				if !*everyFault {
					some = faults[at%len(faults):][:1]
				}
				for _, fault := range some {
					ended = faultAt(t, names, fault, at)
				}
			}
		})
	}
}

// faultAt lets one call fail, and reports whether there was none of that number.
func faultAt(t *testing.T, names []string, fault error, at int) (ended bool) {
	dir, old := prepared(t, names)
	made, outputs := newSet(dir)
	calls, where := 0, ""
	d := disk{before: func(call, name string) error {
		if calls++; calls != at+1 {
			return nil
		}
		half(call, name)
		where = fmt.Sprintf("%v at %s %s", fault, call, filepath.Base(name))
		return fault
	}}
	err := d.write(t.Context(), dir, outputs, false)
	if where == "" {
		return true
	}
	left := found(t, dir)
	visible := map[string][]byte{}
	for name, text := range left {
		if !strings.HasPrefix(name, ".") {
			visible[name] = text
		}
	}
	switch {
	case err == nil && !sameFiles(visible, made):
		t.Errorf("%s: nothing was said, and there are %q", where, visible)
	case err != nil && !sameFiles(visible, old):
		t.Errorf("%s: %v; there are %q", where, err, visible)
	case err != nil && !isPlain(err):
		t.Errorf("%s: %v", where, err)
	}
	next := []output{{path: filepath.Join(dir, "next"), bytes: []byte("next")}}
	if err := (disk{}).write(t.Context(), dir, next, false); err != nil {
		t.Fatal(err)
	}
	after := found(t, dir)
	delete(after, "next")
	if !sameFiles(after, visible) {
		t.Errorf("%s: after the next run there are %q", where, after)
	}
	return false
}

// isPlain reports whether an error is a sentence for a person.
func isPlain(err error) bool {
	said := plainError(err)
	for _, of := range []string{"errno", "open ", "rename ", "sync ", "mkdir ", "errors", "input/output", "file exists", "no space left", "isuplan-"} {
		if strings.Contains(said, of) {
			return false
		}
	}
	return strings.HasPrefix(said, "cannot ")
}
