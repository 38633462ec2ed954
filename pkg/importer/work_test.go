package importer

import (
	"context"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
)

func englishDates(t *testing.T) *dates {
	t.Helper()
	f, err := frameOf(context.Background(), compile.New(compile.Options{}), placeholder(), someYear())
	if err != nil {
		t.Fatal(err)
	}
	return datesOf(f.language)
}

func joinWith(list []string) string { return strings.Join(list, " ") }

// TestWorkHeads says what heads of columns hold.
func TestWorkHeads(t *testing.T) {
	for head, want := range map[string]workColumn{
		"Indicator":                         {role: indicatorWork},
		"Key performance indicators":        {role: indicatorWork},
		"Baseline":                          {role: baselineWork},
		"Target":                            {role: targetWork},
		"Target 2025":                       {role: targetWork, time: "2025"},
		"2025 target":                       {role: targetWork, time: "2025"},
		"Target (2025)":                     {role: targetWork, time: "2025"},
		"Actual 2024":                       {role: actualWork, time: "2024"},
		"Target (end 2026)":                 {role: targetWork, time: "2026"},
		"Target by the end of 2026":         {role: targetWork, time: "2026"},
		"Targets for 2026":                  {role: targetWork, time: "2026"},
		"Annual target, 31 December 2026":   {role: targetWork, time: "2026"},
		"Target (mid-2026)":                 {role: targetWork, time: "mid-2026"},
		"Target Year 1":                     {role: targetWork, time: "Year 1"},
		"Target groups":                     {},
		"Achieved (2024)":                   {role: actualWork, time: "2024"},
		"Baseline (2024)":                   {role: baselineWork, time: "2024"},
		"Baseline 2024":                     {role: baselineWork, time: "2024"},
		"2024 baseline":                     {role: baselineWork, time: "2024"},
		"Baseline value (30 June 2024)":     {role: baselineWork, time: "30 June 2024"},
		"Baseline as at June 2024":          {role: baselineWork, time: "as at June 2024"},
		"Means of verification":             {role: verificationWork},
		"Sources and means of verification": {role: verificationWork},
		"Activity":                          {role: activityWork},
		"Responsible":                       {role: responsibleWork},
		"Responsible unit":                  {role: responsibleWork},
		"Implementing partners":             {role: partnersWork},
		"Timeline":                          {role: whenWork},
		"Time frame":                        {role: whenWork},
		"Q3":                                {role: timeWork, time: "Q3"},
		"Q1 2026":                           {role: timeWork, time: "Q1 2026"},
		"1st quarter":                       {role: timeWork, time: "Q1"},
		"Sept":                              {role: timeWork, time: "September"},
		"Mar 2025":                          {role: timeWork, time: "March 2025"},
		"Milestones":                        {role: milestoneWork},
		"Deadline":                          {role: dateWork},
		"Risk":                              {role: riskWork},
		"Probability":                       {role: likelihoodWork},
		"Mitigation measures":               {role: responseWork},
		"Risk owner":                        {role: ownerWork},
		"No.":                               {role: numberWork},
		"Costs of the risk":                 {},
		"Budget":                            {},
		"Activities cost (USD)":             {},
		"2025":                              {},
		"Baseline budget":                   {},
		"Marketing":                         {},
		"Decision":                          {},
	} {
		got := workColumnOf(head)
		if got.role != want.role || got.time != want.time {
			t.Errorf("%s: got role %d, time %q; want %d, %q", head, got.role, got.time, want.role, want.time)
		}
	}
}

// TestTimesOfCells reads times as tables say them; what is not certain is not read.
func TestTimesOfCells(t *testing.T) {
	d := &draft{}
	d.ofYears("2025")
	r := d.times(englishDates(t))
	for cell, want := range map[string]string{
		"Q1": "[Q1]", "q2": "[Q2]", "Q1-Q2": "[Q1 to Q2]", "Q1–Q3 2025": "[Q1 to Q3 2025]", "Q1, Q3": "[Q1 Q3]", "Q1 & Q4": "[Q1 Q4]",
		"March": "[March]", "Jan–Mar": "[Jan to Mar]", "January to March 2025": "[January to March 2025]", "3rd quarter": "[Q3]", "first quarter of 2025": "[Q1 2025]",
		"1 March to 30 June 2025": "[2025-03-01 to 2025-06-30]", "3 April 2025": "[2025-04-03]", "2025": "[2025]",
		"mid-2025": "[]", "Q5": "[]", "H2": "[H2]", "H1–H2": "[H1 to H2]", "H3": "[]", "ongoing": "[ongoing]", "Continuous": "[Continuous]", "Q3 2027": "[]", "Q4–Q1": "[]", "March–": "[]", "as needed, Q1": "[]", "": "[]", "before May": "[]",
	} {
		got, ok := r.read(cell)
		if said := "[" + joinWith(got) + "]"; said != want || ok != (want != "[]") {
			t.Errorf("%q: got %s, %v; want %s", cell, said, ok, want)
		}
	}
}

