package lsp_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// changing is a folder whose files another program changes meanwhile.
type changing struct {
	mu    sync.Mutex
	files map[string]string
}

func (c *changing) folder(string) fs.FS {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := fstest.MapFS{}
	for name, text := range c.files {
		now[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return now
}

func (c *changing) set(name, text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.files[name] = text; text == "" {
		delete(c.files, name)
	}
}

const watches = `{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}`

const accounted = `isuplan: 1
document: {convention: Convention on Example Matters, unit: Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  lines: [{id: travel, code: "1200", label: Travel, fixed: 100}]
  actuals: {as_at: 2025-06-30, list: accounts/ledger.csv}
`

func codes(list []diagnostic) string {
	var all []string
	for _, d := range list {
		all = append(all, d.Code)
	}
	return strings.Join(all, " ")
}

func (c *client) onDisk(kind int, uris ...string) {
	c.t.Helper()
	var changes []any
	for _, uri := range uris {
		changes = append(changes, map[string]any{"uri": uri, "type": kind})
	}
	c.tell("workspace/didChangeWatchedFiles", map[string]any{"changes": changes})
}

// TestWatchedFiles: what a plan reads is looked at again when it changes on the disk.
func TestWatchedFiles(t *testing.T) {
	const ledger = "file:///plans/accounts/ledger.csv"
	disk := &changing{files: map[string]string{"accounts/ledger.csv": "Code,Amount\n1200,10\n"}}
	s := startWith(t, disk.folder, watches)
	s.open(uri, accounted)
	if got := codes(s.diagnostics(uri)); got != "" {
		t.Fatalf("at first: %s", got)
	}
	for _, c := range []struct {
		text, want string
		kind       int
	}{
		{"Code,Amount\n1200,10\n9999,5\n", "B181/on-no-line", 2},
		{"Code,Amount\n1200,110\n", "B184/above-budget B183/overspent", 2},
		{"", "F223/bad-export", 3},
		{"Code,Amount\n1200,20\n", "", 1},
	} {
		disk.set("accounts/ledger.csv", c.text)
		s.onDisk(c.kind, "file:///plans/else.csv", ledger)
		if got := codes(s.diagnostics(uri)); got != c.want {
			t.Errorf("%q: found %q, want %q", c.text, got, c.want)
		}
	}
	want := `[{"id":"isuplan-watched-files","method":"workspace/didChangeWatchedFiles","registerOptions":{"watchers":[{"globPattern":"**/*.{csv,tsv,txt,xlsx,yaml,yml}"}]}}]`
	if len(s.asked) != 1 || s.asked[0].Method != "client/registerCapability" {
		t.Fatalf("the server asked for %+v", s.asked)
	}
	var p struct{ Registrations json.RawMessage }
	if err := json.Unmarshal(s.asked[0].Params, &p); err != nil || string(p.Registrations) != want {
		t.Errorf("registered %s, want %s (%v)", p.Registrations, want, err)
	}
}

// TestSavedAgain: a client that does not watch files has them looked at when the plan is saved, and no
// request that it does not know.
func TestSavedAgain(t *testing.T) {
	disk := &changing{files: map[string]string{"accounts/ledger.csv": "Code,Amount\n1200,10\n"}}
	s := startWith(t, disk.folder, `{}`)
	s.open(uri, accounted)
	s.diagnostics(uri)
	disk.set("accounts/ledger.csv", "Code,Amount\n1200,110\n")
	s.tell("textDocument/didSave", map[string]any{"textDocument": map[string]any{"uri": uri}})
	if got := codes(s.diagnostics(uri)); got != "B184/above-budget B183/overspent" {
		t.Errorf("found %q", got)
	}
	if len(s.asked) > 0 {
		t.Errorf("the server asked for %+v", s.asked)
	}
}

// TestWatchedBesideThePlan: the export may be open in the editor; a path that is none is passed over.
func TestWatchedBesideThePlan(t *testing.T) {
	disk := &changing{files: map[string]string{"accounts/ledger.csv": "Code,Amount\n1200,10\n"}}
	s := startWith(t, disk.folder, watches)
	s.open(uri, accounted)
	s.diagnostics(uri)
	const ledger = "file:///plans/accounts/ledger.csv"
	s.open(ledger, "Code,Amount\n1200,110\n")
	if got := codes(s.diagnostics(uri)); got != "B184/above-budget B183/overspent" {
		t.Errorf("found %q", got)
	}
	s.onDisk(2, "untitled:one", "::", uri)
	s.change(ledger, 2, full("Code,Amount\n1200,90\n"))
	if got := codes(s.diagnostics(uri)); got != "" {
		t.Errorf("found %q", got)
	}
	if !slices.ContainsFunc(s.asked, func(r response) bool { return r.Method == "client/registerCapability" }) {
		t.Error("nothing was registered")
	}
}
