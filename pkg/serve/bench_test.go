package serve_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// BenchmarkSave is what a save costs until the browser is told: reading, compiling, rules, the
// pages, the document as HTML.
func BenchmarkSave(b *testing.B) {
	s, w := newServer(b, nil)
	events, leave := stream(b, s)
	defer leave()
	<-events
	good := w.text()
	n := 0
	for b.Loop() {
		n++
		w.save(strings.Replace(good, "Website maintenance", "Web site "+itoa(n), 1))
		s.Changed(b.Context())
		for v := range events {
			if strings.Contains(v.Document, "Web site "+itoa(n)) {
				break
			}
		}
	}
}

// BenchmarkPlace is what a click costs.
func BenchmarkPlace(b *testing.B) {
	s, _ := newServer(b, nil)
	_, leave := stream(b, s)
	defer leave()
	for b.Loop() {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, request(http.MethodGet, "/place?plan=2018.yaml&at=budget.total", ""))
	}
}
