package rollover_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/source"
)

const head = `isuplan: 1
document:
  convention: Convention on Example Matters
  short: CEM
  unit: Implementation Support Unit
  date: 2017-06-06
  meeting:
    name: Seventh Meeting of the States Parties
    place: Geneva
    from: 2017-09-04
    to: 2017-09-06
    next: Eighth Meeting of the States Parties
    next_short: 8MSP
  submitted: {by: Unit, on: 2017-06-01, deadline: 60 days}
period: {from: 2018-01-01, to: 2018-12-31}
`

const tail = `budget:
  currency: CHF
  lines:
    - {id: travel, label: Travel, fixed: 12000}
`

// rolled reads a plan and rolls it on to a year.
func rolled(t *testing.T, text string, o rollover.Options) rollover.Result {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("old.yaml", []byte(text)))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	made, err := rollover.Make(p, b, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, findings, ok := plan.Load(source.NewFile("new.yaml", made.Text)); !ok {
		t.Fatalf("the new plan cannot be read: %v\n%s", findings, made.Text)
	}
	return made
}

// TestRemnants holds what in a text is last year's, and is marked, and what is not.
func TestRemnants(t *testing.T) {
	const year, written = "2018, the year of the old plan", "2017, the year of the old document"
	old := func(s string) string { return "“" + s + "”, the meeting of the old plan" }
	next := func(s string) string { return "“" + s + "”, the meeting after that of the old plan" }
	day := func(s string) string { return "“" + s + "”, a date of the old plan" }
	for text, want := range map[string]string{
		"That the rooms are free.":                         "",
		"That 2018 is calm.":                               year,
		"That 2018 follows 2018.":                          year,
		"That FY2018 is calm.":                             year,
		"That the workshops of 2018/19 are held.":          year,
		"That the season 2017/18 is over.":                 written + "; 2017/18, the year of the old plan",
		"That the season 2016/17 is over.":                 "2016/17, the year of the old document",
		"That the years 2017–2018 end.":                    written + "; " + year,
		"That CHF 12018 and CHF 2,018 and 20180 suffice.":  "",
		"That FY18 is calm.":                               "FY18, the year of the old plan",
		"That FY 18 is calm.":                              "FY 18, the year of the old plan",
		"That the ’18 plan holds.":                         "’18, the year of the old plan",
		"That the '17 plan holds.":                         "'17, the year of the old document",
		"That the season 18/19 is over.":                   "18/19, the year of the old plan",
		"That the season 17/18 is over.":                   "17/18, the year of the old document; 17/18, the year of the old plan",
		"That FY15, ’14 and 14/15 are over.":               "",
		"That 17/19 and 1/17/18 and 117/18 are others.":    "",
		"That 18 States and 18 others pay 18%.":            "",
		"That the mandate of 2015 holds.":                  "",
		"That CCM/MSP/2016/9 is adopted.":                  "",
		"That 2019 and 2016 are other years.":              "",
		"That it is endorsed on 6 July 2017.":              written,
		"That it is held from 4-6 September 2017.":         written,
		"That it is held in September 2017.":               written,
		"That it is held in September.":                    "",
		"That it is held on 4 September.":                  day("4 September"),
		"That it is held from 4–6 September.":              day("4–6 September"),
		"That it is held on the 5th of September.":         day("5th of September"),
		"That it is held on 06 Sept. in Geneva.":           day("06 Sept"),
		"That it is held from September 4 to 6.":           day("September 4 to 6"),
		"That it is held from September 3 to 5.":           day("September 3 to 5"),
		"That it is held from 2 to 4 September.":           day("2 to 4 September"),
		"That it is held on 7 September.":                  "",
		"That it is held on September 7.":                  "",
		"That it is held on 4 October.":                    "",
		"That it is submitted on 1 June.":                  day("1 June"),
		"That it is dated June 6.":                         day("June 6"),
		"That it was held on 4 September 2015.":            "",
		"That it was held on September 4, 2015.":           "",
		"That the Seventh Meeting adopts it.":              old("Seventh Meeting"),
		"That the seventh meeting adopts it.":              old("seventh meeting"),
		"That the *Seventh* Meeting adopts it.":            old("Seventh"),
		"That the Seventh adopts it.":                      old("Seventh"),
		"That the 7th Meeting adopts it.":                  old("7th Meeting"),
		"That the 7 th Meeting adopts it.":                 old("7 th Meeting"),
		"That 7MSP adopts it.":                             old("7MSP"),
		"That the 7 MSP adopts it.":                        old("7 MSP"),
		"That the 7-MSP adopts it.":                        old("7-MSP"),
		"That MSP7 adopts it.":                             old("MSP7"),
		"That the MSP 7 adopts it.":                        old("MSP 7"),
		"That the 7th MSP adopts it.":                      old("7th MSP"),
		"That Meeting No. 7 adopts it.":                    old("Meeting No. 7"),
		"That meeting 7 adopts it.":                        old("meeting 7"),
		"That the Eighth Meeting adopts it.":               next("Eighth Meeting"),
		"That 8MSP adopts it.":                             next("8MSP"),
		"That the Sixth Meeting adopted it.":               "",
		"That 6MSP adopted it.":                            "",
		"That the Ninth Meeting adopts it.":                "",
		"That 7 NGOs and 7 CHF and SADC 7 help.":           "",
		"That ${document.meeting.name} adopts it.":         "",
		"That ${budget.total} is paid.":                    "",
		"That the Seventh Meeting of 2017 is in 2018.":     written + "; " + year + "; " + old("Seventh Meeting"),
		"That it is held on 4\u00a0September.":             day("4 September"),
		"That the Sixth and the Seventh Meeting adopt it.": old("Seventh Meeting"),
		"That 6MSP and 7MSP adopt it.":                     old("7MSP"),
		"That 7XYZ adopts it.":                             old("7XYZ"),
		"That 7 XYZ help.":                                 "",
		"That SADC7 helps.":                                "",
		"That form 02018 is used, and file 02017/18.":      "",
		"That 2014/15 and 2017/18 differ.":                 written + "; 2017/18, the year of the old plan",
		"That it is held on 5 May and 4 September.":        day("4 September"),
		"That it is held on May 5 and September 4.":        day("September 4"),
		"That the Sev\u00adenth Meet\u00ading adopts it.":  old("Seventh Meeting"),
	} {
		made := rolled(t, head+"outcomes: []\nassumptions:\n  - "+quoted(text)+"\n"+tail, rollover.Options{Year: 2019})
		got := ""
		if _, after, ok := strings.Cut(string(made.Text), "assumptions:\n  # review: it names "); ok {
			got, _, _ = strings.Cut(after, "\n")
		}
		if got != want {
			t.Errorf("%s\nmarked: %q\nwant:   %q", text, got, want)
		}
	}
}

