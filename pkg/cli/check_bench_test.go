package cli

import (
	"fmt"
	"io"
	"os"
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// BenchmarkCheckMany checks a hundred plans of the 2018 size side by side.
func BenchmarkCheckMany(b *testing.B) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		b.Fatal(err)
	}
	c := checker{compiler: newCompiler(&app{env: func(string) string { return "" }, stderr: io.Discard})}
	c.template = defaultTemplate
	for b.Loop() {
		var files []*source.File
		for i := range 100 {
			files = append(files, source.NewFile(fmt.Sprintf("p%d.yaml", i), text))
		}
		if _, err := c.all(b.Context(), files); err != nil {
			b.Fatal(err)
		}
	}
}
