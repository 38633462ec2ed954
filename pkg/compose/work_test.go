package compose

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// planned compiles a plan with the given keys beside those that every plan has.
func planned(t *testing.T, keys string) *document.Document {
	t.Helper()
	return plannedIn(t, "{from: 2025-01-01, to: 2025-12-31}", keys)
}

func plannedIn(t *testing.T, period, keys string) *document.Document {
	t.Helper()
	if !strings.Contains(keys, "outcomes:") {
		keys = "outcomes: []\n" + keys
	}
	_, doc := built(t, "isuplan: 1\ndocument: {convention: Treaty, unit: Secretariat, date: 2024-06-01}\nperiod: "+period+"\n"+
		"budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1000}]}\n"+keys)
	return doc
}

// tableOf returns a table as lines of cells, with its notes below.
func tableOf(t *testing.T, rest, id string) string {
	t.Helper()
	for b := range document.Each[document.Table](planned(t, rest).Blocks) {
		if b.ID != id {
			continue
		}
		var out strings.Builder
		for _, c := range b.Columns {
			out.WriteString("[" + c.Head.String() + "]")
		}
		out.WriteString("\n")
		for _, r := range b.Rows {
			for i, c := range r.Cells {
				if i > 0 {
					out.WriteString(" | ")
				}
				out.WriteString(c.String())
			}
			out.WriteString("\n")
		}
		for _, n := range b.Notes {
			out.WriteString("* " + n.String() + "\n")
		}
		return out.String()
	}
	return ""
}

const worked = `actors:
  - {id: isu, label: Support Unit, short: ISU}
  - {id: centre, label: Geneva Centre}
  - {id: idle, label: Nobody at all, short: NAA}
outcomes:
  - id: one
    text: One.
    outputs:
      - id: out
        text: Out.
        activities:
          - {id: a, text: Write., responsible: isu, partners: [centre, isu], when: [q2, November]}
          - {id: b, text: Print., milestones: [{text: Proofs are read, date: 2025-03-01}, {text: Out, date: 2025-04-30}]}
          - {id: c, text: Send., when: 2025-12-01 to 2025-12-31}
          - {id: d, text: Wait., when: 2025}
          - {id: e, text: Rest., when: January to Q2}
`

