package serve_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/plans"
)

// TestASaveWhileThePageIsMade: the page that is made from what stood in the file before is not
// what a browser is told when it begins to look on.
func TestASaveWhileThePageIsMade(t *testing.T) {
	s, w := newServer(t, nil)
	next := strings.Replace(w.text(), "Website maintenance", "Web site", 1)
	read, saved := make(chan struct{}), make(chan struct{})
	w.slow = func() { // the first to read is slow to build
		w.slow = nil
		go func() {
			w.save(next)
			s.Changed(t.Context())
			close(saved)
		}()
		close(read)
	}
	w.behind = func() { <-saved }
	ask(s, request(http.MethodGet, "/document?plan=2018.yaml", ""))
	<-read
	<-saved
	events, leave := stream(t, s)
	defer leave()
	if first := <-events; !strings.Contains(first.Document, "Web site") {
		t.Error("the browser looks at what the file was before it was saved")
	}
}

// TestAFindingOfAFileThatIsGone: its place is that of the last document.
func TestAFindingOfAFileThatIsGone(t *testing.T) {
	s, w := newServer(t, nil)
	events, leave := stream(t, s)
	defer leave()
	<-events
	text := w.text()
	w.mu.Lock()
	delete(w.files, "2018.yaml")
	w.mu.Unlock()
	s.Changed(t.Context())
	<-events
	page := get(t, s, "/place", url.Values{"plan": {"2018.yaml"}, "of": {"file"}, "at": {spot(t, text, "room rentals")}})
	if !strings.Contains(page, "room rentals") {
		t.Errorf("it shows\n%s", page)
	}
}

// TestAPlaceOpensTheEditor at its file and line.
func TestAPlaceOpensTheEditor(t *testing.T) {
	s, w := newServer(t, nil)
	page := get(t, s, "/place", url.Values{"plan": {"2018.yaml"}, "at": {spot(t, w.text(), "room rentals")}})
	if !strings.Contains(page, `href="vscode://file/home/she/2018.yaml:`) {
		t.Errorf("no link leads to the editor:\n%s", page)
	}
}

// TestFixedSpacesStay: words that are changed beside one leave it as it is.
func TestFixedSpacesStay(t *testing.T) {
	plan := strings.Replace(string(plans.Reference), "room rentals", "room\u00a0rentals of\u202f5", 1)
	s, w := newServer(t, map[string]string{"2018.yaml": plan})
	a := change(t, s, textAt(t, s, plan, "Consultancies, ", "Advice, "))
	if _, now := differing(plan, w.text()); !a.OK || len(now) != 1 || !strings.Contains(now[0], "Advice, room\u00a0rentals of\u202f5") {
		t.Errorf("%+v %q", a, now)
	}
}

// TestNoPlanWaitsForAnother: one that takes long to read holds up only itself.
func TestNoPlanWaitsForAnother(t *testing.T) {
	s, w := newServer(t, map[string]string{"2018.yaml": string(plans.Reference), "long.yaml": string(plans.Reference)})
	events, leave := stream(t, s)
	defer leave()
	<-events
	others, leave := streamOf(t, s, "long.yaml")
	defer leave()
	<-others
	goOn := make(chan struct{})
	w.mu.Lock()
	w.long = func(name string) {
		if name == "long.yaml" {
			<-goOn
		}
	}
	w.mu.Unlock()
	for i := range 3 { // whichever of the two would come first
		w.save(strings.Replace(string(plans.Reference), "Website maintenance", "Web site "+itoa(i), 1))
		go s.Changed(context.WithoutCancel(t.Context()))
		select {
		case v := <-events:
			if !strings.Contains(v.Document, "Web site "+itoa(i)) {
				t.Errorf("save %d does not show", i)
			}
		case <-time.After(10 * time.Second):
			t.Fatal("a plan waits for another")
		}
	}
	close(goOn)
}

// TestAFaultEndsNoProgram: what goes wrong when a file was saved is said on the page.
func TestAFaultEndsNoProgram(t *testing.T) {
	s, _ := newServer(t, nil)
	events, leave := stream(t, s)
	defer leave()
	<-events
	s.Compilers = func() (serve.Compilers, error) { panic("a hole") }
	s.Changed(t.Context())
	if v := <-events; !strings.Contains(v.Problem, "a hole") {
		t.Errorf("the page says %q", v.Problem)
	}
}
