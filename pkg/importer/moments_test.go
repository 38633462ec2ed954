package importer

import (
	"testing"
	"time"
)

// TestMoments reads days, months and years as plans have them, and nothing else.
func TestMoments(t *testing.T) {
	d := &draft{}
	d.ofYears("2025")
	r := d.times(englishDates(t))
	for text, want := range map[string]plain{
		"30 April 2024": "2024-04-30", "by 1 May 2025": "2025-05-01", "June 2024": "2024-06", "2024": "2024",
		"junio de 2024": "", "the June 2024": "", "20245": "", "June": "", "women 2024": "",
	} {
		if got, ok := r.moment(text); got != want || ok != (want != "") {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

// TestThePeriodOfTwoDates takes the days that a sentence has, where they fit the years that headings name;
// where there are none of two years, they are asked for.
func TestThePeriodOfTwoDates(t *testing.T) {
	for text, want := range map[string]struct {
		from string
		made bool
	}{
		"The plan is carried out from 1 July 2025 until 30 June 2026.": {"2025-07-01", false},
		"The Meeting of 3 July 2025 and that of 5 June 2026 agreed.":   {"2025-01-01", true},
		"No day is named.": {"2025-01-01", true},
	} {
		m := &masthead{unit: "Unit", convention: "Convention", meeting: "Meeting", place: "Geneva", from: time.Date(2025, 5, 1, 0, 0, 0, 0, time.UTC), date: time.Date(2025, 5, 1, 0, 0, 0, 0, time.UTC)}
		m.ofYears("2025-2026")
		m.complete([]*passage{{text: text}}, nil, englishDates(t), bookYears{})
		if got := string(iso(m.periodFrom)); got != want.from || (len(m.made) > 0) != want.made {
			t.Errorf("%q: from %s, made %q", text, got, m.made)
		}
	}
}
