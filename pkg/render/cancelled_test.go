package render_test

import (
	"context"
	"errors"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/render/terminal"
)

// ending is a context that ends when it was asked for the n-th time.
type ending struct {
	context.Context
	asked atomic.Int64
	n     int64
}

func (e *ending) Err() error {
	if e.asked.Add(1) >= e.n {
		return context.Canceled
	}
	return nil
}

// large has a table of 100,000 rows.
func large() *document.Document {
	t := document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Width: 3, Label: true}, {Head: document.Plain("2018"), Width: 1, Numeric: true}}}
	for i := range 100_000 {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Text{document.Plain("Travel"), document.Plain(strconv.Itoa(i))}})
	}
	return &document.Document{Blocks: []document.Block{&t}}
}

// TestALargeTableEndsEarly: in the midst of its rows, each format sees that nobody wants
// it any more, and leaves the rest.
func TestALargeTableEndsEarly(t *testing.T) {
	doc := large()
	tasks := map[string]func(context.Context) error{}
	for _, f := range render.Formats() {
		tasks[f.Name] = func(ctx context.Context) error { _, err := f.Render(ctx, doc, document.Seal{}); return err }
		if f.Lacking != nil {
			tasks["what "+f.Name+" lacks"] = func(ctx context.Context) error { _, err := f.Lacking(ctx, doc); return err }
		}
	}
	for _, f := range render.ComparisonFormats() {
		if f.Name == "json" { // the comparison itself, which is no document
			continue
		}
		tasks["comparison in "+f.Name] = func(ctx context.Context) error {
			_, err := f.Write(ctx, render.Comparison{Document: doc, Versions: func(context.Context) (old, new *document.Document, seal document.Seal, err error) {
				return &document.Document{}, doc, document.Seal{}, nil
			}}, terminal.Options{})
			return err
		}
	}
	for name, task := range tasks {
		for _, n := range []int64{1, 10, 1000} {
			ctx := &ending{Context: t.Context(), n: n}
			const more = 8 // other stages, and goroutines, see the end for themselves
			if err := task(ctx); !errors.Is(err, context.Canceled) || ctx.asked.Load() > n+more {
				t.Errorf("%s: the context ended when it was asked %d times; it was asked %d times, and the work says %v", name, n, ctx.asked.Load(), err)
			}
		}
	}
}