// TestMilestonesOfCells reads milestones with their days; those without one are left.
func TestMilestonesOfCells(t *testing.T) {
	d := &draft{}
	d.ofYears("2025")
	r := d.times(englishDates(t))
	for cell, want := range map[string]struct {
		n    int
		rest string
	}{
		"The dates are agreed (28 February 2025)":                   {1, ""},
		"One; two (28 February 2025); three (or so) (1 March 2025)": {2, ""},
		"3 March 2025: Draft":                                       {1, ""},
		"Draft":                                                     {0, "Draft"},
		"Draft (March 2025)":                                        {1, ""},
		"Draft (31 June 2025)":                                      {0, "Draft (31 June 2025)"},
		"A (3 March 2025); B (soon)":                                {1, "B (soon)"},
	} {
		got, rest := r.milestonesIn(cell)
		if len(got) != want.n || rest != want.rest {
			t.Errorf("%q: got %v, rest %q", cell, got, rest)
		}
	}
}

// TestResultsByTheirWords: a row belongs to a result only where it says its number or its words; words
// that are like those of another are not enough.
func TestResultsByTheirWords(t *testing.T) {
	d := &draft{}
	africa, asia := &draftResult{said: said{text: "Hold a regional workshop for the States Parties in Africa."}}, &draftResult{said: said{text: "Publish the guides"}}
	d.outcomes = []*draftResult{{said: said{text: "Reports are in time"}, below: []*draftResult{{said: said{text: "Help is given"}, below: []*draftResult{africa, asia}}}}}
	c := newChainFinder(d, &frame{results: map[string]int{"outcome": 1, "output": 2, "activity": 3}})
	for cell, want := range map[string]*draftResult{
		"1.1.1": africa, "Activity 1.1.1": africa, "Activity 1.1.1: Hold a regional workshop for States Parties in Africa": africa,
		"Hold regional workshop for the States Parties in Africa": africa, "Publish guide": asia, "1.1.2. Publish the guides": asia,
		"Hold a regional workshop for the States Parties in Asia": nil, "1.1.2 Hold a regional workshop for the States Parties in Africa": nil, "1.1.9": nil, "Hold": nil, "": nil,
	} {
		f := c.find(c.name(cell), 3)
		if want == nil && f.path != nil || want != nil && (f.path == nil || f.path[2] != want) {
			t.Errorf("%q: got %v (%s)", cell, f.path, f.why)
		}
	}
}

// TestLastDays reads the day of a baseline as heads say it; certain is what says the day.
func TestLastDays(t *testing.T) {
	d := &draft{}
	d.ofYears("2026")
	r := d.times(englishDates(t))
	for head, want := range map[string]struct {
		day     plain
		certain bool
	}{
		"2024": {"2024-12-31", false}, "end 2024": {"2024-12-31", true}, "end of 2024": {"2024-12-31", true}, "2024 (end": {"2024-12-31", true},
		"30 June 2024": {"2024-06-30", true}, "2024-06-30": {"2024-06-30", true}, "as at 30 June 2024": {"2024-06-30", true},
		"June 2024": {"2024-06-30", false}, "as at June 2024": {"2024-06-30", false}, "end of February 2024": {"2024-02-29", true}, "Q2 2024": {"2024-06-30", false},
		"2023–2024": {"", false}, "mid-2024": {"", false}, "summer 2024": {"", false}, "9999999": {"", false}, "31 June 2024": {"", false},
	} {
		if day, certain := r.lastDay(head); day != want.day || day != "" && certain != want.certain {
			t.Errorf("%s: got %s, %v; want %s, %v", head, day, certain, want.day, want.certain)
		}
	}
}
