package compose

import "testing"

// TestOtherFamilies: of a name that begins as none does, those are shown that have its id, or else what names begin with.
func TestOtherFamilies(t *testing.T) {
	all := []string{"activities.workshops.number", "activities.visits.number", "budget.total", "document.date"}
	for name, want := range map[string]string{
		"workshops":      "known here: activities.workshops.number",
		"work.visits":    "known here: activities.visits.number",
		"previous.total": "known here: budget.total",
		"risks.number":   "names of this plan begin with activities, budget, document; docs/plan-language.md lists all that there may be",
		"x.y":            "names of this plan begin with activities, budget, document; docs/plan-language.md lists all that there may be",
	} {
		if got := otherFamilies(name, all); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
