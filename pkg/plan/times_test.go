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
		{year, "2025", "2025-01-01 2025-12-31 4", 0},
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
		{years, "2025 to 2026", "2025-01-01 2026-12-31 4", 0},
		{across, "Q1", "", plan.WhichQuarter},
		{across, "Q1 2026", "2026-01-01 2026-03-31 2", 0},
		{across, "July", "2025-07-01 2025-07-31 1", 0},
		{across, "June", "2026-06-01 2026-06-30 1", 0},
		{year, "first", "2025-01-01 2025-03-31 1", 0},
		{year, "other", "", plan.NoTime},
		{year, "H1", "2025-01-01 2025-06-30 3", 0},
		{year, "h2", "2025-07-01 2025-12-31 3", 0},
		{year, "H2 2025", "2025-07-01 2025-12-31 3", 0},
		{year, "H3", "", plan.NoTime},
		{year, "H1 to Q3", "2025-01-01 2025-09-30 0", 0},
		{years, "H1", "", plan.WhichYear},
		{years, "H2 2025 to H1 2026", "2025-07-01 2026-06-30 3", 0},
		{across, "H1", "", plan.WhichQuarter},
		{across, "H2 2025", "2025-07-01 2025-12-31 3", 0},
		{year, "Q1-Q2", "2025-01-01 2025-06-30 2", 0},
		{year, "Q1 - Q2", "2025-01-01 2025-06-30 2", 0},
		{years, "Q1-Q2 2026", "2026-01-01 2026-06-30 2", 0},
		{year, "March-May", "2025-03-01 2025-05-31 1", 0},
		{year, "Q4-2025", "2025-10-01 2025-12-31 2", 0},
		{year, "2025-Q4", "2025-10-01 2025-12-31 2", 0}, {year, "2025-Q5", "", plan.NoTime},
		{year, "2025-2026", "2025-01-01 2026-12-31 4", 0},
		{year, "ongoing", "2025-01-01 2025-12-31 5", 0},
		{across, "Continuous", "2025-07-01 2026-06-30 5", 0},
		{year, "Q2 to ongoing", "", plan.NoTime},
		{year, "2025-03-05-2025-04-01", "", plan.NoTime},
		{year, "", "", plan.NoTime},
		{year, "-", "", plan.NoTime},
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

// TestTimesOfTheBudget reads the parts of the budget's calendar, whose labels say when they are.
func TestTimesOfTheBudget(t *testing.T) {
	const year, across = "from: 2025-01-01, to: 2025-12-31", "from: 2025-07-01, to: 2026-06-30"
	const april = "{id: q1, label: April–June}, {id: q2, label: July-September}"
	const july = "{id: q1, label: July–September 2025}, {id: q2, label: Oct–Dec 2025}, {id: q3, label: Q1 2026}, {id: last, label: April to June}, {id: rest, label: Rest}"
	for _, c := range []struct {
		period, calendar, written, want string
		fault                           plan.TimeFault
	}{
		{year, april, "q1", "2025-04-01 2025-06-30 1", 0},
		{year, april, "Q1", "2025-04-01 2025-06-30 1", 0},
		{year, april, "Q1 2025", "2025-01-01 2025-03-31 2", 0},
		{year, april, "q1 to q2", "2025-04-01 2025-09-30 1", 0},
		{year, april, "q1-q2", "2025-04-01 2025-09-30 1", 0},
		{year, april, "q3", "2025-07-01 2025-09-30 2", 0},
		{year, "{id: q1, label: January–March}", "Q1", "2025-01-01 2025-03-31 2", 0},
		{year, "{id: q1, label: First}", "q1", "2025-01-01 2025-03-31 2", 0},
		{across, july, "q1", "2025-07-01 2025-09-30 1", 0},
		{across, july, "q1 to q2", "2025-07-01 2025-12-31 1", 0},
		{across, july, "q2 to q3", "2025-10-01 2026-03-31 0", 0},
		{across, july, "last", "2026-04-01 2026-06-30 1", 0},
		{across, july, "q3 to last", "2026-01-01 2026-06-30 0", 0},
		{across, july, "q4", "", plan.WhichQuarter},
		{across, july, "rest", "", plan.NoTime},
		{across, july, "rest to q2", "", plan.NoTime},
		{across, "{id: q1}, {id: q2}", "q1", "", plan.WhichQuarter},
	} {
		p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte("isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-06-03}\nperiod: {"+c.period+
			"}\noutcomes: []\nbudget: {currency: CHF, calendar: ["+c.calendar+"], lines: [{id: a, label: A, fixed: 1}]}\n")))
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		got, fault := p.ReadTime(c.written)
		said := ""
		if fault == plan.TimeIsClear {
			said = got.From.Format(time.DateOnly) + " " + got.To.Format(time.DateOnly) + " " + string('0'+rune(got.Unit))
		}
		if said != c.want || fault != c.fault {
			t.Errorf("%s in %s: %q, fault %d; want %q, %d", c.written, c.calendar, said, fault, c.want, c.fault)
		}
	}
}
