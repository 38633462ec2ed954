package merge_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

const workPlan = `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
actors:
  - {id: isu, label: Support Unit, short: ISU}
  - {id: host, label: "Host, or its agent"}
outcomes:
  - id: reporting
    text: States Parties report in time.
    indicators:
      - id: in-time
        text: Reports in time
        unit: per cent
        baseline: {value: 41, as_at: 2024-04-30}
        targets: {2025: 50, 2026: 61}
        verification: The website
      - {id: guide-out, text: Guide, targets: drafted}
    outputs:
      - id: help
        text: States Parties receive help.
        activities:
          - id: workshops
            text: Hold workshops.
            responsible: isu
            partners: [isu, host]
            milestones:
              - {text: The dates are agreed, date: 2025-02-28}
              - {text: The report (in two parts) is out, date: 2025-11-30}
          - id: guide
            text: Publish the guide.
            responsible: isu
            when: 2025-03-01 to 2025-06-30
risks:
  - id: money
    text: Money comes late
    likelihood: medium
    impact: very high
    response: Ask early
    owner: isu
  - {id: staff, text: Staff leave, likelihood: low, impact: low, response: Hire, owner: host}
budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1}]}
`

var (
	rowsOfFile  = regexp.MustCompile(`(?s)<w:tr[ >].*?</w:tr>`)
	cellsOfRow  = regexp.MustCompile(`(?s)<w:tc>.*?</w:tc>`)
	textOfCell  = regexp.MustCompile(`(?s)<w:t(?: [^>]*)?>.*?</w:t>`)
	marksOfFile = regexp.MustCompile(`<[^>]+>`)
)

// cellNow gives a cell of the row that has some words another text.
func cellNow(words string, column int, text string) change {
	return func(e *docxtest.Edited) bool {
		at := rowWith(e.XML, words)
		if at == nil {
			return false
		}
		row := e.XML[at[0]:at[1]]
		cell := cellsOfRow.FindAllStringIndex(row, -1)[column]
		now := texted(row[cell[0]:cell[1]], text)
		e.XML = e.XML[:at[0]] + row[:cell[0]] + now + row[cell[1]:] + e.XML[at[1]:]
		return true
	}
}

// rowLike adds a row behind the one that has some words.
func rowLike(words string, texts ...string) change {
	return func(e *docxtest.Edited) bool {
		at := rowWith(e.XML, words)
		if at == nil {
			return false
		}
		n := -1
		row := cellsOfRow.ReplaceAllStringFunc(e.XML[at[0]:at[1]], func(cell string) string {
			n++
			return texted(cell, texts[n])
		})
		e.XML = e.XML[:at[1]] + row + e.XML[at[1]:]
		return true
	}
}

func rowWith(xml, words string) []int {
	for _, at := range rowsOfFile.FindAllStringIndex(xml, -1) {
		if strings.Contains(marksOfFile.ReplaceAllString(xml[at[0]:at[1]], ""), words) {
			return at
		}
	}
	return nil
}

// texted gives a cell a text.
func texted(cell, text string) string {
	if !textOfCell.MatchString(cell) {
		return strings.Replace(strings.Replace(cell, "<w:p/>", "<w:p></w:p>", 1), "</w:p>", "<w:r><w:t>"+text+"</w:t></w:r></w:p>", 1)
	}
	first := true
	return textOfCell.ReplaceAllStringFunc(cell, func(string) string {
		if !first {
			return "<w:t></w:t>"
		}
		first = false
		return "<w:t>" + text + "</w:t>"
	})
}

