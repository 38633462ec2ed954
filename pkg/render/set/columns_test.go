package set_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// tables draws tables of all kinds of rows, some with more cells than columns.
func tables() *rapid.Generator[document.Table] {
	return rapid.Custom(func(t *rapid.T) document.Table {
		out := document.Table{Notes: rapid.SliceOfN(texts(), 0, 2).Draw(t, "notes")}
		for range rapid.IntRange(0, 5).Draw(t, "columns") {
			out.Columns = append(out.Columns, document.Column{Head: texts().Draw(t, "head"), Width: rapid.IntRange(0, 9).Draw(t, "width"),
				Numeric: rapid.Bool().Draw(t, "numeric"), Label: rapid.Bool().Draw(t, "label")})
		}
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			out.Rows = append(out.Rows, document.Row{Kind: document.RowKind(rapid.IntRange(0, 4).Draw(t, "kind")), Depth: rapid.IntRange(0, 3).Draw(t, "depth"),
				Cells: rapid.SliceOfN(texts(), 0, 7).Draw(t, "cells")})
		}
		return out
	})
}

// TestColumnsFillTheTable, each behind the other, with a gap between them; and each cell
// keeps its text within its width.
func TestColumnsFillTheTable(t *testing.T) {
	for name, setter := range setters(t) {
		rapid.Check(t, func(t *rapid.T) {
			table := tables().Draw(t, "table")
			width := set.Length(rapid.IntRange(200_000, 500_000).Draw(t, "width"))
			g := setter().Grid(&table, width)
			at := set.Length(0)
			for i := range g.Columns {
				if g.X[i] < at || g.Width[i] <= 0 || g.X[i]+g.Width[i] > width {
					t.Fatalf("%s: column %d of %d stands from %d, %d wide", name, i, len(g.Columns), g.X[i], g.Width[i])
				}
				at = g.X[i] + g.Width[i]
			}
			words := slices.ContainsFunc(g.Columns, func(c document.Column) bool { return !c.Numeric }) // figures take no more than they need
			if n := len(g.Columns); words && width-at > set.Length(n) {
				t.Errorf("%s: the columns end at %d of %d", name, at, width)
			}
			for i := range table.Rows {
				cells, row := g.Cells(&table.Rows[i]), g.Row(&table.Rows[i])
				for c := range cells {
					got := ""
					for _, l := range g.Lines(cells, row, c) {
						got += show(l)
					}
					if want := plain(cells[c]); strings.TrimRight(blanksOf(got), " ") != strings.TrimRight(want, " ") { // what stands at the end of a cell is not seen
						t.Errorf("%s: a cell has %q, want %q", name, got, want)
					}
				}
			}
		})
	}
}

// TestFiguresAreNotBroken, while smaller type helps; and the columns of words give way.
func TestFiguresAreNotBroken(t *testing.T) {
	for n := 1; n <= 7; n++ {
		table := document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Width: 5, Label: true}}}
		cells := []document.Text{document.Plain("Participation of States")}
		for range n {
			table.Columns = append(table.Columns, document.Column{Head: document.Plain("2018"), Width: 1, Numeric: true})
			cells = append(cells, document.Plain("1,280,309"))
		}
		table.Rows = []document.Row{{Cells: cells}}
		g := newSetter(t).Grid(&table, column)
		for i := 1; i <= n; i++ {
			if lines := g.Lines(cells, g.Row(&table.Rows[0]), i); len(lines) != 1 {
				t.Errorf("%d columns: a figure takes %d lines", n, len(lines))
			}
		}
	}
}

// TestRulerAddsUp: Word is told widths that come to that of the table.
func TestRulerAddsUp(t *testing.T) {
	r, err := set.NewRuler(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		table := tables().Draw(t, "table")
		width := rapid.IntRange(4000, 10_000).Draw(t, "width")
		got, sum := r.Table(&table, width), 0
		for _, w := range got.Widths {
			if sum += w; w <= 0 {
				t.Errorf("a column of width %d", w)
			}
		}
		if len(got.Widths) > 0 && sum != width || got.Size < 0 || got.Size >= len(set.TableTypes()) {
			t.Errorf("%+v come to %d, not %d", got, sum, width)
		}
	})
}

// TestCharts: labels, bars and figures stand side by side and within the chart.
func TestCharts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := set.New()
		if err != nil {
			t.Fatal(err)
		}
		c := document.Chart{}
		for range rapid.IntRange(0, 4).Draw(t, "bars") {
			bar := document.Bar{Label: texts().Draw(t, "label")}
			for range rapid.IntRange(0, 3).Draw(t, "values") {
				figure := rapid.SampledFrom([]string{"", "5", "1,280,309", "集", strings.Repeat("9", 80)})
				bar.Values = append(bar.Values, document.BarValue{Text: figure.Draw(t, "text"), Share: figure.Draw(t, "share")})
			}
			c.Bars = append(c.Bars, bar)
		}
		p := s.Plot(&c, column)
		if p.Label < 0 || p.Bars < p.Label || p.Room < 0 || p.Ends[0] < p.Bars+p.Room || p.Ends[1] != column || p.Ends[0] > column {
			t.Errorf("%+v", p)
		}
		for i := range c.Bars {
			for _, v := range c.Bars[i].Values {
				for n, lines := range p.Figures(&v) {
					for _, l := range lines {
						if l.Width > column/5 {
							t.Errorf("column %d is %d wide", n, l.Width)
						}
					}
				}
			}
		}
	})
}
