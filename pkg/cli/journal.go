package cli

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

// While isuplan writes, .NAME.PROCESS-TRY.isuplan-tmp is a new file, and
// .NAME.PROCESS-TRY.isuplan-old the second name of the one that it replaces. While it
// replaces several, .isuplan-set names them, their old ones and when each new one was written:
// as long as it is there the set is half replaced, and the next run puts the old one back.
const (
	temporaryEnd = ".isuplan-tmp"
	backupEnd    = ".isuplan-old"
	journalName  = ".isuplan-set"
)

// begin notes in each folder that its files are being replaced. It returns what makes the
// new set hold.
func (d disk) begin(outputs []output) (commit func() error, err error) {
	notes := map[string]string{} // by folder
	for _, o := range outputs {
		old := ""
		if o.backup != "" {
			old = filepath.Base(o.backup)
		}
		notes[filepath.Dir(o.target)] += strings.Join([]string{filepath.Base(o.target), old, written(o.temporary)}, "/") + "\x00"
	}
	var journals []string
	commit = func() (err error) {
		for _, name := range journals {
			err = cmp.Or(err, d.remove(name))
		}
		return err
	}
	for _, dir := range slices.Sorted(maps.Keys(notes)) {
		j := output{target: filepath.Join(dir, journalName), bytes: []byte(notes[dir])}
		err := j.stage(d)
		if err == nil {
			err = d.rename(j.temporary, j.target)
		}
		if err != nil {
			return nil, errors.Join(err, commit(), d.remove(j.temporary))
		}
		journals = append(journals, j.target)
	}
	return commit, nil
}

var leftName = pattern.Lazy(`^\..+\.\d+-\d+(\.isuplan-tmp|\.isuplan-old)$`)

// sweep clears a folder of what a run that was killed left in it: of a set that was half
// replaced the old files are put back, and new files are removed. Whoever calls it holds the
// folder, so that no run that is still at work loses anything. What cannot be cleared waits
// for the next run.
func (d disk) sweep(dir string) {
	if d.undo(dir) != nil {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if leftName().MatchString(e.Name()) && e.Type().IsRegular() {
			_ = d.remove(filepath.Join(dir, e.Name()))
		}
	}
}

// undo puts the old set back where a new one was half in its place. A stranger's repository
// can bring such a note, too: one is obeyed only of a file that was written when it says.
func (d disk) undo(dir string) error {
	journal := filepath.Join(dir, journalName)
	notes, err := readNotes(journal)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for note := range strings.SplitSeq(strings.TrimSuffix(string(notes), "\x00"), "\x00") {
		name, rest, _ := strings.Cut(note, "/")
		old, when, _ := strings.Cut(rest, "/")
		target := filepath.Join(dir, filepath.Base(name))
		switch {
		case when == "" || written(target) != when || !isBuilt(target): // not there yet, or somebody's own by now
			continue
		case old == "":
			err = d.remove(target)
		default:
			err = d.restore(filepath.Join(dir, filepath.Base(old)), target)
		}
		if err != nil {
			return err
		}
	}
	return d.remove(journal)
}

// readNotes reads what begin wrote: an ordinary file, and no more than it can have.
func readNotes(journal string) ([]byte, error) {
	const most = 16 << 20
	info, err := os.Lstat(journal)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > most {
		return nil, nil // none of ours: it is taken away
	}
	return os.ReadFile(journal)
}

// written says to the nanosecond when an ordinary file was written, which its second name
// keeps, and nobody elsewhere knows; "" of anything else.
func written(name string) string {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return strconv.FormatInt(info.ModTime().UnixNano(), 10)
}

// restore puts an old file back, if that was not done before.
func (d disk) restore(backup, target string) error {
	if written(backup) == "" {
		return nil
	}
	return d.rename(backup, target)
}

// isBuilt reports whether a file is as isuplan built it, so that nothing of anybody's is
// lost with it.
func isBuilt(name string) bool {
	text, err := os.ReadFile(name)
	return err == nil && digest.Of(text) == digest.Same
}
