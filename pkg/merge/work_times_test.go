package merge_test

import (
	"strings"
	"testing"
)

// TestTimesInLanguages: times come home as each language prints them.
func TestTimesInLanguages(t *testing.T) {
	for _, language := range []string{"fr", "es", "ru"} {
		plan := strings.Replace(workPlan, "date: 2024-06-03", "date: 2024-06-03, original: en, language: "+language, 1)
		plan = strings.Replace(plan, "when: 2025-03-01 to 2025-06-30", "when: Q2", 1)
		u := unit(t, "plan.yaml", []byte(plan))
		for _, want := range []string{"Q4", "March to May", "ongoing", "H2"} {
			now := u.Words().Time(want)
			got := string(merged(t, u, changed(t, u, cellNow("Publish", 1, now))).Text)
			if !strings.Contains(got, "            when: "+want+"\n") {
				t.Errorf("%s: %q: %s", language, now, patch(plan, got))
			}
		}
	}
}
