package lsp_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/lsp"
)

// client is a client of the protocol, written without the server's code.
type client struct {
	t     testing.TB
	in    *bufio.Reader
	out   io.WriteCloser
	next  int
	ended chan struct{}
	// orderly and err are how the talk ended.
	orderly bool
	err     error
	found   map[string][]diagnostic // the last diagnostics, by document
	logged  []string
	asked   []response // what the server asked for

	versions map[string]int // of the documents, as they were sent last
}

type position struct{ Line, Character int }

type stretch struct{ Start, End position }

type diagnostic struct {
	Range           stretch
	Severity        int
	Code            string
	CodeDescription struct{ Href string }
	Message         string
	Related         []struct {
		Location struct {
			URI   string
			Range stretch
		}
		Message string
	} `json:"relatedInformation"`
}

// start starts a server in which files lie in the folder /plans, and no others can be read.
func start(t testing.TB, files map[string]string) *client {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return startWith(t, func(dir string) fs.FS {
		if strings.ReplaceAll(dir, `\`, "/") != "/plans" {
			t.Errorf("the folder %s was asked for", dir)
		}
		return folder
	}, `{"workspace":{"workspaceEdit":{"documentChanges":true,"changeAnnotationSupport":{}}},"textDocument":{"rename":{"prepareSupport":true}}}`)
}

func startWith(t testing.TB, folder func(string) fs.FS, capabilities string) *client {
	t.Helper()
	c := connect(t, folder)
	var r struct{ ServerInfo struct{ Name string } }
	c.ask("initialize", json.RawMessage(`{"capabilities":`+capabilities+`}`), &r)
	if r.ServerInfo.Name != "isuplan" {
		t.Fatalf("the server is %q", r.ServerInfo.Name)
	}
	c.tell("initialized", map[string]any{})
	return c
}

func connect(t testing.TB, folder func(string) fs.FS) *client {
	t.Helper()
	toServer, fromClient := io.Pipe()
	toClient, fromServer := io.Pipe()
	c := &client{t: t, in: bufio.NewReader(toClient), out: fromClient, ended: make(chan struct{}), found: map[string][]diagnostic{}, versions: map[string]int{}}
	go func() {
		c.orderly, c.err = lsp.Serve(context.Background(), toServer, fromServer, lsp.Options{Compiler: compile.New(compile.Options{}), Folder: folder, URL: "https://example.org/isuplan"})
		_, _ = fromServer.Close(), toServer.Close()
		close(c.ended)
	}()
	t.Cleanup(func() {
		_ = fromClient.Close()
		go func() { _, _ = io.Copy(io.Discard, toClient) }()
		<-c.ended
	})
	return c
}

func (c *client) send(m map[string]any) {
	c.t.Helper()
	m["jsonrpc"] = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		c.t.Fatal(err)
	}
	c.raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
}

func (c *client) raw(s string) {
	c.t.Helper()
	if _, err := io.WriteString(c.out, s); err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) tell(method string, params any) {
	c.t.Helper()
	c.send(map[string]any{"method": method, "params": params})
}

type response struct {
	ID     json.RawMessage
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct {
		Code    int
		Message string
	}
}

// read reads the next message.
func (c *client) read() response {
	c.t.Helper()
	var length int
	for {
		line, err := c.in.ReadString('\n')
		if err != nil {
			c.t.Fatalf("the server ended: %v", err)
		}
		if line = strings.TrimSpace(line); line == "" {
			break
		}
		if _, err := fmt.Sscanf(line, "Content-Length: %d", &length); err != nil {
			c.t.Fatalf("the header %q", line)
		}
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(c.in, body); err != nil {
		c.t.Fatal(err)
	}
	var r response
	if err := json.Unmarshal(body, &r); err != nil {
		c.t.Fatalf("%v in %s", err, body)
	}
	if r.Method != "" && len(r.ID) > 0 {
		c.asked = append(c.asked, r)
		c.send(map[string]any{"id": r.ID, "result": nil})
	}
	switch r.Method {
	case "textDocument/publishDiagnostics":
		var p struct {
			URI         string
			Version     *int
			Diagnostics []diagnostic
		}
		if err := json.Unmarshal(r.Params, &p); err != nil {
			c.t.Fatal(err)
		}
		if p.Version == nil || *p.Version == c.versions[p.URI] { // else of what was there before
			c.found[p.URI] = p.Diagnostics
		}
	case "window/logMessage":
		c.logged = append(c.logged, string(r.Params))
	}
	return r
}

// ask asks, and reads the answer into a value; the error's message is returned.
func (c *client) ask(method string, params, into any) string {
	c.t.Helper()
	c.next++
	c.send(map[string]any{"id": c.next, "method": method, "params": params})
	return c.answer(fmt.Sprint(c.next), into)
}

// answer waits for the answer to a request.
func (c *client) answer(id string, into any) string {
	c.t.Helper()
	for {
		r := c.read()
		if string(r.ID) != id {
			continue
		}
		if r.Error != nil {
			return r.Error.Message
		}
		if into != nil {
			if err := json.Unmarshal(r.Result, into); err != nil {
				c.t.Fatalf("%v in %s", err, r.Result)
			}
		}
		return ""
	}
}

// diagnostics waits for the diagnostics of a document.
func (c *client) diagnostics(uri string) []diagnostic {
	c.t.Helper()
	delete(c.found, uri)
	for {
		if list, ok := c.found[uri]; ok {
			return list
		}
		c.read()
	}
}

func (c *client) open(uri, text string) {
	c.t.Helper()
	c.versions[uri] = 1
	c.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
}

func (c *client) change(uri string, version int, changes ...any) {
	c.t.Helper()
	c.versions[uri] = version
	c.tell("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri, "version": version}, "contentChanges": changes})
}

func full(text string) any { return map[string]any{"text": text} }

func at(p position) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": uri}, "position": map[string]int{"line": p.Line, "character": p.Character}}
}

// of returns the position in a text of the begin of a word, plus some characters.
func of(t testing.TB, text, word string, plus int) position {
	t.Helper()
	i := strings.Index(text, word)
	if i < 0 {
		t.Fatalf("%q is not in the text", word)
	}
	i += plus
	line := strings.Count(text[:i], "\n")
	from := strings.LastIndexByte(text[:i], '\n') + 1
	n := 0
	for _, r := range text[from:i] {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return position{line, n}
}

func plan2018(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

type textEdit struct {
	Range        stretch
	NewText      string
	AnnotationID string
}

// applied returns a text after edits.
func applied(t testing.TB, text string, edits []textEdit) string {
	t.Helper()
	for i := len(edits) - 1; i >= 0; i-- {
		from, to := index(text, edits[i].Range.Start), index(text, edits[i].Range.End)
		if i+1 < len(edits) && to > index(text, edits[i+1].Range.Start) {
			t.Fatal("the edits are not in their order")
		}
		text = text[:from] + edits[i].NewText + text[to:]
	}
	return text
}

// index returns the offset of a position.
func index(text string, p position) int {
	from := 0
	for range p.Line {
		i := strings.IndexByte(text[from:], '\n')
		if i < 0 {
			return len(text)
		}
		from += i + 1
	}
	n := 0
	for i, r := range text[from:] {
		if n >= p.Character || r == '\n' {
			return from + i
		}
		if n++; r > 0xFFFF {
			n++
		}
	}
	return len(text)
}
