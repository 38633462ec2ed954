package plan_test

import (
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestTimes reads every form of a time, in periods of one year, of several, and across two.
func TestTimes(t *testing.T) {
	const year, years, across = "from: 2025-01-01, to: 2025-12-31", "from: 2025-01-01, to: 2026-12-31", "from: 2025-07-01, to: 2026-06-30"
	for _, c := range []struct {
		period, written, want string
		fault                 plan.TimeFault
	}{
		{year, "Q1", "2025-01-01 2025-03-31 2", 0},
		{year, "q4", "2025-10-01 2025-12-31 2", 0},
		{year, "Q2 to Q4", "2025-04-01 2025-12-31 2", 0},
		{year, "Q2–Q3", "2025-04-01 2025-09-30 2", 0},
		{year, "Q4 2024", "2024-10-01 2024-12-31 2", 0},
		{year, "February", "2025-02-01 2025-02-28 1", 0},
		{year, "feb 2024", "2024-02-01 2024-02-29 1", 0},
		{year, "March to May", "2025-03-01 2025-05-31 1", 0},
		{year, "2025", "2025-01-01 2025-12-31 3", 0},
		{year, "2025-03-05", "2025-03-05 2025-03-05 0", 0},
		{year, "2025-03-05 to 2025-06-01", "2025-03-05 2025-06-01 0", 0},
		{year, "Q1 to May", "2025-01-01 2025-05-31 0", 0},
		{year, "2025-03-05 to May", "2025-03-05 2025-05-31 0", 0},
		{year, "2025-02-29", "", plan.NoSuchDay},
		{year, "Q5", "", plan.NoTime},
		{year, "soon", "", plan.NoTime},
		{year, "Q1 to", "", plan.NoTime},
		{year, "Q3 to Q1", "", plan.EndsBefore},
		{years, "Q1", "", plan.WhichYear},
		{years, "March", "", plan.WhichYear},
		{years, "March to May 2026", "2026-03-01 2026-05-31 1", 0},
		{years, "Q4 2025 to Q1 2026", "2025-10-01 2026-03-31 2", 0},
		{years, "2025 to 2026", "2025-01-01 2026-12-31 3", 0},
		{across, "Q1", "", plan.WhichQuarter},
		{across, "Q1 2026", "2026-01-01 2026-03-31 2", 0},
		{across, "July", "2025-07-01 2025-07-31 1", 0},
		{across, "June", "2026-06-01 2026-06-30 1", 0},
		{year, "first", "2025-01-01 2025-03-31 1", 0},
		{year, "other", "", plan.NoTime},
	} {
		p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte("isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-06-03}\nperiod: {"+c.period+
			"}\noutcomes: []\nbudget: {currency: CHF, calendar: [{id: first, label: January–March}, {id: other, label: Afterwards}], lines: [{id: a, label: A, fixed: 1}]}\n")))
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		got, fault := p.ReadTime(c.written)
		said := ""
		if fault == plan.TimeIsClear {
			said = got.From.Format(time.DateOnly) + " " + got.To.Format(time.DateOnly) + " " + string('0'+rune(got.Unit))
		}
		if said != c.want || fault != c.fault {
			t.Errorf("%s in %s: %q, fault %d; want %q, %d", c.written, c.period, said, fault, c.want, c.fault)
		}
	}
}
