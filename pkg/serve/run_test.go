package serve_test

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/plans"
)

// running serves at a port until it is ended.
func running(t *testing.T) (s *serve.Server, w *world, address string, end context.CancelFunc, ended chan error) {
	t.Helper()
	s, w = newServer(t, nil)
	var listen net.ListenConfig
	at, err := listen.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	ended = make(chan error, 1)
	go func() { ended <- s.Run(ctx, at) }()
	return s, w, at.Addr().String(), end, ended
}

// TestItEndsWhoeverHoldsOn: connections of which nothing comes keep no server from ending.
func TestItEndsWhoeverHoldsOn(t *testing.T) {
	_, _, address, end, ended := running(t)
	for range 200 {
		c, err := net.Dial("tcp", address) //nolint:noctx // it ends with the test
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	time.Sleep(50 * time.Millisecond) // until the server has taken as many as it takes
	end()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Error("it waits for those who hold connections")
	}
}

// TestWhatIsBeingWrittenIsWritten before the program ends, and nothing after it.
func TestWhatIsBeingWrittenIsWritten(t *testing.T) {
	s, w, _, end, ended := running(t)
	set := map[string]any{"plan": "2018.yaml", "kind": "set", "set": []string{"communication.fixed=15000"}}
	begun, goOn := make(chan struct{}), make(chan struct{})
	w.writes = func() {
		close(begun)
		<-goOn
	}
	answered := make(chan answer, 1)
	go func() { answered <- change(t, s, set) }()
	<-begun
	end()
	select {
	case err := <-ended:
		ended <- err
		t.Error("it ended while a file was being written")
	case <-time.After(100 * time.Millisecond):
	}
	close(goOn)
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if a := <-answered; !a.OK || w.text() == string(plans.Reference) {
		t.Errorf("%+v", a)
	}
	w.writes = nil
	set["set"] = []string{"communication.fixed=16000"}
	before := w.text()
	if a := change(t, s, set); a.OK || !strings.Contains(a.Message, "ended") || w.text() != before {
		t.Errorf("it was written after the end: %+v", a)
	}
}

// TestManyValuesAreTriedOut: as many as are allowed fit into a request.
func TestManyValuesAreTriedOut(t *testing.T) {
	_, _, address, _, _ := running(t)
	target := "http://" + address + "/budget?plan=2018.yaml"
	for i := range 500 {
		target += "&v%3Asalaries.the-expert-number-" + itoa(i) + ".fte.2018=100.00%25"
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, target, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Host = host
	r.AddCookie(&http.Cookie{Name: "isuplan-127-0-0-1-8410", Value: token})
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = got.Body.Close()
	if got.StatusCode != http.StatusOK {
		t.Error(got.Status)
	}
}

// TestStrangersHoldNoConnection: what is refused is closed.
func TestStrangersHoldNoConnection(t *testing.T) {
	s, _ := newServer(t, nil)
	r := request(http.MethodGet, "/", "")
	r.Host = "evil.example"
	if got := ask(s, r); got.Header().Get("Connection") != "close" {
		t.Error("the connection stays open")
	}
}
