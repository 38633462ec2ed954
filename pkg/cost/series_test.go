package cost_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestSeries holds what a series of values is: one for all columns or one for each,
// nothing, or something that could not be read.
func TestSeries(t *testing.T) {
	type holder struct{ Value cost.Series[cost.Cell] }
	group := schema.Group("a file", "", []schema.Field[holder]{
		schema.Key("value", cost.CellsType(), func(h *holder) *cost.Series[cost.Cell] { return &h.Value }, "a value"),
		schema.Key("other", schema.Term, func(*holder) *source.At[string] { return new(source.At[string]) }, "another"),
	})
	for file, want := range map[string]struct {
		isSet, written bool
		a, b           string // in columns a and b
		keys           int
		at             string
	}{
		"value: 12":                 {true, true, "12", "12", 0, "12"},
		"value: {a: 12, b: -3}":     {true, true, "12", "-3", 2, "{a: 12, b: -3}"},
		"value: {a: 12}":            {true, true, "12", "none", 1, "{a: 12}"},
		"value: {a: many, b: 3}":    {true, true, "none", "3", 1, "{a: many, b: 3}"},
		"value: {a: many}":          {false, true, "none", "none", 0, "{a: many}"},
		"value: {}":                 {false, true, "none", "none", 0, "{}"},
		"value: many":               {false, true, "none", "none", 0, "many"},
		"value: [12]":               {false, true, "none", "none", 0, "[12]"},
		"other: x":                  {false, false, "none", "none", 0, ""},
		"value: nil":                {true, true, "nil", "nil", 0, "nil"},
		"value: {a: blank, b: nil}": {true, true, "blank", "nil", 2, "{a: blank, b: nil}"},
	} {
		h, _, _ := schema.Read(source.NewFile("a.yaml", []byte(file+"\n")), "file", group)
		s := h.Value
		if s.IsSet() != want.isSet || s.IsWritten() != want.written || len(s.Keys()) != want.keys {
			t.Errorf("%s: set %v, written %v, columns %v", file, s.IsSet(), s.IsWritten(), s.Keys())
		}
		if in(s, "a") != want.a || in(s, "b") != want.b {
			t.Errorf("%s: %s in a, %s in b", file, in(s, "a"), in(s, "b"))
		}
		if s.IsWritten() && s.Node.Span().Text() != want.at {
			t.Errorf("%s: it stands at %q", file, s.Node.Span().Text())
		}
	}
}

// in writes the value of a column.
func in(s cost.Series[cost.Cell], column string) string {
	v, ok := s.In(column)
	switch {
	case !ok:
		return "none"
	case v.Value.Mark == cost.Nil:
		return "nil"
	case v.Value.Mark == cost.Blank:
		return "blank"
	}
	return v.Value.Value.String()
}

// TestAListIsNoSeries: it does not say which value is of which column.
func TestAListIsNoSeries(t *testing.T) {
	_, findings, _ := plan.Load(source.NewFile("a.yaml", []byte(`isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes: [{id: o, text: O.}]
budget:
  currency: CHF
  columns: [{id: 2025}, {id: 2026}]
  stated_total: [1, 2]
  lines: [{id: a, label: A, fixed: [1, 2]}, {id: b, label: B, percent: [1%, 2%], of: [a]}, {id: c, label: C, posts: [{title: D, annual: [1, 2]}]}]
`)))
	if len(findings) != 4 {
		t.Errorf("%d findings: %v", len(findings), findings)
	}
	for _, f := range findings {
		if f.Rule != schema.WrongType || f.Message != "a list does not say which value is of which column" {
			t.Errorf("%s", f.Message)
		}
	}
}