func quoted(s string) string { return `"` + s + `"` }

// marked reports whether a text is marked in a plan whose meeting has a name.
func marked(t *testing.T, meeting, text string) bool {
	t.Helper()
	plan := strings.NewReplacer("Seventh Meeting of the States Parties", meeting, "    next: Eighth Meeting of the States Parties\n", "", "    next_short: 8MSP\n", "").Replace(head)
	made := rolled(t, plan+"outcomes: []\nassumptions:\n  - "+quoted(text)+"\n"+tail, rollover.Options{Year: 2019})
	return strings.Contains(string(made.Text), "assumptions:\n  # review:")
}

// TestNamesOfMeetings holds by which words of its name a meeting is known.
func TestNamesOfMeetings(t *testing.T) {
	for _, c := range []struct {
		name, meeting, text string
		want                bool
	}{
		{"high ordinal alone", "Fifth Meeting", "The Fifth adopts it.", true},
		{"low ordinal alone", "Fourth Meeting", "The Fourth adopts it.", false},
		{"initials", "Second Session of Group A", "The SGA, the second of its kind, adopts it.", true},
		{"one letter is no abbreviation", "Second Meeting", "A second M is held.", false},
		{"first of two meetings", "Tenth Meeting and Second Session", "10MSP adopts it.", true},
		{"second of two meetings", "Tenth Meeting and Second Session", "The Second Session adopts it.", true},
		{"neither of two meetings", "Tenth Meeting and Second Session", "The Third Session adopts it.", false},
	} {
		if got := marked(t, c.meeting, c.text); got != c.want {
			t.Errorf("%s: %q is marked in the plan for the %s: %v", c.name, c.text, c.meeting, got)
		}
	}
}

