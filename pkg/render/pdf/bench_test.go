package pdf

import (
	"strconv"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

func BenchmarkRender(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		doc := sample()
		for i := range n {
			doc.Blocks = append(doc.Blocks, document.Paragraph{Number: strconv.Itoa(i) + ".", Text: prose(60)})
		}
		b.Run("paragraphs="+strconv.Itoa(n), func(b *testing.B) { bench(b, doc) })
	}
	for _, n := range []int{100, 1000, 10_000} {
		doc := &document.Document{Blocks: []document.Block{budget(n)}}
		b.Run("rows="+strconv.Itoa(n), func(b *testing.B) { bench(b, doc) })
	}
}

func bench(b *testing.B, doc *document.Document) {
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		out, _, err := Render(b.Context(), doc, document.Seal{})
		if err != nil {
			b.Fatal(err)
		}
		size = len(out)
	}
	b.ReportMetric(float64(size)/1000, "kB")
}
