package importer

import "testing"

// TestBreakRings: of lines that depend on themselves one rule is taken away, and no other.
func TestBreakRings(t *testing.T) {
	x, a, b, y := &draftLine{label: "x"}, &draftLine{label: "a"}, &draftLine{label: "b"}, &draftLine{label: "y"}
	g, h := &draftLine{label: "g", group: true, lines: []*draftLine{a}}, &draftLine{label: "h", group: true, lines: []*draftLine{b}}
	for l, of := range map[*draftLine]*draftLine{x: a, a: h, b: g, y: g} {
		l.rule = &percentRule{of: []*draftLine{of}}
	}
	f := &ruleFinder{d: &budgetDraft{lines: []*draftLine{x, g, h, y}}}
	f.breakRings()
	if x.rule == nil || a.rule == nil || b.rule != nil || y.rule == nil || len(f.d.remarks) != 1 {
		t.Errorf("x %v, a %v, b %v, y %v: %v", x.rule, a.rule, b.rule, y.rule, f.d.remarks)
	}
}
