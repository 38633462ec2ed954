package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/isuplan/isuplan/templates"
)

// talk is what a command says while it goes on.
type talk struct {
	mu   sync.Mutex
	text bytes.Buffer
	more chan struct{}
}

func (t *talk) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	defer func() {
		select {
		case t.more <- struct{}{}:
		default:
		}
	}()
	return t.text.Write(p)
}

// next takes what was said up to a text, and fails where it is not said.
func (t *talk) next(tb testing.TB, text string) string {
	tb.Helper()
	giveUp := time.After(time.Minute) // guards against waiting for ever; no machine is so slow
	for {
		t.mu.Lock()
		said := t.text.String()
		if i := strings.Index(said, text); i >= 0 {
			said = string(t.text.Next(i + len(text)))
			t.mu.Unlock()
			return said
		}
		t.mu.Unlock()
		select {
		case <-t.more:
		case <-giveUp:
			tb.Fatalf("it never said %q, but %q", text, said)
		}
	}
}

// watched starts a command that goes on; stop ends it and returns its exit code.
func watched(t *testing.T, args ...string) (said *talk, stop func() int) {
	t.Helper()
	said = &talk{more: make(chan struct{}, 1)}
	a := &app{stdin: strings.NewReader(""), stdout: &outlet{to: said}, stderr: said, env: func(string) string { return "" }}
	ctx, cancel := context.WithCancel(t.Context())
	root := a.root()
	root.SetArgs(args)
	done := make(chan error, 1)
	go func() { done <- a.execute(ctx, root) }()
	return said, func() int {
		cancel()
		return a.exit(<-done)
	}
}

// folderOf makes a folder with the reference plan, and a plan of the year before, and goes
// there.
func folderOf(t *testing.T) (plan string) {
	t.Helper()
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	save(t, "2018.yaml", string(text))
	return string(text)
}

// save writes a file as editors do: all at once.
func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+"~", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(name+"~", name); err != nil {
		t.Fatal(err)
	}
}

func TestBuildAfterEachSave(t *testing.T) {
	plan := folderOf(t)
	said, stop := watched(t, "build", "2018.yaml", "--watch", "--format", "md")
	if first := said.next(t, "watching; Ctrl-C ends it"); !strings.Contains(first, filepath.Join("out", "2018.md")+"\n") || !strings.Contains(first, "2018.yaml: written") {
		t.Errorf("the first build said %s", first)
	}
	save(t, "2018.yaml", strings.Replace(plan, "convention: Convention on Cluster Munitions", "convention: Convention on Fireworks", 1))
	said.next(t, "2018.yaml: written")
	if text, _ := os.ReadFile("out/2018.md"); !bytes.Contains(text, []byte("Convention on Fireworks")) {
		t.Error("the document does not say what was saved")
	}
	written, _ := os.ReadFile("out/2018.md")
	save(t, "2018.yaml", plan+"\nnonsense: [")
	said.next(t, "2018.yaml: nothing was written: ")
	if text, _ := os.ReadFile("out/2018.md"); !bytes.Equal(text, written) {
		t.Error("a plan with errors took the last good document away")
	}
	if err := os.Remove("2018.yaml"); err != nil {
		t.Fatal(err)
	}
	said.next(t, "cannot read 2018.yaml")
	save(t, "2018.yaml", plan)
	said.next(t, "2018.yaml: written")
	if code := stop(); code != ExitClean {
		t.Errorf("exit code %d after a build without errors", code)
	}
}

// All that a build reads is watched: the template, the language beside it and the plans of
// the year before and of several years.
func TestBuildAfterEachSaveOfWhatItReads(t *testing.T) {
	plan := folderOf(t)
	template, err := templates.Files.ReadFile("un.yaml")
	if err != nil {
		t.Fatal(err)
	}
	language, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	save(t, "ours/own.yaml", string(template))
	save(t, "last/2017.yaml", strings.Replace(plan, "year: 2018", "year: 2017", 1))
	save(t, "2018.yaml", strings.Replace(plan, "\nbudget:", "\nprevious: last/2017.yaml\nframe: years.yaml\nbudget:", 1))
	said, stop := watched(t, "build", "2018.yaml", "--watch", "--draft", "--format", "md", "--template", filepath.Join("ours", "own.yaml"))
	said.next(t, "watching; Ctrl-C ends it")
	for _, step := range []struct{ name, text string }{
		{"ours/own.yaml", string(template) + "\n# changed\n"},
		{"ours/en.yaml", string(language)}, // which was not there
		{"ours/en.yaml", string(language) + "\n# changed\n"},
		{"last/2017.yaml", plan},
		{"years.yaml", plan}, // which was not there
		{"2018.yaml", plan},
	} {
		save(t, step.name, step.text)
		said.next(t, "2018.yaml: written")
	}
	save(t, "ours/own.yaml", "blocks: [")
	said.next(t, "2018.yaml: nothing was written: ")
	if code := stop(); code != ExitFindings {
		t.Errorf("exit code %d after a build with errors", code)
	}
}

// Of a folder each plan is built for itself, and plans that appear are built too.
func TestBuildAFolderAfterEachSave(t *testing.T) {
	plan := folderOf(t)
	said, stop := watched(t, "build", ".", "--watch", "--format", "md")
	said.next(t, "watching; Ctrl-C ends it")
	save(t, "more/2019.yaml", plan)
	said.next(t, "2019.yaml: written")
	save(t, "2018.yaml", "isuplan: 1\n")
	said.next(t, "2018.yaml: nothing was written")
	save(t, "more/2019.yaml", plan+"\n")
	if text := said.next(t, "2019.yaml: written"); strings.Contains(text, "2018.yaml") {
		t.Errorf("a plan was built that nobody saved: %s", text)
	}
	save(t, "other/2019.yaml", plan)
	said.next(t, "would be written to the same files")
	if err := os.RemoveAll("other"); err != nil {
		t.Fatal(err)
	}
	save(t, "2018.yaml", plan)
	said.next(t, "2018.yaml: written")
	if code := stop(); code != ExitClean {
		t.Errorf("exit code %d when all is mended", code)
	}
}

// What cannot be built at all ends at once, as without --watch.
func TestWatchingWhatCannotBe(t *testing.T) {
	folderOf(t)
	for args, want := range map[string]string{
		"build --watch no-such.yaml":              "cannot read no-such.yaml",
		"build --watch -":                         "standard input comes once",
		"build --watch --sample":                  "the sample does not change",
		"build --watch 2018.yaml --template no":   "no",
		"build --watch 2018.yaml --format papier": `there is no format "papier"`,
	} {
		if code, talk := ended(strings.Fields(args)...); code != ExitTrouble || !strings.Contains(talk, want) {
			t.Errorf("%s: exit code %d: %s", args, code, talk)
		}
	}
}
