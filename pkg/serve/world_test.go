package serve_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/plans"
)

// world has its files in memory.
type world struct {
	mu    sync.Mutex
	files map[string]string
	reads int
	slow  func() // called while a plan is read
	// behind is called when a plan was read.
	behind func()
	writes func()            // called before a plan is written
	long   func(name string) // called before a plan is read
}

func (w *world) Plans() ([]string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Sorted(maps.Keys(w.files)), nil
}

func (w *world) Read(name string) (compile.Input, error) {
	if w.behind != nil {
		defer w.behind()
	}
	w.mu.Lock()
	long := w.long
	w.mu.Unlock()
	if long != nil {
		long(name)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.reads++
	if w.slow != nil {
		w.slow()
	}
	text, ok := w.files[name]
	if !ok {
		return compile.Input{}, fs.ErrNotExist
	}
	folder := fstest.MapFS{}
	for other, text := range w.files {
		folder[other] = &fstest.MapFile{Data: []byte(text)}
	}
	return compile.Input{File: source.NewFile(name, []byte(text)), Folder: folder}, nil
}

func (w *world) Write(_ context.Context, was *source.File, text []byte) error {
	if w.writes != nil {
		w.writes()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.files[was.Name] != string(was.Bytes) {
		return serve.ErrChanged
	}
	w.files[was.Name] = string(text)
	return nil
}

func (w *world) At(context.Context, string, string) (compile.Input, error) {
	return compile.Input{}, errors.New("no repository of git holds this folder")
}

func (w *world) Path(name string) string { return "/home/she/" + name }

// save puts another text into the file of 2018.
func (w *world) save(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.files["2018.yaml"] = text
}

func (w *world) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.files["2018.yaml"]
}

const (
	host  = "127.0.0.1:8410"
	token = "secret"
)

// newServer serves the 2018 plan, unless other files are given.
func newServer(t testing.TB, files map[string]string) (*serve.Server, *world) {
	t.Helper()
	if files == nil {
		files = map[string]string{"2018.yaml": string(plans.Reference)}
	}
	w := &world{files: files}
	s := serve.New(serve.Options{World: w, Token: token, Host: host, Compilers: func() (serve.Compilers, error) {
		return serve.Compilers{Final: compile.New(compile.Options{}), Draft: compile.New(compile.Options{Draft: true}),
			Recompute: compile.New(compile.Options{Recompute: true})}, nil
	}})
	t.Cleanup(s.Close)
	return s, w
}

// request is one of the browser that was opened.
func request(method, target, body string) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = host
	r.AddCookie(&http.Cookie{Name: "isuplan-127-0-0-1-8410", Value: token})
	if method == http.MethodPost {
		r.Header.Set("Origin", "http://"+host)
		r.Header.Set("Content-Type", "application/json")
	}
	return r
}

func ask(s *serve.Server, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// get asks for a page about a plan.
func get(t testing.TB, s *serve.Server, page string, q url.Values) string {
	t.Helper()
	w := ask(s, request(http.MethodGet, page+"?"+q.Encode(), ""))
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", page, w.Code, w.Body)
	}
	return w.Body.String()
}

// near returns the line of a text with a word in it.
func near(text, word string) string {
	for line := range strings.Lines(text) {
		if strings.Contains(line, word) {
			return strings.TrimSpace(line)
		}
	}
	return ""
}

// spot is the stretch of a file in which a text stands, as pages call it.
func spot(t testing.TB, file, text string) string {
	t.Helper()
	at := bytes.Index([]byte(file), []byte(text))
	if at < 0 {
		t.Fatalf("%q does not stand in the plan", text)
	}
	return strings.TrimSpace(itoa(at) + "-" + itoa(at+len(text)))
}
