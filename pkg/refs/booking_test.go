package refs_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/refs"
)

// A name without a value says which key of a line gives it one.
func TestBooking(t *testing.T) {
	for name, want := range map[string]string{
		"activities.workshops.cost": "for: workshops",
		"outputs.help.cost.2026":    "for: help",
		"activities.workshops":      "",
		"funds.core":                "fund: core",
		"parties.unep.2026":         "by: unep",
		"calendar.q1":               "when: q1",
		"meeting.place":             "",
		"budget":                    "",
	} {
		if got, ok := refs.Booking(name); got != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
