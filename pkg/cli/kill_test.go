package cli_test

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

var (
	kills    = flag.Int("kills", 10, "how many builds to kill")
	killSeed = flag.Uint64("kill-seed", 2018, "when to kill them")
)

// builtSet is what a build leaves in its folder, by name.
type builtSet map[string][]byte

func (s builtSet) equal(other builtSet) bool {
	for name, text := range s {
		if !bytes.Equal(text, other[name]) {
			return false
		}
	}
	return len(s) == len(other)
}

func readSet(t *testing.T, dir string) builtSet {
	t.Helper()
	set := builtSet{}
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for _, e := range entries {
		if set[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return set
}

// building returns the command that builds a plan into out.
func building(ctx context.Context, dir, plan string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "isuplan", "build", "--draft", "-o", "out", plan)
	cmd.Dir = dir
	return cmd
}

// versions writes two versions of one plan, and a plan of another name, and returns what each
// is built to.
func versions(t *testing.T, dir string) (sets [2]builtSet) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/plans/ccw-2025.yaml")
	if err != nil {
		t.Fatal(err)
	}
	other := bytes.Replace(text, []byte("Geneva"), []byte("Vienna"), 1)
	if bytes.Equal(text, other) {
		t.Fatal("the versions are the same")
	}
	for name, text := range map[string][]byte{"0/plan.yaml": text, "1/plan.yaml": other, "next.yaml": text} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i, plan := range []string{"0/plan.yaml", "1/plan.yaml"} {
		build(t, dir, plan)
		sets[i] = readSet(t, filepath.Join(dir, "out"))
	}
	if len(sets[0]) != 3 || sets[0].equal(sets[1]) {
		t.Fatalf("the versions are built to %d and %d files", len(sets[0]), len(sets[1]))
	}
	return sets
}

func build(t *testing.T, dir, plan string) {
	t.Helper()
	if talk, err := building(t.Context(), dir, plan).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, talk)
	}
}

// TestKilledBuilds kills builds at random moments: half of them after some time, half of them
// once they have changed their folder so often. No file is torn; after the next run, which
// builds another plan, the set is of one version, and nothing else is left.
func TestKilledBuilds(t *testing.T) {
	dir := t.TempDir()
	sets, r := versions(t, dir), rand.New(rand.NewPCG(*killSeed, 0))
	out := filepath.Join(dir, "out")
	for i := range *kills {
		if r.IntN(4) == 0 { // a first build
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
		}
		cmd := building(t.Context(), dir, []string{"0/plan.yaml", "1/plan.yaml"}[i%2])
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		if r.IntN(2) == 0 {
			awaitTime(r, ended)
		} else {
			awaitChanges(r, out, ended)
		}
		_ = cmd.Process.Kill()
		<-ended //nolint:errcheck // it was killed
		for name, text := range readSet(t, out) {
			if name[0] != '.' && !bytes.Equal(text, sets[0][name]) && !bytes.Equal(text, sets[1][name]) {
				t.Fatalf("kill %d: %s is torn, of %d bytes", i, name, len(text))
			}
		}
		build(t, dir, "next.yaml")
		left := readSet(t, out)
		for name := range sets[0] {
			next := "next" + filepath.Ext(name)
			delete(left, next)
			if err := os.Remove(filepath.Join(out, next)); err != nil {
				t.Fatal(err)
			}
		}
		if len(left) > 0 && !left.equal(sets[0]) && !left.equal(sets[1]) {
			t.Fatalf("kill %d: after the next run there are %v", i, names(left))
		}
	}
}

func names(s builtSet) (list []string) {
	for name := range s {
		list = append(list, name)
	}
	return list
}

// awaitTime waits for a moment, at most until the build ends.
func awaitTime(r *rand.Rand, ended chan error) {
	select {
	case <-time.After(time.Duration(r.IntN(400)) * time.Millisecond):
	case err := <-ended:
		ended <- err
	}
}

// awaitChanges waits until a folder looked different some times, at most until the build ends.
func awaitChanges(r *rand.Rand, out string, ended chan error) {
	was := look(out)
	for changes := r.IntN(12); changes >= 0; {
		if now := look(out); now != was {
			was, changes = now, changes-1
		}
		select {
		case err := <-ended:
			ended <- err
			return
		default:
		}
	}
}

// look says what a folder looks like.
func look(dir string) (seen string) {
	_ = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil {
			if info, err := e.Info(); err == nil {
				seen += name + info.ModTime().String()
			}
		}
		return nil
	})
	return seen
}

// TestTwoBuildsAtOnce builds two versions of one plan into one folder at once: the set is of
// one of them.
func TestTwoBuildsAtOnce(t *testing.T) {
	dir := t.TempDir()
	sets := versions(t, dir)
	for range max(1, *kills/2) {
		first := building(t.Context(), dir, "0/plan.yaml")
		if err := first.Start(); err != nil {
			t.Fatal(err)
		}
		build(t, dir, "1/plan.yaml")
		if err := first.Wait(); err != nil {
			t.Fatal(err)
		}
		if left := readSet(t, filepath.Join(dir, "out")); !left.equal(sets[0]) && !left.equal(sets[1]) {
			t.Fatalf("at once: %v", names(left))
		}
	}
}