// TestWorkComesHome: what was changed in the tables of work, indicators and risks goes where it was written, value by
// value; no other place changes, and what is not certain is left with its reason.
func TestWorkComesHome(t *testing.T) {
	const dates = "The dates are agreed (28 February 2025)"
	const report = "The report (in two parts) is out (30 November 2025)"
	for name, c := range map[string]struct {
		change change
		want   string
		left   string // of the reason
	}{
		"words of a milestone":   {cellNow("The dates", 4, "The dates are set (28 February 2025); "+report), "text: The dates are set", ""},
		"the day of a milestone": {cellNow("The dates", 4, dates+"; The report (in two parts) is out (1 December 2025)"), "is out, date: 2025-12-01}", ""},
		"a milestone more":       {cellNow("The dates", 4, dates+"; All agree (1 May 2025); "+report), "date: 2025-05-01}", ""},
		"the first milestone":    {cellNow("to 30\u00a0June", 4, "All agree (1 May 2025)"), "+            milestones: [{text: All agree, date: 2025-05-01}]", ""},
		"a milestone less":       {cellNow("The dates", 4, report), "-              - {text: The dates are agreed, date: 2025-02-28}", ""},
		"a milestone of no day":  {cellNow("The dates", 4, dates+"; soon"), "", "with its day behind it"},
		"a baseline":             {cellNow("per cent", 2, "43 (30 April 2024)"), "baseline: {value: 43, as_at: 2024-04-30}", ""},
		"the day of a baseline":  {cellNow("per cent", 2, "41 (31 May 2024)"), "baseline: {value: 41, as_at: 2024-05-31}", ""},
		"a baseline of no day":   {cellNow("per cent", 2, "41 (last year)"), "", "change `baseline` by hand"},
		"the first baseline":     {cellNow("Guide", 2, "1,200 (31 May 2024)"), "baseline: {value: 1200, as_at: 2024-05-31}", ""},
		"a target":               {cellNow("per cent", 4, "1,065.5"), "targets: {2025: 50, 2026: 1065.5}", ""},
		"a target in words":      {cellNow("Guide", 3, "printed: all of it"), `targets: "printed: all of it"`, ""},
		"the target of a year":   {cellNow("Guide", 4, "printed"), "targets: {2025: drafted, 2026: printed}", ""},
		"means of verification":  {cellNow("per cent", 5, "The new website"), "verification: The new website", ""},
		"the first of these":     {cellNow("Guide", 5, "The shelf"), "verification: The shelf", ""},
		"words of an activity": {func(e *docxtest.Edited) bool {
			return cellNow("to 30\u00a0June", 0, "1.1.2 Print the guide.")(e) && replace("Publish the guide.", "Print the guide.")(e)
		}, "text: Print the guide.", ""},
		"a likelihood":           {cellNow("Money comes", 1, "Very low"), "likelihood: very low", ""},
		"no likelihood":          {cellNow("Money comes", 1, "Certain"), "", "none of the levels"},
		"an impact":              {cellNow("Money comes", 2, "high"), "impact: high", ""},
		"a response":             {cellNow("Money comes", 3, "Ask earlier"), "response: Ask earlier", ""},
		"a risk":                 {cellNow("Money comes", 0, "Money comes too late"), "text: Money comes too late", ""},
		"an owner":               {cellNow("Money comes", 4, "ISU, Host, or its agent"), "owner: [isu, host]", ""},
		"an owner unknown":       {cellNow("Money comes", 4, "UNMAS"), "", "none of the `actors`"},
		"who is responsible":     {cellNow("to 30\u00a0June", 2, "Host, or its agent"), "responsible: host", ""},
		"who else":               {cellNow("The dates", 3, "Host, or its agent"), "partners: [host]", ""},
		"when":                   {cellNow("to 30\u00a0June", 1, "Q2, October to November"), "+            when: [Q2, October to November]", ""},
		"days":                   {cellNow("to 30\u00a0June", 1, "1 March to 31 July 2025"), "when: 2025-03-01 to 2025-07-31", ""},
		"the same days":          {cellNow("to 30\u00a0June", 1, "1 March 2025 to 30 June 2025"), "", ""},
		"months with a dash":     {cellNow("to 30\u00a0June", 1, "March–May"), "when: March-May", ""},
		"quarters with a hyphen": {cellNow("to 30\u00a0June", 1, "Q2-Q3"), "when: Q2-Q3", ""},
		"all the time":           {cellNow("to 30\u00a0June", 1, "continuous"), "when: continuous", ""},
		"no time":                {cellNow("to 30\u00a0June", 1, "soon"), "", "no time of the plan's period"},
		"another year":           {cellNow("to 30\u00a0June", 1, "March 2027"), "", "no time of the plan's period"},
		"no milestones":          {cellNow("The dates", 4, ""), "-            milestones:", ""},
		"no time of it":          {cellNow("to 30\u00a0June", 1, ""), "-            when: 2025-03-01 to 2025-06-30", ""},
		"no partners":            {cellNow("The dates", 3, ""), "-            partners: [isu, host]", ""},
		"nobody responsible":     {cellNow("to 30\u00a0June", 2, ""), "-            responsible: isu", ""},
		"no unit":                {cellNow("per cent", 1, ""), "-        unit: per cent", ""},
		"no baseline":            {cellNow("per cent", 2, ""), "-        baseline: {value: 41, as_at: 2024-04-30}", ""},
		"no target":              {cellNow("Guide", 3, ""), "+      - {id: guide-out, text: Guide}", ""},
		"no target of a year":    {cellNow("per cent", 3, ""), "+        targets: {2026: 61}", ""},
		"no verification":        {cellNow("per cent", 5, ""), "-        verification: The website", ""},
		"no level of a risk":     {cellNow("Staff", 1, ""), "+  - {id: staff, text: Staff leave, impact: low, response: Hire, owner: host}", ""},
		"no response":            {cellNow("Money comes", 3, ""), "-    response: Ask early", ""},
		"no owner":               {cellNow("Staff", 4, ""), "+  - {id: staff, text: Staff leave, likelihood: low, impact: low, response: Hire}", ""},
		"a risk more":            {rowLike("Money comes", "The host withdraws", "Low", "High", "Ask", "ISU"), "+    owner: isu", ""},
		"a risk in part":         {rowLike("Money comes", "The host withdraws", "Low", "", "", ""), "+    likelihood: low", ""},
		"a heading of risks":     {rowLike("Money comes", "Risks of money", "", "", "", ""), "", "the only one"},
		"an indicator in part":   {rowLike("per cent", "Replies", "letters", "", "", "5", ""), "+        targets: {2026: 5}", ""},
		"an indicator more":      {rowLike("per cent", "Replies", "letters", "3", "4", "5", "Files"), "+        targets: {2025: 4, 2026: 5}", ""},
		"an activity more":       {rowLike("to 30\u00a0June", "1.1.3 Go on.", "Q4", "ISU", "ISU", "Done (1 December 2025)"), "", "below its output"},
	} {
		u := unit(t, "plan.yaml", []byte(workPlan))
		m := merged(t, u, changed(t, u, c.change))
		got := patch(workPlan, string(m.Text))
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) || strings.Contains(got, "label:") {
			t.Errorf("%s: got\n%s", name, got)
		}
		left := ""
		for _, o := range m.Outcomes {
			if !o.Taken {
				left += o.Place + ": " + o.Says + o.Left
			}
		}
		if (left == "") != (c.left == "") || !strings.Contains(left, c.left) {
			t.Errorf("%s: left is %q", name, left)
		}
	}
}