// TestOneMeetingTwice holds that a meeting whose name says its number twice is named once.
func TestOneMeetingTwice(t *testing.T) {
	made := rolled(t, strings.Replace(head, "Seventh Meeting of the States Parties", "Seventh Meeting (7MSP)", 1)+"outcomes: []\nassumptions: [That 7MSP adopts it.]\n"+tail, rollover.Options{Year: 2019})
	if n := strings.Count(string(made.Text), "“7MSP”"); n != 1 {
		t.Errorf("7MSP is named %d times in\n%s", n, made.Text)
	}
}

// TestYearBeforeTheDocument holds that the year of a meeting that lies before its own
// document is a slip, and no year by which texts are searched.
func TestYearBeforeTheDocument(t *testing.T) {
	text := strings.NewReplacer("from: 2017-09-04", "from: 2016-09-04", "to: 2017-09-06", "to: 2016-09-06").Replace(head)
	made := string(rolled(t, text+"outcomes: []\nassumptions: [That 2016 is over.]\n"+tail, rollover.Options{Year: 2019}).Text)
	if strings.Contains(made, "it names 2016") {
		t.Errorf("2016 is marked:\n%s", made)
	}
}

// TestLowOrdinals holds that what counts quarters and years is not taken for a meeting.
func TestLowOrdinals(t *testing.T) {
	low := strings.NewReplacer("Seventh Meeting of the States Parties", "Second Review Conference", "Eighth Meeting of the States Parties", "Twenty-First Session", "8MSP", "3RC").Replace(head)
	for text, want := range map[string]bool{
		"In the second half, workshops are held.":             false,
		"The Second Review Conference adopts it.":             true,
		"The 2nd RC adopts it.":                               true,
		"2RC adopts it.":                                      true,
		"The conference, the second of its kind, adopts it.":  true,
		"Twenty first of all sessions.":                       true,
		"The Twenty-first Session adopts it.":                 true,
		"The 21st Session adopts it.":                         true,
		"The thirty-first workshop is held.":                  false,
		"The first a b c d e f session is none of the second": false,
	} {
		made := rolled(t, low+"outcomes: []\nassumptions:\n  - "+quoted(text)+"\n"+tail, rollover.Options{Year: 2019})
		if got := strings.Contains(string(made.Text), "assumptions:\n  # review:"); got != want {
			t.Errorf("%s: marked is %v", text, got)
		}
	}
}

// TestEveryText holds that last year is marked wherever the document prints a text, and
// nowhere else.
func TestEveryText(t *testing.T) {
	const text = `isuplan: 1
document:
  convention: Convention of 2018
  short: C2018
  unit: Unit of 2018
  unit_short: U2018
  title: Plan of 2018
  symbol: C/2018/1
  date: 2018-06-04
  meeting:
    name: Meeting
    place: Hall 2018
    from: 2018-09-04
    to: 2018-09-06
  agenda:
    item: 2018 (a)
    path:
      - Item of 2018
  submitted:
    by: Unit of 2018
period: {from: 2018-01-01, to: 2018-12-31}
facts:
  words:
    text: the words of 2018
names:
  - name: Plan of 2018
    short: P2018
    not:
      - Programme of 2018
summary:
  objective: Objective of 2018
  objectives:
    - Item of 2018
  outcomes:
    - Outcome of 2018
sections:
  - id: basis
    heading: Basis of 2018
    paragraphs:
      - Paragraph of 2018
mandate:
  - id: advice
    text: Advice of 2018
priorities:
  - id: clearance
    heading: Clearance of 2018
    text: Text of 2018
    items:
      - Item of 2018
outcomes:
  - id: universal
    text: Outcome of 2018
    expected: Expected in 2018
    outputs:
      - id: support
        text: Output of 2018
        activities:
          - id: advise
            text: Activity of 2018
            serves: [mandate/advice]
assumptions:
  - Assumption of 2018
budget:
  currency: CHF
  total: Total of 2018
  columns:
    - id: "2018"
      label: Column of 2018
  rates:
    - currency: EUR
      rate: 1.1
      on: 2018-06-01
      source: Bank of 2018
  standard_costs:
    - grade: P-2018
      annual: 2018
  lines:
    - id: staff
      label: Staff of 2018
      subtotal: Subtotal of 2018
      lines:
        - id: salaries
          label: Salaries of 2018
          note: Note of 2018
          footnote: Footnote of 2018
          posts:
            - title: Officer of 2018
              annual: 2018
            - title: Expert
              paid_by: Donor of 2018
    - id: travel
      label: Travel
      units:
        - item: trip of 2018
          quantity: 2
          cost: 2018
  outside:
    - id: rooms
      label: Rooms of 2018
      provider: Host of 2018
      kind: in-kind
      note: Note of 2018
  financing:
    - id: funds
      label: Funds of 2018
      note: Note of 2018
      fixed: 2018
  notes:
    - Note of 2018
waivers:
  - {rule: no-note, at: budget/travel, reason: Reason of 2018., approved: Somebody}
`
	made := string(rolled(t, text, rollover.Options{Year: 2019}).Text)
	above := ""
	marked := 0
	for line := range strings.Lines(made) {
		value := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(value, "#"):
			above += value
			continue
		case strings.Contains(value, "Column of 2018"): // that of the year before
		case (strings.Contains(value, "of 2018") || strings.Contains(value, "in 2018")) && !strings.Contains(above, "it names 2018"):
			t.Errorf("not marked: %s", value)
		case !strings.Contains(value, "2018") && strings.Contains(above, "it names 2018"):
			t.Errorf("marked: %s", value)
		case strings.Contains(above, "it names 2018"):
			marked++
		}
		above = ""
	}
	const texts = 44
	if marked != texts {
		t.Errorf("%d texts are marked, want %d\n%s", marked, texts, made)
	}
	if !strings.Contains(made, "# The waivers of the year before were dropped. They hid:\n#   no-note at budget/travel: Reason of 2018.") {
		t.Errorf("the waivers are not listed:\n%s", made)
	}
	for _, gone := range []string{"symbol: C", "\nwaivers:"} {
		if strings.Contains(made, gone) {
			t.Errorf("%q is still there", gone)
		}
	}
}

