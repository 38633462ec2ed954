package serve_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/plans"
)

type view struct{ Findings, Document, Status, Problem string }

// stream reads the events of a plan until the test ends or the stream is left.
func stream(t testing.TB, s *serve.Server) (events chan view, leave func()) {
	t.Helper()
	return streamOf(t, s, "2018.yaml")
}

func streamOf(t testing.TB, s *serve.Server, plan string) (events chan view, leave func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Host = host
		r.AddCookie(&http.Cookie{Name: "isuplan-127-0-0-1-8410", Value: token})
		s.ServeHTTP(w, r)
	}))
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/events?version=0&plan="+plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := server.Client().Do(r) //nolint:bodyclose // leave does
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		t.Fatal(answer.Status)
	}
	events = make(chan view, 100)
	go func() {
		defer close(events)
		in := bufio.NewScanner(answer.Body)
		in.Buffer(nil, 16<<20)
		for in.Scan() {
			if text, ok := strings.CutPrefix(in.Text(), "data: "); ok {
				var v view
				if json.Unmarshal([]byte(text), &v) == nil {
					events <- v
				}
			}
		}
	}()
	return events, func() {
		cancel()
		_ = answer.Body.Close()
		server.Close()
	}
}

// TestASaveShows: also one that breaks the plan, without the last good document being lost.
func TestASaveShows(t *testing.T) {
	s, w := newServer(t, nil)
	events, leave := stream(t, s)
	defer leave()
	first := <-events
	if !strings.Contains(first.Document, "63,386") || first.Problem != "" {
		t.Fatalf("the first view has %q", first.Problem)
	}
	good := w.text()
	w.save(good + "budget: [\n")
	s.Changed(t.Context())
	broken := <-events
	if broken.Document != first.Document || !strings.Contains(broken.Problem, "last version") || !strings.Contains(broken.Findings, "error") {
		t.Errorf("a broken plan shows %q, %s", broken.Problem, broken.Status)
	}
	w.save(strings.Replace(good, "Website maintenance", "Web site", 1))
	s.Changed(t.Context())
	if mended := <-events; mended.Problem != "" || !strings.Contains(mended.Document, "Web site") {
		t.Errorf("a mended plan shows %q", mended.Problem)
	}
	w.mu.Lock()
	delete(w.files, "2018.yaml")
	w.mu.Unlock()
	s.Changed(t.Context())
	if gone := <-events; gone.Problem == "" || !strings.Contains(gone.Document, "Web site") {
		t.Error("a plan that is gone takes its document with it")
	}
}

// TestWhoComesBackSeesTheLastGoodDocument: a page that is not looked at for a while does not
// listen.
func TestWhoComesBackSeesTheLastGoodDocument(t *testing.T) {
	s, w := newServer(t, nil)
	events, leave := stream(t, s)
	first := <-events
	leave()
	for range events {
	}
	w.save(w.text() + "budget: [\n")
	s.Changed(t.Context())
	events, leave = stream(t, s)
	defer leave()
	if back := <-events; back.Document != first.Document || !strings.Contains(back.Problem, "last version") {
		t.Errorf("the page shows %q and %d bytes", back.Problem, len(back.Document))
	}
}

// TestManySavesAreFewBuilds, and the last one is what shows.
func TestManySavesAreFewBuilds(t *testing.T) {
	s, w := newServer(t, nil)
	events, leave := stream(t, s)
	defer leave()
	<-events
	good := w.text()
	w.mu.Lock()
	before := w.reads
	w.mu.Unlock()
	const saves = 200
	done := make(chan struct{})
	for i := range saves {
		text := strings.Replace(good, "Website maintenance", "Web site "+itoa(i), 1)
		if i%10 == 3 {
			text = good[:len(good)/2] + "\n  - [\n"
		}
		w.save(text)
		go func() {
			s.Changed(context.WithoutCancel(t.Context()))
			done <- struct{}{}
		}()
	}
	for range saves {
		<-done
	}
	s.Close()
	var last view
	for v := range events {
		last = v
	}
	if !strings.Contains(last.Document, "Web site "+itoa(saves-1)) || last.Problem != "" {
		t.Errorf("the last view is not of the last save: %q", last.Problem)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if builds := w.reads - before; builds > saves/2 {
		t.Errorf("%d saves in a row were %d builds", saves, builds)
	}
}

// TestWhoLeavesIsForgotten: no goroutine waits for those that have gone.
func TestWhoLeavesIsForgotten(t *testing.T) {
	s, _ := newServer(t, nil)
	events, leave := stream(t, s)
	<-events
	leave()
	before := runtime.NumGoroutine()
	for range 50 {
		events, leave := stream(t, s)
		<-events
		leave()
		for range events {
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before+5 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines are left of %d", runtime.NumGoroutine(), before)
}

// TestOtherPages: plans of a folder, changes between them, downloads.
func TestOtherPages(t *testing.T) {
	next := strings.Replace(string(plans.Reference), "fixed: 10000", "fixed: 15000", 1)
	s, _ := newServer(t, map[string]string{"2018.yaml": string(plans.Reference), "other.yaml": next, "broken.yaml": "isuplan: 1\nbudget: [\n"})
	list := get(t, s, "/", nil)
	for _, want := range []string{"2018.yaml", "other.yaml", "broken.yaml", "CHF 465,440", "error"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list of plans lacks %s", want)
		}
	}
	changes := get(t, s, "/changes", url.Values{"plan": {"other.yaml"}, "with": {"2018.yaml"}})
	if !strings.Contains(changes, "15,000") || !strings.Contains(changes, "10,000") {
		t.Error("the changes do not show the amounts")
	}
	for _, q := range []url.Values{{"plan": {"2018.yaml"}}, {"plan": {"2018.yaml"}, "with": {"broken.yaml"}}, {"plan": {"2018.yaml"}, "revision": {"HEAD"}}, {"plan": {"2018.yaml"}, "with": {"/etc/passwd"}}} {
		if page := get(t, s, "/changes", q); strings.Contains(near(page, `id="problem"`), "hidden") {
			t.Errorf("%v says nothing of what is wrong", q)
		}
	}
	for format, magic := range map[string]string{"pdf": "%PDF-", "docx": "PK", "xlsx": "PK", "html": "<!DOCTYPE html>"} {
		got := ask(s, request("GET", "/download?plan=2018.yaml&format="+format, ""))
		if got.Code != 200 || !strings.HasPrefix(got.Body.String(), magic) || !strings.Contains(got.Header().Get("Content-Disposition"), "2018."+format) {
			t.Errorf("%s: %d %s", format, got.Code, got.Header())
		}
	}
	for _, q := range []string{"plan=broken.yaml&format=pdf", "plan=2018.yaml&format=exe", "plan=2018.yaml"} {
		if got := ask(s, request("GET", "/download?"+q, "")); got.Code != http.StatusConflict {
			t.Errorf("%s: %d", q, got.Code)
		}
	}
}
