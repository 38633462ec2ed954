package set

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestChartRows: the lines of a label make the label again, and every value stands beside one.
func TestChartRows(t *testing.T) {
	r, err := NewRuler(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, label := range []string{"", "Short", "1.1.1 Hold a regional workshop of three days in Africa for officials", strings.Repeat("Donau", 30), "a/b-c " + strings.Repeat("well-known ", 12)} {
		for _, values := range []int{0, 1, 3} {
			c := document.Chart{Axis: []document.Stretch{{Text: "2025", To: document.ChartWidth}}, Bars: []document.Bar{{Label: document.Plain(strings.TrimSpace(label)), Values: make([]document.BarValue, values)}}}
			for i := range values {
				c.Bars[0].Values[i].Text = "1 February to 30 June 2026"
			}
			got, found := "", 0
			rows := r.ChartRows(&c, 0, 7400)
			for i, row := range rows {
				got += row.Label
				if row.More {
					got += row.Goes
				}
				if row.More && i == len(rows)-1 {
					t.Errorf("%s: the last line goes on", label)
				}
				if row.Value >= 0 {
					if row.Value != found {
						t.Errorf("%s: the values stand in the order %+v", label, rows)
					}
					found++
				}
			}
			if got != strings.TrimSpace(label) || found != values {
				t.Errorf("%q and %d of %d values in %+v", got, found, values, rows)
			}
		}
	}
}

// TestChartPages: every bar of a chart of times stands on one page, each page but the last is filled, and a
// chart of amounts is not parted.
func TestChartPages(t *testing.T) {
	r, err := NewRuler(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	c := document.Chart{Axis: []document.Stretch{{Text: "2025", To: document.ChartWidth}}}
	for range 100 {
		c.Bars = append(c.Bars, document.Bar{Label: document.Plain("Workshop"), Values: []document.BarValue{{Text: "March"}}})
	}
	c.Bars[3].Label = document.Plain(strings.Repeat("A long name ", 400)) // no page holds it
	if got := r.ChartPages(&c, 7400); !slices.Equal(got, []int{3, 4, 53, 100}) {
		t.Errorf("got %v", got)
	}
	c.Axis = nil
	if got := r.ChartPages(&c, 7400); !slices.Equal(got, []int{100}) {
		t.Errorf("got %v", got)
	}
}