// TestTheWorkIsATable: of each activity its times in the language, those who do it, and its
// milestones; short names are explained where they are used.
func TestTheWorkIsATable(t *testing.T) {
	want := `[Activity][When][Responsible][Partners][Milestones]
1.1.1 Write. | Q2, November | ISU | Geneva Centre, ISU | 
1.1.2 Print. |  |  |  | Proofs are read (1 March 2025); Out (30 April 2025)
1.1.3 Send. | 1–31 December 2025 |  |  | 
1.1.4 Wait. | 2025 |  |  | 
1.1.5 Rest. | 1 January to 30 June 2025 |  |  | 
* ISU: Support Unit
`
	if got := tableOf(t, worked, "work"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestTheTimelineHasABarForEachTime, month by month as wide as another.
func TestTheTimelineHasABarForEachTime(t *testing.T) {
	var c document.Chart
	for b := range document.Each[document.Chart](planned(t, worked).Blocks) {
		c = *b
	}
	got := ""
	for _, bar := range c.Bars {
		for _, v := range bar.Values {
			got += fmt.Sprintf("%s: %s %d-%d\n", bar.Label, v.Text, v.From, v.To)
		}
	}
	axis := ""
	for _, s := range c.Axis {
		axis += fmt.Sprintf("%s %d-%d; ", s.Text, s.From, s.To)
	}
	if want := "Q1 0-2500; Q2 2500-5000; Q3 5000-7500; Q4 7500-10000; "; axis != want {
		t.Errorf("the axis is %s", axis)
	}
	want := "1.1.1 Write: Q2 2500-5000\n1.1.1 Write: November 8333-9166\nProofs are read: 1 March 2025 1666-1666\nOut: 30 April 2025 3279-3279\n1.1.3 Send: 1–31 December 2025 9166-10000\n1.1.4 Wait: 2025 0-10000\n1.1.5 Rest: 1 January to 30 June 2025 0-5000\n"
	if got != want || !c.Floats() {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if want := "1 December 2025; 1.1.4 Wait: 2025;"; !strings.Contains(c.Alt, "1.1.1 Write: Q2, November; 1.1.2 Print; Proofs are read: 1 March 2025; Out: 30 April 2025; 1.1.3 Send: 1–31 December 2025; 1.1.4 Wait: 2025;") {
		t.Errorf("in words: %s, without %s", c.Alt, want)
	}
}

// TestTheFrameworkHasAColumnForEachYear that has targets or actual values.
func TestTheFrameworkHasAColumnForEachYear(t *testing.T) {
	got := tableOf(t, `outcomes:
  - id: one
    text: One.
    indicators:
      - {id: a, text: Reports, unit: per cent, baseline: {value: 1041, as_at: 2024-04-30}, targets: {2026: -5, 2025: 2050}}
      - {id: b, text: Guide, baseline: none, targets: adopted by  the Meeting, actual: 3.50}
    outputs:
      - id: out
        text: Out.
        activities:
          - {id: act, text: Write., indicators: [{id: c, text: Pages}]}
`, "indicators")
	want := `[Indicator][Unit][Baseline][Target 2025][Actual 2025][Target 2026]
Outcome 1. One. |  |  |  |  | 
Reports | per cent | 1,041 (30 April 2024) | 2,050 |  | −5
Guide |  | none | adopted by the Meeting | 3.50 | 
Activity 1.1.1. Write. |  |  |  |  | 
Pages |  |  |  |  | 
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestTheRiskRegister leaves out what no risk says.
func TestTheRiskRegister(t *testing.T) {
	got := tableOf(t, `actors: [{id: isu, label: Support Unit, short: ISU}]
risks:
  - {id: a, text: No money, likelihood: very low, impact: high, owner: isu}
  - {id: b, text: No rooms, impact: medium}
`, "risks")
	want := "[Risk][Likelihood][Impact][Owner]\nNo money | Very low | High | ISU\nNo rooms |  | Medium | \n* ISU: Support Unit\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestRisksInNumbers are printed as they are written, with their score where both are numbers.
func TestRisksInNumbers(t *testing.T) {
	got := tableOf(t, `risks:
  - {id: a, text: No money, likelihood: 3, impact: 5}
  - {id: b, text: No rooms, likelihood: low, impact: 4}
  - {id: c, text: No time, impact: 2}
`, "risks")
	want := "[Risk][Likelihood][Impact][Score]\nNo money | 3 | 5 | 15\nNo rooms | Low | 4 | \nNo time |  | 2 | \n" +
		"* Levels are from 1 (very low) to 5 (very high).\n* The score is the likelihood multiplied by the impact.\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestLongNamesOfActorsHaveABound: a long name in many cells is refused once, and the cells beyond
// have the id.
func TestLongNamesOfActorsHaveABound(t *testing.T) {
	var b strings.Builder
	b.WriteString("isuplan: 1\ndocument: {convention: Treaty, unit: Secretariat, date: 2024-06-01}\nperiod: {from: 2025-01-01, to: 2025-12-31}\n" +
		"budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1000}]}\nactors: [{id: who, label: " + strings.Repeat("name ", 3900) + "}]\n" +
		"outcomes: [{id: o, text: O., outputs: [{id: u, text: U., activities: [")
	for i := range 60 {
		fmt.Fprintf(&b, "{id: a%d, text: A., responsible: who}, ", i)
	}
	b.WriteString("]}]}]\n")
	doc, found := Build(input(t, b.String()))
	if len(found) != 1 || found[0].Rule.Name != "text-too-long" {
		t.Errorf("found %v", found)
	}
	size := 0
	for text := range doc.Printed() {
		size += len(text)
	}
	if size < mostNames || size > 2*mostNames {
		t.Errorf("%d bytes are printed", size)
	}
}