// TestMasthead holds what rolls on without a question.
func TestMasthead(t *testing.T) {
	made := rolled(t, head+"outcomes: []\n"+tail, rollover.Options{Year: 2019, Previous: "2018.yaml"})
	for _, want := range []string{
		"  # review: the date of the document\n  date: 2018-06-05\n",
		"    name: Eighth Meeting of the States Parties\n    place: Geneva\n",
		"    # review: the dates and the place of the meeting, which follow from those of the year before\n    from: 2018-09-03\n    to: 2018-09-05\n",
		"    next: Ninth Meeting of the States Parties\n    next_short: 9MSP\n",
		"  submitted: {by: Unit, on: 2018-05-31, deadline: 60 days}\n",
		"previous: 2018.yaml\nperiod: {from: 2019-01-01, to: 2019-12-31}\n",
		"  columns:\n    - {id: 2018, label: \"2018\"}\n    - {id: 2019, label: \"2019\", main: true}\n  lines:\n" +
			"    # review: the amount for 2019, which is that of 2018\n    - {id: travel, label: Travel, fixed: {2018: 12000, 2019: 12000}}\n",
	} {
		if !strings.Contains(string(made.Text), want) {
			t.Errorf("not found: %q", want)
		}
	}
	if made.Rolled != 10 || strings.Count(string(made.Text), "review:") != 3 {
		t.Errorf("%d values rolled on in\n%s", made.Rolled, made.Text)
	}
}

// TestNames holds how the names of meetings roll on.
func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"Seventh Meeting":                  "Eighth Meeting",
		"2017 Meeting of States Parties":   "2018 Meeting of States Parties",
		"Meeting of 2018":                  "Meeting of 2019",
		"Meeting of 2015":                  "Meeting of 2015",
		"Meeting of Experts":               "Meeting of Experts",
		"Meeting 12017":                    "Meeting 12017",
		`"Seventh Meeting, second part"`:   `"Eighth Meeting, third part"`,
		`"Seventh Meeting: opening"`:       `"Eighth Meeting: opening"`,
		"Meeting of 2017 on the work of 9": "Meeting of 2018 on the work of 9",
	} {
		text := strings.Replace(head, "Seventh Meeting of the States Parties", name, 1)
		made := string(rolled(t, text+"outcomes: []\n"+tail, rollover.Options{Year: 2019}).Text)
		if !strings.Contains(made, "    name: "+want+"\n") {
			_, line, _ := strings.Cut(made, "    name: ")
			line, _, _ = strings.Cut(line, "\n")
			t.Errorf("%s becomes %s, want %s", name, line, want)
		}
		if strings.Contains(made, "it names") {
			t.Errorf("%s is marked:\n%s", name, made)
		}
	}
}
