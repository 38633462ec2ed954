package compile

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestSoundFixesAreMade: fixes that would change what the rest of a plan says are left out,
// and the others made, without trying each.
func TestSoundFixesAreMade(t *testing.T) {
	var text strings.Builder
	for i := range 100 {
		fmt.Fprintf(&text, "a%d: one\n", i)
	}
	f := source.NewFile("plan.yaml", []byte(text.String()))
	at := func(key, with string) []diag.Edit {
		from := bytes.Index(f.Bytes, []byte(key+": one")) + len(key) + 2
		return []diag.Edit{{Span: f.Span(from, from+3), Text: with}}
	}
	for name, bad := range map[string]map[int]bool{"none": {}, "one": {7: true}, "three": {0: true, 50: true, 99: true}} {
		var sets [][]diag.Edit
		for i := range 100 {
			with := "two"
			if bad[i] {
				with = "two\nnew: three"
			}
			sets = append(sets, at(fmt.Sprintf("a%d", i), with))
		}
		after, count := apply(f, sets)
		if want := 100 - len(bad); count != want || bytes.Count(after.Bytes, []byte("two")) != want || bytes.Contains(after.Bytes, []byte("new")) {
			t.Errorf("%s: %d were made:\n%s", name, count, after.Bytes)
		}
	}
	if after, count := apply(f, [][]diag.Edit{at("a3", "\"")}); after != nil || count != 0 {
		t.Errorf("a plan that cannot be read was made: %d", count)
	}
}

// TestLargePlansAreMendedLessOften: how often a plan is checked is bound by its size.
func TestLargePlansAreMendedLessOften(t *testing.T) {
	for size, want := range map[int][2]int{0: {10, 1000}, 40_000: {10, 104}, 1 << 20: {1, 4}, 16 << 20: {1, 3}} {
		if got := [2]int{rounds(size), tries(size)}; got != want {
			t.Errorf("%d bytes: %v, want %v", size, got, want)
		}
	}
}
