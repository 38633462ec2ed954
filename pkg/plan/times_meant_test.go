package plan_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestTimeMeant: what people write for a time has its right form, and what is not certain has none.
func TestTimeMeant(t *testing.T) {
	for written, want := range map[string]string{
		"Q2/2025": "Q2 2025", "2025-Q2": "Q2 2025", "2025 Q2": "Q2 2025", "q1-q2": "Q1 to Q2", "Q1, Q3": "Q1|Q3", "Q1 and Q3": "Q1|Q3", "Q1; Q2 2025": "Q1|Q2 2025",
		"first quarter": "Q1", "1st quarter of 2025": "Q1 2025", "quarter 3": "Q3", "h1": "H1", "second half of 2025": "H2 2025", "first half of the year": "H1", "1st half": "H1", "H1-H2": "H1 to H2",
		"2025-03": "March 2025", "03/2025": "March 2025", "Sept 2025": "September 2025", "Sep. 2025": "September 2025", "March-May": "March to May", "from March to May": "March to May",
		"March 2025 until May 2025": "March 2025 to May 2025", "between March and May": "March to May", "1 March 2025": "2025-03-01", "March 1st, 2025": "2025-03-01", "01.03.2025": "2025-03-01",
		"1 March 2025 to 3 May 2025": "2025-03-01 to 2025-05-03", "2025-03-01/2025-04-01": "2025-03-01 to 2025-04-01",
		"31.02.2025": "", "1/3/2025": "", "ongoing": "", "soon": "", "": "", "Q5": "", "13/2025": "", "may be": "", "-": "", "mid-2025": "", "Q1 to Q2 to Q3": "",
	} {
		got := plan.TimeMeant(written)
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %q", written, got, want)
		}
	}
}

// TestWithYears: a time that lacks a year has those of the period, so that it can be read and lies in it.
func TestWithYears(t *testing.T) {
	for _, c := range []struct{ period, written, want string }{
		{"from: 2025-01-01, to: 2026-12-31", "Q1", "Q1 2025"},
		{"from: 2025-01-01, to: 2026-12-31", "March to May", "March 2025 to May 2025"},
		{"from: 2025-01-01, to: 2026-12-31", "November to February", "November 2025 to February 2026"},
		{"from: 2025-01-01, to: 2026-12-31", "November to February 2026", "November 2025 to February 2026"},
		{"from: 2025-01-01, to: 2026-12-31", "Q4 2025 to Q1", "Q4 2025 to Q1 2026"},
		{"from: 2025-01-01, to: 2026-12-31", "November to February 2025", ""},
		{"from: 2025-07-01, to: 2026-06-30", "Q1", "Q1 2026"},
		{"from: 2025-07-01, to: 2026-06-30", "Q3 to Q1", "Q3 2025 to Q1 2026"},
		{"from: 2025-01-01, to: 2025-12-31", "September to March", ""},
	} {
		p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte("isuplan: 1\nperiod: {"+c.period+"}\n")))
		if got := p.WithYears(c.written); got != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.period, c.written, got, c.want)
		}
	}
}
