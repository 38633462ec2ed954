package diff_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
)

// TestOneValueAndTheSameByItsYear is no change; and beside a target of another year only that is one.
func TestOneValueAndTheSameByItsYear(t *testing.T) {
	plan := strings.Replace(elements, "text: Outcome,", "text: Outcome, indicators: [{id: calls, text: Calls, targets: 50}],", 1)
	for targets, want := range map[string]string{
		"{2025: 50}":           "",
		"{2025: 50, 2026: 60}": "targets.2026:>60",
		"{2025: 55}":           "targets.2025:50>55",
		"60":                   "targets:50>60",
	} {
		for _, back := range []bool{false, true} {
			old, now := side(t, "old.yaml", plan), side(t, "new.yaml", strings.Replace(plan, "targets: 50", "targets: "+targets, 1))
			if back {
				old, now = now, old
			}
			var got []string
			for _, c := range diff.Compare(old, now).Changes {
				for _, f := range c.Fields {
					if back {
						f.Old, f.New = f.New, f.Old
					}
					got = append(got, f.Key+":"+f.Old+">"+f.New)
				}
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s, back %t: %q, want %q", targets, back, got, want)
			}
		}
	}
}
