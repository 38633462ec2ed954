package html_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	page "github.com/isuplan/isuplan/pkg/render/html"
	"github.com/isuplan/isuplan/plans"
)

// BenchmarkBody writes the 2018 document as a server shows it, with a place at each run.
func BenchmarkBody(b *testing.B) {
	doc := compiled(b, "2018", plans.Reference)
	at := page.Options{At: func(*document.Run) string { return "plans/2018.yaml:123:4" }}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := page.Body(b.Context(), doc, at); err != nil {
			b.Fatal(err)
		}
	}
}
