package cli

import (
	"fmt"
	"os"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// BenchmarkCheckMany checks a hundred plans of the 2018 size side by side.
func BenchmarkCheckMany(b *testing.B) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		b.Fatal(err)
	}
	c := compile.New(compile.Options{})
	for b.Loop() {
		var plans []compile.Input
		for i := range 100 {
			plans = append(plans, compile.Input{File: source.NewFile(fmt.Sprintf("p%d.yaml", i), text)})
		}
		if _, err := c.CheckAll(b.Context(), plans, nil); err != nil {
			b.Fatal(err)
		}
	}
}
