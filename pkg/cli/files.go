package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/internal/git"
	"github.com/isuplan/isuplan/pkg/source"
)

// read returns a plan file by the name that the user typed; "-" is standard input.
func (a *app) read(name string) (*source.File, error) {
	if name == "-" {
		text, err := io.ReadAll(io.LimitReader(a.stdin, source.MaxBytes+1))
		if err != nil {
			return nil, troublef("cannot read standard input: %s", reason(err))
		}
		collectFor(len(text))
		return source.NewFile(compile.StandardInput, text), nil
	}
	if name == "" {
		return nil, troublef(`one of the names is empty; name a plan file, or "-" for standard input`)
	}
	if leadsOut(name) {
		return nil, troublef(ledOut, name)
	}
	a.note(name)
	file, err := os.Open(name)
	if dangling(name) {
		return nil, troublef("cannot read %s: it is a link to a file that is not there", name)
	}
	if err != nil {
		return nil, troublef("cannot read %s: %s%s", name, reason(err), nearby(name, err))
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, troublef("cannot read %s: it is a folder; name a plan file, such as %s", name, filepath.Join(name, "2018.yaml"))
	}
	// One byte more than the limit is enough to know that a plan is too large.
	var text bytes.Buffer
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
		text.Grow(int(min(info.Size(), source.MaxBytes)) + bytes.MinRead)
	}
	if _, err := text.ReadFrom(io.LimitReader(file, source.MaxBytes+1)); err != nil {
		return nil, troublef("cannot read %s: %s", name, reason(err))
	}
	collectFor(text.Len())
	return source.NewFile(name, text.Bytes()), nil
}

// leadsOut reports a link of the repository that holds the working folder that leads out of
// it. A pull request can bring one, and what isuplan says of the file goes to a log.
func leadsOut(name string) bool {
	repository, err := git.Find(".")
	return err == nil && repository.LeadsOut(name)
}

const ledOut = "cannot read %s: a link leads from there out of this repository; name the file that it leads to"

// nearby suggests a file of almost the same name.
func nearby(name string, err error) string {
	if !errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	entries, _ := os.ReadDir(filepath.Dir(name))
	var names []string
	for _, e := range entries {
		if !e.IsDir() && e.Name() != filepath.Base(name) && len(names) < 1000 {
			names = append(names, e.Name())
		}
	}
	if best := diag.Suggest(filepath.Base(name), names); best != "" {
		return "; did you mean " + filepath.Join(filepath.Dir(name), best) + "?"
	}
	return ""
}

// reason says in plain words why the system refused a file.
func reason(err error) string { return compile.Reason(err) }
